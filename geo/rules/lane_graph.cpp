#include "geo/rules/lane_graph.hpp"

#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/rules/accuracy.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace geo {
namespace {

constexpr double joined = 0.5;  ///< ends this near are one place, metres

struct Piece {
    std::size_t from, to, lane;
};

/// Vertices that are one place, by their least position.
class Places {
   public:
    explicit Places(std::size_t count) : m_of(count) { std::iota(m_of.begin(), m_of.end(), std::size_t{0}); }
    std::size_t of(std::size_t i) {
        while (m_of[i] != i) i = m_of[i] = m_of[m_of[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = of(a), b = of(b);
        m_of[std::max(a, b)] = std::min(a, b);
    }

   private:
    std::vector<std::size_t> m_of;
};

Box box_round(Point p) { return Box{p.x, p.y, p.x, p.y}.grown(joined); }

double share_along(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    return square > 0.0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0.0;
}

/// Pieces cut where another lane's end lies on them.
std::vector<Piece> cut(const std::vector<Piece>& pieces, const std::vector<Point>& vertices, const std::vector<std::size_t>& ends, Places& places) {
    std::vector<Box> boxes;
    for (const Piece& piece : pieces) {
        Box box;
        box.add(vertices[piece.from]), box.add(vertices[piece.to]);
        boxes.push_back(box);
    }
    const BoxIndex index{boxes};
    std::vector<std::vector<std::pair<double, std::size_t>>> cuts(pieces.size());
    for (const std::size_t end : ends)
        for (const std::size_t i : index.meeting(box_round(vertices[end]))) {
            const Point a = vertices[pieces[i].from], b = vertices[pieces[i].to];
            if (places.of(pieces[i].from) == places.of(end) || places.of(pieces[i].to) == places.of(end) || distance(vertices[end], a, b) > joined) continue;
            cuts[i].emplace_back(share_along(vertices[end], a, b), end);
        }
    std::vector<Piece> result;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::ranges::sort(cuts[i]);
        std::size_t from = pieces[i].from;
        for (const auto& [share, end] : cuts[i]) {
            result.push_back({from, end, pieces[i].lane});
            from = end;
        }
        result.push_back({from, pieces[i].to, pieces[i].lane});
    }
    return result;
}

}  // namespace

std::size_t LaneGraph::other_end(std::size_t stretch, std::size_t node) const {
    const Stretch& s = stretches[stretch];
    return s.from == node ? s.to : s.from;
}

Point LaneGraph::direction(std::size_t stretch, std::size_t node) const {
    const Point a = nodes[node], b = nodes[other_end(stretch, node)];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return {(b.x - a.x) / length, (b.y - a.y) / length};
}

LaneGraph lane_graph(const Inputs& inputs, const RulePack& pack) {
    LaneGraph graph;
    std::vector<Point> vertices;
    std::vector<Piece> pieces;
    std::vector<std::size_t> ends;
    for (const Layer& layer : inputs.layers) {
        if (layer.role != Role::FireLane) continue;
        for (const Feature& feature : layer.features) {
            graph.lanes.push_back({&feature, accuracy_of(layer.provenance, pack)});
            for (const Line& line : feature.shape.lines) {
                if (line.size() < 2) continue;
                ends.push_back(vertices.size());
                for (std::size_t i = 0; i < line.size(); ++i) {
                    if (i > 0) pieces.push_back({vertices.size() - 1, vertices.size(), graph.lanes.size() - 1});
                    vertices.push_back(line[i]);
                }
                ends.push_back(vertices.size() - 1);
            }
        }
    }
    Places places{vertices.size()};
    std::vector<Box> boxes;
    for (const Point p : vertices) boxes.push_back({p.x, p.y, p.x, p.y});
    const BoxIndex index{boxes};
    for (const std::size_t end : ends)
        for (const std::size_t i : index.meeting(box_round(vertices[end])))
            if (std::hypot(vertices[i].x - vertices[end].x, vertices[i].y - vertices[end].y) <= joined) places.join(end, i);

    std::map<std::size_t, std::size_t> node_of;
    const auto node = [&](std::size_t vertex) {
        const auto [it, is_new] = node_of.try_emplace(places.of(vertex), graph.nodes.size());
        if (is_new) graph.nodes.push_back(vertices[places.of(vertex)]), graph.at.emplace_back();
        return it->second;
    };
    for (const Piece& piece : cut(pieces, vertices, ends, places)) {
        const std::size_t from = node(piece.from), to = node(piece.to);
        const double length = std::hypot(graph.nodes[to].x - graph.nodes[from].x, graph.nodes[to].y - graph.nodes[from].y);
        if (from == to || !(length > 0.0)) continue;
        graph.at[from].push_back(graph.stretches.size());
        graph.at[to].push_back(graph.stretches.size());
        graph.stretches.push_back({from, to, piece.lane, length});
    }
    return graph;
}

}  // namespace geo
