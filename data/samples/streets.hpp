#pragma once

#include "data/samples/draft.hpp"
#include "geo/geometry/shapes.hpp"

#include <string>
#include <vector>

namespace samples {

/// Place on the ground (projected, metres) of a place in the town planner's grid: u along the main street, v away from it,
/// both in metres. Bends the grid as the river bends, so that no two blocks lie alike.
geo::Point on_ground(geo::Point uv);

/// Turned and shifted axes of a block.
struct Frame {
    geo::Point origin;
    double cos = 1.0, sin = 0.0;

    geo::Point out(geo::Point local) const {
        return {origin.x + cos * local.x - sin * local.y, origin.y + sin * local.x + cos * local.y};
    }
    geo::Point in(geo::Point ground) const {
        const double dx = ground.x - origin.x, dy = ground.y - origin.y;
        return {cos * dx + sin * dy, cos * dy - sin * dx};
    }
};

/// Ground between streets, behind the pavements; x of its frame runs along its southern street.
struct Block {
    Frame frame;
    geo::Ring boundary;  ///< in the block's frame, counter-clockwise
};

constexpr int grid_columns = 5;
constexpr int grid_rows = 3;

/// The block in a column (0 is west) and a row (0 is south) of the street grid.
Block grid_block(int column, int row);

/// A block with its corners given in the town planner's grid, counter-clockwise from the south-west.
Block block_of(const geo::Point (&corners_uv)[4]);

/// Line along a west–east street of the grid (0 is south), `aside_m` north of its middle.
geo::Line along_street(int level, double from_u, double to_u, double aside_m);

/// The street network, with ways that join it.
class Streets {
   public:
    Streets();

    /// Joins a place to the nearest street: a way from there to the street, and a node on it.
    void join(geo::Point ground, const std::string& name);

    /// Draws all streets, split wherever ways meet.
    void draw(Draft& draft) const;

   private:
    struct Street {
        std::string name, kind;
        double width_m;
        geo::Line centre;
        std::vector<bool> is_node;  ///< by vertex of `centre`
    };
    std::vector<Street> m_streets;
    struct Way {
        std::string name;
        geo::Line line;
    };
    std::vector<Way> m_ways;
};

/// Point of a line's segment that is nearest to `p`.
geo::Point foot(geo::Point p, geo::Point a, geo::Point b);

}  // namespace samples
