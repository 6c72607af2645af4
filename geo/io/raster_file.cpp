#include "geo/io/raster_file.hpp"

#include "geo/core/clock.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/output_file.hpp"

#include <cpl_conv.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <limits>

namespace geo {
namespace {

using namespace storage;
namespace fs = std::filesystem;

constexpr double no_data = -9999.0;
constexpr int tile = 256;

struct Statistics {
    double least, greatest, mean, deviation;
};

Statistics statistics_of(const Raster& raster) {
    const auto [least, greatest] = std::ranges::minmax(raster.values);
    const auto count = static_cast<double>(raster.values.size());
    double sum = 0;
    for (const float value : raster.values) sum += value;
    const double mean = sum / count;
    double squares = 0;
    for (const float value : raster.values) squares += (value - mean) * (value - mean);
    return {least, greatest, mean, std::sqrt(squares / count)};
}

/// `2024-06-01T08:30:00Z` as a TIFF's tag has it: `2024:06:01 08:30:00`.
std::string tiff_moment() {
    std::string moment = timestamp().substr(0, 19);
    std::ranges::replace(moment, '-', ':');
    std::ranges::replace(moment, 'T', ' ');
    return moment;
}

void describe(GDALDatasetH dataset, GDALRasterBandH band, const Raster& raster, const RasterText& text) {
    const RasterGrid& grid = raster.grid;
    double transform[]{grid.corner.x, grid.cell, 0, grid.corner.y, 0, -grid.cell};
    GDALSetGeoTransform(dataset, transform);
    if (!raster.crs.empty()) GDALSetSpatialRef(dataset, gdal_srs(raster.crs).get());
    GDALSetMetadataItem(dataset, "TIFFTAG_SOFTWARE", "Anchong", nullptr);
    GDALSetMetadataItem(dataset, "TIFFTAG_DATETIME", tiff_moment().c_str(), nullptr);
    GDALSetMetadataItem(dataset, "TIFFTAG_IMAGEDESCRIPTION", text.description.c_str(), nullptr);
    GDALSetRasterNoDataValue(band, no_data);
    GDALSetRasterUnitType(band, text.unit.c_str());
    GDALSetDescription(band, text.band.c_str());
    const Statistics s = statistics_of(raster);
    GDALSetRasterStatistics(band, s.least, s.greatest, s.mean, s.deviation);
}

/// A row of tiles at a time, so that each tile is compressed once.
void write_values(GDALRasterBandH band, const Raster& raster, const GdalErrors& errors, const fs::path& file, const Progress& progress) {
    const RasterGrid& grid = raster.grid;
    for (int row = 0; row < grid.rows; row += tile) {
        progress.at(static_cast<double>(row) / grid.rows);
        const int rows = std::min(tile, grid.rows - row);
        const float* from = raster.values.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns);
        // GDAL's argument is not const because the same function reads.
        const CPLErr failed = GDALRasterIO(band, GF_Write, 0, row, grid.columns, rows, const_cast<float*>(from), grid.columns, rows, GDT_Float32, 0, 0);
        if (failed != CE_None || errors.any()) throw write_failure(file, errors.first());
    }
}

/// What other programs noted of a file that is replaced would contradict the new one.
void remove_notes(const fs::path& file) {
    std::error_code ignored;
    for (const char* ending : {".aux.xml", ".ovr"}) fs::remove(file.string() + ending, ignored);
}

}  // namespace

void write_geotiff(const fs::path& file, const Raster& raster, const RasterText& text, bool overwrite, const Progress& progress) {
    if (raster.values.empty() || raster.values.size() != raster.grid.cell_count())
        throw InvalidInput{say("没有可写入 {} 的栅格。", "There is no raster to be written to {}.", file.string())};
    require_writable(file, overwrite);
    register_gdal();
    const fs::path target = resolved(file);
    TempFile temp{target};
    // What does not fit into the tags would go to a file beside it.
    const GdalOption no_notes{"GDAL_PAM_ENABLED", "NO"};
    GdalErrors errors;
    StringList options{"TILED=YES", fmt::format("BLOCKXSIZE={}", tile), fmt::format("BLOCKYSIZE={}", tile), "COMPRESS=DEFLATE", "PREDICTOR=3",
                       "ZLEVEL=6", "BIGTIFF=IF_SAFER"};
    Dataset dataset{GDALCreate(GDALGetDriverByName("GTiff"), temp.path().c_str(), raster.grid.columns, raster.grid.rows, 1, GDT_Float32, options.data())};
    if (!dataset) throw write_failure(file, errors.first());
    const GDALRasterBandH band = GDALGetRasterBand(dataset.get(), 1);
    describe(dataset.get(), band, raster, text);
    write_values(band, raster, errors, file, progress);
    dataset.reset();  // Many failures show only now.
    if (errors.any()) throw write_failure(file, errors.first());
    progress.at(1.0);
    if (overwrite) remove_notes(target);
    temp.become_target(overwrite);
}

}  // namespace geo
