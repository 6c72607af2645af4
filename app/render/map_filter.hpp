#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace app {

/// What a thing on the map says of itself; `monostate` is unknown.
using Property = std::variant<std::monostate, bool, double, std::string>;
using PropertyOf = std::function<Property(std::string_view key)>;

/// Which things a style layer draws: MapLibre's comparisons of a field with constants, joined by `all`, `any`, `none`. What is unknown fulfils
/// only `!=`, `!in` and `!has`.
class Filter {
   public:
    enum class Op { All, Any, None, Equal, NotEqual, Less, AtMost, More, AtLeast, In, NotIn, Has, NotHas };

    Filter() = default;  ///< lets everything through
    Filter(Op op, std::string key, std::vector<Property> values) : m_op{op}, m_key{std::move(key)}, m_values{std::move(values)} {}
    Filter(Op op, std::vector<Filter> parts) : m_op{op}, m_parts{std::move(parts)} {}

    bool passes(const PropertyOf& property) const;

   private:
    Op m_op = Op::All;
    std::string m_key;
    std::vector<Property> m_values;
    std::vector<Filter> m_parts;
};

}  // namespace app
