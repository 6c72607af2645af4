#include "geo/units/split_tree.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <optional>

namespace geo::units {
namespace {

constexpr double draw_out_m = 0.01;
constexpr double far_apart_m = 80.0;  // An empty strip as wide as this parts estates, whatever the limits allow.

constexpr std::size_t most_cuts = 60;  // that bound one cell

enum class Why { TooManyBuildings, TooMuchGround, FarApart };

double along(Point direction, Point p) { return direction.x * p.x + direction.y * p.y; }

/// Main direction of the walls, within 45 degrees of east.
Point main_direction(std::span<const Item> items) {
    std::complex<double> sum;
    for (const Item& item : items) sum += std::complex{item.direction4.x, item.direction4.y};
    if (std::abs(sum) == 0.0) return {1.0, 0.0};
    const std::complex<double> root = std::sqrt(std::sqrt(sum / std::abs(sum)));
    return {root.real(), root.imag()};
}

/// Where the items lie along one direction.
struct Profile {
    struct Span {
        double low, high, at;
        bool is_whole;
    };
    struct Event {
        double position;
        int depth;  ///< change of the number of items met
    };
    std::vector<Span> spans;
    std::vector<Event> events;
    double low = std::numeric_limits<double>::infinity(), high = -low;

    Profile(std::span<const Item> items, Point direction) {
        for (const Item& item : items) {
            Span span{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                      along(direction, item.at), item.is_whole};
            for (Point p : item.outline) {
                span.low = std::min(span.low, along(direction, p));
                span.high = std::max(span.high, along(direction, p));
            }
            low = std::min(low, span.low), high = std::max(high, span.high);
            spans.push_back(span);
            events.push_back({span.low, 1});
            events.push_back({span.high, -1});
            if (item.is_whole) events.push_back({span.at, 0});
        }
        std::ranges::sort(events, {}, &Event::position);
    }
};

struct Choice {
    HalfPlane cut;
    double value = -1.0;
};

/// The best place for a cut: wide, empty, near the middle. A cut may pass through buildings, which then stay whole at
/// one side.
void improve(Choice& choice, std::span<const Item> items, Point direction, double preference, Why why) {
    const Profile profile{items, direction};
    std::vector<double> inner_from,
        outer_to;  // An item is at the inner side from, at the outer side up to, this position.
    for (const Profile::Span& span : profile.spans) {
        inner_from.push_back(span.is_whole ? span.at : span.low);
        outer_to.push_back(span.is_whole ? span.at : span.high);
    }
    std::ranges::sort(inner_from);
    std::ranges::sort(outer_to);
    const std::size_t n = items.size();
    std::size_t inner = 0, not_outer = 0;
    int depth = 0;
    for (std::size_t i = 0; i + 1 < profile.events.size(); ++i) {
        depth += profile.events[i].depth;
        const double width = profile.events[i + 1].position - profile.events[i].position;
        if (width <= 0.0) continue;
        const double at = 0.5 * (profile.events[i].position + profile.events[i + 1].position);
        while (inner < n && inner_from[inner] <= at) ++inner;
        while (not_outer < n && outer_to[not_outer] <= at) ++not_outer;
        const std::size_t outer = n - not_outer;
        if (inner == 0 || outer == 0 || (why == Why::TooManyBuildings && std::max(inner, outer) == n)) continue;
        if (why == Why::FarApart && (depth > 0 || width < far_apart_m)) continue;
        const double share = static_cast<double>(std::min(inner, outer)) / static_cast<double>(n);
        const double balance = std::min(1.0, share / 0.35);
        // Too many buildings: near the median. Too much ground: wherever the emptiness is.
        const bool by_count = why == Why::TooManyBuildings;
        const double value = preference * std::min(width, by_count ? 60.0 : 300.0) / (1.0 + 4.0 * depth) *
                             (by_count ? balance * balance : 0.3 + 0.7 * balance);
        if (value > choice.value) choice = {{direction, at}, value};
    }
}

std::optional<HalfPlane> best_cut(std::span<const Item> items, Why why) {
    const Point u = main_direction(items), v{-u.y, u.x};
    const auto extent = [&](Point d) {
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (const Item& item : items)
            for (Point p : item.outline) low = std::min(low, along(d, p)), high = std::max(high, along(d, p));
        return high - low;
    };
    const double eu = extent(u), ev = extent(v), longest = std::max(eu, ev);
    if (!(longest > 0.0)) return {};
    Choice choice;
    improve(choice, items, u, eu / longest, why);
    improve(choice, items, v, ev / longest, why);
    if (choice.value < 0.0) return {};
    return choice.cut;
}

}  // namespace

SplitTree::SplitTree(MultiPolygon ground, std::vector<Item> items, const Targets& targets)
    : m_ground{std::move(ground)}, m_targets{targets} {
    m_nodes.push_back({});
    m_cells.push_back({{}, std::move(items), {}});
    split_all(0);
    for (Cell& cell : m_cells) is_small(cell);
}

/// Also draws the outline of a cell that is not crowded.
bool SplitTree::is_small(Cell& cell) const {
    std::vector<Point> points;
    for (const Item& item : cell.items) points.insert(points.end(), item.outline.begin(), item.outline.end());
    cell.reach = grown(hull(std::move(points)), m_targets.margin_m);
    std::vector<HalfPlane> planes = cell.reach;
    planes.insert(planes.end(), cell.sides.begin(), cell.sides.end());
    return cell.items.size() <= m_targets.most_buildings && area_inside(m_ground, planes) <= m_targets.most_m2;
}

void SplitTree::split_all(int node) {
    std::vector<int> open{node};
    while (!open.empty()) {
        const int here = open.back();
        open.pop_back();
        Cell& cell = m_cells[m_nodes[here].cell];
        const Why why = is_crowded(cell) ? Why::TooManyBuildings : is_small(cell) ? Why::FarApart : Why::TooMuchGround;
        const auto cut = cell.sides.size() < most_cuts ? best_cut(cell.items, why) : std::nullopt;
        if (!cut) continue;
        split_node(here, *cut);
        open.push_back(m_nodes[here].outer);
        open.push_back(m_nodes[here].inner);
    }
}

void SplitTree::split_node(int node, const HalfPlane& cut) {
    const std::size_t number = m_nodes[node].cell;
    Cell cell = std::move(m_cells[number]);
    const Point u = cut.normal, v{-u.y, u.x};
    double low = std::numeric_limits<double>::infinity(), high = -low;
    Cell inner{cell.sides, {}, {}}, outer = inner;
    for (Item& item : cell.items) {
        for (Point p : item.outline) low = std::min(low, along(v, p)), high = std::max(high, along(v, p));
        if (item.is_whole) {
            (cut.beyond(item.at) <= 0.0 ? inner : outer).items.push_back(std::move(item));
            continue;
        }
        Item far = item;
        far.outline = clipped(item.outline, cut.flipped());
        item.outline = clipped(item.outline, cut);
        if (item.outline.size() >= 3) inner.items.push_back(std::move(item));
        if (far.outline.size() >= 3) outer.items.push_back(std::move(far));
    }
    // Corners of grown outlines reach somewhat farther than the margin.
    const double more = 2.0 * m_targets.margin_m + 1.0;
    const auto at = [&](double t) { return Point{u.x * cut.at + v.x * t, u.y * cut.at + v.y * t}; };
    m_cuts.push_back({at(low - more), at(high + more), cell.sides});
    inner.sides.push_back(cut);
    outer.sides.push_back(cut.flipped());

    const int first = static_cast<int>(m_nodes.size());
    m_nodes[node].cut = cut;
    m_nodes[node].inner = first;
    m_nodes[node].outer = first + 1;
    m_nodes.push_back({{}, nobody, nobody, number});
    m_nodes.push_back({{}, nobody, nobody, m_cells.size()});
    m_cells[number] = std::move(inner);
    m_cells.push_back(std::move(outer));
}

bool SplitTree::split(std::size_t cell, bool too_many) {
    const auto node = std::ranges::find_if(m_nodes, [&](const Node& n) { return n.inner == nobody && n.cell == cell; });
    const std::size_t before = m_cells.size();
    const Cell& crowded = m_cells[cell];
    if (crowded.sides.size() >= most_cuts) return false;
    auto cut = too_many ? best_cut(crowded.items, Why::TooManyBuildings) : std::nullopt;
    if (!cut) cut = best_cut(crowded.items, Why::TooMuchGround);
    if (!cut) return false;
    split_node(static_cast<int>(node - m_nodes.begin()), *cut);
    is_small(m_cells[cell]);
    is_small(m_cells[before]);
    return true;
}

std::size_t SplitTree::cell_at(Point p) const {
    int node = 0;
    while (m_nodes[node].inner != nobody) {
        node = m_nodes[node].cut.beyond(p) <= 0.0 ? m_nodes[node].inner : m_nodes[node].outer;
    }
    return m_nodes[node].cell;
}

std::vector<Line> SplitTree::lines() const {
    std::vector<Line> result;
    const auto add = [&](Point a, Point b, std::span<const HalfPlane> sides) {
        if (const auto part = clipped(a, b, sides, draw_out_m)) result.push_back({part->first, part->second});
    };
    for (const CutLine& cut : m_cuts) add(cut.from, cut.to, cut.sides);
    for (const Cell& cell : m_cells) {
        if (cell.items.empty()) continue;
        const Ring ring = corners(cell.reach);
        for (std::size_t i = 0; i < ring.size(); ++i) add(ring[i], ring[(i + 1) % ring.size()], cell.sides);
    }
    return result;
}

}  // namespace geo::units
