#pragma once

#include "geo/geometry/box_index.hpp"
#include "geo/units/split_tree.hpp"

#include <span>
#include <vector>

namespace geo::units {

/// Ground between roads that holds buildings.
struct Block {
    MultiPolygon ground;      ///< faces, which may touch
    std::vector<Item> items;  ///< by building
};

struct Blocks {
    std::vector<Block> blocks;
    std::vector<Line> edges;  ///< between a block and whatever is not the same block
    MultiPolygon faces;
    std::vector<int> block_of_face;

    /// Block at a point; `nobody` where no building is. `index` holds the faces' boxes.
    int at(const BoxIndex& index, Point p) const;
};

std::vector<Box> boxes_of(const MultiPolygon& faces);

/// Splits the ground round the items along the roads. Blocks with hardly a building join a neighbour; without roads all
/// the ground is one block.
///
/// @param buildings  that the items stand for, to cut those that are no whole items
Blocks blocks_between(std::span<const Line> roads, std::span<const Item> items, std::span<const MultiPolygon> buildings,
                      const Targets& targets);

}  // namespace geo::units
