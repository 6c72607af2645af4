#include "geo/io/table.hpp"

#include <algorithm>
#include <cassert>

namespace geo::storage {

const Value& RowView::value(std::string_view column) const {
    const auto at = std::ranges::find(columns, column, &Column::name);
    assert(at != columns.end());
    return row.values[static_cast<std::size_t>(at - columns.begin())];
}

std::string RowView::text(std::string_view column) const {
    const auto* text = std::get_if<std::string>(&value(column));
    return text ? *text : std::string{};
}

std::optional<double> RowView::real(std::string_view column) const {
    const Value& held = value(column);
    if (const auto* number = std::get_if<double>(&held)) return *number;
    if (const auto* number = std::get_if<std::int64_t>(&held)) return static_cast<double>(*number);
    return std::nullopt;
}

std::optional<std::int64_t> RowView::whole(std::string_view column) const {
    const auto* number = std::get_if<std::int64_t>(&value(column));
    return number ? std::optional{*number} : std::nullopt;
}

}  // namespace geo::storage
