#pragma once

#include "geo/bays/survey.hpp"

namespace geo::rows {

/// A row, or two with an aisle between, as one block in the survey's frame.
struct Block {
    double x = 0.0, y = 0.0;
    Aisle aisle = Aisle::None;
    int bays = 0;  ///< of each row

    int rows() const { return aisle == Aisle::Twin ? 2 : 1; }
};

/// Blocks that stand together as one site.
struct Arrangement {
    double angle = 0.0;
    std::vector<Block> blocks;  ///< by y, then x
    int bays = 0, groups = 0;
    int worth = 0;  ///< bays, less what further groups cost
    double spread = 0.0;  ///< width plus depth of the box round all rows, grid metres
};

/// Worth more, then fewer groups, then less spread by at least a millimetre.
bool is_better(const Arrangement& a, const Arrangement& b);

/// The best compact site in this direction: from several first blocks, grows by the block that adds most bays near by.
/// @param more_heights  to look at besides the survey's own
/// @return no blocks when there is no slot
Arrangement arrange(const Survey& survey, const std::vector<double>& more_heights = {});

/// Whether the site's limit is reached in as few groups as there can be.
bool is_full(const Arrangement& arrangement, const Sizes& sizes);

int groups_of(const Block& block, const Sizes& sizes);

}  // namespace geo::rows
