#pragma once

#include "geo/geometry/crossings.hpp"
#include "geo/zones/certificate.hpp"
#include "geo/zones/completeness.hpp"
#include "geo/zones/known_edges.hpp"
#include "geo/zones/offset_ground.hpp"

namespace geo {

/// The engine with what proves its results. Reused, it keeps its arrays.
class ProvenGround {
   public:
    ProvenGround() = default;
    ProvenGround(const ProvenGround&) = delete;  // parts of it point to others
    ProvenGround& operator=(const ProvenGround&) = delete;

    /// @return why the result is refused, if it is
    std::optional<Message> run(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, OffsetGround::Spread spread,
                               MultiPolygon& ground);

    /// One keep has changed since the last call, which refused nothing: only what is near is computed and proven anew.
    /// @param keeps   in the place of the last call's, also in memory, but for the one that has changed
    /// @param ground  as the last call left it
    /// @return why the result is refused, if it is; then `run` comes next
    std::optional<Message> change(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, std::size_t changed, MultiPolygon& ground);

   private:
    template <typename Check>
    std::optional<Message> draw(MultiPolygon& ground, Check&& check);
    std::optional<Fault> crossing(const MultiPolygon& ground, const std::vector<char>* is_known);

    OffsetGround m_engine;
    Crossings m_crossings;
    Certificate m_certificate;
    CompletenessAccount m_account;
    std::vector<RoughBox> m_fine;   ///< where arcs are drawn finer
    std::size_t m_finer = 0;        ///< how much, there
    KnownEdges m_known;             ///< of the ground that was proven last, once one has changed
    bool m_is_prepared = false;     ///< for changes
};

}  // namespace geo
