#include "geo/rules/switches.hpp"

#include <algorithm>

namespace geo {

Switches::Switches(const RulePack& pack) {
    for (const auto& [id, parameter] : pack.parameters)
        if (id.ends_with(switch_ending) && !parameter.is_missing && parameter.value == 0.0)
            m_off.push_back(std::string_view{id}.substr(0, id.size() - switch_ending.size() + 1));
}

std::string Switches::switch_of(std::string_view rule) const {
    const auto found = std::ranges::find_if(m_off, [&](std::string_view beginning) { return rule.starts_with(beginning); });
    return found == m_off.end() ? std::string{} : std::string{found->substr(0, found->size() - 1)} + std::string{switch_ending};
}

}  // namespace geo
