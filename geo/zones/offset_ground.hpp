#pragma once

#include "geo/zones/free_ground.hpp"
#include "geo/zones/offset_rings.hpp"

#include <optional>

namespace geo {

/// Free ground by coverage of exact offset lines, without any overlay.
///
/// Every source edge grown by its clearance is a capsule. Free ground can end only on *primitives*: a segment beside each edge, an arc round
/// each corner (`OffsetChains`). What of a primitive lies in no capsule is a *gap* (`OffsetCoverage`). Gaps follow one another round the
/// free ground (`OffsetRings`). Nothing is ever intersected with anything but a line or circle with a capsule.
///
/// What could coincide does not: each source keeps between 1 and 101 µm more than asked, no two the same, so that party walls, duplicates
/// and rows on one line cross like any others. Where that is not enough, two further spreads of radii are there to be tried.
///
/// One object a thread, reused: it keeps its arrays.
class OffsetGround {
   public:
    /// How sources are told apart.
    enum class Spread {
        Rings,       ///< one radius a ring, line or point
        OtherRings,  ///< the same with other radii
        Edges,       ///< every edge its own radius: for rings that run along themselves
    };

    /// @return whether rings could be closed; then `draw` makes polygons of them
    bool run(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, Spread spread = Spread::Rings);

    /// One keep has changed since the last run, and only it: what nothing near has changed for is kept.
    /// @return whether rings could be closed; nothing where the change is none to be made in place
    std::optional<bool> change(std::span<const Keep> keeps, std::size_t changed);

    /// Arcs are at most `arc_tolerance_m` off the circle on the free side, or `fine_tolerance_m` where their box meets one of `fine`.
    bool draw(std::span<const RoughBox> fine, double fine_tolerance_m, MultiPolygon& out);

    static constexpr double arc_tolerance_m = 9.4e-3;
    static constexpr double least_distance_m = 1e-3;  ///< kept from what asks for less; the compound's own line apart

    const OffsetChains& chains() const { return m_chains; }
    const OffsetCoverage& coverage() const { return m_coverage; }
    const OffsetRings& rings() const { return m_rings; }
    std::span<const Solid> solids() const { return m_solids; }

   private:
    void add_boundary(const MultiPolygon& boundary, double setback_m);
    void add_keep(OffsetChains& chains, const Keep& keep);
    void add_solids(const Keep& keep, int source);
    void add_ring(OffsetChains& chains, const Ring& ring, bool is_hole, double distance_m, bool is_boundary);
    void add_line(OffsetChains& chains, std::span<const Point> line, double distance_m);
    double radius(double distance_m);

    OffsetChains m_chains;
    OffsetCoverage m_coverage;
    OffsetRings m_rings;
    Bands m_inside;
    std::vector<Solid> m_solids;
    Spread m_spread = Spread::Rings;
    unsigned m_source = 0;  ///< counts radii
    Box m_reach;
    std::vector<unsigned> m_first_source;  ///< of each keep
    OffsetChains m_changed_chains;         ///< of the keep that changes
    Octets m_changed;
};

}  // namespace geo
