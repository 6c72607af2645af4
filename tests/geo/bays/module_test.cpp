#include "geo/bays/layout.hpp"
#include "geo/core/error.hpp"

#include <gtest/gtest.h>

namespace geo {
namespace {

RulePack pack_of(std::map<std::string, double> values) {
    RulePack pack;
    pack.id = "town";
    for (const auto& [id, value] : values) {
        ParameterRule rule;
        rule.id = id;
        rule.value = value;
        pack.parameters[id] = rule;
    }
    return pack;
}

std::map<std::string, double> all() {
    return {{"bay.width", 0.9},     {"bay.depth", 2.1},         {"aisle.one_side", 1.6}, {"aisle.two_sides", 2.7},
            {"group.max_bays", 25}, {"group.max_length", 18.0}, {"group.gap", 2.5},      {"site.max_bays", 60},
            {"least_site.bays", 3}, {"aisle.may_leave_zone", 0}};
}

TEST(BayModule, TakesEveryNumberFromThePack) {
    const BayModule module = bay_module(pack_of(all()));
    EXPECT_EQ(module.bay_width_m, 0.9);
    EXPECT_EQ(module.bay_depth_m, 2.1);
    EXPECT_EQ(module.aisle_one_m, 1.6);
    EXPECT_EQ(module.aisle_two_m, 2.7);
    EXPECT_EQ(module.group_max_bays, 25);
    EXPECT_EQ(module.group_max_length_m, 18.0);
    EXPECT_EQ(module.group_gap_m, 2.5);
    EXPECT_EQ(module.site_max_bays, 60);
    EXPECT_EQ(module.least_bays, 3);
    EXPECT_FALSE(module.aisle_may_leave_zone);
}

TEST(BayModule, NamesTheParameterThatIsMissing) {
    for (const auto& [id, value] : all()) {
        auto values = all();
        values.erase(id);
        try {
            bay_module(pack_of(values));
            ADD_FAILURE() << id << " is not missed";
        } catch (const RuleError& error) {
            EXPECT_NE(error.message().en.find(id), std::string::npos);
            EXPECT_NE(error.message().zh.find(id), std::string::npos);
            EXPECT_NE(error.message().en.find("town"), std::string::npos);
        }
    }
}

TEST(BayModule, RefusesSizesThatCannotBe) {
    for (const char* id : {"bay.width", "bay.depth", "aisle.one_side", "group.max_bays", "site.max_bays",
                           "least_site.bays", "group.max_length"}) {
        auto values = all();
        values[id] = 0.0;
        EXPECT_THROW(bay_module(pack_of(values)), RuleError) << id;
    }
}

}  // namespace
}  // namespace geo
