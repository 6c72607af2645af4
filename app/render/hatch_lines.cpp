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
    explicit Axes(double angle_deg)
        : dx{std::cos(angle_deg * std::numbers::pi / 180.0)},
          dy{-std::sin(angle_deg * std::numbers::pi / 180.0)} {}  // y runs down.
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

void add_crossings(const QPolygonF& ring, const Axes& axes, double spacing, double phase, long first, long last,
                   std::vector<Crossing>& crossings) {
    for (qsizetype i = 0; i < ring.size(); ++i) {
        QPointF a = ring[i], b = ring[i + 1 == ring.size() ? 0 : i + 1];
        double ta = (axes.across(a) - phase) / spacing, tb = (axes.across(b) - phase) / spacing;
        if (!std::isfinite(ta) || !std::isfinite(tb) || ta == tb) continue;
        const int turn = ta < tb ? 1 : -1;
        if (turn < 0) std::swap(a, b), std::swap(ta, tb);
        // Half-open, so that a line through a corner is counted once.
        const double from = std::max(std::ceil(ta), static_cast<double>(first)),
                     to = std::min(std::ceil(tb) - 1.0, static_cast<double>(last));
        const double ua = axes.along(a), ub = axes.along(b);
        for (double k = from; k <= to; k += 1.0)
            crossings.push_back({static_cast<long>(k), ua + (ub - ua) * (k - ta) / (tb - ta), turn});
    }
}

}  // namespace

std::vector<HatchSpan> hatch_spans(std::span<const QPolygonF> rings, const HatchRaster& raster, bool is_nonzero) {
    const Axes axes{raster.angle_deg};
    const double phase = axes.across(raster.origin);
    const Range across = range_over(raster.view, [&](QPointF p) { return (axes.across(p) - phase) / raster.spacing; });
    const Range along = range_over(raster.view, [&](QPointF p) { return axes.along(p); });
    const long first = static_cast<long>(std::ceil(across.from)), last = static_cast<long>(std::floor(across.to));
    std::vector<Crossing> crossings;
    for (const QPolygonF& ring : rings) add_crossings(ring, axes, raster.spacing, phase, first, last, crossings);
    std::ranges::sort(crossings, [](const Crossing& a, const Crossing& b) {
        return a.line != b.line ? a.line < b.line : a.along < b.along;
    });

    std::vector<HatchSpan> spans;
    int depth = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        const Crossing &here = crossings[i], &next = crossings[i + 1];
        if (i == 0 || crossings[i - 1].line != here.line) depth = 0;
        depth += is_nonzero ? here.turn : 1;
        const bool is_inside = is_nonzero ? depth != 0 : depth % 2 != 0;
        if (!is_inside || here.line != next.line) continue;
        const double from = std::max(here.along, along.from), to = std::min(next.along, along.to);
        if (from < to) spans.push_back({here.line, from, to});
    }
    return spans;
}

std::vector<QLineF> hatch_lines(std::vector<HatchSpan> spans, const HatchRaster& raster) {
    const Axes axes{raster.angle_deg};
    const double phase = axes.across(raster.origin);
    std::ranges::sort(spans, [](const HatchSpan& a, const HatchSpan& b) {
        return a.line != b.line ? a.line < b.line : a.from < b.from;
    });
    std::vector<QLineF> lines;
    for (std::size_t i = 0; i < spans.size();) {
        HatchSpan whole = spans[i++];
        for (; i < spans.size() && spans[i].line == whole.line && spans[i].from <= whole.to; ++i)
            whole.to = std::max(whole.to, spans[i].to);
        const double offset = phase + static_cast<double>(whole.line) * raster.spacing;
        lines.emplace_back(axes.place(whole.from, offset), axes.place(whole.to, offset));
    }
    return lines;
}

}  // namespace app
