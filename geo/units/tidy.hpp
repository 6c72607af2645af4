#pragma once

#include "geo/units/mosaic.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace geo::units {

/// What is weighed when pieces of ground are joined.
struct Lot {
    std::size_t buildings = 0;
    double m2 = 0.0;  ///< of its ground near buildings

    bool is_small() const { return buildings < 4 || m2 < 2'000.0; }
};

/// The lot of two groups of labels together; nothing when they must stay apart.
using Together = std::function<std::optional<Lot>(std::span<const int>, std::span<const int>)>;

/// Joins small lots to the neighbour with the longest common border, smallest first.
///
/// @param lots  by label @return new labels by face, 0 … in the order of the faces
std::vector<int> join_small(const Mosaic& mosaic, std::vector<int> labels, std::vector<Lot> lots,
                            const Together& together);

/// Gives pockets of nobody's ground up to `most_m2` that one label encloses to that label.
void fill_pockets(const Mosaic& mosaic, std::vector<int>& labels, double most_m2);

/// Numbers the labels 0 … in the order of the faces. @return their count
int renumber(std::vector<int>& labels);

}  // namespace geo::units
