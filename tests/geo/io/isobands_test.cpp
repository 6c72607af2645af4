#include "geo/io/isobands.hpp"

#include "geo/core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <random>

namespace {

using geo::Point;
using geo::Raster;

constexpr double cell = 2.0;

Raster raster_of(int columns, int rows, const std::function<double(Point)>& value) {
    Raster raster;
    raster.crs = "EPSG:4547";
    raster.grid = {{500000.0, 3400000.0}, cell, columns, rows};
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) raster.values.push_back(static_cast<float>(value(raster.grid.centre_of(column, row))));
    return raster;
}

/// A cone of height 10 in the middle of 100 × 100 cells, which meets the ground 80 m from there.
Raster cone() {
    const Point middle{500100.0, 3399900.0};
    return raster_of(100, 100, [&](Point p) { return std::max(0.0, 10.0 - std::hypot(p.x - middle.x, p.y - middle.y) / 8.0); });
}

/// Ground on which the values, interpolated between the centres of cells, lie between two levels: counted on a grid 8 times finer.
double counted_area(const Raster& raster, double from, double to) {
    constexpr int fine = 8;
    const auto value = [&](int column, int row) {
        if (column < 0 || row < 0 || column >= raster.grid.columns || row >= raster.grid.rows) return 0.0;
        const float v = raster.values[static_cast<std::size_t>(row * raster.grid.columns + column)];
        return std::isfinite(v) ? static_cast<double>(v) : 0.0;
    };
    long count = 0;
    for (int row = -1; row < raster.grid.rows; ++row)
        for (int column = -1; column < raster.grid.columns; ++column)
            for (int i = 0; i < fine; ++i)
                for (int j = 0; j < fine; ++j) {
                    const double x = (i + 0.5) / fine, y = (j + 0.5) / fine;
                    const double v = std::lerp(std::lerp(value(column, row), value(column + 1, row), x), std::lerp(value(column, row + 1), value(column + 1, row + 1), x), y);
                    count += v >= from && v < to;
                }
    return static_cast<double>(count) * cell * cell / (fine * fine);
}

bool holds(const geo::MultiPolygon& areas, Point p) { return geo::contains(areas, p); }

TEST(Isobands, OfAConeAreRings) {
    const std::array levels{2.0, 5.0, 8.0, 20.0};
    const auto bands = geo::isobands(cone(), levels);
    ASSERT_EQ(bands.size(), 3u);
    // Radius 64 m at level 2, 40 m at 5, 16 m at 8.
    EXPECT_NEAR(geo::area(bands[0].areas), M_PI * (64 * 64 - 40 * 40), 0.01 * M_PI * 64 * 64);
    EXPECT_NEAR(geo::area(bands[1].areas), M_PI * (40 * 40 - 16 * 16), 0.01 * M_PI * 40 * 40);
    EXPECT_NEAR(geo::area(bands[2].areas), M_PI * 16 * 16, 0.05 * M_PI * 16 * 16);
    ASSERT_EQ(bands[0].areas.size(), 1u);
    EXPECT_EQ(bands[0].areas[0].holes.size(), 1u);
    EXPECT_EQ(bands[2].areas.size(), 1u);
    EXPECT_TRUE(bands[2].areas[0].holes.empty());
}

TEST(Isobands, HaveEveryPlaceInTheBandOfItsValueAlone) {
    const Raster raster = cone();
    const std::array levels{1.0, 3.0, 4.0, 7.0, 20.0};
    const auto bands = geo::isobands(raster, levels);
    for (int row = 3; row < 97; row += 2)
        for (int column = 3; column < 97; column += 2) {
            const Point p = raster.grid.centre_of(column, row);
            const double v = static_cast<double>(raster.values[static_cast<std::size_t>(row * 100 + column)]);
            for (const geo::Isoband& band : bands) {
                if (std::abs(v - band.from) < 0.05 || std::abs(v - band.to) < 0.05) continue;
                EXPECT_EQ(holds(band.areas, p), v > band.from && v < band.to) << column << " " << row << " value " << v << " band " << band.from;
            }
        }
}

TEST(Isobands, CloseAtTheRastersEdge) {
    const Raster full = raster_of(10, 6, [](Point) { return 4.0; });
    const std::array levels{1.0, 2.0, 8.0};
    const auto bands = geo::isobands(full, levels);
    // The values fall from 4 to 0 between the outermost centres and those of the empty cells around: level 2 lies half a cell out.
    EXPECT_NEAR(geo::area(bands[1].areas), counted_area(full, 2.0, 8.0), 2.0);
    EXPECT_NEAR(geo::area(bands[1].areas), 20.0 * 12.0, 4.0);
    EXPECT_EQ(bands[1].areas.size(), 1u);
    EXPECT_EQ(bands[0].areas.size(), 1u);
    EXPECT_EQ(bands[0].areas[0].holes.size(), 1u);
}

TEST(Isobands, GoRoundCellsWithoutValue) {
    Raster raster = raster_of(21, 21, [](Point) { return 4.0; });
    raster.values[10 * 21 + 10] = std::numeric_limits<float>::quiet_NaN();
    const std::array levels{2.0, 8.0};
    const auto bands = geo::isobands(raster, levels);
    ASSERT_EQ(bands[0].areas.size(), 1u);
    EXPECT_EQ(bands[0].areas[0].holes.size(), 1u);
    EXPECT_FALSE(holds(bands[0].areas, raster.grid.centre_of(10, 10)));
}

// Areas as counted, bands disjoint: together they have the area of everything above the lowest level.
TEST(IsobandsProperty, OfRandomHillsCoverWhatIsCounted) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        std::uniform_real_distribution<double> place{-10.0, 130.0}, width{8.0, 30.0}, height{1.0, 10.0};
        struct Hill {
            double x, y, width, height;
        };
        std::vector<Hill> hills;
        for (int i = 0; i < 7; ++i) hills.push_back({500000.0 + place(random), 3400000.0 - place(random), width(random), height(random)});
        const Raster raster = raster_of(60, 60, [&](Point p) {
            double sum = 0.0;
            for (const Hill& hill : hills) sum += hill.height * std::exp(-(std::pow(p.x - hill.x, 2) + std::pow(p.y - hill.y, 2)) / (2.0 * hill.width * hill.width));
            return sum;
        });
        const std::array levels{0.8, 2.0, 4.2, 6.4, 100.0};
        const auto bands = geo::isobands(raster, levels);
        double together = 0.0;
        for (const geo::Isoband& band : bands) {
            const double counted = counted_area(raster, band.from, band.to);
            EXPECT_NEAR(geo::area(band.areas), counted, 0.02 * counted + 12.0) << band.from;
            together += geo::area(band.areas);
        }
        const double all = counted_area(raster, levels.front(), levels.back());
        EXPECT_NEAR(together, all, 0.01 * all);
        std::uniform_real_distribution<double> anywhere{0.0, 120.0};
        for (int i = 0; i < 500; ++i) {
            const Point p{500000.0 + anywhere(random), 3400000.0 - anywhere(random)};
            int in = 0;
            for (const geo::Isoband& band : bands) in += holds(band.areas, p);
            EXPECT_LE(in, 1);
        }
    }
}

TEST(Isobands, OfLowGroundAreEmpty) {
    const std::array levels{11.0, 12.0};
    EXPECT_TRUE(geo::isobands(cone(), levels)[0].areas.empty());
    const Raster nothing{"EPSG:4547", {{0, 0}, 1.0, 0, 0}, {}};
    EXPECT_TRUE(geo::isobands(nothing, levels)[0].areas.empty());
}

TEST(Isobands, RefuseLevelsThatDoNotRise) {
    for (const std::vector<double>& levels : {std::vector<double>{1.0}, {2.0, 1.0}, {1.0, 1.0}, {0.0, 1.0}, {-1.0, 1.0}, {1.0, std::numeric_limits<double>::infinity()}})
        EXPECT_THROW(geo::isobands(cone(), levels), geo::InvalidInput);
    Raster torn = cone();
    torn.values.pop_back();
    EXPECT_THROW(geo::isobands(torn, std::array{1.0, 2.0}), geo::InvalidInput);
}

TEST(Isobands, MayBeStopped) {
    const geo::Progress stopped{{}, [] { return true; }};
    EXPECT_THROW(geo::isobands(cone(), std::array{1.0, 2.0}, stopped), geo::Cancelled);
}

}  // namespace
