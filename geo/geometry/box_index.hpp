#pragma once

#include "geo/geometry/shapes.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace geo {

/// Finds which of many boxes meet a given one (packed R-tree).
class BoxIndex {
   public:
    explicit BoxIndex(std::span<const Box> boxes);
    ~BoxIndex();
    BoxIndex(BoxIndex&&) noexcept;
    BoxIndex& operator=(BoxIndex&&) noexcept;

    /// Positions in the given span, ascending.
    std::vector<std::size_t> meeting(const Box& box) const;

   private:
    struct Tree;
    std::unique_ptr<Tree> m_tree;
};

}  // namespace geo
