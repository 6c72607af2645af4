#include "app/pages/map_plates.hpp"

#include "app/pages/mark_texts.hpp"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

constexpr double site_room_mm = 3.0;  // Kept clear round sites.
constexpr int samples = 10;           // Along each side of a plate, of what it hides.

/// The greatest round part of which so many are no longer than the bar may be, ground metres.
double part_m(int denominator, const ScaleBarMarks& look) {
    const double most = look.most_mm * denominator / 1000.0 / look.parts * (1.0 + 1e-9);
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0})
        if (step * power <= most) return step * power;
    return power;
}

QString metres_words(double metres) { return QString::number(metres, 'g', 6); }

/// What a plate would hide: compounds and, far worse, sites and other plates.
class Hidden {
   public:
    Hidden(const SheetSource& source, const MapScene& scene) : m_scene{scene}, m_compounds{source.project->inputs.compounds()} {
        const geo::Box ground = scene.extent();
        std::erase_if(m_compounds, [&](const geo::Compound& c) { return !geo::box_of(c.boundary).meets(ground) || !is_of_scene(c.id); });
        const double room = page_px(site_room_mm);
        for (const geo::Site& site : source.results->sites) {
            const geo::Box box = geo::box_of(site.outline);
            if (box.empty() || !box.meets(ground) || !is_of_scene(site.compound)) continue;
            m_never.push_back(QRectF{scene.to_screen({box.min_x, box.max_y}), scene.to_screen({box.max_x, box.min_y})}.adjusted(-room, -room, room, room));
        }
    }

    void never(const QRectF& box) { m_never.push_back(box); }

    double cost(const QRectF& plate) const {
        double cost = 0.0;
        for (const QRectF& box : m_never) cost += box.intersects(plate) ? 1000.0 : 0.0;
        for (int i = 0; i < samples; ++i)
            for (int j = 0; j < samples; ++j) {
                const QPointF place{plate.left() + (i + 0.5) / samples * plate.width(), plate.top() + (j + 0.5) / samples * plate.height()};
                const geo::Point p = m_scene.to_map(place);
                if (std::ranges::any_of(m_compounds, [&](const geo::Compound& c) { return geo::contains(c.boundary, p); })) cost += 1.0;
            }
        return cost;
    }

   private:
    bool is_of_scene(const std::string& compound) const { return m_scene.compound.empty() || compound == m_scene.compound; }

    const MapScene& m_scene;
    std::vector<geo::Compound> m_compounds;
    std::vector<QRectF> m_never;
};

struct Corner {
    bool is_right, is_low;
};

QRectF best_corner(QSizeF plate, QSizeF frame, const std::array<Corner, 4>& corners, Hidden& hidden) {
    QRectF best;
    double least = std::numeric_limits<double>::infinity();
    for (const Corner& corner : corners) {
        const QRectF box{QPointF{corner.is_right ? frame.width() - plate.width() : 0.0, corner.is_low ? frame.height() - plate.height() : 0.0}, plate};
        // A little is not worth leaving the usual corner for.
        if (const double cost = hidden.cost(box); cost + 10.0 < least || (best.isNull() && cost < least)) least = cost, best = box;
    }
    hidden.never(best);
    return best;
}

void paint_plate(QPainter& painter, QSizeF plate_mm, const QColor& fill) { painter.fillRect(QRectF{QPointF{}, plate_mm * page_units_per_mm}, fill); }

}  // namespace

MapPlates place_plates(const SheetSource& source, const SheetMap& map, const MapScene& scene, const MapMarks& marks) {
    MapPlates plates;
    if (!map.has_scale_bar && !map.has_north_arrow) return plates;
    Hidden hidden{source, scene};
    for (const MapExtent& extent : map.extents)
        hidden.never({scene.to_screen({extent.box.min_x, extent.box.max_y}), scene.to_screen({extent.box.max_x, extent.box.min_y})});
    constexpr Corner upper_left{false, false}, upper_right{true, false}, lower_left{false, true}, lower_right{true, true};
    if (map.has_scale_bar)
        plates.scale_bar = best_corner(marks.scale_bar.plate_mm * page_units_per_mm, scene.size, {lower_left, lower_right, upper_right, upper_left}, hidden);
    if (map.has_north_arrow)
        plates.north_arrow = best_corner(marks.north_arrow.plate_mm * page_units_per_mm, scene.size, {upper_left, upper_right, lower_right, lower_left}, hidden);
    return plates;
}

std::vector<TextOnMap> scale_bar_texts(QPainter* painter, int denominator, geo::Language language, const ScaleBarMarks& look) {
    const MarkTexts texts;
    std::vector<TextOnMap> placed;
    const auto put = [&](const QString& words, const MarkText& as, QPointF centre) {
        placed.push_back({words, texts.room(words, as, centre)});
        if (painter) texts.paint(*painter, words, as, centre);
    };
    if (painter) paint_plate(*painter, look.plate_mm, look.fill);
    const double part = part_m(denominator, look), part_px = page_px(part * 1000.0 / denominator);
    const double left = page_px(look.from_mm.width()), top = page_px(look.from_mm.height()), height = page_px(look.height_mm);
    if (painter) {
        painter->setPen({look.colour, page_px(look.line_mm), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin});
        for (int i = 0; i < look.parts; ++i) {
            painter->setBrush(i % 2 == 0 ? look.colour : look.fill);
            painter->drawRect(QRectF{left + i * part_px, top, part_px, height});
        }
        for (int i = 0; i <= look.parts; ++i)
            painter->drawLine(QLineF{left + i * part_px, top - page_px(look.tick_mm), left + i * part_px, top});
    }
    const double numbers_at = top - page_px(look.tick_mm) - 0.75 * page_px(look.text.size_mm);
    for (int i = 0; i < look.parts; ++i) put(metres_words(i * part), look.text, {left + i * part_px, numbers_at});
    const QString last = metres_words(look.parts * part);
    // The number stands over its tick, the unit behind it.
    const double unit = texts.size(last + QStringLiteral(" m"), look.text).width() - texts.size(last, look.text).width();
    put(last + QStringLiteral(" m"), look.text, {left + look.parts * part_px + 0.5 * unit, numbers_at});

    const QString title = QStringLiteral("1:%1").arg(denominator);
    const double title_width = texts.size(title, look.title).width(), title_at = numbers_at - 0.5 * page_px(look.text.size_mm) - page_px(look.title.size_mm);
    put(title, look.title, {left + 0.5 * title_width, title_at});
    const QString words = QString::fromStdString(geo::say("图上 1 mm = 地面 {} m", "1 mm on paper = {} m on the ground", metres_words(denominator / 1000.0).toStdString()).in(language));
    put(words, look.words, {left + title_width + page_px(look.title.size_mm) + 0.5 * texts.size(words, look.words).width(), title_at});
    return placed;
}

std::vector<TextOnMap> north_arrow_texts(QPainter* painter, const NorthMarks& look) {
    const MarkTexts texts;
    const QString north = QStringLiteral("N");
    const double middle = 0.5 * page_px(look.plate_mm.width()), top = page_px(look.top_mm), bottom = top + page_px(look.arrow_mm.height());
    const QPointF place{middle, top - 0.75 * page_px(look.text.size_mm)};
    if (painter) {
        paint_plate(*painter, look.plate_mm, look.fill);
        const double half = 0.5 * page_px(look.arrow_mm.width());
        const QPointF tip{middle, top}, notch{middle, bottom - 0.22 * (bottom - top)};
        painter->setPen({look.colour, page_px(look.line_mm), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin});
        for (const double side : {-1.0, 1.0}) {
            painter->setBrush(side < 0.0 ? look.colour : look.fill);
            painter->drawPolygon(QPolygonF{{tip, {middle + side * half, bottom}, notch}});
        }
        texts.paint(*painter, north, look.text, place);
    }
    return {{north, texts.room(north, look.text, place)}};
}

QSizeF scale_bar_size() { return MapMarks::standard().scale_bar.plate_mm; }
QSizeF north_arrow_size() { return MapMarks::standard().north_arrow.plate_mm; }

void draw_scale_bar(QPainter& painter, QPointF at, int denominator, geo::Language language) {
    painter.save();
    painter.translate(at * page_units_per_mm);
    scale_bar_texts(&painter, denominator, language, MapMarks::standard().scale_bar);
    painter.restore();
}

void draw_north_arrow(QPainter& painter, QPointF at) {
    painter.save();
    painter.translate(at * page_units_per_mm);
    north_arrow_texts(&painter, MapMarks::standard().north_arrow);
    painter.restore();
}

}  // namespace app
