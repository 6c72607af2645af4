#include "geo/zones/free_ground.hpp"
#include "tests/geo/zones/hard_compound.hpp"
#include "tests/geo/zones/zone_tally.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

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
    testing::ZoneTally tally;
    for (std::uint64_t seed = 1; seed <= count; ++seed) {
        SCOPED_TRACE(std::string{kind.name} + ", seed " + std::to_string(seed));
        ASSERT_NO_FATAL_FAILURE(tally.add(testing::hard_compound(kind, seed)));
    }
    tally.conclude(1.0);
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
