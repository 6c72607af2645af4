#include "tests/geo/units/contract.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

using geo::Line;
using geo::MultiPolygon;
using geo::Point;
using testing::IsEmpty;

namespace {

/// The standard fixes the engine but not the distributions, so towns are drawn by hand to be the same everywhere.
class Dice {
public:
    explicit Dice(unsigned seed) : m_engine{seed} {}
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(m_engine()) / 4294967295.0;
    }
    int upto(int most) { return static_cast<int>(m_engine() % static_cast<unsigned>(most + 1)); }

private:
    std::mt19937 m_engine;
};

MultiPolygon slab(Point at, double length, double depth, double angle) {
    const Point u{std::cos(angle), std::sin(angle)}, v{-u.y, u.x};
    const auto corner = [&](double s, double t) { return Point{at.x + s * u.x + t * v.x, at.y + s * u.y + t * v.y}; };
    return {{{corner(0, 0), corner(length, 0), corner(length, depth), corner(0, depth)}, {}}};
}

struct RandomTown {
    std::vector<MultiPolygon> buildings;
    std::vector<Line> roads;
    geo::UnitLimits limits;
};

RandomTown random_town(unsigned seed) {
    Dice dice{seed};
    RandomTown town;
    const double extent = dice.between(200, 1500), origin = seed % 2 ? 0.0 : 3'000'000.0;
    const auto anywhere = [&] { return Point{origin + dice.between(0, extent), origin + dice.between(0, extent)}; };
    const int estates = 1 + dice.upto(8);
    for (int e = 0; e < estates; ++e) {
        const Point corner = anywhere();
        const double angle = dice.between(-3, 3), length = dice.between(8, 60), depth = dice.between(6, 15);
        const double gap = dice.upto(2) == 0 ? 0.0 : dice.between(-1, 12);  // party walls, overlaps, gaps
        const int columns = 1 + dice.upto(9), rows = 1 + dice.upto(9);
        for (int i = 0; i < columns; ++i) {
            for (int j = 0; j < rows; ++j) {
                const double s = i * (length + gap), t = j * (depth + 15.0);
                const Point at{corner.x + s * std::cos(angle) - t * std::sin(angle),
                               corner.y + s * std::sin(angle) + t * std::cos(angle)};
                town.buildings.push_back(slab(at, length, depth, angle));
            }
        }
    }
    for (int i = dice.upto(30); i > 0; --i)
        town.buildings.push_back(slab(anywhere(), dice.between(1, 40), dice.between(1, 40), dice.between(-3, 3)));
    for (int i = dice.upto(3); i > 0; --i)
        town.buildings.push_back(slab(anywhere(), dice.between(100, 400), dice.between(20, 300), dice.between(-3, 3)));
    for (int i = dice.upto(5); i > 0; --i)
        town.buildings.push_back(town.buildings[dice.upto(static_cast<int>(town.buildings.size()) - 1)]);
    for (int i = seed % 3 == 0 ? 0 : dice.upto(25); i > 0; --i) {
        Line road{anywhere()};
        for (int j = dice.upto(4); j >= 0; --j) road.push_back(anywhere());
        town.roads.push_back(road);
    }
    if (dice.upto(3) == 0) {
        town.limits.most_buildings = 40;
        town.limits.most_m2 = 30'000;
        town.limits.margin_m = dice.between(0, 30);
    }
    return town;
}

}  // namespace

TEST(PlanningUnitsProperty, RandomTownsKeepTheContract) {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        const RandomTown town = random_town(seed);
        const auto units = geo::planning_units(town.buildings, town.roads, town.limits);
        EXPECT_THAT(test::breaches(town.buildings, units, town.limits), IsEmpty()) << "seed " << seed;
        const auto again = geo::planning_units(town.buildings, town.roads, town.limits);
        ASSERT_EQ(units.size(), again.size()) << "seed " << seed;
        for (std::size_t u = 0; u < units.size(); ++u)
            ASSERT_EQ(units[u].boundary, again[u].boundary) << "seed " << seed;
    }
}
