#include "app/render/style_parts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace app {
namespace {

using geo::say;
using nlohmann::json;

constexpr std::array<std::pair<std::string_view, Filter::Op>, 13> ops{{{"all", Filter::Op::All},
                                                                       {"any", Filter::Op::Any},
                                                                       {"none", Filter::Op::None},
                                                                       {"==", Filter::Op::Equal},
                                                                       {"!=", Filter::Op::NotEqual},
                                                                       {"<", Filter::Op::Less},
                                                                       {"<=", Filter::Op::AtMost},
                                                                       {">", Filter::Op::More},
                                                                       {">=", Filter::Op::AtLeast},
                                                                       {"in", Filter::Op::In},
                                                                       {"!in", Filter::Op::NotIn},
                                                                       {"has", Filter::Op::Has},
                                                                       {"!has", Filter::Op::NotHas}}};

/// One style layer's filter, with the faults in it.
class FilterReader {
public:
    FilterReader(const StyleLayer& layer, StyleFaults& faults) : m_layer{layer}, m_faults{faults} {}

    Filter read(const json& filter) {
        if (!filter.is_array() || filter.empty() || !filter[0].is_string()) return fault(filter);
        const auto op = std::ranges::find(ops, std::string_view{filter[0].get_ref<const std::string&>()},
                                          &std::pair<std::string_view, Filter::Op>::first);
        if (op == ops.end()) return fault(filter);
        if (op->second <= Filter::Op::None) {
            std::vector<Filter> parts;
            for (std::size_t i = 1; i < filter.size(); ++i) parts.push_back(read(filter[i]));
            return {op->second, std::move(parts)};
        }
        return comparison(filter, op->second);
    }

private:
    Filter comparison(const json& filter, Filter::Op op) {
        if (filter.size() < 2 || !filter[1].is_string()) return fault(filter);
        const bool has_one = op >= Filter::Op::Equal && op <= Filter::Op::AtLeast, has_none = op >= Filter::Op::Has;
        if ((has_one && filter.size() != 3) || (has_none && filter.size() != 2)) return fault(filter);
        const std::string key = filter[1].get<std::string>();
        if (!has_property(m_layer.source, key))
            m_faults.add(m_layer.id, "filter", say("该图层没有字段 {}", "its source has no field {}", key));
        std::vector<Property> values;
        for (std::size_t i = 2; i < filter.size(); ++i) {
            const json& value = filter[i];
            if (value.is_boolean())
                values.emplace_back(value.get<bool>());
            else if (value.is_number())
                values.emplace_back(value.get<double>());
            else if (value.is_string())
                values.emplace_back(value.get<std::string>());
            else
                return fault(filter);
        }
        return {op, key, std::move(values)};
    }
    Filter fault(const json& filter) {
        m_faults.add(m_layer.id, "filter", say("无法理解 {}", "{} is no filter", filter.dump()));
        return {};
    }

    const StyleLayer& m_layer;
    StyleFaults& m_faults;
};

}  // namespace

Filter filter_of(const json& filter, const StyleLayer& layer, StyleFaults& faults) {
    return FilterReader{layer, faults}.read(filter);
}

}  // namespace app
