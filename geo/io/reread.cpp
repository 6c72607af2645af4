#include "geo/io/reread.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/gdal_session.hpp"

#include <gdal.h>
#include <ogr_api.h>

namespace geo::storage {

void reread(const std::filesystem::path& file, const std::filesystem::path& target, const char* driver, std::size_t rows,
            std::size_t shapes) {
    const GdalErrors errors;
    const char* const drivers[] = {driver, nullptr};
    const Dataset dataset{GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr)};
    const OGRLayerH layer = dataset ? GDALDatasetGetLayer(dataset.get(), 0) : nullptr;
    if (!layer) throw write_failure(target, errors.first(driver));
    std::size_t found = 0, with_shape = 0;
    while (const OgrFeature feature{OGR_L_GetNextFeature(layer)}) {
        ++found;
        const OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
        if (geometry && !OGR_G_IsEmpty(geometry)) ++with_shape;
    }
    if (errors.any()) throw write_failure(target, errors.first());
    if (found != rows || with_shape != shapes) {
        throw write_failure(target, Message{fmt::format("应有 {} 个要素（{} 个有几何），重读得到 {}（{}）", rows, shapes, found, with_shape),
                                            fmt::format("{} features ({} with geometry) were meant, {} ({}) were read again", rows,
                                                        shapes, found, with_shape)});
    }
}

}  // namespace geo::storage
