#include "geo/zones/cover_hints.hpp"

namespace geo {

void CoverHints::keep(const OffsetChains& chains, std::span<const int> whole) {
    m_chains.assign(chains.chains.begin(), chains.chains.end());
    m_covers.clear();
    for (const int capsule : whole) {
        if (capsule < 0) {
            m_covers.emplace_back();
            continue;
        }
        const int chain = chains.capsules[capsule].chain;
        m_covers.push_back({chain, capsule - chains.chains[chain].first_capsule});
    }
}

void CoverHints::translate_to(const OffsetChains& chains) {
    m_chain_now.assign(m_chains.size(), -1);
    m_hints.assign(chains.primitives.size(), -1);
    // Both follow the order of sources; where a source has gained chains that came into reach, its first ones are taken for the same.
    std::size_t before = 0;
    for (std::size_t now = 0; now < chains.chains.size(); ++now) {
        const int source = chains.chains[now].source;
        const bool goes_on = now > 0 && chains.chains[now - 1].source == source;
        if (!goes_on)
            while (before < m_chains.size() && m_chains[before].source < source) ++before;
        if (before < m_chains.size() && m_chains[before].source == source) m_chain_now[before++] = static_cast<int>(now);
    }
    for (std::size_t i = 0; i < m_chains.size(); ++i) {
        if (m_chain_now[i] < 0) continue;
        const Chain& then = m_chains[i];
        const Chain& now = chains.chains[m_chain_now[i]];
        if (then.primitive_end - then.first_primitive != now.primitive_end - now.first_primitive) continue;
        for (int p = then.first_primitive; p < then.primitive_end; ++p) {
            const Place cover = m_covers[p];
            if (cover.chain < 0 || m_chain_now[cover.chain] < 0) continue;
            const Chain& over = chains.chains[m_chain_now[cover.chain]];
            if (over.first_capsule + cover.capsule < over.capsule_end) m_hints[now.first_primitive + p - then.first_primitive] = over.first_capsule + cover.capsule;
        }
    }
}

}  // namespace geo
