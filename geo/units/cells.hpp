#pragma once

#include "geo/core/progress.hpp"
#include "geo/units/blocks.hpp"
#include "geo/units/town.hpp"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace geo::units {

/// The cells of all blocks, numbered through.
class Cells {
public:
    Cells(const Town& town, std::span<const Line> roads, const Targets& targets, const Progress& progress);

    int count() const { return static_cast<int>(m_cells.size()); }
    const SplitTree::Cell& cell(int number) const;
    /// The cell whose ground a point is; `nobody` beyond the outlines.
    int at(Point p) const;
    /// Cuts one more cell in two; the inner part keeps its place, but all numbers change at the next `renumber`.
    /// @param too_many  buildings, rather than ground @return false when no cut separates anything
    bool split(int number, bool too_many);
    void renumber();

    const std::vector<Line>& block_edges() const { return m_blocks.edges; }
    /// Edges of blocks, cuts and outlines.
    std::vector<Line> lines() const;

private:
    Blocks m_blocks;
    BoxIndex m_face_index;
    std::vector<SplitTree> m_trees;                            ///< by block
    std::vector<std::pair<std::size_t, std::size_t>> m_cells;  ///< block and its cell
    std::vector<std::vector<int>> m_numbers;                   ///< by block and cell
};

}  // namespace geo::units
