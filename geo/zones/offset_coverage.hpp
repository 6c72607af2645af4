#pragma once

#include "geo/geometry/bands.hpp"
#include "geo/zones/offset_chains.hpp"

namespace geo {

/// A stretch of a primitive that nothing covers: boundary of free ground, which lies on its right.
struct Gap {
    int primitive = 0;
    double from = 0.0, to = 0.0;  ///< parameters
    Point start, end;
    int next = -1;                                  ///< gap that goes on at its end, once stitched
    bool starts_whole = false, ends_whole = false;  ///< reaches that end of the primitive
};

/// Why a stretch of a primitive is no boundary of free ground.
struct Covered {
    enum class By {
        Capsule,   ///< lies in it
        Solid,     ///< in no capsule, but deep inside of an obstacle
        Outside,   ///< in no capsule, but outside of the compound
    };
    int primitive = 0;
    double from = 0.0, to = 0.0;
    By by = By::Capsule;
    int what = -1;  ///< capsule or solid
};

/// Primitives that lie outside of the compound together: their common box misses the compound's, or meets no capsule of its boundary.
struct OutsideRun {
    int first = 0, end = 0;
    RoughBox box;
};

/// Successive primitives of a chain that are looked at together.
struct PrimitiveRun {
    int first = 0, end = 0;
    bool is_boundary = false;
    bool is_kept = false;  ///< not looked at again, since nothing near it has changed
    int first_gap = 0, first_covered = 0, first_outside = 0;
};

/// An obstacle with an inside that its capsules may not reach.
struct Solid {
    const Polygon* polygon = nullptr;
    RoughBox box;
    int keep = -1;
};

/// Splits every primitive into what is covered, and by what, and gaps. A primitive meets a capsule in one stretch when it is a segment,
/// in a few when it is an arc; primitives are never intersected with one another.
class OffsetCoverage {
   public:
    /// @param reach   the compound's box
    /// @param inside  its rings
    void run(const OffsetChains& chains, const RoughBox& reach, const Bands& inside, std::span<const Solid> solids);

    /// The same after one source has changed in place: runs of others whose box meets none of `changed` keep what was found.
    /// @param changed  boxes of what has changed, as it was and as it is @param source  that has
    void run_again(std::span<const Solid> solids, const Octets& changed, int source);

    std::vector<Gap> gaps;
    std::vector<int> first_gap;        ///< of each primitive, with one more at the end
    std::vector<Covered> covered;      ///< in the order of primitives and of parameters
    std::vector<OutsideRun> outside;
    std::vector<PrimitiveRun> runs;

   private:
    struct Stretch {
        double from, to;
        int capsule;
    };
    void set_solids(std::span<const Solid> solids);
    void begin_run(PrimitiveRun run);
    void cover_run(int first, int end, bool is_boundary);
    void find_near(const RoughBox& box);
    bool is_whole(int primitive);
    bool covers_whole(int primitive, int capsule);
    void add_whole(int primitive, int capsule);
    void cover(int primitive);
    void add_gap(int primitive, double from, double to);
    bool is_free(int primitive, double from, double to, bool continues);

    const OffsetChains* m_chains = nullptr;
    const Bands* m_inside = nullptr;
    RoughBox m_reach;
    std::span<const Solid> m_solids;
    Octets m_solid_index;
    // Of the run of primitives at hand:
    std::vector<Octet> m_near;
    std::vector<int> m_near_capsules, m_near_solids;
    bool m_is_inside = false;   ///< far from the compound's boundary, and inside
    int m_free_through = -1;    ///< the primitive in which the last gap goes on: what holds there holds here
    int m_last_whole = -1;      ///< capsule that covered the last primitive: likely to cover the next
    std::vector<Stretch> m_stretches;
    // As found before something changed:
    std::vector<Gap> m_old_gaps;
    std::vector<int> m_old_first_gap;
    std::vector<Covered> m_old_covered;
    std::vector<OutsideRun> m_old_outside;
    std::vector<PrimitiveRun> m_old_runs;
};

}  // namespace geo
