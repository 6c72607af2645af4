#include "geo/io/geojson_writer.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/ogr_rows.hpp"
#include "geo/io/reread.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include <cmath>

namespace geo::storage {
namespace {

bool is_finite(Shape& shape) {
    bool all = true;
    each_vertex(shape, [&](const Point& p) { all = all && std::isfinite(p.x) && std::isfinite(p.y); });
    return all;
}

}  // namespace

void write_geojson(const std::filesystem::path& file, const std::filesystem::path& target, const Table& table, const CrsName& crs,
                   const Progress& progress) {
    register_gdal();
    const Transform to_lonlat{crs, "EPSG:4326"};
    const Srs srs = gdal_srs("EPSG:4326");
    const bool is_plain = table.geometry == GeometryKind::None;
    std::size_t shapes = 0;
    {
        GdalErrors errors;
        const auto check = [&](bool is_ok) {
            if (!is_ok || errors.any()) throw write_failure(target, errors.first("GeoJSON"));
        };
        Dataset dataset{GDALCreate(GDALGetDriverByName("GeoJSON"), file.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
        check(dataset != nullptr);
        StringList options{"COORDINATE_PRECISION=9", "RFC7946=NO", "WRITE_BBOX=NO"};
        const OGRLayerH layer = GDALDatasetCreateLayer(dataset.get(), table.name.c_str(), is_plain ? nullptr : srs.get(),
                                                       static_cast<OGRwkbGeometryType>(ogr_type(table.geometry)), options.data());
        check(layer && add_columns(layer, table.columns));
        RowWriter writer{layer, table.geometry};
        for (std::size_t i = 0; i < table.row_count; ++i) {
            if (i % 500 == 0) progress.at(static_cast<double>(i) / static_cast<double>(table.row_count));
            Row row = table.row(i);
            to_lonlat.apply(row.shape);
            if (!is_finite(row.shape)) {
                throw write_failure(target, Message{fmt::format("第 {} 个要素无法换算为经纬度", i + 1),
                                                    fmt::format("feature {} has no longitude and latitude", i + 1)});
            }
            if (!row.shape.empty()) ++shapes;
            check(writer.write(row));
        }
        dataset.reset();
        check(true);
    }
    check_json_end(file, target);
    reread(file, target, "GeoJSON", table.row_count, shapes);
}

}  // namespace geo::storage
