#include "geo/units/planning_units.hpp"

#include "geo/geometry/overlay.hpp"
#include "geo/units/cells.hpp"
#include "geo/units/ownership.hpp"
#include "geo/units/tidy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace geo {
namespace {

using namespace units;

constexpr double trace_m2 = 1e-4;
constexpr int most_rounds = 12;

Drawn drawn_of(const Town& town, const BoxIndex& index, const Cells& cells) {
    std::vector<int> cell_of(town.buildings.size(), nobody);
    std::vector<bool> crossing(town.buildings.size(), false);
    for (const Item& item : town.items)
        if (!item.is_whole) crossing[item.building] = true;
    for (int number = 0; number < cells.count(); ++number) {
        const SplitTree::Cell& cell = cells.cell(number);
        for (const Item& item : cell.items) {
            if (!item.is_whole) continue;
            cell_of[item.building] = number;
            if (!std::ranges::all_of(item.outline, [&](Point p) { return holds(cell.sides, p); }))
                crossing[item.building] = true;
        }
    }
    for (const Line& edge : cells.block_edges()) {
        for (std::size_t b : index.meeting(box_of(edge)))
            if (meets(town.boxes[b], edge.front(), edge.back())) crossing[b] = true;
    }
    return drawn_buildings(town.buildings, index, town.boxes, town.m2, cell_of, crossing);
}

Mosaic mosaic_of(const Town& town, const Cells& cells, const Drawn& drawn) {
    std::vector<Line> lines = cells.lines();
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
    return Mosaic{faces(lines, grid_m)};
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
        labels.cell[f] = here;
        double least_m2 = std::numeric_limits<double>::infinity();
        for (std::size_t d : drawn_index.meeting({p.x, p.y, p.x, p.y})) {
            const std::size_t b = drawn.buildings[d];
            if (!contains(town.buildings[b], p)) continue;
            labels.buildings[f].push_back({b, false});
            // Of buildings upon one another the smallest stays whole: towers, not the podium.
            if (drawn.owner[d] == nobody || town.m2[b] >= least_m2) continue;
            least_m2 = town.m2[b];
            labels.cell[f] = drawn.owner[d];
        }
    }
    const BoxIndex face_index{boxes_of(faces)};
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
    std::map<int, bool> crowded;  // by cell: whether it holds too many buildings
    for (const Piece& piece : pieces) {
        const bool too_many = piece.buildings.size() > limits.most_buildings;
        if (piece.cell != nobody && (too_many || piece.m2 > limits.most_m2)) crowded[piece.cell] |= too_many;
    }
    bool is_split = false;
    for (const auto& [number, too_many] : crowded) is_split = cells.split(number, too_many) || is_split;
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
    const BoxIndex index{town.boxes};
    Cells cells{town, roads, targets, progress.part(0.05, 0.4)};
    for (int round = 0;; ++round) {
        const Progress step =
            progress.part(0.4 + 0.6 * round / (round + 1.0), 0.4 + 0.6 * (round + 1.0) / (round + 2.0));
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
