#pragma once

#include "geo/model/layer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace geo::reading {

std::string_view trimmed(std::string_view text);

/// A number out of a cell as people fill it: `4.0 m`, `12,5`, `6F`, `地上6层`, `10kV`, `2;3` (the largest), `6+1` (the sum).
/// @param unit  of the field: other units of the same quantity are converted to it
/// @return nothing for anything else
std::optional<double> parse_number(std::string_view text, std::string_view unit = {});

/// A role field's value out of a cell; monostate when empty, or unusable (`is_bad` is then set).
/// Heights, widths, floors, voltages and pressures must be above zero: files write 0 for unknown.
/// @param in_volts  a plain voltage is in volts, as OpenStreetMap writes it
Value parse_value(const Field& field, std::string_view text, bool in_volts, bool& is_bad);

/// A number without needless decimals: `325122668`, `3.5`.
std::string plain_number(double number);

}  // namespace geo::reading
