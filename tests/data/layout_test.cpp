// What must not overlap does not, and what belongs together touches: a planner who opens the sample sees a town, not noise.
#include "tests/data/sample_township.hpp"

#include "geo/geometry/distance.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/geometry/repair.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace samples {
namespace {

const std::vector<geo::Feature>& buildings() { return layer(Sheet::Buildings).features; }

/// The sample's coordinates are whole millimetres, so that two vertices may miss each other by one.
constexpr double rounding_m = 0.002;

double overlap_m2(const geo::Feature& a, const geo::Feature& b) {
    const geo::Point origin = geo::box_of(a.shape).centre();
    const auto near = [&](geo::Shape shape) {
        geo::each_vertex(shape, [&](geo::Point& p) { p = {p.x - origin.x, p.y - origin.y}; });
        geo::repair(shape);
        return shape.areas;
    };
    return geo::area(geo::intersection(near(a.shape), near(b.shape), geo::OverlayEngine::Geos));
}

TEST(SampleLayout, EveryBuildingButOneStandsInOneCompound) {
    std::vector<std::string> strays;
    for (const geo::Feature& building : buildings()) {
        int holding = 0;
        for (const geo::Feature& compound : layer(Sheet::Compounds).features) {
            const geo::Ring& ring = building.shape.areas.front().outer;
            const auto inside = std::ranges::count_if(ring, [&](geo::Point p) { return geo::contains(compound.shape.areas, p); });
            EXPECT_TRUE(inside == 0 || inside == std::ssize(ring)) << building.name << " straddles " << compound.name;
            if (inside == 0) continue;
            ++holding;
            EXPECT_TRUE(building.name.starts_with(compound.name)) << building.name;
        }
        EXPECT_LE(holding, 1) << building.name;
        if (holding == 0) strays.push_back(building.name);
    }
    EXPECT_THAT(strays, testing::ElementsAre("北岸泵房"));
}

TEST(SampleLayout, NoTwoBuildingsOverlap) {
    for (std::size_t i = 0; i < buildings().size(); ++i) {
        const geo::Box box = geo::box_of(buildings()[i].shape);
        for (std::size_t j = 0; j < i; ++j) {
            if (!box.meets(geo::box_of(buildings()[j].shape))) continue;
            EXPECT_LT(overlap_m2(buildings()[i], buildings()[j]), 0.05) << buildings()[i].name << " on " << buildings()[j].name;
        }
    }
}

TEST(SampleLayout, LanesKeepTheirClearWidthFreeOfBuildings) {
    for (const geo::Feature& lane : layer(Sheet::FireLanes).features) {
        const double half_m = geo::number_of(geo::Role::FireLane, lane, "width").value() / 2;
        for (const geo::Feature& building : buildings())
            EXPECT_GE(geo::distance(lane.shape, building.shape), half_m) << lane.name << " at " << building.name;
    }
    for (const geo::Feature& lane : layer(Sheet::FireLaneAreas).features)
        for (const geo::Feature& building : buildings())
            EXPECT_GT(geo::distance(lane.shape, building.shape), 0.0) << lane.name << " at " << building.name;
}

TEST(SampleLayout, SmallThingsStandBesideBuildings) {
    for (Sheet sheet : {Sheet::Dangers, Sheet::DangerAreas, Sheet::Combustibles, Sheet::Hydrants, Sheet::AerialSites, Sheet::Charging,
                        Sheet::Consent, Sheet::Water, Sheet::Paths, Sheet::Utilities})
        for (const geo::Feature& thing : layer(sheet).features)
            for (const geo::Feature& building : buildings())
                EXPECT_GT(geo::distance(thing.shape, building.shape), 0.05)
                    << sheet_info(sheet).zh << ' ' << thing.id << " on " << building.name;
}

TEST(SampleLayout, ExitsAreInTheWallsOfTheirBuildings) {
    std::map<std::string, geo::Shape> walls;
    for (const geo::Feature& building : buildings()) walls[building.id] = outline(building.shape);
    std::map<std::string, int> doors;
    for (const geo::Feature& exit : layer(Sheet::Exits).features) {
        const std::string id = geo::text_of(geo::Role::Exit, exit, "building");
        ASSERT_TRUE(walls.contains(id)) << exit.id;
        EXPECT_LE(geo::distance(exit.shape, walls[id]), 0.1) << exit.id;
        ++doors[id];
    }
    EXPECT_EQ(doors.size(), buildings().size() - 1);  // the pump house outside has none
}

TEST(SampleLayout, GatesAreOnTheBoundaryOfTheirCompound) {
    std::map<std::string, int> gates;
    for (const geo::Feature& gate : layer(Sheet::Gates).features) {
        const std::string name = geo::text_of(geo::Role::Gate, gate, "compound");
        EXPECT_LE(geo::distance(gate.shape, outline(compound(name).shape)), rounding_m) << gate.name;
        ++gates[name];
    }
    EXPECT_EQ(gates.size(), layer(Sheet::Compounds).features.size());
}

// Union–find over the ends of ways: from any place of the town one can walk to any other.
TEST(SampleLayout, WaysMakeOneNetwork) {
    std::map<std::pair<long long, long long>, std::size_t> nodes;
    std::vector<std::size_t> parent;
    const auto node = [&](geo::Point p) {
        const auto [it, is_new] = nodes.try_emplace({std::llround(p.x * 1000), std::llround(p.y * 1000)}, parent.size());
        if (is_new) parent.push_back(parent.size());
        return it->second;
    };
    const auto root = [&](std::size_t k) {
        while (parent[k] != k) k = parent[k] = parent[parent[k]];
        return k;
    };
    for (const geo::Feature& way : layer(Sheet::Paths).features) {
        const geo::Line& line = way.shape.lines.front();
        parent[root(node(line.front()))] = root(node(line.back()));
    }
    for (std::size_t k = 0; k < parent.size(); ++k) EXPECT_EQ(root(k), root(0)) << "an end that joins nothing";
    EXPECT_GT(nodes.size(), 200u);
}

}  // namespace
}  // namespace samples
