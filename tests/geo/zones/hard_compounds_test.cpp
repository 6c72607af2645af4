#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/zones/free_ground.hpp"
#include "tests/geo/zones/hard_compound.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace geo {
namespace {

using testing::HardKind;

class HardCompounds : public ::testing::TestWithParam<std::size_t> {};

/// Compounds of each kind: together 2,000, or ANCHONG_COMPOUNDS.
std::uint64_t count_a_kind() {
    const char* asked = std::getenv("ANCHONG_COMPOUNDS");
    return 1 + (asked ? std::strtoull(asked, nullptr, 10) : 2000) / testing::hard_kinds().size();
}

// Every distance measured anew, every area against GEOS with 256 segments a quarter, validity by GEOS; how each was computed is counted.
TEST_P(HardCompounds, KeepEveryClearanceAndLoseNoGround) {
    const HardKind& kind = testing::hard_kinds()[GetParam()];
    const std::uint64_t count = count_a_kind();
    std::map<std::string, int> ways;
    std::uint64_t not_computed = 0, fallbacks = 0;
    for (std::uint64_t seed = 1; seed <= count; ++seed) {
        SCOPED_TRACE(std::string{kind.name} + ", seed " + std::to_string(seed));
        const auto c = testing::hard_compound(kind, seed);
        const FreeGround found = free_ground(c.boundary, c.keeps, c.setback);
        if (!found.is_certified) {
            ++not_computed;
            continue;
        }
        ++ways[found.way];
        fallbacks += found.way != first_way;
        ASSERT_TRUE(is_valid(found.ground));
        const Shape outline = line_of(found.ground);
        for (const Keep& keep : c.keeps) ASSERT_GE(distance(outline, keep.shape), keep.distance_m - 1e-9);
        ASSERT_TRUE(c.setback <= 0 || distance(outline, line_of(c.boundary)) >= c.setback - 1e-9);
        const auto expected = testing::referee(c.boundary, c.keeps, c.setback);
        ASSERT_TRUE(testing::is_complete(area(found.ground), expected))
            << area(found.ground) << " m² of " << expected.area << " m², arcs " << expected.arc_length << " m";
    }
    EXPECT_LE(static_cast<double>(not_computed), 0.001 * static_cast<double>(count));
    EXPECT_LE(static_cast<double>(fallbacks), 1.0 + 0.01 * static_cast<double>(count));
    for (const auto& [way, n] : ways) RecordProperty(way, n);
}

INSTANTIATE_TEST_SUITE_P(Kinds, HardCompounds, ::testing::Range<std::size_t>(0, testing::hard_kinds().size()),
                         [](const auto& kind) { return std::string{testing::hard_kinds()[kind.param].name}; });

// 100,000 vertices round the compound and 100,000 round one building.
TEST(HardCompounds, RingsOf100000Vertices) {
    const auto circle = [](double radius, double wave) {
        Ring ring;
        for (int i = 0; i < 100'000; ++i) {
            const double a = 2 * 3.14159265358979 * i / 100'000, r = radius + wave * std::sin(500 * a);
            ring.push_back({r * std::cos(a), r * std::sin(a)});
        }
        return ring;
    };
    const MultiPolygon boundary{{circle(900, 0.4), {}}};
    const std::vector<Keep> keeps{{{{{circle(300, 0.2), {}}}, {}, {}}, 6.0}, {{{}, {}, {{500, 0}}}, 15.0}};
    const FreeGround found = free_ground(boundary, keeps, 2.0);
    ASSERT_TRUE(found.is_certified) << found.reason.en;
    EXPECT_EQ(found.way, first_way);
    ASSERT_EQ(found.ground.size(), 1u);
    EXPECT_EQ(found.ground[0].holes.size(), 2u);
    const double pi = 3.14159265358979, expected = pi * (897.9 * 897.9 - 306.1 * 306.1 - 15 * 15);
    EXPECT_NEAR(area(found.ground), expected, 0.002 * expected);
}

}  // namespace
}  // namespace geo
