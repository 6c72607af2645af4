#pragma once

#include "geo/checks/edges.hpp"
#include "geo/model/existing.hpp"
#include "geo/model/inputs.hpp"

#include <span>
#include <vector>

namespace geo {

/// Where some ground stands against the compounds.
struct Place {
    std::optional<std::size_t> compound;  ///< position of the one that holds it, or most of it by its middle
    Whereabouts where = Whereabouts::Outside;
    double beyond = 0.0;        ///< how far it reaches over the boundary, metres of the CRS
    double to_boundary = 0.0;   ///< least distance from the boundary where it is inside, metres of the CRS
};

/// Finds the compounds of many grounds.
class Places {
   public:
    /// @param compounds  must outlive this
    explicit Places(std::span<const Compound> compounds);

    /// The compound that holds the ground; else the first that holds its middle, or any part of it. @param tolerance  metres of the CRS
    Place of(const Shape& ground, double tolerance) const;

   private:
    std::span<const Compound> m_compounds;
    std::vector<EdgeSet> m_edges;
    BoxIndex m_index;
};

}  // namespace geo
