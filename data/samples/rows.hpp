#pragma once

#include "data/samples/plot.hpp"

#include <functional>
#include <vector>

namespace samples {

/// How parallel rows of buildings stand along lanes, metres.
struct RowStyle {
    double depth, length;           ///< of a building
    double gap_x, gap_y;            ///< between ends; between façades
    double side, south, north;      ///< least distance to the boundary
    double spine_share;             ///< where the spine lane runs: 0 at the western, 1 at the eastern end
    double spine_gap, spine_width;
    double lane_width, lane_offset; ///< clear width; centre line to the northern façade, where the doors are
    double stair_depth;             ///< how far stairwells stand out of the northern façade
    double unit_width;              ///< of façade that shares one stairwell
    bool has_side_gate;
};

struct LaidBuilding {
    std::string id;
    Span x, y;
    int units = 1;
};

struct Row {
    std::vector<LaidBuilding> buildings;
    Span x, y;      ///< all of them
    double lane_y;  ///< centre line of the lane to the north
};

struct Rows {
    double spine_x = 0.0;
    geo::Point gate;
    std::vector<Row> rows;  ///< from the south; none is empty
};

/// Lays rows with their lanes, exits and gates. `card` is asked for each building: its row and number of stairwells.
Rows lay_rows(Plot& plot, const RowStyle& style, const std::function<BuildingCard(int row, int units)>& card);

/// A rectangular footprint whose stairwells stand out of its northern façade.
geo::Ring slab_ring(Span x, Span y, int units, double stair_depth);

}  // namespace samples
