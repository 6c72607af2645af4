#pragma once

#include "geo/zones/offset_coverage.hpp"

namespace geo {

/// Gaps that follow one another round a piece of free ground or round an island in it.
struct GapRing {
    int first = 0, count = 0;  ///< in `OffsetRings::order`
    int part = -1;             ///< polygon that it was drawn as; -1 when below a square millimetre
    int island = -1;           ///< hole of it; -1 for its outer ring
};

/// Joins gaps to rings, and draws these as polygons.
class OffsetRings {
   public:
    /// Sets `next` of every gap: the natural successor on the same chain, else the nearest free start within 0.1 µm, then 0.1 mm.
    /// @return false when an end finds no start: two sources then agree to within rounding, and other radii help
    bool stitch(const OffsetChains& chains, OffsetCoverage& coverage);

    /// Arcs become chords that touch them from the free side, at most `tolerance_m` off; vertices nearer than 0.1 µm to the one before are
    /// left out. Outer rings counter-clockwise; parts below a square millimetre are dropped, and those so narrow that chords on both sides
    /// leave nothing of them.
    /// @param fine  where `fine_tolerance_m` is asked instead: arcs are drawn finer whose box meets one of these
    /// @return false when an island lies in no part
    bool draw(const OffsetChains& chains, const OffsetCoverage& coverage, double tolerance_m, std::span<const RoughBox> fine,
              double fine_tolerance_m, MultiPolygon& out);

    std::vector<GapRing> rings;
    std::vector<int> order;     ///< gaps, ring by ring
    std::vector<Ring> drawn;    ///< of each ring what is in no polygon: parts that were dropped; else empty

   private:
    struct ArcStep {
        double cosine, sine;  ///< of the angle of a chord
    };
    void link_neighbours(const OffsetChains& chains, OffsetCoverage& coverage);
    bool link_nearest(std::vector<Gap>& gaps);
    void draw_ring(const OffsetChains& chains, const OffsetCoverage& coverage, const GapRing& ring, std::span<const RoughBox> fine,
                   double fine_tolerance_m);
    void draw_arc(const Primitive& p, const Gap& gap, ArcStep step);
    void add_vertex(Point p);
    bool is_island(const OffsetChains& chains, const OffsetCoverage& coverage, std::size_t ring, double tolerance_m) const;
    bool assemble(const OffsetChains& chains, const OffsetCoverage& coverage, double tolerance_m, MultiPolygon& out);

    std::vector<char> m_has_previous;
    std::vector<int> m_open_starts, m_open_ends;
    std::vector<ArcStep> m_steps;  ///< of each chain
    Ring m_ring;
};

}  // namespace geo
