#include "tests/geo/zones/zone_tally.hpp"

#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/zones/free_ground.hpp"

#include <gtest/gtest.h>

namespace geo::testing {

void ZoneTally::add(const RandomCompound& c) {
    const FreeGround found = free_ground(c.boundary, c.keeps, c.setback);
    m_count += 1.0;
    if (!found.is_certified) {
        m_not_computed += 1.0;
        return;
    }
    ++m_ways[found.way];
    m_fallbacks += found.way == first_way ? 0.0 : 1.0;
    ASSERT_TRUE(is_valid(found.ground));
    const Shape outline = line_of(found.ground);
    for (const Keep& keep : c.keeps) ASSERT_GE(distance(outline, keep.shape), keep.distance_m - 1e-9);
    ASSERT_TRUE(c.setback <= 0 || distance(outline, line_of(c.boundary)) >= c.setback - 1e-9);
    const Referee expected = referee(c.boundary, c.keeps, c.setback);
    ASSERT_TRUE(is_complete(area(found.ground), expected))
        << area(found.ground) << " m² of " << expected.area << " m², arcs " << expected.arc_length << " m";
}

void ZoneTally::conclude(double spare) const {
    EXPECT_LE(m_not_computed, 0.001 * m_count);
    EXPECT_LE(m_fallbacks, spare + 0.01 * m_count);
    for (const auto& [way, n] : m_ways) ::testing::Test::RecordProperty(way, n);
}

}  // namespace geo::testing
