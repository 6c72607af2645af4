#pragma once

#include "geo/io/wkb.hpp"
#include "geo/model/layer.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace geo::storage {

struct Column {
    std::string name;
    FieldType type;
    bool may_lack = false;  ///< younger than some projects: where it is absent, NULL is read

    bool operator==(const Column&) const = default;
};

struct Row {
    std::vector<Value> values{};  ///< as the table's columns
    Shape shape{};                ///< empty where the table has no geometry or the row has none
};

/// Rows on their way into a file, made one at a time so that no layer stands in memory twice.
struct Table {
    std::string name{};
    GeometryKind geometry = GeometryKind::None;
    std::vector<Column> columns{};
    std::size_t row_count = 0;
    std::function<Row(std::size_t)> row{};  ///< may be asked for any row any number of times
    std::string key = "fid";                ///< column of a GeoPackage that numbers the rows
};

/// A row that was read, its values found by column.
struct RowView {
    const std::vector<Column>& columns;
    const Row& row;

    /// Empty text when NULL.
    std::string text(std::string_view column) const;
    std::optional<double> real(std::string_view column) const;
    std::optional<std::int64_t> whole(std::string_view column) const;
    bool flag(std::string_view column) const { return whole(column).value_or(0) != 0; }
    const Value& value(std::string_view column) const;
};

inline Value flag_value(bool flag) { return std::int64_t{flag}; }

/// A feature's values without the unknown ones at their end, which `value_of` knows to be unknown: of the many fields of a building most files have two or three.
inline void drop_unknown_end(std::vector<Value>& values) {
    while (!values.empty() && std::holds_alternative<std::monostate>(values.back())) values.pop_back();
    values.shrink_to_fit();
}

inline Value maybe(const std::optional<double>& number) { return number ? Value{*number} : Value{}; }

}  // namespace geo::storage
