#include "geo/geometry/box_index.hpp"
#include "geo/geometry/shapes.hpp"

#include <gtest/gtest.h>

#include <random>

namespace geo {
namespace {

TEST(Shapes, AreaAndContainment) {
    const Polygon frame{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{4, 4}, {4, 6}, {6, 6}, {6, 4}}}};
    EXPECT_DOUBLE_EQ(area(frame), 96.0);
    EXPECT_TRUE(contains(frame, {1, 1}));
    EXPECT_FALSE(contains(frame, {5, 5}));
    EXPECT_FALSE(contains(frame, {11, 5}));
}

// Far from the origin the area must not lose its digits: 1 mm × 1 mm at an easting of 36 500 km.
TEST(Shapes, AreaKeepsItsDigitsAtZoneEastings) {
    const Ring ring{{36500000, 4000000}, {36500000.001, 4000000}, {36500000.001, 4000000.001}, {36500000, 4000000.001}};
    EXPECT_NEAR(signed_area(ring), 1e-6, 1e-10);
}

TEST(BoxIndex, FindsWhatBruteForceFinds) {
    std::mt19937_64 random{7};
    const auto number = [&](double to) { return to * static_cast<double>(random() >> 11) * 0x1.0p-53; };
    std::vector<Box> boxes;
    for (int i = 0; i < 2000; ++i) {
        Box b;
        const Point p{number(1000), number(1000)};
        b.add(p), b.add(Point{p.x + number(20), p.y + number(20)});
        boxes.push_back(b);
    }
    boxes.push_back(Box{});  // empty boxes are never found
    const BoxIndex index{boxes};
    for (int i = 0; i < 200; ++i) {
        Box query;
        const Point p{number(1000), number(1000)};
        query.add(p), query.add(Point{p.x + number(80), p.y + number(80)});
        std::vector<std::size_t> expected;
        for (std::size_t j = 0; j < boxes.size(); ++j)
            if (!boxes[j].empty() && boxes[j].meets(query)) expected.push_back(j);
        EXPECT_EQ(index.meeting(query), expected);
    }
}

}  // namespace
}  // namespace geo
