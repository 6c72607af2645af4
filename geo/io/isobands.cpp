#include "geo/io/isobands.hpp"

#include "geo/io/gdal_session.hpp"
#include "geo/io/geometry_conversion.hpp"

#include <gdal.h>
#include <gdal_alg.h>
#include <ogr_api.h>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

using namespace storage;

void check(const Raster& raster, std::span<const double> levels) {
    const auto is_positive = [](double level) { return std::isfinite(level) && level > 0.0; };
    if (levels.size() < 2 || !std::ranges::all_of(levels, is_positive) || std::ranges::adjacent_find(levels, std::greater_equal{}) != levels.end())
        throw InvalidInput{say("求等值面时：级别须至少两个、为正且递增。", "Bands of a raster: at least two levels are needed, positive and ascending.")};
    if (raster.values.size() != raster.grid.cell_count())
        throw InvalidInput{say("求等值面时：栅格有 {} 个值，应为 {} 个。", "Bands of a raster: it has {} values for {} cells.", raster.values.size(), raster.grid.cell_count())};
}

/// The values with a margin of zeros, at whose inner edge the bands close.
struct Padded {
    int columns, rows;
    std::vector<float> values;
    Point corner;  ///< of the upper left cell

    explicit Padded(const Raster& raster)
        : columns{raster.grid.columns + 2},
          rows{raster.grid.rows + 2},
          values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0.0F),
          corner{raster.grid.corner.x - raster.grid.cell, raster.grid.corner.y + raster.grid.cell} {
        const auto width = static_cast<std::size_t>(raster.grid.columns);
        for (std::size_t i = 0; i < raster.values.size(); ++i)
            if (std::isfinite(raster.values[i])) values[(i / width + 1) * static_cast<std::size_t>(columns) + i % width + 1] = raster.values[i];
    }
};

Dataset dataset_of(Padded& padded, double cell) {
    GDALDriverH driver = GDALGetDriverByName("MEM");
    Dataset dataset{driver ? GDALCreate(driver, "", padded.columns, padded.rows, 1, GDT_Float32, nullptr) : nullptr};
    if (!dataset) throw OutputError{say("求等值面时：GDAL 缺少内存栅格驱动 MEM。", "Bands of a raster: GDAL has no driver for rasters in memory (MEM).")};
    double transform[]{padded.corner.x, cell, 0, padded.corner.y, 0, -cell};
    GDALSetGeoTransform(dataset.get(), transform);
    GDALRasterBandH band = GDALGetRasterBand(dataset.get(), 1);
    if (GDALRasterIO(band, GF_Write, 0, 0, padded.columns, padded.rows, padded.values.data(), padded.columns, padded.rows, GDT_Float32, 0, 0) != CE_None)
        throw OutputError{say("求等值面时：内存不足。", "Bands of a raster: out of memory.")};
    return dataset;
}

int on_progress(double share, const char*, void* progress) {
    try {
        static_cast<const Progress*>(progress)->at(share);
    } catch (const Cancelled&) {
        return 0;
    }
    return 1;
}

}  // namespace

std::vector<Isoband> isobands(const Raster& raster, std::span<const double> levels, const Progress& progress) {
    check(raster, levels);
    std::vector<Isoband> bands;
    for (std::size_t i = 1; i < levels.size(); ++i) bands.push_back({levels[i - 1], levels[i], {}});
    if (raster.values.empty()) return bands;

    register_gdal();
    const GdalErrors errors;
    Padded padded{raster};
    const Dataset values = dataset_of(padded, raster.grid.cell);
    const Dataset shapes{GDALCreate(GDALGetDriverByName("Memory"), "", 0, 0, 0, GDT_Unknown, nullptr)};
    OGRLayerH layer = shapes ? GDALDatasetCreateLayer(shapes.get(), "bands", nullptr, wkbMultiPolygon, nullptr) : nullptr;
    if (!layer) throw OutputError{say("求等值面时：GDAL 缺少内存图层驱动 Memory。", "Bands of a raster: GDAL has no driver for layers in memory (Memory).")};
    for (const char* name : {"from", "to"}) {
        OGRFieldDefnH field = OGR_Fld_Create(name, OFTReal);
        OGR_L_CreateField(layer, field, 1);
        OGR_Fld_Destroy(field);
    }
    std::string list;
    for (const double level : levels) list += (list.empty() ? "" : ",") + fmt::format("{:.17g}", level);
    StringList options{"POLYGONIZE=YES", "FIXED_LEVELS=" + list, "ELEV_FIELD_MIN=0", "ELEV_FIELD_MAX=1"};
    const CPLErr failed = GDALContourGenerateEx(GDALGetRasterBand(values.get(), 1), layer, options.data(), on_progress, const_cast<Progress*>(&progress));
    progress.at(1.0);
    if (failed != CE_None) throw GeometryError{say("求等值面时：{}。", "Bands of a raster: {}.", errors.first())};

    OGR_L_ResetReading(layer);
    while (const OgrFeature feature{OGR_L_GetNextFeature(layer)}) {
        const double from = OGR_F_GetFieldAsDouble(feature.get(), 0), to = OGR_F_GetFieldAsDouble(feature.get(), 1);
        for (Isoband& band : bands) {
            if (!(0.5 * (from + to) > band.from && 0.5 * (from + to) < band.to)) continue;
            Shape shape;
            reading::add_geometry(shape, OGR_F_GetGeometryRef(feature.get()));
            std::ranges::move(shape.areas, std::back_inserter(band.areas));
        }
    }
    return bands;
}

}  // namespace geo
