#pragma once

#include "geo/units/convex.hpp"
#include "geo/units/mosaic.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace geo::units {

/// A building, or the part of a large one, as the splitting sees it.
struct Item {
    std::size_t building = 0;
    Point at;              ///< inside the building; tells the side of a whole one
    Ring outline;          ///< convex hull of a whole building; outer ring of a part, which cuts may clip further
    Point direction4;      ///< its walls' direction as a vector of four times the angle, weighted by length
    bool is_whole = true;  ///< goes to one side of a cut as a whole
};

struct Targets {
    std::size_t most_buildings = 110;
    double most_m2 = 99'000.0;
    double margin_m = 15.0;
};

/// A block's ground, cut again and again along the widest empty strips until each cell's buildings keep the targets.
class SplitTree {
public:
    struct Cell {
        std::vector<HalfPlane> sides;  ///< of the cuts that made it
        std::vector<Item> items;
        std::vector<HalfPlane> reach;  ///< convex outline: the hull of its buildings grown by the margin
    };

    SplitTree(MultiPolygon ground, std::vector<Item> items, const Targets& targets);

    const std::vector<Cell>& cells() const { return m_cells; }
    /// The cell that holds a point of the ground.
    std::size_t cell_at(Point p) const;
    /// Cuts one more cell in two. @param too_many buildings, rather than ground @return false when no cut separates
    /// anything
    bool split(std::size_t cell, bool too_many);
    /// Cuts and outlines; each line ends a little beyond the one that it meets.
    std::vector<Line> lines() const;

private:
    struct Node {
        HalfPlane cut;
        int inner = nobody, outer = nobody;  ///< nodes; nobody in leaves
        std::size_t cell = 0;
    };
    struct CutLine {
        Point from, to;
        std::vector<HalfPlane> sides;
    };
    void split_all(int node);
    void split_node(int node, const HalfPlane& cut);
    bool is_crowded(const Cell& cell) const { return cell.items.size() > m_targets.most_buildings; }
    bool is_small(Cell& cell) const;

    MultiPolygon m_ground;
    Targets m_targets;
    std::vector<Node> m_nodes;
    std::vector<Cell> m_cells;
    std::vector<CutLine> m_cuts;
};

}  // namespace geo::units
