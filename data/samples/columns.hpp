#pragma once

#include "data/samples/draft.hpp"

#include <span>
#include <string>
#include <string_view>

namespace samples {

/// A column of a layer: where its values come from and what it is called in the planners' shapefile.
struct Column {
    std::string_view from;  ///< `id`, `name` or a field of the sheet's role; name of the column in the GeoPackage
    std::string_view zh;    ///< at most 10 bytes in GBK, cut there as DBF cuts
    geo::FieldType type;    ///< in the shapefile
    int width;              ///< bytes, as the DBF states them
    int decimals = 0;
};

std::span<const Column> columns(Sheet sheet);

/// Value of a column as the GeoPackage has it.
geo::Value column_value(Sheet sheet, const geo::Feature& feature, const Column& column);

/// Value of a column as the shapefile has it: floors are text there, in some compounds `6F` or `6层` instead of `6`.
geo::Value written_value(Sheet sheet, const geo::Feature& feature, const Column& column);

}  // namespace samples
