#include "geo/rules/obstacle_id.hpp"

#include <gtest/gtest.h>

namespace {

using namespace geo;

TEST(ObstacleId, NamesTheFeatureAndThePartOfIt) {
    EXPECT_EQ(feature_of_obstacle(id_of_walls("B12", Facade::Firewall)), "B12");
    EXPECT_EQ(feature_of_obstacle(id_of_footprint("B12")), "B12");
    EXPECT_EQ(id_of_footprint("B12"), "B12#footprint");
    EXPECT_EQ(part_of_obstacle("B12#firewall").zh, "防火墙");
    EXPECT_EQ(part_of_obstacle("B12#footprint").en, "footprint");
    EXPECT_EQ(id_of_walls("B12", Facade::Unknown), "B12");
    EXPECT_EQ(part_of_obstacle("B12"), Message{});
}

// Buildings are called `3#`, or `3#楼`, all over the country.
TEST(ObstacleId, LeavesNumbersOfBuildingsAlone) {
    for (const std::string id : {"3#", "3#楼", "3#-1", "#", "#footprint", ""}) {
        EXPECT_EQ(feature_of_obstacle(id), id);
        EXPECT_EQ(part_of_obstacle(id), Message{}) << id;
        EXPECT_EQ(feature_of_obstacle(id_of_walls(id.empty() ? "B" : id, Facade::Blank)), id.empty() ? "B" : id);
    }
}

}  // namespace
