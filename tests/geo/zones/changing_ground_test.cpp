#include "geo/zones/changing_ground.hpp"

#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/geometry/vectors.hpp"
#include "tests/geo/zones/hard_compound.hpp"

#include <gtest/gtest.h>

namespace geo {
namespace {

using testing::RandomCompound;

Keep moved_by(Keep keep, double dx, double dy) {
    each_vertex(keep.shape, [&](Point& p) { p.x += dx, p.y += dy; });
    return keep;
}

/// A keep as it may come next: further, nearer, elsewhere, of another shape, gone far away and back.
Keep next_of(const Keep& keep, std::size_t turn) {
    Keep next = keep;
    switch (turn % 5) {
        case 0: next.distance_m += 2.5; return next;
        case 1: next.distance_m = 0.5 * keep.distance_m; return next;
        case 2: return moved_by(keep, 7.25, -3.5);
        case 3: next.shape = {{{{{200, 200}, {212, 201}, {209, 230}, {215, 240}, {199, 238}}, {}}}, {}, {}}; return next;
        default: return moved_by(keep, 5e3, 0);
    }
}

void expect_followed(const FreeGround& followed, const RandomCompound& c) {
    const FreeGround anew = free_ground(c.boundary, c.keeps, c.setback);
    ASSERT_EQ(followed.is_certified, anew.is_certified);
    ASSERT_TRUE(followed.is_certified);
    ASSERT_TRUE(is_valid(followed.ground));
    ASSERT_EQ(followed.ground.size(), anew.ground.size());
    // Arcs that were once drawn finer stay so.
    ASSERT_NEAR(area(followed.ground), area(anew.ground), 0.5);
    ASSERT_TRUE(testing::is_complete(area(followed.ground), testing::referee(c.boundary, c.keeps, c.setback)));
    const Shape outline = line_of(followed.ground);
    for (const Keep& keep : c.keeps) ASSERT_GE(distance(outline, keep.shape), keep.distance_m - 1e-9);
}

TEST(ChangingGround, FollowsEveryChangeAsIfComputedAnew) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        RandomCompound c = testing::random_compound(seed);
        ChangingGround changing{c.boundary, c.keeps, c.setback};
        for (std::size_t turn = 0; turn < 10; ++turn) {
            SCOPED_TRACE(::testing::Message() << "seed " << seed << ", turn " << turn);
            const std::size_t i = (turn * 7 + seed) % c.keeps.size();
            const Keep before = c.keeps[i];
            c.keeps[i] = next_of(before, turn);
            changing.change(i, c.keeps[i]);
            ASSERT_NO_FATAL_FAILURE(expect_followed(changing.ground(), c));
            if (turn % 3 != 0) continue;
            c.keeps[i] = before;
            changing.change(i, before);
            ASSERT_NO_FATAL_FAILURE(expect_followed(changing.ground(), c));
        }
    }
}

TEST(ChangingGround, FollowsInCompoundsThatHurt) {
    for (const testing::HardKind& kind : testing::hard_kinds()) {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            SCOPED_TRACE(::testing::Message() << kind.name << ", seed " << seed);
            RandomCompound c = testing::hard_compound(kind, seed);
            if (c.keeps.empty()) continue;
            ChangingGround changing{c.boundary, c.keeps, c.setback};
            for (const double more : {0.75, -0.25, 0.0}) {
                Keep& keep = c.keeps[seed % c.keeps.size()];
                keep.distance_m = std::max(0.0, keep.distance_m + more);
                changing.change(seed % c.keeps.size(), keep);
                ASSERT_NO_FATAL_FAILURE(expect_followed(changing.ground(), c));
            }
        }
    }
}

// What has not changed is not measured again; what has is, everywhere.
TEST(ChangingGroundMutation, GroundThatDidNotFollowIsSeen) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        RandomCompound c = testing::random_compound(seed);
        const FreeGround found = free_ground(c.boundary, c.keeps, c.setback);
        ASSERT_TRUE(found.is_certified);
        Certificate certificate;
        ASSERT_FALSE(certificate.check(found.ground, c.boundary, c.keeps, c.setback));
        certificate.prepare(c.boundary, c.keeps, c.setback);
        KnownEdges known;
        known.set(found.ground);
        const std::vector<char>& is_known = known.find(found.ground);
        ASSERT_TRUE(std::ranges::all_of(is_known, [](char k) { return k != 0; }));
        int seen = 0, touching = 0;
        for (std::size_t i = 0; i < c.keeps.size(); ++i) {
            if (distance(line_of(found.ground), c.keeps[i].shape) > c.keeps[i].distance_m + 0.01) continue;
            ++touching;
            c.keeps[i].distance_m += 0.02;
            certificate.change(c.boundary, c.keeps, c.setback, i);
            seen += certificate.check_change(found.ground, c.boundary, c.keeps, is_known).has_value();
            c.keeps[i].distance_m -= 0.02;
            certificate.change(c.boundary, c.keeps, c.setback, i);
            ASSERT_FALSE(certificate.check_change(found.ground, c.boundary, c.keeps, is_known));
        }
        EXPECT_GT(touching, 5);
        EXPECT_EQ(seen, touching);
    }
}

TEST(KnownEdges, AreKnownToTheLastBit) {
    const MultiPolygon ground{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{4, 4}, {4, 6}, {6, 6}, {6, 4}}}}};
    MultiPolygon other = ground;
    other[0].outer[2].x = std::nextafter(10.0, 11.0);
    KnownEdges known;
    EXPECT_EQ(known.find(ground), std::vector<char>(8, 0));
    known.set(ground);
    EXPECT_EQ(known.find(ground), std::vector<char>(8, 1));
    EXPECT_EQ(known.find(other), (std::vector<char>{1, 0, 0, 1, 1, 1, 1, 1}));
    const std::vector<char> once = known.find({ground[0], ground[0]});
    EXPECT_EQ(once, (std::vector<char>{1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0})) << "what comes twice was never held against itself";
}

/// A line once round a square and past its beginning, then straight on: a square loop of half a side `half_m`, of many pieces.
Line looped(double half_m, bool is_turned) {
    constexpr int pieces = 12, tail = 75;
    const Point corners[] = {{-half_m, -half_m}, {half_m, -half_m}, {half_m, half_m}, {-half_m, half_m}, {-half_m, -half_m}};
    Line line{{-1.5 * half_m, -half_m}};
    for (int c = 0; c < 4; ++c)
        for (int i = 0; i < pieces; ++i) line.push_back(corners[c] + (corners[c + 1] - corners[c]) * (static_cast<double>(i) / pieces));
    line.push_back(corners[4]);
    for (int i = 0; i <= tail; ++i) line.push_back({-half_m, -1.5 * half_m - 13.0 * i});
    if (is_turned) std::ranges::reverse(line);
    return line;
}

// As many pieces as before, in another order and elsewhere: what bounded the ground lies out of reach now, and may not stay.
TEST(ChangingGround, DoesNotKeepWhatTheChangedThingItselfHadBounded) {
    const MultiPolygon yard{{{{-21, -21}, {21, -21}, {21, 21}, {-21, 21}}, {}}};
    for (const double half_m : {19.0, 19.5, 20.0, 20.5, 21.0, 22.0}) {
        SCOPED_TRACE(half_m);
        ChangingGround changing{yard, {{{{}, {looped(20.0, false)}, {}}, 3.0}}, 0.0};
        const Keep next{{{}, {looped(half_m, true)}, {}}, 3.0};
        const FreeGround& followed = changing.change(0, next);
        const FreeGround anew = free_ground(yard, std::vector{next}, 0.0);
        ASSERT_TRUE(followed.is_certified);
        EXPECT_TRUE(is_valid(followed.ground));
        EXPECT_EQ(followed.ground.size(), anew.ground.size());
        EXPECT_NEAR(area(followed.ground), area(anew.ground), 0.5);
    }
}

}  // namespace
}  // namespace geo
