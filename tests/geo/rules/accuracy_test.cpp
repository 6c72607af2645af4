#include "geo/rules/accuracy.hpp"

#include "geo/rules/pack_file.hpp"
#include "geo/rules/requirement.hpp"

#include <gtest/gtest.h>

namespace {

using namespace geo;

Provenance from(const std::string& source, double noted_m) {
    Provenance provenance;
    provenance.accuracy_from = source;
    provenance.accuracy_m = noted_m;
    return provenance;
}

TEST(Accuracy, OfASourceIsThePacks) {
    const RulePack pack = load_pack("cn-base");
    for (const auto& [source, metres] : {std::pair{"survey_500", 0.25}, {"survey_2000", 1.0}, {"cadastral", 0.5}, {"osm", 3.0}, {"gcj02", 10.0}, {"unknown", 3.0}, {"assumed", 3.0}})
        EXPECT_DOUBLE_EQ(accuracy_of(from(source, 77.0), pack), metres) << source;
    EXPECT_DOUBLE_EQ(accuracy_of(from("option", 0.1), pack), 0.1) << "a number that was given stands";
    EXPECT_DOUBLE_EQ(accuracy_of(from("", 0.4), pack), 0.4) << "nothing was noted";
}

TEST(Accuracy, ChangesWithThePack) {
    RulePack pack = load_pack("cn-base");
    pack.parameters.at("accuracy.osm").value = 5.0;
    EXPECT_DOUBLE_EQ(accuracy_of(from("osm", 3.0), pack), 5.0);
    pack.parameters.erase("accuracy.osm");
    EXPECT_DOUBLE_EQ(accuracy_of(from("osm", 3.0), pack), 3.0) << "packs of earlier projects state none";
}

TEST(Accuracy, ReachesObstaclesAndCompounds) {
    RulePack pack = load_pack("cn-base");
    pack.parameters.at("accuracy.survey_500").value = 0.4;
    Inputs inputs{.crs = "EPSG:4544", .layers = {}};
    for (const Role role : {Role::Compound, Role::Building}) {
        Feature feature{.id = role == Role::Compound ? "C" : "B", .name = {}, .shape = {{{{{0, 0}, {9, 0}, {9, 9}}, {}}}, {}, {}},
                        .values = std::vector<Value>(role_info(role).fields.size()), .source = {}};
        inputs.layers.push_back({.role = role, .crs = inputs.crs, .provenance = from("survey_500", 0.25), .features = {feature}});
    }
    std::vector<Finding> findings;
    const auto obstacles = obstacles_of(inputs, pack, findings);
    ASSERT_EQ(obstacles.size(), 1u);
    EXPECT_DOUBLE_EQ(obstacles[0].accuracy_m, 0.4);
    EXPECT_DOUBLE_EQ(compounds_of(inputs, pack).at(0).accuracy_m, 0.4);
}

}  // namespace
