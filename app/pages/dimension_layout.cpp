#include "app/pages/dimension_layout.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace app {
namespace {

constexpr double cap_height = 0.73;      // Of letters, in ems.
constexpr double upright_deg = 88.0;     // Steeper than this, texts read from the right.
constexpr int directions = 16;           // In which texts outside of their line are looked for.
constexpr double leader_room_mm = 0.4;   // Width that a leader keeps clear of texts.
constexpr double knee_mm = 0.6;          // Between a leader's knee and the texts.
constexpr double over_site_mm = 15.0;    // A leader over bays is worth such a detour.
constexpr double steep_mm = 2.0;         // Slanting leaders look better than level and upright ones.

QPolygonF strip(const QLineF& line, double width) {
    return turned_box(line.center(), {line.length(), width}, -line.angle());
}

/// The line and its ends.
std::vector<QPolygonF> line_rooms(const QLineF& line, const DimensionMarks& look) {
    const double end = page_px(look.tick_mm) / std::numbers::sqrt2;
    std::vector<QPolygonF> rooms;
    if (line.length() > 0.0) rooms.push_back(strip(line, page_px(look.line_mm)));
    for (const QPointF& p : {line.p1(), line.p2()}) rooms.push_back(turned_box(p, {end, end}, -line.angle()));
    return rooms;
}

std::vector<QPolygonF> leader_rooms(const QPolygonF& leader, const DimensionMarks& look) {
    std::vector<QPolygonF> rooms;
    for (qsizetype i = 1; i < leader.size(); ++i) rooms.push_back(strip({leader[i - 1], leader[i]}, page_px(look.line_mm)));
    return rooms;
}

class Layout {
   public:
    Layout(const DimensionRoom& room, const DimensionMarks& look) : m_room{room}, m_look{look} {}

    std::vector<std::optional<PlacedDimension>> place(std::span<const DimensionWish> wishes) {
        for (const DimensionWish& wish : wishes)
            if (is_inside(wish)) take_line(wish);
        std::vector<std::optional<PlacedDimension>> placed;
        for (const DimensionWish& wish : wishes) {
            std::optional<PlacedDimension> found;
            if (is_inside(wish)) {
                found = along(wish);
                if (!found) found = outside(wish);
            }
            if (found) take(*found);
            placed.push_back(std::move(found));
        }
        return placed;
    }

   private:
    bool is_inside(const DimensionWish& wish) const { return m_room.inside.contains(wish.line.p1()) && m_room.inside.contains(wish.line.p2()); }

    void take_line(const DimensionWish& wish) {
        for (const QPolygonF& room : line_rooms(wish.line, m_look)) m_room.taken.take(room);
    }

    bool is_free(const QPolygonF& text) const {
        return m_room.inside.contains(text.boundingRect()) && m_room.taken.is_free(text) && m_room.sites.is_free(text);
    }

    /// Places the texts about a point of a line or shelf; nothing where they are not free.
    std::optional<PlacedDimension> texts_at(const DimensionWish& wish, QPointF place, double angle_deg) const {
        const double angle = angle_deg * std::numbers::pi / 180.0;
        const QPointF up{std::sin(angle), -std::cos(angle)};
        const auto away = [&](const MarkText& text) { return page_px(m_look.gap_mm + 0.5 * cap_height * text.size_mm); };
        PlacedDimension placed;
        placed.wish = wish;
        placed.value_at = place + up * away(m_look.value);
        placed.tag_at = place - up * away(m_look.tag);
        placed.angle_deg = angle_deg;
        placed.value_room = m_texts.room(wish.value, m_look.value, placed.value_at, angle_deg);
        placed.tag_room = m_texts.room(wish.tag, m_look.tag, placed.tag_at, angle_deg);
        if (!is_free(placed.value_room) || !is_free(placed.tag_room)) return std::nullopt;
        return placed;
    }

    double text_width(const DimensionWish& wish) const {
        return std::max(m_texts.size(wish.value, m_look.value).width(), m_texts.size(wish.tag, m_look.tag).width());
    }

    std::optional<PlacedDimension> along(const DimensionWish& wish) const {
        const double ends = page_px(m_look.tick_mm), width = text_width(wish), length = wish.line.length();
        if (length < width + ends) return std::nullopt;
        const double slack = 0.5 * (length - width - ends) / length;
        for (const double share : {0.0, -0.5, 0.5, -1.0, 1.0})
            if (auto placed = texts_at(wish, wish.line.pointAt(0.5 + share * slack), reading_angle(wish.line))) return placed;
        return std::nullopt;
    }

    /// On a shelf at the end of a leader.
    std::optional<PlacedDimension> outside(const DimensionWish& wish) const {
        const QPointF from = wish.line.center();
        const double width = text_width(wish), knee_px = page_px(knee_mm);
        std::optional<PlacedDimension> best;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t r = 0; r < m_look.reach_mm.size(); ++r) {
            // The reach is sorted: what is further costs more than any that was found nearer without fault.
            if (m_look.reach_mm[r] > least) break;
            for (int d = 0; d < directions; ++d) {
                const double angle = 2.0 * std::numbers::pi * d / directions;
                const QPointF knee = from + page_px(m_look.reach_mm[r]) * QPointF{std::cos(angle), -std::sin(angle)};
                for (const double side : sides(knee.x() - from.x())) {
                    const QPointF end = knee + QPointF{side * (width + knee_px), 0.0};
                    auto placed = texts_at(wish, end - QPointF{0.5 * side * width, 0.0}, 0.0);
                    if (!placed) continue;
                    const QLineF leader{from, knee};
                    const QPolygonF leader_strip = strip(leader, page_px(leader_room_mm));
                    if (!m_drawn_texts.is_free(leader_strip) || !m_drawn_texts.is_free(strip({knee, end}, page_px(leader_room_mm)))) continue;
                    const bool is_straight = d % (directions / 4) == 0;
                    const double cost = m_look.reach_mm[r] + (m_room.sites.is_free(leader_strip) ? 0.0 : over_site_mm) + (is_straight ? steep_mm : 0.0);
                    if (cost >= least) continue;
                    least = cost;
                    placed->leader = {{from, knee, end}};
                    best = std::move(placed);
                }
            }
        }
        return best;
    }

    static std::vector<double> sides(double dx) {
        if (std::abs(dx) < 1.0) return {1.0, -1.0};
        return {dx > 0.0 ? 1.0 : -1.0};
    }

    void take(const PlacedDimension& placed) {
        for (const QPolygonF& room : {placed.value_room, placed.tag_room}) m_room.taken.take(room), m_drawn_texts.take(room);
        for (const QPolygonF& room : leader_rooms(placed.leader, m_look)) m_room.taken.take(room);
    }

    const DimensionRoom& m_room;
    const DimensionMarks& m_look;
    MarkTexts m_texts;
    FreeSpace m_drawn_texts{page_units_per_mm * 5.0};
};

}  // namespace

double reading_angle(const QLineF& line) {
    double angle = -line.angle();
    while (angle < -90.0) angle += 180.0;
    while (angle > upright_deg) angle -= 180.0;
    return angle;
}

std::vector<QPolygonF> rooms_of(const PlacedDimension& placed, const DimensionMarks& look) {
    std::vector<QPolygonF> rooms = line_rooms(placed.wish.line, look);
    for (const QPolygonF& room : leader_rooms(placed.leader, look)) rooms.push_back(room);
    rooms.push_back(placed.value_room), rooms.push_back(placed.tag_room);
    return rooms;
}

std::vector<std::optional<PlacedDimension>> place_dimensions(std::span<const DimensionWish> wishes, const DimensionRoom& room, const DimensionMarks& look) {
    return Layout{room, look}.place(wishes);
}

}  // namespace app
