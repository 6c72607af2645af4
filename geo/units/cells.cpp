#include "geo/units/cells.hpp"

namespace geo::units {

Cells::Cells(const Town& town, std::span<const Line> roads, const Targets& targets, const Progress& progress)
    : m_blocks{blocks_between(roads, town.items, town.buildings, targets)}, m_face_index{boxes_of(m_blocks.faces)} {
    progress.at(0.5);
    for (Block& block : m_blocks.blocks) {
        m_trees.emplace_back(std::move(block.ground), std::move(block.items), targets);
        progress.at(0.5 + 0.5 * static_cast<double>(m_trees.size()) / static_cast<double>(m_blocks.blocks.size()));
    }
    renumber();
}

void Cells::renumber() {
    m_cells.clear();
    m_numbers.assign(m_trees.size(), {});
    for (std::size_t b = 0; b < m_trees.size(); ++b) {
        for (std::size_t c = 0; c < m_trees[b].cells().size(); ++c) {
            m_numbers[b].push_back(static_cast<int>(m_cells.size()));
            m_cells.push_back({b, c});
        }
    }
}

const SplitTree::Cell& Cells::cell(int number) const {
    const auto [block, cell] = m_cells[number];
    return m_trees[block].cells()[cell];
}

int Cells::at(Point p) const {
    const int block = m_blocks.at(m_face_index, p);
    if (block == nobody) return nobody;
    const int number = m_numbers[block][m_trees[block].cell_at(p)];
    return !cell(number).items.empty() && holds(cell(number).reach, p) ? number : nobody;
}

bool Cells::split(int number, bool too_many) {
    const auto [block, cell] = m_cells[number];
    return m_trees[block].split(cell, too_many);
}

std::vector<Line> Cells::lines() const {
    std::vector<Line> lines = m_blocks.edges;
    for (const SplitTree& tree : m_trees) {
        const std::vector<Line> more = tree.lines();
        lines.insert(lines.end(), more.begin(), more.end());
    }
    return lines;
}

}  // namespace geo::units
