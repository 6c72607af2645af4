#pragma once

#include "geo/bays/layout.hpp"
#include "geo/bays/strips.hpp"

namespace geo::rows {

/// The module in grid metres.
struct Sizes {
    double width, depth, aisle_one, aisle_two, gap;
    double reach;   ///< farthest a group may stand from the rest of its site
    int row_bays;   ///< most bays of one row of a group
    int twin_bays;  ///< likewise of either of two rows that share an aisle
    int group_bays, site_bays, least;
    int further;           ///< least bays of a group beside the largest of its site
    double further_share;  ///< likewise as a share of the largest
    int group_cost;        ///< bays that a further group must bring to be worth it
};
Sizes sizes_of(const BayModule& module, double scale);

/// On which side of a row its aisle lies; `Twin` is a second row beyond the aisle, `None` a row without.
enum class Aisle { Above, Below, Twin, None };

/// Where bays can stand: a row from y to y + depth, anywhere from x = lo to hi.
struct Slot {
    double y = 0.0;
    Span span;
    Aisle aisle = Aisle::None;
};

/// The grounds of one zone in one direction.
class Survey {
public:
    /// @param with_aisle  only rows with an aisle; otherwise only rows without
    Survey(const Terrain& row_ground, const Terrain& aisle_ground, const Sizes& sizes, double angle, bool with_aisle);

    /// Adds every slot of a row at this y.
    void slots_at(double y, std::vector<Slot>& out) const;
    /// Heights worth a look: a regular lattice, and rows or aisles flush with long edges that run along.
    std::vector<double> heights(double step) const;
    /// Bays of the longest rows, one a row pitch: a quick guess of what this direction is worth.
    double worth() const;

    double angle() const { return m_rows.angle(); }
    const Sizes& sizes() const { return m_sizes; }
    long visits() const { return m_rows.visits() + m_aisles.visits(); }

private:
    void row(double y, std::vector<Span>& out) const;
    void strip(const Frame& frame, double y0, double y1, std::vector<Span>& out) const;

    Sizes m_sizes;
    bool m_with_aisle;
    Frame m_rows, m_aisles;
    mutable std::vector<Span> m_row, m_other, m_aisle, m_both, m_three;
};

}  // namespace geo::rows
