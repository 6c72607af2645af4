#include "geo/geometry/octets.hpp"

namespace geo {

void Octets::clear() {
    if (m_levels.empty()) m_levels.emplace_back();
    for (auto& level : m_levels) level.clear();
    m_items.clear();
    m_depth = m_count = 0;
}

void Octets::begin_group() { m_items.resize(8 * m_levels.front().size(), -1); }

void Octets::add(const RoughBox& box) {
    std::vector<Octet>& lowest = m_levels.front();
    if (m_items.size() == 8 * lowest.size()) lowest.emplace_back();
    lowest.back().set(static_cast<int>(m_items.size() % 8), box);
    m_items.push_back(m_count++);
}

void Octets::build() {
    begin_group();  // fills the last octet
    if (m_levels.front().empty()) return;
    for (m_depth = 1; m_levels[m_depth - 1].size() > 1; ++m_depth) {
        if (static_cast<int>(m_levels.size()) == m_depth) m_levels.emplace_back();
        const std::vector<Octet>& below = m_levels[m_depth - 1];
        std::vector<Octet>& level = m_levels[m_depth];
        level.resize((below.size() + 7) / 8);
        for (std::size_t i = 0; i < below.size(); ++i) level[i / 8].set(static_cast<int>(i % 8), below[i].box());
    }
}

}  // namespace geo
