#include "geo/io/shapefile_writer.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/dbf_layout.hpp"
#include "geo/io/reread.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace geo::storage {
namespace {

namespace fs = std::filesystem;

/// The part of a shape that a shapefile of one kind can hold.
Shape only(const Shape& shape, GeometryKind kind) {
    switch (kind) {
        case GeometryKind::OnePoint:
        case GeometryKind::Points: return {.areas = {}, .lines = {}, .points = shape.points};
        case GeometryKind::Lines: return {.areas = {}, .lines = shape.lines, .points = {}};
        case GeometryKind::OneArea:
        case GeometryKind::Areas: return {.areas = shape.areas, .lines = {}, .points = {}};
        case GeometryKind::None:
        case GeometryKind::Any: break;
    }
    return {};
}

/// GDAL leaves the language byte 0 where it writes a `.cpg`, and no `.cpg` where it sets the byte: older readers know but one of the two.
void mark_encoding(const fs::path& base, const fs::path& target, const DbfEncoder& encoder) {
    fs::path dbf = base, cpg = base;
    dbf += ".dbf";
    cpg += ".cpg";
    std::fstream table{dbf, std::ios::in | std::ios::out | std::ios::binary};
    table.seekp(29);
    table.put(static_cast<char>(encoder.language_byte()));
    table.close();
    std::ofstream word{cpg, std::ios::binary | std::ios::trunc};
    word << encoder.name();
    word.close();
    if (!table || !word) throw write_failure(target, reason_of(errno));
}

}  // namespace

std::vector<std::string> ShapefilePart::file_names() const {
    if (geometry == GeometryKind::None) return {name + ".cpg", name + ".dbf"};
    return {name + ".cpg", name + ".dbf", name + ".prj", name + ".shp", name + ".shx"};
}

std::vector<std::string> shapefile_names(const std::string& name) {
    std::vector<std::string> names;
    for (const char* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".idm", ".ind", ".qpj", ".shp.xml"}) {
        names.push_back(name + extension);
    }
    return names;
}

std::vector<ShapefilePart> shapefile_parts(const Table& table) {
    ShapefilePart whole{table.name, table.geometry, {}}, areas{table.name, GeometryKind::Areas, {}},
        lines{table.name + "_line", GeometryKind::Lines, {}}, points{table.name + "_point", GeometryKind::None, {}};
    KindOf kinds, points_only;
    std::vector<std::size_t> without;
    for (std::size_t i = 0; i < table.row_count; ++i) {
        whole.rows.push_back(i);
        if (table.geometry != GeometryKind::Any) continue;
        const Shape shape = table.row(i).shape;
        kinds.add(shape);
        points_only.add({.areas = {}, .lines = {}, .points = shape.points});
        if (!shape.areas.empty()) areas.rows.push_back(i);
        if (!shape.lines.empty()) lines.rows.push_back(i);
        if (!shape.points.empty()) points.rows.push_back(i);
        if (shape.empty()) without.push_back(i);
    }
    if (table.geometry != GeometryKind::Any) return {whole};
    whole.geometry = kinds.kind();
    if (whole.geometry != GeometryKind::Any) return {whole};
    points.geometry = points_only.kind();
    std::vector<ShapefilePart> parts;
    for (ShapefilePart* part : {&areas, &lines, &points})
        if (!part->rows.empty()) parts.push_back(std::move(*part));
    auto& rows = parts.front().rows;  // A row without a shape belongs somewhere too.
    rows.insert(rows.end(), without.begin(), without.end());
    std::ranges::sort(rows);
    return parts;
}

void write_shapefile(const fs::path& folder, const fs::path& target, const Table& table, const ShapefilePart& part,
                     const CrsName& crs, const DbfEncoder& encoder, std::vector<Finding>& findings, const Progress& progress) {
    register_gdal();
    const bool is_plain = part.geometry == GeometryKind::None;
    const std::string file = part.name + (is_plain ? ".dbf" : ".shp");
    const DbfLayout layout{table, part.rows, encoder};
    const Srs srs = gdal_srs(crs);
    std::size_t shapes = 0;
    {
        GdalErrors errors;
        const GdalOption raw{"SHAPE_ENCODING", ""};  // The bytes given are those to write.
        const auto check = [&](bool is_ok) {
            if (!is_ok || errors.any()) throw write_failure(target / file, errors.first("shapefile"));
        };
        Dataset dataset{GDALCreate(GDALGetDriverByName("ESRI Shapefile"), (folder / file).c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
        check(dataset != nullptr);
        StringList options{"ENCODING=", "DBF_DATE_LAST_UPDATE=" + date_for_gdal(), "SPATIAL_INDEX=NO"};
        OGRLayerH layer = GDALDatasetCreateLayer(dataset.get(), part.name.c_str(), is_plain ? nullptr : srs.get(),
                                                       static_cast<OGRwkbGeometryType>(ogr_type(part.geometry)), options.data());
        check(layer && add_columns(layer, layout.columns(), layout.widths()));
        RowWriter writer{layer, part.geometry};
        for (std::size_t i = 0; i < part.rows.size(); ++i) {
            if (i % 500 == 0) progress.at(static_cast<double>(i) / static_cast<double>(part.rows.size()));
            Row row = table.row(part.rows[i]);
            layout.fit(row.values);
            row.shape = only(row.shape, part.geometry);
            if (!row.shape.empty()) ++shapes;
            check(writer.write(row));
        }
        dataset.reset();
        check(true);
    }
    mark_encoding(folder / part.name, target / file, encoder);
    check_shapefile_lengths(folder / part.name, target / file, !is_plain);
    reread(folder / file, target / file, "ESRI Shapefile", part.rows.size(), shapes);
    for (Finding& finding : layout.findings(file)) findings.push_back(std::move(finding));
}

}  // namespace geo::storage
