#include "geo/geometry/outlines.hpp"
#include "geo/zones/free_ground.hpp"
#include "tests/geo/geometry/jts/compare.hpp"
#include "tests/geo/geometry/jts/tally.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

namespace geo::jts {
namespace {

constexpr double arc_tolerance_m = 0.011;

Ring ring_of(const Box& b) { return {{b.min_x, b.min_y}, {b.max_x, b.min_y}, {b.max_x, b.max_y}, {b.min_x, b.max_y}}; }

/// A box less the areas, which lie inside it.
MultiPolygon box_less(const Box& box, const MultiPolygon& areas) {
    MultiPolygon rest{{ring_of(box), {}}};
    for (const Polygon& area : areas) {
        rest.front().holes.push_back(area.outer);
        for (const Ring& hole : area.holes) rest.push_back({hole, {}});
    }
    return rest;
}

/// A buffer outwards is what a keep takes of a yard round it, one inwards what a setback leaves.
std::string ground_difference(const Case& one) {
    const double distance = one.numbers.at(0), reach = std::abs(distance);
    const Point origin = origin_of(one.a);
    const Shape shape = prepared(one.a, origin);
    const MultiPolygon expected = moved(one.shape->areas, -origin.x, -origin.y);
    const Box yard = box_of(shape).grown(3 * reach);
    const std::vector<Keep> keeps{{shape, reach}};
    const FreeGround found = distance > 0 ? free_ground({{ring_of(yard), {}}}, keeps, 0.0) : free_ground(shape.areas, {}, reach);
    if (!found.is_certified) return "not computed: " + found.reason.en;
    const double tolerance = buffer_tolerance(one) + arc_tolerance_m;
    return difference_of(found.ground, distance > 0 ? box_less(yard, expected) : expected, tolerance);
}

// The buffers of JTS and GEOS, computed as zones are: by keeps and setbacks, certified.
TEST(JtsCases, BuffersAsZonesKeepThem) {
    if (!folder_of_cases()) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    Tally tally;
    for (const Case& one : read_suite(*folder_of_cases()).cases) {
        if (one.operation != "buffer" || !one.shape || one.numbers.at(0) == 0) continue;
        const std::string family = one.numbers[0] > 0 ? "keep" : "setback";
        if (one.numbers[0] < 0 && one.a.areas.empty()) tally.leave_out(family, "a line or point has no inside");
        else if (std::abs(one.numbers[0]) < 10 * arc_tolerance_m) tally.leave_out(family, "finer than our arcs");
        else tally.note(family, ground_difference(one), one.name);
    }
    std::cout << tally.table();
    EXPECT_GE(tally.of("keep").passed, 46);
    EXPECT_GE(tally.of("setback").passed, 11);
}

}  // namespace
}  // namespace geo::jts
