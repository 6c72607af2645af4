#pragma once

#include "geo/zones/offset_chains.hpp"

namespace geo {

/// What covered each primitive whole when the same sources were last looked at with other distances. Mostly it does so again: a source that asks
/// for more moves its line outward, and the others' capsules grow likewise. A guess, to be tried first.
class CoverHints {
   public:
    /// @param whole  of each primitive the capsule that holds all of it, or -1
    void keep(const OffsetChains& chains, std::span<const int> whole);
    /// To the same sources' chains of now; those whose primitives are others in number get no hints.
    void translate_to(const OffsetChains& chains);
    void clear() { m_hints.clear(); }

    bool empty() const { return m_hints.empty(); }
    int of(int primitive) const { return m_hints[primitive]; }  ///< capsule, or -1

   private:
    struct Place {
        int chain = -1, capsule = 0;  ///< capsule counted from the chain's first
    };
    std::vector<Chain> m_chains;
    std::vector<Place> m_covers;   ///< of each primitive kept
    std::vector<int> m_chain_now;  ///< of each chain kept, or -1
    std::vector<int> m_hints;
};

}  // namespace geo
