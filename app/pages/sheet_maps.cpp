#include "app/pages/sheet_maps.hpp"

#include "app/pages/dimension_layout.hpp"
#include "app/pages/map_extents.hpp"
#include "app/pages/map_grid.hpp"
#include "app/pages/map_outside.hpp"
#include "app/pages/map_plates.hpp"
#include "app/render/labels.hpp"
#include "app/render/layer_painting.hpp"
#include "app/render/legend.hpp"
#include "geo/core/error.hpp"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace app {
namespace {

constexpr double fit_m = 1e-6;           // Boxes and frames of one size fit despite rounding.
constexpr double tile_overlap_mm = 10.0;

std::vector<int> round_scales() {
    std::vector<int> scales;
    for (int power = 100; power <= 1'000'000; power *= 10)
        for (const double step : {2.0, 2.5, 5.0, 10.0}) scales.push_back(static_cast<int>(std::lround(step * power)));
    return scales;
}

QPolygonF outline_of(const QRectF& box) { return {{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}}; }

/// Two decimals; rounding never makes a distance that is too short look long enough.
QString distance_words(const DimensionLine& line) {
    double shown = std::round(line.have_m * 100.0) / 100.0;
    if (line.need_m && line.have_m < *line.need_m - fit_m && shown >= *line.need_m) shown -= 0.01;
    return QStringLiteral("%1 m").arg(shown, 0, 'f', 2);
}

/// Ground of sites in a scene, which no text covers.
FreeSpace site_ground(const geo::Results& results, const MapScene& scene) {
    FreeSpace ground{page_units_per_mm * 5.0};
    const geo::Box view = scene.extent();
    for (const geo::Site& site : results.sites) {
        if (!geo::box_of(site.outline).meets(view) || (!scene.compound.empty() && site.compound != scene.compound)) continue;
        for (const geo::Bay& bay : site.bays) {
            QPolygonF ring;
            for (const geo::Point& p : bay.outline.outer) ring.push_back(scene.to_screen(p));
            ground.take(ring);
        }
    }
    return ground;
}

class Drawing {
   public:
    Drawing(QPainter& painter, const SheetSource& source, const SheetMap& map, geo::Language language)
        : m_painter{painter}, m_source{source}, m_map{map}, m_language{language}, m_scene{scene_of(source, map, language)}, m_frame{QPointF{}, m_scene.size} {}

    DrawnMap draw(const std::vector<DimensionLine>& dimensions, const geo::Progress& progress) {
        m_painter.save();
        try {
            m_painter.translate(m_map.frame.topLeft() * page_units_per_mm);
            place(dimensions);
            draw_map(progress.part(0.0, 0.7));
            draw_marks(progress.part(0.7, 1.0));
        } catch (...) {
            m_painter.restore();
            throw;
        }
        m_painter.restore();
        m_drawn.layers = shown_layers(m_scene);
        progress.at(1.0);
        return std::move(m_drawn);
    }

   private:
    /// Everything but the map's labels, which give way to it.
    void place(const std::vector<DimensionLine>& dimensions) {
        const double clear = page_px(m_marks.frame.inside_mm);
        const QRectF inside = m_frame.adjusted(clear, clear, -clear, -clear);
        FreeSpace taken{page_units_per_mm * 5.0};
        m_plates = place_plates(m_source, m_map, m_scene, m_marks);
        for (const QRectF& plate : {m_plates.scale_bar, m_plates.north_arrow}) take(outline_of(plate), plate.isValid(), taken);
        for (const QRectF& there : m_map.taken)
            take(outline_of({(there.topLeft() - m_map.frame.topLeft()) * page_units_per_mm, there.size() * page_units_per_mm}), true, taken);
        m_extents = place_extents(m_map.extents, m_scene, m_marks.extent, inside, taken);
        for (const PlacedExtent& extent : m_extents)
            if (!extent.tag.isNull()) m_scene.taken.push_back(outline_of(extent.tag)), note(extent.text, m_scene.taken.back());

        std::vector<DimensionWish> wishes;
        for (const DimensionLine& line : dimensions)
            wishes.push_back({{m_scene.to_screen(line.from), m_scene.to_screen(line.to)}, distance_words(line), QString::fromStdString(line.tag.in(m_language))});
        const FreeSpace sites = site_ground(*m_source.results, m_scene);
        const auto placed = place_dimensions(wishes, {inside, taken, sites}, m_marks.dimension);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            if (!placed[i]) {
                m_drawn.left_out.push_back(dimensions[i]);
                continue;
            }
            m_dimensions.push_back(*placed[i]);
            note(placed[i]->wish.value, placed[i]->value_room), note(placed[i]->wish.tag, placed[i]->tag_room);
            for (const QPolygonF& room : rooms_of(*placed[i], m_marks.dimension)) m_scene.taken.push_back(room);
        }
    }

    void take(const QPolygonF& room, bool is_there, FreeSpace& taken) {
        if (!is_there) return;
        taken.take(room);
        m_scene.taken.push_back(room);
    }

    void draw_map(const geo::Progress& progress) {
        for (const LayerFailure& failure : app::draw(m_painter, m_scene, progress)) {
            throw geo::InvalidInput{{"绘制图纸时，图层 " + failure.group + " 无法绘制：" + failure.reason.zh,
                                     "Drawing a sheet: the layer " + failure.group + " cannot be drawn: " + failure.reason.en}};
        }
    }

    void draw_marks(const geo::Progress& progress) {
        const std::vector<PlacedLabel> labels = place_labels(m_scene, progress);
        for (const PlacedLabel& label : labels) note(label.text, label.room);
        const MapGrid grid = grid_of(m_map, m_scene);
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setClipRect(m_frame, Qt::IntersectClip);
        paint_areas();
        if (!m_map.compound.empty()) paint_outside(m_painter, m_source, m_scene, m_marks.outside);
        paint_grid(m_painter, grid, m_frame.size(), m_marks.grid);
        paint_extents(m_painter, m_extents, m_marks.extent);
        for (const PlacedDimension& dimension : m_dimensions) paint_dimension_lines(m_painter, dimension, m_marks.dimension);
        paint_labels(m_painter, m_scene, labels);
        for (const PlacedDimension& dimension : m_dimensions) paint_dimension_texts(m_painter, dimension, m_marks.dimension);
        draw_plate(m_plates.scale_bar, [&] { return scale_bar_texts(&m_painter, m_map.denominator, m_language, m_marks.scale_bar); });
        draw_plate(m_plates.north_arrow, [&] { return north_arrow_texts(&m_painter, m_marks.north_arrow); });
        m_painter.restore();
        m_painter.setRenderHint(QPainter::Antialiasing);
        if (m_map.has_grid_labels) paint_grid_labels(m_painter, grid, m_frame.size(), m_marks.grid);
        m_painter.setPen({m_marks.frame.colour, page_px(m_marks.frame.line_mm), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin});
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(m_frame);
    }

    void paint_areas() {
        for (const MapArea& area : m_map.areas) {
            QPainterPath path;
            for (const geo::Polygon& polygon : area.area) {
                add(path, polygon.outer);
                for (const geo::Ring& hole : polygon.holes) add(path, hole);
            }
            m_painter.setBrush(area.fill);
            m_painter.setPen(pen_of(area.stroke, area.stroke_mm, {}, page_units_per_mm));
            m_painter.drawPath(path);
        }
    }

    void add(QPainterPath& path, const geo::Ring& ring) const {
        QPolygonF outline;
        for (const geo::Point& p : ring) outline.push_back(m_scene.to_screen(p));
        path.addPolygon(outline);
        path.closeSubpath();
    }

    template <typename F>
    void draw_plate(const QRectF& plate, F&& paint) {
        if (!plate.isValid()) return;
        m_painter.save();
        m_painter.translate(plate.topLeft());
        for (const TextOnMap& text : paint()) note(text.text, text.room.translated(plate.topLeft()));
        m_painter.restore();
    }

    void note(const QString& text, const QPolygonF& room) {
        QPolygonF on_paper;
        for (const QPointF& p : room) on_paper.push_back(p / page_units_per_mm + m_map.frame.topLeft());
        m_drawn.texts.push_back({text, on_paper});
    }

    QPainter& m_painter;
    const SheetSource& m_source;
    const SheetMap& m_map;
    geo::Language m_language;
    const MapMarks& m_marks = MapMarks::standard();
    MapScene m_scene;
    QRectF m_frame;  ///< page units
    MapPlates m_plates;
    std::vector<PlacedExtent> m_extents;
    std::vector<PlacedDimension> m_dimensions;
    DrawnMap m_drawn;
};

}  // namespace

MapScene scene_of(const SheetSource& source, const SheetMap& map, geo::Language language) {
    MapScene scene;
    scene.data = source.map;
    if (map.has_heat) scene.heat = source.heat;
    scene.layers = map.layers;
    scene.centre = map.centre;
    scene.compound = map.compound;
    scene.px_per_mm = page_units_per_mm;
    scene.scale_factor = map.scale_factor;
    scene.metres_per_px = map.denominator / 1000.0 / page_units_per_mm * map.scale_factor;
    scene.size = map.frame.size() * page_units_per_mm;
    scene.language = language;
    scene.is_paper = true;
    scene.has_labels = false;
    return scene;
}

geo::Box ground_of(const SheetMap& map) {
    const double per_mm = map.denominator / 1000.0 * map.scale_factor;
    const double half_x = 0.5 * map.frame.width() * per_mm, half_y = 0.5 * map.frame.height() * per_mm;
    return {map.centre.x - half_x, map.centre.y - half_y, map.centre.x + half_x, map.centre.y + half_y};
}

std::optional<int> round_scale(const geo::Box& box, QSizeF frame_mm, double margin_m, double scale_factor, int largest, int smallest) {
    const double width_m = (box.max_x - box.min_x) / scale_factor + 2.0 * margin_m, height_m = (box.max_y - box.min_y) / scale_factor + 2.0 * margin_m;
    for (const int denominator : round_scales()) {
        if (denominator < largest || denominator > smallest) continue;
        const double per_mm = denominator / 1000.0;
        if (width_m <= frame_mm.width() * per_mm + fit_m && height_m <= frame_mm.height() * per_mm + fit_m) return denominator;
    }
    return std::nullopt;
}

std::vector<geo::Point> tile_centres(const geo::Box& box, QSizeF frame_mm, int denominator, double scale_factor) {
    const double per_mm = denominator / 1000.0 * scale_factor;
    const geo::Point middle = box.centre();
    const auto centres = [&](double middle_at, double length_m, double frame) {
        const double step = (frame - tile_overlap_mm) * per_mm;
        const int count = std::max(1, static_cast<int>(std::ceil((length_m - tile_overlap_mm * per_mm - fit_m) / step)));
        std::vector<double> at;
        for (int i = 0; i < count; ++i) at.push_back(middle_at + (i - 0.5 * (count - 1)) * step);
        return at;
    };
    const std::vector<double> columns = centres(middle.x, box.max_x - box.min_x, frame_mm.width()), rows = centres(middle.y, box.max_y - box.min_y, frame_mm.height());
    std::vector<geo::Point> tiles;
    for (auto y = rows.rbegin(); y != rows.rend(); ++y)
        for (const double x : columns) tiles.push_back({x, *y});
    return tiles;
}

DrawnMap draw_sheet_map(QPainter& painter, const SheetSource& source, const SheetMap& map, const std::vector<DimensionLine>& dimensions, geo::Language language,
                        const geo::Progress& progress) {
    return Drawing{painter, source, map, language}.draw(dimensions, progress);
}

}  // namespace app
