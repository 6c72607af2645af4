#include "app/render/hatch_lines.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

/// Where a hatch line crosses an edge.
struct Crossing {
    long line;
    double along;
    int turn;  ///< +1 or -1 by the edge's direction
};

/// Directions of a hatch: along its lines and across them.
struct Axes {
    double dx, dy;
    double along(QPointF p) const { return p.x() * dx + p.y() * dy; }
    double across(QPointF p) const { return -p.x() * dy + p.y() * dx; }
    QPointF place(double along, double across) const { return {along * dx - across * dy, along * dy + across * dx}; }
};

struct Range {
    double from, to;
};

template <typename F>
Range range_over(const QRectF& view, F f) {
    const double values[] = {f(view.topLeft()), f(view.topRight()), f(view.bottomLeft()), f(view.bottomRight())};
    const auto [least, most] = std::minmax_element(std::begin(values), std::end(values));
    return {*least, *most};
}

void add_crossings(const QPolygonF& ring, const Axes& axes, double spacing, double phase, long first, long last, std::vector<Crossing>& crossings) {
    for (qsizetype i = 0; i < ring.size(); ++i) {
        QPointF a = ring[i], b = ring[i + 1 == ring.size() ? 0 : i + 1];
        double ta = (axes.across(a) - phase) / spacing, tb = (axes.across(b) - phase) / spacing;
        if (!std::isfinite(ta) || !std::isfinite(tb) || ta == tb) continue;
        const int turn = ta < tb ? 1 : -1;
        if (turn < 0) std::swap(a, b), std::swap(ta, tb);
        // Half-open, so that a line through a corner is counted once.
        const double from = std::max(std::ceil(ta), static_cast<double>(first)), to = std::min(std::ceil(tb) - 1.0, static_cast<double>(last));
        const double ua = axes.along(a), ub = axes.along(b);
        for (double k = from; k <= to; k += 1.0)
            crossings.push_back({static_cast<long>(k), ua + (ub - ua) * (k - ta) / (tb - ta), turn});
    }
}

}  // namespace

std::vector<QLineF> hatch_lines(std::span<const QPolygonF> rings, double angle_deg, double spacing, QPointF origin, const QRectF& view,
                                bool is_nonzero) {
    const double angle = angle_deg * std::numbers::pi / 180.0;
    const Axes axes{std::cos(angle), -std::sin(angle)};  // y runs down.
    const double phase = axes.across(origin);
    const Range across = range_over(view, [&](QPointF p) { return (axes.across(p) - phase) / spacing; });
    const Range along = range_over(view, [&](QPointF p) { return axes.along(p); });
    const long first = static_cast<long>(std::ceil(across.from)), last = static_cast<long>(std::floor(across.to));
    std::vector<Crossing> crossings;
    for (const QPolygonF& ring : rings) add_crossings(ring, axes, spacing, phase, first, last, crossings);
    std::ranges::sort(crossings, [](const Crossing& a, const Crossing& b) { return a.line != b.line ? a.line < b.line : a.along < b.along; });

    std::vector<QLineF> lines;
    int depth = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        const Crossing &here = crossings[i], &next = crossings[i + 1];
        if (i == 0 || crossings[i - 1].line != here.line) depth = 0;
        depth += is_nonzero ? here.turn : 1;
        const bool is_inside = is_nonzero ? depth != 0 : depth % 2 != 0;
        if (!is_inside || here.line != next.line) continue;
        const double from = std::max(here.along, along.from), to = std::min(next.along, along.to);
        const double offset = phase + static_cast<double>(here.line) * spacing;
        if (from < to) lines.emplace_back(axes.place(from, offset), axes.place(to, offset));
    }
    return lines;
}

}  // namespace app
