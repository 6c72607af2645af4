#include "geo/units/planning_units.hpp"

#include "geo/geometry/overlay.hpp"
#include "geo/units/blocks.hpp"
#include "geo/units/ownership.hpp"
#include "geo/units/tidy.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

namespace geo {
namespace {

using namespace units;

constexpr double whole_m2 = 30'000.0;        // A building above this may be cut; below, it stays in one unit.
constexpr double whole_reach_m2 = 50'000.0;  // Likewise of its grown hull: a ring wall is no house.
constexpr double trace_m2 = 1e-4;
constexpr int most_rounds = 12;

/// What the steps know about the buildings.
struct Town {
    std::span<const MultiPolygon> buildings;
    std::vector<Box> boxes;
    std::vector<double> m2;
    std::vector<Item> items;  ///< of buildings that have an area

    BoxIndex index() const { return BoxIndex{boxes}; }
};

/// Sum of the walls' directions, four times the angle, weighted by length.
Point direction4(const MultiPolygon& building) {
    Point sum;
    for (const Polygon& part : building) {
        const Ring& ring = part.outer;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point b = ring[(i + 1) % ring.size()];
            const double x = b.x - ring[i].x, y = b.y - ring[i].y, length = std::hypot(x, y);
            if (length == 0.0) continue;
            const double x2 = (x * x - y * y) / length, y2 = 2.0 * x * y / length;
            sum.x += (x2 * x2 - y2 * y2) / length;
            sum.y += 2.0 * x2 * y2 / length;
        }
    }
    return sum;
}

Town town_of(std::span<const MultiPolygon> buildings, const UnitLimits& limits) {
    Town town{buildings, {}, {}, {}};
    for (std::size_t b = 0; b < buildings.size(); ++b) {
        town.boxes.push_back(box_of(buildings[b]));
        town.m2.push_back(area(buildings[b]));
        if (!(town.m2[b] > 0.0) || !std::isfinite(town.m2[b])) continue;
        const Polygon& main = *std::ranges::max_element(buildings[b], {}, [](const Polygon& p) { return area(p); });
        std::vector<Point> points;
        for (const Polygon& part : buildings[b]) points.insert(points.end(), part.outer.begin(), part.outer.end());
        Item item{b, inner_point(main), hull(std::move(points)), direction4(buildings[b]), true};
        const Ring reach = corners(grown(item.outline, limits.margin_m));
        item.is_whole = town.m2[b] <= std::min(whole_m2, 0.3 * limits.most_m2) &&
                        signed_area(reach) <= std::min(whole_reach_m2, 0.5 * limits.most_m2);
        if (!item.is_whole) item.outline = main.outer;
        town.items.push_back(std::move(item));
        // Each part of a building that may be cut is cut alone.
        for (const Polygon& part : buildings[b]) {
            if (town.items.back().is_whole || &part == &main) continue;
            town.items.push_back({b, inner_point(part), part.outer, {}, false});
        }
    }
    return town;
}

/// Cells of all blocks, numbered through.
struct Cells {
    Blocks blocks;
    BoxIndex face_index;
    std::vector<SplitTree> trees;  ///< by block
    std::vector<std::pair<std::size_t, std::size_t>> cells;  ///< block and its cell
    std::vector<std::vector<int>> numbers;                   ///< by block and cell

    void renumber() {
        cells.clear();
        numbers.assign(trees.size(), {});
        for (std::size_t b = 0; b < trees.size(); ++b) {
            for (std::size_t c = 0; c < trees[b].cells().size(); ++c) {
                numbers[b].push_back(static_cast<int>(cells.size()));
                cells.push_back({b, c});
            }
        }
    }
    const SplitTree::Cell& cell(int number) const {
        return trees[cells[number].first].cells()[cells[number].second];
    }
    /// The cell whose ground a point is; `nobody` beyond the outlines.
    int at(Point p) const {
        const int block = blocks.at(face_index, p);
        if (block == nobody) return nobody;
        const int number = numbers[block][trees[block].cell_at(p)];
        return !cell(number).items.empty() && holds(cell(number).reach, p) ? number : nobody;
    }
};

std::vector<Box> face_boxes(const MultiPolygon& faces) {
    std::vector<Box> boxes;
    for (const Polygon& face : faces) boxes.push_back(box_of(face.outer));
    return boxes;
}

Cells cells_of(const Town& town, std::span<const Line> roads, const Targets& targets, const Progress& progress) {
    Blocks blocks = blocks_between(roads, town.items, town.buildings, targets);
    progress.at(0.5);
    BoxIndex index{face_boxes(blocks.faces)};
    Cells cells{std::move(blocks), std::move(index), {}, {}, {}};
    for (std::size_t b = 0; b < cells.blocks.blocks.size(); ++b) {
        Block& block = cells.blocks.blocks[b];
        cells.trees.emplace_back(std::move(block.ground), std::move(block.items), targets);
        progress.at(0.5 + 0.5 * static_cast<double>(b + 1) / static_cast<double>(cells.blocks.blocks.size()));
    }
    cells.renumber();
    return cells;
}

Drawn drawn_of(const Town& town, const BoxIndex& index, const Cells& cells) {
    std::vector<int> cell_of(town.buildings.size(), nobody);
    std::vector<bool> crossing(town.buildings.size(), false);
    for (const Item& item : town.items)
        if (!item.is_whole) crossing[item.building] = true;
    for (int number = 0; number < static_cast<int>(cells.cells.size()); ++number) {
        const SplitTree::Cell& cell = cells.cell(number);
        for (const Item& item : cell.items) {
            if (!item.is_whole) continue;
            cell_of[item.building] = number;
            if (!std::ranges::all_of(item.outline, [&](Point p) { return holds(cell.sides, p); })) crossing[item.building] = true;
        }
    }
    for (const Line& edge : cells.blocks.edges) {
        for (std::size_t b : index.meeting(box_of(edge)))
            if (meets(town.boxes[b], edge.front(), edge.back())) crossing[b] = true;
    }
    return drawn_buildings(town.buildings, index, town.boxes, town.m2, cell_of, crossing);
}

Mosaic mosaic_of(const Town& town, const Cells& cells, const Drawn& drawn) {
    std::vector<Line> lines = cells.blocks.edges;
    for (const SplitTree& tree : cells.trees) {
        const std::vector<Line> more = tree.lines();
        lines.insert(lines.end(), more.begin(), more.end());
    }
    const auto add = [&](Ring ring) {
        ring.push_back(ring.front());
        lines.push_back(std::move(ring));
    };
    for (std::size_t b : drawn.buildings) {
        for (const Polygon& part : town.buildings[b]) {
            add(part.outer);
            for (const Ring& hole : part.holes) add(hole);
        }
    }
    snap(lines);
    return Mosaic{faces(lines)};
}

/// Which cell each face belongs to, and which buildings it holds a part of.
struct Labels {
    std::vector<int> cell;
    std::vector<std::vector<std::pair<std::size_t, bool>>> buildings;  ///< and whether no boundary crosses it
};

Labels labels_of(const Town& town, const Cells& cells, const Drawn& drawn, const Mosaic& mosaic) {
    std::vector<Box> drawn_boxes;
    for (std::size_t b : drawn.buildings) drawn_boxes.push_back(town.boxes[b]);
    const BoxIndex drawn_index{drawn_boxes};
    const MultiPolygon& faces = mosaic.faces();
    Labels labels{std::vector<int>(faces.size(), nobody), {}};
    labels.buildings.resize(faces.size());
    for (std::size_t f = 0; f < faces.size(); ++f) {
        const Point p = inner_point(faces[f]);
        const int here = cells.at(p);
        std::vector<int> owners;
        for (std::size_t d : drawn_index.meeting({p.x, p.y, p.x, p.y})) {
            if (!contains(town.buildings[drawn.buildings[d]], p)) continue;
            labels.buildings[f].push_back({drawn.buildings[d], false});
            if (drawn.owner[d] != nobody) owners.push_back(drawn.owner[d]);
        }
        const bool stays = owners.empty() || std::ranges::find(owners, here) != owners.end();
        labels.cell[f] = stays ? here : *std::ranges::min_element(owners);
    }
    const BoxIndex face_index{face_boxes(faces)};
    for (const Item& item : town.items) {
        if (std::ranges::binary_search(drawn.buildings, item.building)) continue;
        for (std::size_t f : face_index.meeting({item.at.x, item.at.y, item.at.x, item.at.y})) {
            if (!contains(faces[f], item.at)) continue;
            labels.buildings[f].push_back({item.building, true});
            break;
        }
    }
    return labels;
}

/// Connected ground of one cell with the buildings in it.
struct Piece {
    int cell = nobody;
    std::map<std::size_t, double> buildings;  ///< square metres of those that boundaries cross, infinity for others
    double m2 = 0.0;
};

std::vector<Piece> pieces_of(const Mosaic& mosaic, const Labels& labels, std::span<const int> parts) {
    const std::size_t count = parts.empty() ? 0 : static_cast<std::size_t>(*std::ranges::max_element(parts)) + 1;
    std::vector<Piece> pieces(count);
    for (std::size_t f = 0; f < parts.size(); ++f) {
        Piece& piece = pieces[parts[f]];
        piece.cell = labels.cell[f];
        const double m2 = area(mosaic.faces()[f]);
        piece.m2 += m2;
        for (const auto& [building, is_whole] : labels.buildings[f])
            piece.buildings[building] += is_whole ? std::numeric_limits<double>::infinity() : m2;
    }
    for (Piece& piece : pieces) std::erase_if(piece.buildings, [](const auto& b) { return b.second <= trace_m2; });
    return pieces;
}

/// Splits cells whose ground turned out beyond the limits, by buildings that others' boundaries leave to them.
bool split_crowded(Cells& cells, std::span<const Piece> pieces, const UnitLimits& limits) {
    std::set<int> crowded;
    for (const Piece& piece : pieces) {
        if (piece.cell != nobody && (piece.buildings.size() > limits.most_buildings || piece.m2 > limits.most_m2))
            crowded.insert(piece.cell);
    }
    bool is_split = false;
    for (int number : crowded) is_split = cells.trees[cells.cells[number].first].split(cells.cells[number].second) || is_split;
    if (is_split) cells.renumber();
    return is_split;
}

std::vector<Compound> compounds_of(std::vector<MultiPolygon> grounds) {
    const auto south_east = [](const MultiPolygon& ground) {
        const Point c = box_of(ground).centre();
        return std::tuple{c.x - c.y, c.x};
    };
    std::ranges::stable_sort(grounds, {}, south_east);
    std::vector<Compound> result;
    for (MultiPolygon& ground : grounds) {
        const std::string id = fmt::format("U{:04}", result.size() + 1);
        result.push_back({.id = id, .name = id, .boundary = std::move(ground), .households = {}, .is_derived = true});
    }
    return result;
}

}  // namespace

std::vector<Compound> planning_units(std::span<const MultiPolygon> buildings, std::span<const Line> roads,
                                     const UnitLimits& limits, const Progress& progress) {
    const Town town = town_of(buildings, limits);
    if (town.items.empty()) return {};
    progress.at(0.05);
    // Room for buildings that stand across a boundary: they count at both sides.
    const Targets targets{std::max<std::size_t>(1, limits.most_buildings * 11 / 12), 0.99 * limits.most_m2,
                          std::max(0.0, limits.margin_m)};
    const BoxIndex index = town.index();
    Cells cells = cells_of(town, roads, targets, progress.part(0.05, 0.4));
    for (int round = 0;; ++round) {
        const Progress step = progress.part(0.4 + 0.6 * round / (round + 1.0), 0.4 + 0.6 * (round + 1.0) / (round + 2.0));
        const Drawn drawn = drawn_of(town, index, cells);
        step.at(0.2);
        const Mosaic mosaic = mosaic_of(town, cells, drawn);
        step.at(0.7);
        const Labels labels = labels_of(town, cells, drawn, mosaic);
        std::vector<int> parts = mosaic.parts(labels.cell);
        const std::vector<Piece> pieces = pieces_of(mosaic, labels, parts);
        if (round < most_rounds && split_crowded(cells, pieces, limits)) continue;

        std::vector<Lot> lots;
        for (const Piece& piece : pieces) lots.push_back({piece.buildings.size(), piece.m2});
        for (int& part : parts)
            if (pieces[part].cell == nobody || pieces[part].buildings.empty()) part = nobody;
        const auto together = [&](std::span<const int> a, std::span<const int> b) -> std::optional<Lot> {
            Lot both;
            for (auto members : {a, b})
                for (int piece : members) both.buildings += pieces[piece].buildings.size(), both.m2 += pieces[piece].m2;
            if (both.buildings > targets.most_buildings || both.m2 > targets.most_m2) return {};
            return both;
        };
        std::vector<int> unit_of = join_small(mosaic, std::move(parts), std::move(lots), together);
        const int count = renumber(unit_of);
        progress.at(1.0);
        return compounds_of(mosaic.dissolved(unit_of, count));
    }
}

}  // namespace geo
