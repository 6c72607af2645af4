#include "geo/io/wkb.hpp"

#include "io_fixtures.hpp"

#include <gtest/gtest.h>

using namespace geo;
using namespace geo::storage;
using io_fixtures::box;

namespace {

std::vector<unsigned char> wkb_of(const Shape& shape, GeometryKind kind = GeometryKind::Any) {
    std::vector<unsigned char> wkb;
    to_wkb(shape, kind, wkb);
    return wkb;
}

Polygon with_hole() {
    return {.outer = box(0, 0, 10, 10).outer, .holes = {{{1, 1}, {1, 2}, {2, 2}}}};
}

}  // namespace

TEST(Wkb, KeepsEveryMixtureBitForBit) {
    const std::vector<Shape> shapes{
        {.areas = {with_hole()}, .lines = {}, .points = {}},
        {.areas = {with_hole(), box(20, 0, 30, 1.0 / 3.0)}, .lines = {}, .points = {}},
        {.areas = {}, .lines = {{{0, 0}, {1e-300, -0.0}}}, .points = {}},
        {.areas = {}, .lines = {{{0, 0}, {1, 1}}, {{2, 2}, {3, 3}}}, .points = {{7, 8}}},
        {.areas = {}, .lines = {}, .points = {{1, 2}}},
        {.areas = {box(0, 0, 1, 1)}, .lines = {{{0, 0}, {1, 1}}}, .points = {{1, 2}, {3, 4}}}};
    for (const Shape& shape : shapes) EXPECT_EQ(shape_from_wkb(wkb_of(shape)), shape);
}

TEST(Wkb, WritesTheSimplestTypeThatHoldsTheShape) {
    EXPECT_EQ(wkb_of({.areas = {}, .lines = {}, .points = {{1, 2}}})[1], 1);
    EXPECT_EQ(wkb_of({.areas = {}, .lines = {}, .points = {{1, 2}, {3, 4}}})[1], 4);
    EXPECT_EQ(wkb_of({.areas = {}, .lines = {{{0, 0}, {1, 1}}}, .points = {}})[1], 2);
    EXPECT_EQ(wkb_of({.areas = {with_hole()}, .lines = {}, .points = {}})[1], 6);
    EXPECT_EQ(wkb_of({.areas = {with_hole()}, .lines = {}, .points = {{1, 2}}})[1], 7);
    EXPECT_TRUE(wkb_of({}).empty());
}

// 1 + 4 + 4 bytes of head, 4 for the ring's count, five vertices of 16.
TEST(Wkb, ClosesRings) {
    EXPECT_EQ(wkb_of({.areas = {box(0, 0, 1, 1)}, .lines = {}, .points = {}}, GeometryKind::OneArea).size(), 9u + 4u + 5u * 16u);
}

TEST(Wkb, ReadsBigEndianWithHeight) {
    const std::vector<unsigned char> point_z{0, 0, 0, 0x03, 0xe9, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0,
                                             0, 0, 0, 0,    0x40, 0x08, 0,  0, 0, 0, 0, 0};
    const auto shape = shape_from_wkb(point_z);
    ASSERT_TRUE(shape);
    EXPECT_EQ(shape->points, (std::vector<Point>{{1.0, 2.0}}));
}

TEST(Wkb, RefusesEveryPrefixAndUnknownTypes) {
    const auto whole = wkb_of({.areas = {with_hole()}, .lines = {{{0, 0}, {1, 1}}}, .points = {{1, 2}}});
    for (std::size_t n = 0; n < whole.size(); ++n) EXPECT_FALSE(shape_from_wkb({whole.data(), n})) << n << " bytes";
    const std::vector<unsigned char> curve{1, 8, 0, 0, 0, 0, 0, 0, 0};
    EXPECT_FALSE(shape_from_wkb(curve));
}

TEST(Wkb, FindsTheNarrowestKind) {
    KindOf kind;
    EXPECT_EQ(kind.kind(), GeometryKind::None);
    kind.add({.areas = {}, .lines = {}, .points = {{1, 2}}});
    EXPECT_EQ(kind.kind(), GeometryKind::OnePoint);
    kind.add({.areas = {}, .lines = {}, .points = {{1, 2}, {3, 4}}});
    EXPECT_EQ(kind.kind(), GeometryKind::Points);
    kind.add({.areas = {box(0, 0, 1, 1)}, .lines = {}, .points = {}});
    EXPECT_EQ(kind.kind(), GeometryKind::Any);
}
