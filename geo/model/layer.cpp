#include "geo/model/layer.hpp"

namespace geo {

Value value_of(Role role, const Feature& feature, std::string_view field) {
    const auto index = field_index(role, field);
    if (!index || *index >= feature.values.size()) return {};
    return feature.values[*index];
}

std::optional<double> number_of(Role role, const Feature& feature, std::string_view field) {
    const Value value = value_of(role, feature, field);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
}

std::string text_of(Role role, const Feature& feature, std::string_view field) {
    const Value value = value_of(role, feature, field);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
    return {};
}

}  // namespace geo
