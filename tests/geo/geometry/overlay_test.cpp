#include "geo/geometry/distance.hpp"
#include "geo/geometry/overlay.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace geo {
namespace {

constexpr double pi = std::numbers::pi;

Polygon rectangle(double x, double y, double w, double h) { return {{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, {}}; }

/// Least and greatest distance of the outline of `grown` from `shape`.
std::pair<double, double> reach(const std::vector<MultiPolygon>& grown, const Shape& shape) {
    double least = INFINITY, greatest = 0.0;
    for (const MultiPolygon& part : grown) {
        for (const Polygon& polygon : part) {
            for (std::size_t i = 0; i < polygon.outer.size(); ++i) {
                const Point a = polygon.outer[i], b = polygon.outer[(i + 1) % polygon.outer.size()];
                least = std::min(least, distance(Shape{{}, {{a, b}}, {}}, shape));
                greatest = std::max(greatest, distance(Shape{{}, {}, {a}}, shape));
            }
        }
    }
    return {least, greatest};
}

// The outline of a buffer is nowhere nearer than the distance (less the 58 µm by which Boost moves edges) and nowhere farther
// than 1 cm beyond it; the outlines of pieces are not moved.
TEST(Buffers, AreCircumscribedWithinACentimetre) {
    const std::vector<Shape> shapes{{{rectangle(0, 0, 30, 12)}, {}, {}},
                                    {{{{{0, 0}, {20, 0}, {20, 6}, {8, 6}, {8, 15}, {0, 15}}, {}}}, {}, {}},
                                    {{}, {{{0, 0}, {20, 3}, {25, 18}}}, {}},
                                    {{}, {}, {{3, 4}}}};
    for (const Shape& shape : shapes) {
        for (const double d : {0.5, 2.0, 6.0, 13.0, 50.0}) {
            const auto [least, greatest] = reach(buffers(shape, d), shape);
            EXPECT_GE(least, d - 6e-5) << "distance " << d;
            EXPECT_LE(greatest, d + 0.01 + 1e-9) << "distance " << d;
            EXPECT_LE(reach(buffer_pieces(shape, d), shape).second, d + 0.01 + 1e-9) << "distance " << d;
        }
    }
}

// 30 × 12 m grown by 6 m: 30·12 + 2·6·(30 + 12) + π·36, and at most 1 cm more all round.
TEST(Buffers, HaveTheAreaOfARoundedRectangle) {
    const Shape shape{{rectangle(0, 0, 30, 12)}, {}, {}};
    const double exact = 30 * 12 + 2 * 6 * 42 + pi * 36;
    for (const auto& parts : {buffers(shape, 6.0), buffer_pieces(shape, 6.0)}) {
        const double grown = area(unite(parts, 0, OverlayEngine::Geos));
        EXPECT_GE(grown, exact);
        EXPECT_LE(grown, exact + 0.01 * 2 * pi * 6.01);
    }
}

TEST(Overlay, BothEnginesAgree) {
    const MultiPolygon a{rectangle(0, 0, 10, 10)}, b{rectangle(5, 5, 10, 10)};
    for (const auto engine : {OverlayEngine::Boost, OverlayEngine::Geos}) {
        EXPECT_NEAR(area(unite(std::vector{a, b}, 0, engine)), 175.0, 1e-3);
        EXPECT_NEAR(area(difference(a, b, engine)), 75.0, 1e-3);
        EXPECT_NEAR(area(intersection(a, b, engine)), 25.0, 1e-3);
        EXPECT_TRUE(intersection(a, {rectangle(50, 50, 1, 1)}, engine).empty());
        EXPECT_NEAR(area(difference(a, {}, engine)), 100.0, 1e-9);
    }
}

TEST(Overlay, TheOrderOfAUnionDoesNotMatter) {
    std::mt19937_64 random{3};
    const auto number = [&](double to) { return to * static_cast<double>(random() >> 11) * 0x1.0p-53; };
    std::vector<MultiPolygon> parts;
    for (int i = 0; i < 40; ++i) parts.push_back({rectangle(number(100), number(100), 1 + number(20), 1 + number(20))});
    const double expected = area(unite(parts, 0, OverlayEngine::Geos));
    for (int order = 0; order < 3; ++order) EXPECT_NEAR(area(unite(parts, order)), expected, 0.02) << "order " << order;
}

// A strip of 100 × 2 m, a line along it and two points, cut to the middle 20 m.
TEST(Clip, KeepsWhatLiesInTheBox) {
    const Shape shape{{rectangle(0, 0, 100, 2)}, {{{0, 1}, {100, 1}}}, {{50, 1}, {90, 1}}};
    const Shape cut = clip(shape, {40, -10, 60, 10});
    EXPECT_NEAR(area(cut.areas), 40.0, 1e-9);
    ASSERT_EQ(cut.lines.size(), 1u);
    EXPECT_DOUBLE_EQ(box_of(cut.lines[0]).min_x, 40.0);
    EXPECT_EQ(cut.points, (std::vector<Point>{{50, 1}}));
}

// A square of 10 m with a tail of 1 mm: 1 m in from its outline, a square of 8 m is left and nothing of the tail; of the tail alone, nothing is left at all.
TEST(Shrunk, LeavesWhatIsDeepEnough) {
    const Polygon tailed{{{0, 0}, {10, 0}, {10, 5}, {40, 5}, {40, 5.001}, {10, 5.001}, {10, 10}, {0, 10}}, {}};
    EXPECT_NEAR(area(shrunk({tailed}, 1.0)), 64.0, 0.01);
    EXPECT_TRUE(shrunk({{{{10, 5}, {40, 5}, {40, 5.001}, {10, 5.001}}, {}}}, 0.001).empty());
}

// Two crossing lines in a frame of four make four faces of 25 m².
TEST(Faces, AreCutOutByCrossingLines) {
    const std::vector<Line> lines{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {{5, -1}, {5, 11}}, {{-1, 5}, {11, 5}}};
    const MultiPolygon found = faces(lines);
    ASSERT_EQ(found.size(), 4u);
    for (const Polygon& face : found) EXPECT_NEAR(area(face), 25.0, 1e-9);
    EXPECT_LT(box_of(found[0].outer).min_x, 1.0);
}

// 200 long lines that cross each other everywhere, some almost parallel, in a frame of 1 km: on the grid no face is lost.
TEST(Faces, OnAGridFillTheFrame) {
    std::mt19937_64 random{5};
    const auto number = [&](double to) { return to * static_cast<double>(random() >> 11) * 0x1.0p-53; };
    const double e = 3'000'000;
    std::vector<Line> lines{{{e, e}, {e + 1000, e}, {e + 1000, e + 1000}, {e, e + 1000}, {e, e}}};
    for (int i = 0; i < 200; ++i) {
        const double y = e + 10.0 * (i % 100) + 1e-7 * number(1);
        lines.push_back({{e, y}, {e + 1000, i < 100 ? y : e + number(1000)}});
    }
    EXPECT_NEAR(area(faces(lines, 0x1.0p-20)), 1'000'000.0, 0.01);
}

}  // namespace
}  // namespace geo
