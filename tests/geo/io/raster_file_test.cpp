#include "geo/io/output_file.hpp"
#include "geo/io/raster_file.hpp"

#include "geo/core/error.hpp"
#include "tests/geo/io/io_fixtures.hpp"
#include "tests/geo/io/size_limit.hpp"

#include <gdal.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_srs_api.h>

#include <cmath>
#include <memory>
#include <numeric>

namespace geo {
namespace {

using io_fixtures::bytes_of;
using io_fixtures::Environment;
using io_fixtures::Folder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const RasterText words{.unit = "1/ha", .band = "density", .description = "reports per hectare"};

/// 700 × 300 cells of 2 m, more than one tile either way, each with another value.
Raster slope() {
    Raster raster{"EPSG:4544", {{500'000, 3'270'600}, 2.0, 700, 300}, {}};
    for (std::size_t i = 0; i < raster.grid.cell_count(); ++i) raster.values.push_back(static_cast<float>(std::sin(0.001 * static_cast<double>(i)) + 1.5));
    return raster;
}

/// The file as GDAL reads it, without our own code.
class Reread {
   public:
    explicit Reread(const std::filesystem::path& file) {
        GDALAllRegister();
        m_dataset.reset(GDALOpen(file.c_str(), GA_ReadOnly));
        if (m_dataset) m_band = GDALGetRasterBand(m_dataset.get(), 1);
    }
    GDALDatasetH dataset() const { return m_dataset.get(); }
    GDALRasterBandH band() const { return m_band; }
    std::vector<float> values() const {
        const int columns = GDALGetRasterXSize(dataset()), rows = GDALGetRasterYSize(dataset());
        std::vector<float> all(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        EXPECT_EQ(GDALRasterIO(m_band, GF_Read, 0, 0, columns, rows, all.data(), columns, rows, GDT_Float32, 0, 0), CE_None);
        return all;
    }
    std::string item(GDALMajorObjectH of, const char* key, const char* domain = nullptr) const {
        const char* text = GDALGetMetadataItem(of, key, domain);
        return text ? text : "";
    }

   private:
    struct Close {
        void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
    };
    std::unique_ptr<void, Close> m_dataset;
    GDALRasterBandH m_band = nullptr;
};

TEST(WriteGeotiff, IsReadBackWhole) {
    const Folder folder;
    const Raster raster = slope();
    write_geotiff(folder / "heat.tif", raster, words, false);
    EXPECT_THAT(folder.names(), ElementsAre("heat.tif")) << "nothing beside it";

    const Reread file{folder / "heat.tif"};
    ASSERT_TRUE(file.dataset());
    EXPECT_EQ(file.values(), raster.values);
    double transform[6];
    ASSERT_EQ(GDALGetGeoTransform(file.dataset(), transform), CE_None);
    EXPECT_THAT(transform, ElementsAre(500'000, 2, 0, 3'270'600, 0, -2));
    const OGRSpatialReferenceH srs = GDALGetSpatialRef(file.dataset());
    ASSERT_TRUE(srs);
    EXPECT_STREQ(OSRGetAuthorityCode(srs, nullptr), "4544");
    EXPECT_EQ(GDALGetRasterDataType(file.band()), GDT_Float32);
    int has_no_data = 0;
    EXPECT_EQ(GDALGetRasterNoDataValue(file.band(), &has_no_data), -9999);
    EXPECT_TRUE(has_no_data);
    EXPECT_STREQ(GDALGetRasterUnitType(file.band()), "1/ha");
    EXPECT_STREQ(GDALGetDescription(file.band()), "density");
    EXPECT_EQ(file.item(file.dataset(), "TIFFTAG_IMAGEDESCRIPTION"), "reports per hectare");
    EXPECT_EQ(file.item(file.dataset(), "COMPRESSION", "IMAGE_STRUCTURE"), "DEFLATE");
    int width = 0, height = 0;
    GDALGetBlockSize(file.band(), &width, &height);
    EXPECT_EQ(width, 256);
    EXPECT_EQ(height, 256);
}

TEST(WriteGeotiff, StatisticsAreThoseOfTheValues) {
    const Folder folder;
    const Raster raster = slope();
    write_geotiff(folder / "heat.tif", raster, words, false);
    const Reread file{folder / "heat.tif"};
    double least = 0, greatest = 0, mean = 0, deviation = 0;
    ASSERT_EQ(GDALGetRasterStatistics(file.band(), false, false, &least, &greatest, &mean, &deviation), CE_None) << "stored, not made now";
    double real_least = 0, real_greatest = 0, real_mean = 0, real_deviation = 0;
    ASSERT_EQ(GDALComputeRasterStatistics(file.band(), false, &real_least, &real_greatest, &real_mean, &real_deviation, nullptr, nullptr), CE_None);
    EXPECT_NEAR(least, real_least, 1e-6);
    EXPECT_NEAR(greatest, real_greatest, 1e-6);
    EXPECT_NEAR(mean, real_mean, 1e-6);
    EXPECT_NEAR(deviation, real_deviation, 1e-6);
}

TEST(WriteGeotiff, APlaneHasNoCrs) {
    const Folder folder;
    Raster raster = slope();
    raster.crs.clear();
    write_geotiff(folder / "heat.tif", raster, words, false);
    EXPECT_EQ(GDALGetSpatialRef(Reread{folder / "heat.tif"}.dataset()), nullptr);
}

TEST(WriteGeotiff, TheSameRasterGivesTheSameBytes) {
    const Folder folder;
    const Environment moment{"SOURCE_DATE_EPOCH", "1717200000"};
    write_geotiff(folder / "a.tif", slope(), words, false);
    write_geotiff(folder / "b.tif", slope(), words, false);
    EXPECT_EQ(bytes_of(folder / "a.tif"), bytes_of(folder / "b.tif"));
    const Reread file{folder / "a.tif"};
    EXPECT_EQ(file.item(file.dataset(), "TIFFTAG_DATETIME"), "2024:06:01 00:00:00");
}

TEST(WriteGeotiff, ReplacesOnlyWhenAsked) {
    const Folder folder;
    write_geotiff(folder / "heat.tif", slope(), words, false);
    const std::string before = bytes_of(folder / "heat.tif");
    Raster other = slope();
    other.values[0] = 7;
    EXPECT_THROW(write_geotiff(folder / "heat.tif", other, words, false), OutputError);
    EXPECT_THROW(require_writable(folder / "heat.tif", false), OutputError);
    EXPECT_EQ(bytes_of(folder / "heat.tif"), before);
    // Notes of another program about the old file would be wrong of the new one.
    std::ofstream{folder / "heat.tif.aux.xml"} << "<PAMDataset/>";
    write_geotiff(folder / "heat.tif", other, words, true);
    EXPECT_EQ(Reread{folder / "heat.tif"}.values()[0], 7);
    EXPECT_THAT(folder.names(), ElementsAre("heat.tif"));
}

TEST(WriteGeotiff, WhatCannotBeWrittenIsSaidFirst) {
    const Folder folder;
    std::filesystem::create_directory(folder / "heat.tif");
    EXPECT_THROW(require_writable(folder / "heat.tif", true), OutputError);
    EXPECT_THROW(require_writable(folder / "nowhere/heat.tif", false), OutputError);
    EXPECT_NO_THROW(require_writable(folder / "good.tif", false));
    EXPECT_THAT(folder.names(), ElementsAre("heat.tif"));
}

TEST(WriteGeotiff, AFullDiskLeavesTheOldFile) {
    const Folder folder;
    write_geotiff(folder / "heat.tif", slope(), words, false);
    const std::string before = bytes_of(folder / "heat.tif");
    {
        const io_fixtures::SizeLimit limit{8192};
        EXPECT_THROW(write_geotiff(folder / "heat.tif", slope(), words, true), OutputError);
        EXPECT_THROW(write_geotiff(folder / "new.tif", slope(), words, false), OutputError);
    }
    EXPECT_EQ(bytes_of(folder / "heat.tif"), before);
    EXPECT_THAT(folder.names(), ElementsAre("heat.tif"));
}

TEST(WriteGeotiff, ACancelledOneLeavesNothing) {
    const Folder folder;
    EXPECT_THROW(write_geotiff(folder / "heat.tif", slope(), words, false, Progress{{}, [] { return true; }}), Cancelled);
    EXPECT_TRUE(folder.names().empty());
}

TEST(WriteGeotiff, RefusesNothingAndUnknownCrs) {
    const Folder folder;
    EXPECT_THROW(write_geotiff(folder / "heat.tif", {}, words, false), InvalidInput);
    Raster raster = slope();
    raster.crs = "EPSG:999999";
    EXPECT_THROW(write_geotiff(folder / "heat.tif", raster, words, false), CrsError);
    EXPECT_TRUE(folder.names().empty());
}

}  // namespace
}  // namespace geo
