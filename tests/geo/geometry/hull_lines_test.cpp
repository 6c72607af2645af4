#include "geo/geometry/hull_lines.hpp"

#include "geo/geometry/distance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace geo {
namespace {

Polygon rectangle(const Box& b) { return {{{b.min_x, b.min_y}, {b.max_x, b.min_y}, {b.max_x, b.max_y}, {b.min_x, b.max_y}}, {}}; }

// A square of 100 m on its corner: its box holds corners of 50 × 50 m that are up to 35 m off.
TEST(HullLines, TellWhatLiesInACornerOfTheBox) {
    const HullLines lines{{{{{50, 0}, {100, 50}, {50, 100}, {0, 50}}, {}}}};
    EXPECT_TRUE(lines.is_beyond({0, 0, 5, 5}, 28.0));  // (50 − 10) / √2 = 28.28 m
    EXPECT_FALSE(lines.is_beyond({0, 0, 5, 5}, 28.5));
    EXPECT_FALSE(lines.is_beyond({40, 40, 60, 60}, 0.0));
    EXPECT_FALSE(lines.is_beyond({0, 0, 100, 100}, 0.0));
    EXPECT_TRUE(lines.is_beyond({200, 200, 210, 210}, 9.0));
}

TEST(HullLines, OfNothingTellNothing) {
    EXPECT_FALSE(HullLines{{}}.is_beyond({0, 0, 1, 1}, 0.0));
    EXPECT_FALSE((HullLines{{{{{0, 0}, {0, 0}, {0, 0}}, {}}}}.is_beyond({10, 10, 11, 11}, 0.0)));
}

// Whatever is said to be beyond is, for jagged areas of both windings with up to 40 corners; and of boxes that are far most are told.
TEST(HullLines, NeverCallFarWhatIsNear) {
    std::mt19937_64 random{7};
    const auto number = [&](double from, double to) { return from + (to - from) * static_cast<double>(random() >> 11) * 0x1.0p-53; };
    int far = 0, told = 0;
    for (int i = 0; i < 300; ++i) {
        Ring ring;
        const int corners = 3 + static_cast<int>(number(0, 38));
        for (int c = 0; c < corners; ++c) {
            const double angle = 2 * std::numbers::pi * c / corners, radius = number(20, 60);
            ring.push_back({1e6 + radius * std::cos(angle), 3e6 + radius * std::sin(angle)});
        }
        if (i % 2) std::ranges::reverse(ring);
        const MultiPolygon area{{ring, {}}};
        const HullLines lines{area};
        for (int b = 0; b < 20; ++b) {
            const double x = 1e6 + number(-100, 100), y = 3e6 + number(-100, 100), needed = number(0, 20);
            const Box box{x, y, x + number(0, 20), y + number(0, 20)};
            const double have = distance(Shape{area, {}, {}}, Shape{{rectangle(box)}, {}, {}});
            far += have > needed;
            if (!lines.is_beyond(box, needed)) continue;
            ++told;
            EXPECT_GT(have, needed) << i;
        }
    }
    EXPECT_GT(told, 0.8 * far);
}

}  // namespace
}  // namespace geo
