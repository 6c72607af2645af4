#pragma once

#include "data/samples/plot.hpp"

namespace samples {

/// Rows of parallel slabs with wide greens between them (行列式板楼).
struct SlabEstate {
    int floors = 6;  ///< or 11 with lifts
    bool has_kindergarten = false;
    bool has_side_gate = true;
};
void lay_slab_rows(Plot& plot, const SlabEstate& estate);

/// Towers on podiums along the southern street and towers behind a garden (高层塔楼带裙房).
void lay_towers(Plot& plot);

/// Four courts enclosed by L-, U- and bar-shaped blocks (围合式).
void lay_courtyards(Plot& plot);

/// How close together old walk-ups stand.
enum class Density { Close, Tight };

/// Old walk-ups (老旧多层). `Tight` leaves no place 6 m away from all walls.
void lay_walkups(Plot& plot, Density density);

/// Small houses along a lane (农村小楼、背街小巷). The compound is a strip along the lane.
struct VillageLane {
    geo::Point from, bend, turn, to;  ///< Bézier control points, town planner's grid
    int square_after = -1;            ///< houses on the northern side before a square; negative: no square
};
/// Boundary of a village's strip and its frame.
Block village_block(const VillageLane& lane);
void lay_village(Plot& plot, const VillageLane& lane);

}  // namespace samples
