#include "geo/units/planning_units.hpp"
#include <gtest/gtest.h>
TEST(PlanningUnits, NoBuildingsNoUnits) { EXPECT_TRUE(geo::planning_units({}, {}).empty()); }
