#include "geo/zones/completeness.hpp"

#include "geo/zones/certify.hpp"
#include "tests/geo/zones/hard_compound.hpp"

#include <gtest/gtest.h>

namespace geo {
namespace {

using testing::RandomCompound;

/// A computed ground with its account, to be tampered with.
struct Computed {
    RandomCompound c;
    OffsetGround engine;
    MultiPolygon ground;
    bool is_closed = false;

    explicit Computed(RandomCompound compound) : c{std::move(compound)} {
        is_closed = engine.run(c.boundary, c.keeps, c.setback) && engine.draw({}, 0.0, ground);
    }
    std::string fault() const {
        CompletenessAccount account;
        const auto wrong = completeness_fault(engine, ground, c.boundary, c.keeps, c.setback, account);
        return wrong ? wrong->en : "";
    }
    OffsetCoverage& coverage() { return const_cast<OffsetCoverage&>(engine.coverage()); }
    OffsetChains& chains() { return const_cast<OffsetChains&>(engine.chains()); }
    OffsetRings& rings() { return const_cast<OffsetRings&>(engine.rings()); }
};

constexpr std::uint64_t seeds = 12;

template <typename F>
void each_compound(F&& f) {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Computed computed{testing::random_compound(seed)};
        ASSERT_TRUE(computed.is_closed);
        ASSERT_EQ(computed.fault(), "") << "seed " << seed;
        f(computed, seed);
    }
}

TEST(Completeness, OfWhatTheEngineFindsHolds) {
    each_compound([](Computed&, std::uint64_t) {});
}

// 10 × 10 m with nothing in it, and the same with a part cut off: a strip of 2 cm is missed.
TEST(Completeness, SeesAStripThatWasCutOff) {
    Computed computed{{{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}}}, {}, 0.0}};
    ASSERT_EQ(computed.fault(), "");
    for (Point& p : computed.ground[0].outer)
        if (p.x > 5) p.x -= 0.02;
    EXPECT_NE(computed.fault(), "");
}

TEST(CompletenessMutation, ALostPartOrHoleIsSeen) {
    int parts = 0, holes = 0;
    each_compound([&](Computed& it, std::uint64_t seed) {
        const MultiPolygon whole = it.ground;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            it.ground = whole;
            it.ground.erase(it.ground.begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_NE(it.fault(), "") << "seed " << seed << " part " << i;
            ++parts;
            for (std::size_t k = 0; k < whole[i].holes.size(); ++k) {
                it.ground = whole;
                it.ground[i].holes.erase(it.ground[i].holes.begin() + static_cast<std::ptrdiff_t>(k));
                EXPECT_NE(it.fault(), "") << "seed " << seed << " part " << i << " hole " << k;
                ++holes;
            }
        }
    });
    EXPECT_GT(parts, 20);
    EXPECT_GT(holes, 20);
}

// A whole ring gone from the ground and from the account's rings, and gone from the gaps too.
TEST(CompletenessMutation, ALostRingIsSeenHoweverWellItIsHidden) {
    int tried = 0;
    each_compound([&](Computed& it, std::uint64_t seed) {
        const OffsetRings rings = it.rings();
        const OffsetCoverage coverage = it.coverage();
        const MultiPolygon ground = it.ground;
        for (std::size_t r = 0; r < rings.rings.size(); ++r) {
            const GapRing lost = rings.rings[r];
            if (lost.part < 0 || lost.island < 0) continue;
            it.rings() = rings, it.coverage() = coverage, it.ground = ground;
            auto& hole_list = it.ground[lost.part].holes;
            hole_list.erase(hole_list.begin() + lost.island);
            it.rings().rings.clear(), it.rings().order.clear(), it.rings().drawn.clear();
            for (const GapRing& ring : rings.rings) {
                if (ring.first == lost.first) continue;
                GapRing kept = ring;
                kept.first = static_cast<int>(it.rings().order.size());
                if (kept.part == lost.part && kept.island > lost.island) --kept.island;
                it.rings().order.insert(it.rings().order.end(), rings.order.begin() + ring.first, rings.order.begin() + ring.first + ring.count);
                it.rings().rings.push_back(kept);
                it.rings().drawn.emplace_back();
            }
            EXPECT_NE(it.fault(), "") << "seed " << seed << ": gaps left over";
            std::vector<char> is_lost(coverage.gaps.size(), 0);
            for (int i = lost.first; i < lost.first + lost.count; ++i) is_lost[rings.order[i]] = 1;
            std::vector<int> now(coverage.gaps.size(), 0);
            it.coverage().gaps.clear();
            for (std::size_t g = 0; g < coverage.gaps.size(); ++g) {
                now[g] = static_cast<int>(it.coverage().gaps.size());
                if (!is_lost[g]) it.coverage().gaps.push_back(coverage.gaps[g]);
            }
            for (int& g : it.rings().order) g = now[g];
            EXPECT_NE(it.fault(), "") << "seed " << seed << ": a hole in the tiling";
            ++tried;
        }
    });
    EXPECT_GT(tried, 20);
}

// Each gap declared covered: by some capsule, by the outside.
TEST(CompletenessMutation, AGapTakenForCoveredIsSeen) {
    int tried = 0;
    each_compound([&](Computed& it, std::uint64_t seed) {
        const OffsetCoverage coverage = it.coverage();
        for (std::size_t g = seed % 5; g < coverage.gaps.size(); g += 5) {
            const Gap& gap = coverage.gaps[g];
            for (const auto by : {Covered::By::Capsule, Covered::By::Outside}) {
                it.coverage() = coverage;
                auto& covered = it.coverage().covered;
                const auto place = std::ranges::find_if(covered, [&](const Covered& c) {
                    return std::pair{c.primitive, c.from} > std::pair{gap.primitive, gap.from};
                });
                covered.insert(place, {gap.primitive, gap.from, gap.to, by, it.chains().primitives[gap.primitive].own[0]});
                it.coverage().gaps.erase(it.coverage().gaps.begin() + static_cast<std::ptrdiff_t>(g));
                const bool is_own = by == Covered::By::Capsule;  // on its own capsule's rim: the ring then misses it
                EXPECT_NE(it.fault(), "") << "seed " << seed << " gap " << g << (is_own ? " by its capsule" : " outside");
                ++tried;
            }
        }
    });
    EXPECT_GT(tried, 500);
}

TEST(CompletenessMutation, PrimitivesAndSourcesThatAreNotTheInputsAreSeen) {
    each_compound([&](Computed& it, std::uint64_t seed) {
        const OffsetChains chains = it.chains();
        const auto expect_fault = [&](const char* what) {
            EXPECT_NE(it.fault(), "") << "seed " << seed << ": " << what;
            it.chains() = chains;
        };
        for (std::size_t i = seed; i < chains.chains.size(); i += 3) {
            it.chains().chains[i].radius += 0.001;
            expect_fault("a radius that nobody asked for");
            const int first = chains.chains[i].first_capsule;
            if (first < chains.chains[i].capsule_end) {
                it.chains().capsules[first].from.x += 0.01;
                expect_fault("a capsule beside its edge");
                it.chains().capsules[first].radius += 0.01;
                expect_fault("a capsule too wide");
            }
            it.chains().primitives[chains.chains[i].first_primitive].to *= 0.99;
            expect_fault("a primitive too short");
        }
        // Without this obstacle the ground is larger: the account knows nothing of it, the certificate does.
        const std::vector<Keep> keeps = it.c.keeps;
        it.c.keeps.erase(it.c.keeps.begin());
        if (!chains.chains.empty() && !it.engine.run(it.c.boundary, keeps, it.c.setback)) FAIL();
        EXPECT_NE(it.fault(), "") << "seed " << seed << ": an obstacle that is none";
    });
}

TEST(CompletenessMutation, PrimitivesTakenForOutsideAreSeen) {
    int tried = 0;
    each_compound([&](Computed& it, std::uint64_t seed) {
        const OffsetCoverage coverage = it.coverage();
        for (std::size_t g = 0; g < coverage.gaps.size(); g += 7) {
            it.coverage() = coverage;
            const int p = coverage.gaps[g].primitive;
            OffsetCoverage& now = it.coverage();
            std::erase_if(now.gaps, [&](const Gap& gap) { return gap.primitive == p; });
            std::erase_if(now.covered, [&](const Covered& c) { return c.primitive == p; });
            const auto place = std::ranges::find_if(now.outside, [&](const OutsideRun& run) { return run.first > p; });
            now.outside.insert(place, {p, p + 1, it.chains().primitive_boxes[p]});
            EXPECT_NE(it.fault(), "") << "seed " << seed << " primitive " << p;
            ++tried;
        }
    });
    EXPECT_GT(tried, 100);
}

}  // namespace
}  // namespace geo
