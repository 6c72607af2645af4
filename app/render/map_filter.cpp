#include "app/render/map_filter.hpp"

#include <algorithm>

namespace app {
namespace {

bool is_known(const Property& value) { return !std::holds_alternative<std::monostate>(value); }

/// Numbers and texts of the same kind only; false for anything else.
template <typename Compare>
bool compares(const Property& value, const Property& with, Compare compare) {
    if (const auto* number = std::get_if<double>(&value))
        return std::holds_alternative<double>(with) && compare(*number, std::get<double>(with));
    if (const auto* text = std::get_if<std::string>(&value))
        return std::holds_alternative<std::string>(with) && compare(*text, std::get<std::string>(with));
    return false;
}

}  // namespace

bool Filter::passes(const PropertyOf& property) const {
    const auto part_passes = [&](const Filter& part) { return part.passes(property); };
    switch (m_op) {
        case Op::All:
            return std::ranges::all_of(m_parts, part_passes);
        case Op::Any:
            return std::ranges::any_of(m_parts, part_passes);
        case Op::None:
            return std::ranges::none_of(m_parts, part_passes);
        default:
            break;
    }
    const Property value = property(m_key);
    switch (m_op) {
        case Op::Equal:
            return is_known(value) && value == m_values.front();
        case Op::NotEqual:
            return value != m_values.front();
        case Op::Less:
            return compares(value, m_values.front(), std::less<>{});
        case Op::AtMost:
            return compares(value, m_values.front(), std::less_equal<>{});
        case Op::More:
            return compares(value, m_values.front(), std::greater<>{});
        case Op::AtLeast:
            return compares(value, m_values.front(), std::greater_equal<>{});
        case Op::In:
            return is_known(value) && std::ranges::find(m_values, value) != m_values.end();
        case Op::NotIn:
            return std::ranges::find(m_values, value) == m_values.end();
        case Op::Has:
            return is_known(value);
        default:
            return !is_known(value);
    }
}

}  // namespace app
