#include "geo/bays/layout.hpp"
#include "tests/geo/bays/soundness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace geo::test {
namespace {

const BayModule standard;

MultiPolygon yard_round(const Polygon& zone, double by) {
    const Box b = box_of(zone.outer).grown(by);
    return box(b.min_x, b.min_y, b.max_x, b.max_y);
}

void expect_sound(const Polygon& zone, const MultiPolygon& boundary, const std::vector<MultiPolygon>& no_aisle,
                  std::uint64_t seed) {
    const auto site = fit_bays(zone_of(zone), standard, 1.0, boundary, no_aisle);
    if (!site) return;
    EXPECT_EQ(faults(*site, {zone}, standard, 1.0, boundary, no_aisle), "") << "seed " << seed;
    const auto again = fit_bays(zone_of(zone), standard, 1.0, boundary, no_aisle);
    ASSERT_TRUE(again);
    EXPECT_EQ(site->outline, again->outline) << "seed " << seed;
}

TEST(FitBaysProperty, SitesInStarsAreSound) {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Random random{seed};
        const Polygon zone = star(random, 5 + random.upto(40), 1.5, random.between(3.0, 20.0));
        expect_sound(zone, yard_round(zone, random.between(0.0, 3.0)), {}, seed);
    }
}

TEST(FitBaysProperty, SitesOnFreeGroundAreSound) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Random random{seed};
        const Polygon zone =
            free_ground(random, random.between(20.0, 120.0), random.between(8.0, 40.0), 1 + random.upto(5));
        std::vector<MultiPolygon> no_aisle;
        for (const Ring& hole : zone.holes) no_aisle.push_back({{hole, {}}});
        const auto site = fit_bays(zone_of(zone), standard, 1.0, yard_round(zone, 1.0), no_aisle);
        ASSERT_TRUE(site) << "seed " << seed;
        EXPECT_TRUE(site->has_aisle) << "seed " << seed;
        expect_sound(zone, {{zone.outer, {}}}, no_aisle, seed);
    }
}

/// Whether two bays fit somewhere, by trying many places: each corner and the middles between looked at from outside
/// this folder's code.
bool brute_force_fits(const Polygon& zone, int directions, double step) {
    const Box b = box_of(zone.outer);
    for (int i = 0; i < directions; ++i) {
        const double a = std::numbers::pi * i / directions, c = std::cos(a), s = std::sin(a);
        for (double x = b.min_x; x <= b.max_x; x += step)
            for (double y = b.min_y; y <= b.max_y; y += step) {
                const auto at = [&](double u, double v) { return Point{x + c * u - s * v, y + s * u + c * v}; };
                const Ring r{at(0, 0), at(1.6, 0), at(1.6, 2.0), at(0, 2.0)};
                if (std::any_of(r.begin(), r.end(), [&](Point p) { return !contains(zone, p); })) continue;
                bool is_inside = true;
                for (std::size_t k = 0; k < zone.outer.size() && is_inside; ++k) {
                    const Point p = zone.outer[k], q = zone.outer[(k + 1) % zone.outer.size()];
                    for (std::size_t m = 0; m < 4 && is_inside; ++m) {
                        const Point u = r[m], v = r[(m + 1) % 4];
                        const auto side = [](Point o, Point d, Point t) {
                            return (d.x - o.x) * (t.y - o.y) - (d.y - o.y) * (t.x - o.x);
                        };
                        is_inside = !(side(p, q, u) * side(p, q, v) <= 0.0 && side(u, v, p) * side(u, v, q) <= 0.0);
                    }
                }
                if (is_inside) return true;
            }
    }
    return false;
}

// Zones just large enough: where a fine grid of places finds room for two bays, so must we, and the other way round
// only by what a grid misses.
TEST(FitBaysProperty, FindsALeastSiteWhereverBruteForceDoes) {
    int found = 0, tried = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        Random random{seed};
        const Polygon zone = star(random, 4 + random.upto(9), 0.9, random.between(1.6, 2.6));
        const bool is_there = brute_force_fits(zone, 90, 0.05);
        const auto site = fit_bays(zone_of(zone), standard, 1.0, yard_round(zone, 10.0), {});
        EXPECT_TRUE(site || !is_there) << "seed " << seed;
        if (site) {
            EXPECT_EQ(faults(*site, {zone}, standard, 1.0, yard_round(zone, 10.0), {}), "") << "seed " << seed;
        }
        found += is_there;
        ++tried;
    }
    EXPECT_GT(found, tried / 10) << "too few zones hold a site to show anything";
    EXPECT_LT(found, tried * 9 / 10) << "too few zones are tight to show anything";
}

}  // namespace
}  // namespace geo::test
