#include "geo/rules/missing_numbers.hpp"

#include "geo/rules/requirement.hpp"
#include "tests/geo/rules/features.hpp"
#include "tests/geo/rules/pack_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace geo;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class MissingNumbers : public PackFiles {
   protected:
    /// Asks for the distance from refuse rooms and silos and for the depth of a bay.
    RulePack asking() {
        json refuse = rule("refuse-room", "refuse_room", 0.0), silo = rule("silo", "silo", 0.0), depth = rule("bay.depth", "silo", 0.0);
        depth.erase("from");
        depth["parameter"] = "bay.depth";
        for (json* each : {&refuse, &silo, &depth}) (*each)["value"] = nullptr;
        return load_pack(write(pack_with({refuse, silo, depth})));
    }
};

Inputs two_refuse_rooms() {
    const Attributes refuse{{"kind", std::string{"垃圾房"}}};
    return {.crs = "EPSG:4544", .layers = {layer(Role::Danger, {feature(Role::Danger, "r1", a_point(), refuse), feature(Role::Danger, "r2", a_point(), refuse)})}};
}

std::string refused(const auto& act) {
    try {
        act();
    } catch (const RuleError& error) {
        return error.message().zh + "\n" + error.message().en;
    }
    return "accepted";
}

TEST_F(MissingNumbers, AreThoseThatTheInputsAskFor) {
    const RulePack pack = asking();
    const auto missing = missing_numbers(two_refuse_rooms(), pack, ZoneType::Shed);
    ASSERT_EQ(missing.size(), 2u) << "no silo is there";
    EXPECT_EQ(missing[0].id, "bay.depth");
    EXPECT_EQ(missing[0].obstacles, 0u);
    EXPECT_EQ(missing[1].id, "refuse-room");
    EXPECT_EQ(missing[1].obstacles, 2u);
    EXPECT_TRUE(missing_numbers(two_refuse_rooms(), load_pack("cn-base"), ZoneType::Shed).empty());
    ASSERT_EQ(missing_parameters(pack).size(), 1u);
}

TEST_F(MissingNumbers, AreListedEachWithTheOptionThatSetsIt) {
    const RulePack pack = asking();
    const std::string words = refused([&] { require_numbers(two_refuse_rooms(), pack, ZoneType::Shed); });
    EXPECT_THAT(words, AllOf(HasSubstr("--set bay.depth=VALUE m"), HasSubstr("--set refuse-room=VALUE m"), HasSubstr("--set refuse-room=数值"), HasSubstr("2 obstacles"), Not(HasSubstr("silo"))));
    EXPECT_EQ(refused([&] { require_numbers(two_refuse_rooms(), load_pack("cn-base"), ZoneType::Shed); }), "accepted");
    EXPECT_THAT(refused([&] { parameter(pack, "bay.depth"); }), HasSubstr("--set bay.depth"));
}

// Nobody may take a number that is not there for zero.
TEST_F(MissingNumbers, AreNeverTakenForNought) {
    const RulePack pack = asking();
    std::vector<Finding> findings;
    const auto obstacles = obstacles_of(two_refuse_rooms(), pack, findings);
    EXPECT_THAT(refused([&] { governing(pack, ZoneType::Shed, obstacles); }), AllOf(HasSubstr("--set refuse-room=VALUE m"), HasSubstr("2 obstacles")));
}

TEST_F(MissingNumbers, AreKeptAsSuchInTheProject) {
    const RulePack pack = asking();
    const RulePack again = pack_from_text(pack_to_text(pack));
    EXPECT_EQ(again.clearances, pack.clearances);
    EXPECT_EQ(again.parameters, pack.parameters);
    EXPECT_TRUE(again.parameters.at("bay.depth").is_missing);
    EXPECT_EQ(again.parameters.at("bay.depth").unit, "m");
}

}  // namespace
