#include "geo/bays/squeeze.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo::rows {
namespace {

/// Directions within `half` of an angle, with where the rectangle's centre may lie in the angle's frame.
struct Node {
    double angle, half;
    std::vector<Box> centres;
};

constexpr double finest_rad = 2e-4;

/// Centres that lie in one band of y and overlap in x, as one box; the boxes come by y.
std::vector<Box> merged(const std::vector<Box>& boxes) {
    std::vector<Box> out;
    for (const Box& box : boxes) {
        const auto same =
            std::find_if(out.rbegin(), out.rend(), [&](const Box& b) { return b.grown(1e-9).meets(box); });
        if (same != out.rend())
            same->add(box);
        else
            out.push_back(box);
    }
    return out;
}

class Search {
public:
    Search(const Terrain& ground, double length, double depth, const std::function<bool(const Fit&)>& accept,
           long& effort)
        : m_ground{ground}, m_length{length}, m_depth{depth}, m_accept{accept}, m_effort{effort} {}

    std::optional<Fit> run() {
        // Five degrees a direction, less for a long row: turned within a node it must leave most of its depth.
        const double widest = std::min(5.0 * std::numbers::pi / 180.0, 0.5 * m_depth / m_length);
        const int directions = static_cast<int>(std::ceil(std::numbers::pi / widest - 1e-9));
        const double half = 0.5 * std::numbers::pi / directions;
        std::vector<Node> level;
        for (int i = 0; i < directions; ++i) level.push_back({(2 * i + 1) * half, half, {}});
        const double inf = std::numeric_limits<double>::infinity();
        for (Node& node : level) node.centres.push_back({-inf, -inf, inf, inf});
        while (!level.empty()) {
            std::vector<Node> next;
            for (Node& node : level) {
                if (m_effort <= 0) return std::nullopt;
                if (auto fit = look(node)) return fit;
                if (node.centres.empty() || node.half <= finest_rad) continue;
                for (double side : {-0.5, 0.5}) next.push_back(child(node, side * node.half));
            }
            level = std::move(next);
        }
        return std::nullopt;
    }

private:
    static Node child(const Node& node, double turn) {
        Node out{node.angle + turn, 0.5 * node.half, {}};
        for (const Box& box : node.centres) {
            Box turned;
            for (Point p :
                 {Point{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}})
                turned.add(into_frame(p, turn));
            out.centres.push_back(turned);
        }
        std::sort(out.centres.begin(), out.centres.end(), [](const Box& a, const Box& b) { return a.min_y < b.min_y; });
        out.centres = merged(out.centres);
        return out;
    }

    /// Leaves in the node the centres that may still do.
    std::optional<Fit> look(Node& node) {
        const Frame frame{m_ground, node.angle};
        const double c = std::cos(node.half), s = std::sin(node.half), c2 = std::cos(2.0 * node.half);
        // The rectangle that stays inside the wanted one however that is turned within the node.
        const double length = (m_length * c - m_depth * s) / c2, depth = (m_depth * c - m_length * s) / c2;
        const double finest = 0.5 * node.half * (m_length + m_depth);
        std::vector<Box> pending = std::move(node.centres), left;
        node.centres.clear();
        for (Box& box : pending) {
            box.min_y = std::max(box.min_y, frame.min_y());
            box.max_y = std::min(box.max_y, frame.max_y());
        }
        std::reverse(pending.begin(), pending.end());
        while (!pending.empty() && m_effort > 0) {
            const Box box = pending.back();
            pending.pop_back();
            if (box.min_y > box.max_y) continue;
            const double middle = 0.5 * (box.min_y + box.max_y), half = 0.5 * (box.max_y - box.min_y);
            const double height = depth - 2.0 * half;
            const std::size_t before = left.size();
            Box kept;
            if (height > 0.25 * depth) {
                ask(frame, middle, height);
                for (const Span& span : m_spans) {
                    const double lo = std::max(span.lo + 0.5 * length, box.min_x),
                                 hi = std::min(span.hi - 0.5 * length, box.max_x);
                    if (lo > hi) continue;
                    kept.add(Point{lo, box.min_y});
                    kept.add(Point{hi, box.max_y});
                    left.push_back({lo, box.min_y, hi, box.max_y});
                }
                if (kept.empty()) continue;
                if (auto fit = exactly(frame, middle)) return fit;
                if (half <= finest) continue;
                left.resize(before);
            } else {
                kept = box;
            }
            pending.push_back({kept.min_x, middle, kept.max_x, box.max_y});
            pending.push_back({kept.min_x, box.min_y, kept.max_x, middle});
        }
        m_effort -= static_cast<long>(m_ground.edge_count());
        node.centres = merged(left);
        return std::nullopt;
    }

    void ask(const Frame& frame, double middle, double height) {
        const long before = frame.visits();
        frame.free(middle - 0.5 * height, middle + 0.5 * height, m_spans);
        m_effort -= frame.visits() - before + 8;
    }

    std::optional<Fit> exactly(const Frame& frame, double middle) {
        ask(frame, middle, m_depth + 2.0 * room_m);
        const bool fits = std::any_of(m_spans.begin(), m_spans.end(),
                                      [&](const Span& span) { return span.length() >= m_length + 2.0 * room_m; });
        const Fit fit{frame.angle(), middle - 0.5 * m_depth};
        if (fits && m_accept(fit)) return fit;
        return std::nullopt;
    }

    const Terrain& m_ground;
    double m_length, m_depth;
    const std::function<bool(const Fit&)>& m_accept;
    long& m_effort;
    std::vector<Span> m_spans;
};

}  // namespace

std::optional<Fit> squeeze(const Terrain& ground, double length, double depth,
                           const std::function<bool(const Fit&)>& accept, long& effort) {
    return Search{ground, length, depth, accept, effort}.run();
}

}  // namespace geo::rows
