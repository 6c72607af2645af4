#include "app/render/free_space.hpp"

#include <QTransform>
#include <algorithm>
#include <cmath>
#include <limits>

namespace app {
namespace {

struct Span {
    double from = std::numeric_limits<double>::infinity(), to = -std::numeric_limits<double>::infinity();
};

Span shadow(const QPolygonF& polygon, QPointF axis) {
    Span span;
    for (const QPointF& p : polygon) {
        const double t = QPointF::dotProduct(p, axis);
        span.from = std::min(span.from, t), span.to = std::max(span.to, t);
    }
    return span;
}

/// Whether an edge of `a` lies between both polygons.
bool is_parted_by(const QPolygonF& a, const QPolygonF& b) {
    for (qsizetype i = 0; i < a.size(); ++i) {
        const QPointF edge = a[(i + 1) % a.size()] - a[i];
        if (edge.isNull()) continue;
        const QPointF axis{-edge.y(), edge.x()};
        const Span x = shadow(a, axis), y = shadow(b, axis);
        if (x.to <= y.from || y.to <= x.from) return true;
    }
    return false;
}

}  // namespace

bool overlap(const QPolygonF& a, const QPolygonF& b) { return !is_parted_by(a, b) && !is_parted_by(b, a); }

QPolygonF turned_box(QPointF centre, QSizeF size, double angle_deg) {
    const QRectF box{QPointF{-0.5 * size.width(), -0.5 * size.height()}, size};
    const QTransform turn = QTransform::fromTranslate(centre.x(), centre.y()).rotate(angle_deg);
    return {
        {turn.map(box.topLeft()), turn.map(box.topRight()), turn.map(box.bottomRight()), turn.map(box.bottomLeft())}};
}

template <typename F>
void FreeSpace::each_cell(const QRectF& box, F&& f) const {
    const auto cell = [this](double v) {
        return static_cast<std::int32_t>(std::floor(std::clamp(v, -1e6, 1e6) / m_cell));
    };
    for (std::int32_t y = cell(box.top()); y <= cell(box.bottom()); ++y)
        for (std::int32_t x = cell(box.left()); x <= cell(box.right()); ++x)
            f((static_cast<std::uint64_t>(static_cast<std::uint32_t>(y)) << 32U) | static_cast<std::uint32_t>(x));
}

bool FreeSpace::is_free(const QPolygonF& place) const {
    bool is_free = true;
    each_cell(place.boundingRect(), [&](std::uint64_t cell) {
        const auto found = m_cells.find(cell);
        if (!is_free || found == m_cells.end()) return;
        is_free = std::ranges::none_of(found->second, [&](std::uint32_t i) { return overlap(m_taken[i], place); });
    });
    return is_free;
}

void FreeSpace::take(const QPolygonF& place) {
    const auto position = static_cast<std::uint32_t>(m_taken.size());
    each_cell(place.boundingRect(), [&](std::uint64_t cell) { m_cells[cell].push_back(position); });
    m_taken.push_back(place);
}

}  // namespace app
