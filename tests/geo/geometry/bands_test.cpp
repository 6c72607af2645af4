#include "geo/geometry/bands.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace geo {
namespace {

// Rings within rings, by bands and by every edge in turn.
TEST(Bands, TellInsideAsEveryEdgeInTurnDoes) {
    std::mt19937 random{3};
    std::uniform_real_distribution<double> radius{0.2, 1.0}, at{-1.2, 1.2};
    Bands bands;
    for (const int vertices : {3, 4, 30, 2000}) {
        std::vector<Ring> rings(3);
        for (std::size_t r = 0; r < rings.size(); ++r)
            for (int i = 0; i < vertices; ++i) {
                const double a = 6.283185307 * i / vertices, d = radius(random) / static_cast<double>(r + 1);
                rings[r].push_back({d * std::cos(a), std::round(20 * d * std::sin(a)) / 20});  // level edges too
            }
        bands.clear();
        for (const Ring& ring : rings) bands.add(ring);
        bands.build();
        for (int i = 0; i < 2000; ++i) {
            const Point p{at(random), i % 4 == 0 ? std::round(20 * at(random)) / 20 : at(random)};
            bool inside = false;
            for (const Ring& ring : rings) inside = inside != contains(ring, p);
            ASSERT_EQ(bands.contains(p), inside) << p.x << ", " << p.y;
        }
    }
}

// A comb whose every edge spans all of its height, upright and lying; and one of zigzags that span both ways.
TEST(Bands, OfLongEdgesTellTheSame) {
    std::mt19937 random{4};
    const int teeth = 500;
    for (const bool is_lying : {false, true})
        for (const double slant : {0.0, 40.0, 2000.0}) {
            Ring comb;
            for (int i = 0; i < teeth; ++i) {
                comb.push_back({2.0 * i + slant, 30.0});
                comb.push_back({2.0 * i + 1.0, 1.0});
            }
            comb.push_back({2.0 * teeth, 0.0});
            comb.push_back({0.0, 0.0});
            if (is_lying)
                for (Point& p : comb) std::swap(p.x, p.y);
            Bands bands;
            bands.add(comb);
            bands.build();
            std::uniform_real_distribution<double> along{-5.0, 2.0 * teeth + slant + 5.0}, across{-2.0, 32.0};
            for (int i = 0; i < 2000; ++i) {
                const double a = along(random), b = across(random);
                const Point p = is_lying ? Point{b, a} : Point{a, b};
                ASSERT_EQ(bands.contains(p), contains(comb, p)) << p.x << ", " << p.y << " slant " << slant;
            }
        }
}

// So flat that a band's height is no number any more.
TEST(Bands, OfARingWithoutHeight) {
    Bands bands;
    bands.add(Ring{{0, 0}, {1, 0}, {1, 1e-320}});
    bands.add(Ring{{0, 0}, {1, 1e-320}, {0, 1e-320}});
    bands.build();
    EXPECT_TRUE(bands.contains({0.5, 1e-323}));
    EXPECT_FALSE(bands.contains({0.5, 1.0}));
    EXPECT_FALSE(bands.contains({0.5, -1.0}));
    EXPECT_FALSE(bands.contains({2.0, 1e-323}));
}

TEST(Bands, HoldNothingWhenEmpty) {
    Bands bands;
    bands.build();
    EXPECT_FALSE(bands.contains({0, 0}));
    bands.add({{0, 0}, {5, 0}, {2, 0}});  // level
    bands.build();
    EXPECT_FALSE(bands.contains({1, 0}));
}

}  // namespace
}  // namespace geo
