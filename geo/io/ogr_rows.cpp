#include "geo/io/ogr_rows.hpp"

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>

namespace geo::storage {
namespace {

OGRFieldType field_type(FieldType type) {
    switch (type) {
        case FieldType::Integer: return OFTInteger64;
        case FieldType::Real: return OFTReal;
        case FieldType::Text: break;
    }
    return OFTString;
}

struct DestroyField {
    void operator()(OGRFieldDefnH field) const { OGR_Fld_Destroy(field); }
};
using FieldDefinition = std::unique_ptr<std::remove_pointer_t<OGRFieldDefnH>, DestroyField>;

void set_value(OGRFeatureH feature, int index, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        OGR_F_SetFieldString(feature, index, text->c_str());
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        OGR_F_SetFieldInteger64(feature, index, *whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        OGR_F_SetFieldDouble(feature, index, *real);
    } else {
        OGR_F_SetFieldNull(feature, index);
    }
}

Value value_at(OGRFeatureH feature, int index, FieldType type) {
    if (index < 0 || !OGR_F_IsFieldSetAndNotNull(feature, index)) return {};
    switch (type) {
        case FieldType::Integer: return static_cast<std::int64_t>(OGR_F_GetFieldAsInteger64(feature, index));
        case FieldType::Real: return OGR_F_GetFieldAsDouble(feature, index);
        case FieldType::Text: break;
    }
    return std::string{OGR_F_GetFieldAsString(feature, index)};
}

std::vector<int> positions(OGRLayerH layer, const std::vector<Column>& columns) {
    std::vector<int> found;
    for (const Column& column : columns) {
        const int index = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), column.name.c_str());
        if (index < 0 && !column.may_lack) {
            throw InvalidInput{say("表 {} 缺少列 {}。", "Table {} lacks the column {}.", OGR_L_GetName(layer), column.name)};
        }
        found.push_back(index);
    }
    return found;
}

Shape shape_of(OGRLayerH layer, OGRFeatureH feature, std::vector<unsigned char>& buffer) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    if (!geometry) return {};
    buffer.resize(static_cast<std::size_t>(OGR_G_WkbSize(geometry)));
    std::optional<Shape> shape;
    if (OGR_G_ExportToIsoWkb(geometry, wkbNDR, buffer.data()) == OGRERR_NONE) shape = shape_from_wkb(buffer);
    if (!shape) {
        throw InvalidInput{say("表 {} 第 {} 个要素的几何无法读取。", "Table {}, feature {}: its geometry cannot be read.",
                               OGR_L_GetName(layer), OGR_F_GetFID(feature))};
    }
    return std::move(*shape);
}

}  // namespace

int ogr_type(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::None: return wkbNone;
        case GeometryKind::OnePoint: return wkbPoint;
        case GeometryKind::Points: return wkbMultiPoint;
        case GeometryKind::Lines: return wkbMultiLineString;
        case GeometryKind::OneArea: return wkbPolygon;
        case GeometryKind::Areas: return wkbMultiPolygon;
        case GeometryKind::Any: break;
    }
    return wkbUnknown;
}

bool add_columns(OGRLayerH layer, const std::vector<Column>& columns, const std::vector<ColumnWidth>& widths) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const FieldDefinition field{OGR_Fld_Create(columns[i].name.c_str(), field_type(columns[i].type))};
        if (!widths.empty()) {
            OGR_Fld_SetWidth(field.get(), widths[i].width);
            OGR_Fld_SetPrecision(field.get(), widths[i].decimals);
        }
        if (OGR_L_CreateField(layer, field.get(), FALSE) != OGRERR_NONE) return false;
    }
    return true;
}

RowWriter::RowWriter(OGRLayerH layer, GeometryKind kind, const std::vector<Column>& columns)
    : m_layer{layer}, m_kind{kind}, m_positions{positions(layer, columns)}, m_feature{OGR_F_Create(OGR_L_GetLayerDefn(layer))} {}

bool RowWriter::write(const Row& row) {
    OGR_F_SetFID(m_feature.get(), OGRNullFID);
    for (std::size_t i = 0; i < row.values.size(); ++i) set_value(m_feature.get(), m_positions.empty() ? static_cast<int>(i) : m_positions[i], row.values[i]);
    to_wkb(row.shape, m_kind, m_wkb);
    OGRGeometryH geometry = nullptr;
    if (!m_wkb.empty() && OGR_G_CreateFromWkb(m_wkb.data(), nullptr, &geometry, static_cast<int>(m_wkb.size())) != OGRERR_NONE) {
        CPLError(CE_Failure, CPLE_AppDefined, "a geometry is too large or malformed");
        return false;
    }
    if (m_kind != GeometryKind::None) OGR_F_SetGeometryDirectly(m_feature.get(), geometry);
    return OGR_L_CreateFeature(m_layer, m_feature.get()) == OGRERR_NONE;
}

void each_row(OGRLayerH layer, const std::vector<Column>& columns, const std::string& filter, const std::function<void(Row&&)>& use) {
    const auto at = positions(layer, columns);
    OGR_L_SetAttributeFilter(layer, filter.empty() ? nullptr : filter.c_str());
    OGR_L_ResetReading(layer);
    std::vector<unsigned char> buffer;
    while (const OgrFeature feature{OGR_L_GetNextFeature(layer)}) {
        Row row;
        row.values.reserve(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) row.values.push_back(value_at(feature.get(), at[i], columns[i].type));
        row.shape = shape_of(layer, feature.get(), buffer);
        use(std::move(row));
    }
    OGR_L_SetAttributeFilter(layer, nullptr);
}

std::vector<Row> read_rows(OGRLayerH layer, const std::vector<Column>& columns, const std::string& filter) {
    std::vector<Row> rows;
    each_row(layer, columns, filter, [&](Row&& row) { rows.push_back(std::move(row)); });
    return rows;
}

}  // namespace geo::storage
