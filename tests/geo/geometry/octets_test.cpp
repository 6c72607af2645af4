#include "geo/geometry/octets.hpp"

#include <gtest/gtest.h>

#include <random>

namespace geo {
namespace {

std::vector<Box> scattered(unsigned seed, int count, double extent) {
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> at{-extent, extent}, size{0, extent / 30};
    std::vector<Box> boxes;
    for (int i = 0; i < count; ++i) {
        const double x = at(random), y = at(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    return boxes;
}

// Whatever the number of boxes and of groups, all that meet are found, in order, and rounding outward adds at most a few.
TEST(Octets, FindWhatMeetsAsOneByOneDoes) {
    for (const int count : {0, 1, 7, 8, 9, 64, 65, 700}) {
        for (const double extent : {1e-3, 100.0, 1e7}) {
            const std::vector<Box> boxes = scattered(static_cast<unsigned>(count), count, extent);
            Octets octets;
            for (int i = 0; i < count; ++i) {
                if (i % 13 == 0) octets.begin_group();
                octets.add(RoughBox{boxes[i]});
            }
            octets.build();
            for (const Box& asked : scattered(99, 50, extent)) {
                std::vector<int> found, expected, roughly;
                octets.each_meeting(RoughBox{asked}, [&](int i) { found.push_back(i); });
                for (int i = 0; i < count; ++i) {
                    if (boxes[i].meets(asked)) expected.push_back(i);
                    if (boxes[i].grown(1e-6 * extent).meets(asked.grown(1e-6 * extent))) roughly.push_back(i);
                }
                EXPECT_TRUE(std::ranges::is_sorted(found));
                EXPECT_TRUE(std::ranges::includes(found, expected)) << count << " boxes of " << extent;
                EXPECT_TRUE(std::ranges::includes(roughly, found)) << count << " boxes of " << extent;
            }
        }
    }
}

TEST(Octets, CanBeFilledAgain) {
    Octets octets;
    for (int round = 0; round < 3; ++round) {
        octets.clear();
        for (int i = 0; i <= 100 * (2 - round); ++i) octets.add(RoughBox{Box{1.0 * i, 0, i + 0.5, 1}});
        octets.build();
        std::vector<int> found;
        octets.each_meeting(RoughBox{Box{-1, 0, 2.2, 1}}, [&](int i) { found.push_back(i); });
        EXPECT_EQ(found, round == 2 ? std::vector{0} : (std::vector{0, 1, 2}));
    }
}

TEST(RoughBox, HoldsTheBoxItWasMadeOf) {
    std::mt19937_64 random{5};
    for (int i = 0; i < 100'000; ++i) {
        const double v = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 90) - 100) * (random() % 2 == 0 ? 1 : -1);
        const RoughBox box{Box{v, v, v, v}};
        ASSERT_LE(static_cast<double>(box.min_x), v);
        ASSERT_GE(static_cast<double>(box.max_y), v);
    }
}

}  // namespace
}  // namespace geo
