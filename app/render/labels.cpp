#include "app/render/labels.hpp"

#include "app/render/free_space.hpp"
#include "app/render/label_places.hpp"
#include "app/render/map_text.hpp"

#include <QPainter>
#include <algorithm>
#include <map>

namespace app {
namespace {

constexpr double same_name_mm = 111.0;  // A road's name is not repeated nearer than this.
constexpr double disc_text = 0.56;      // Height of a disc's text, of the disc's.
constexpr double cell_mm = 12.7;        // Of the grid in which free places are looked up.
constexpr double disc_apart_mm = 0.53;  // Between a disc and what stands beside it.

/// A label that looks for a place.
struct Wish {
    PlacedLabel label;
    LabelPriority priority = LabelPriority::Obstacle;
    std::vector<LabelSpot> spots;
    QSizeF size;
};

QPointF nearest_on(const QPolygonF& ring, QPointF place) {
    QPointF best = ring.front();
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i], edge = ring[(i + 1) % ring.size()] - a;
        const double square = QPointF::dotProduct(edge, edge);
        const QPointF p =
            square == 0.0 ? a : a + edge * std::clamp(QPointF::dotProduct(place - a, edge) / square, 0.0, 1.0);
        const double distance = QLineF{p, place}.length();
        if (distance < least) least = distance, best = p;
    }
    return best;
}

class Placing {
public:
    Placing(const MapScene& scene, const geo::Progress& progress)
        : m_shown{scene}, m_progress{progress}, m_taken{cell_mm * scene.px_per_mm}, m_markers{cell_mm * scene.px_per_mm} {
        for (const QPolygonF& room : scene.taken) m_taken.take(room);
    }

    std::vector<PlacedLabel> place() {
        for (std::size_t v = 0; v < m_shown.visible.size(); ++v) {
            m_progress.at(static_cast<double>(v) / static_cast<double>(m_shown.visible.size()));
            take_up(m_shown.visible[v]);
        }
        place_discs();
        std::ranges::stable_sort(m_wishes, {}, &Wish::priority);
        for (std::size_t i = 0; i < m_wishes.size(); ++i) {
            if (i % 64 == 0) m_progress.at(1.0);
            place(m_wishes[i]);
        }
        return std::move(m_placed);
    }

private:
    void take_up(const VisibleLayer& visible) {
        const StyleLayer& layer = m_shown.style.layers[visible.layer];
        const bool is_disc =
            layer.marker && (layer.marker->shape == MarkerShape::Disc || layer.marker->shape == MarkerShape::Phase);
        const bool is_bays = layer.source.kind == MapSource::Kind::Sites || layer.source.kind == MapSource::Kind::Bays;
        const bool has_label = layer.label && m_shown.screen.denominator() >= layer.label->from &&
                               m_shown.screen.denominator() <= layer.label->to;
        const bool has_marker = layer.type == LayerType::Symbol && !visible.is_thin && layer.crowd == 0;
        if (!is_disc && !is_bays && !has_label && !has_marker) return;
        const LayerPainting work = painting_of(m_shown, visible, nullptr, m_progress);
        if (is_disc) {
            for (const std::uint32_t thing : work.things) add_disc(visible, layer, thing);
            return;
        }
        if (layer.source.kind == MapSource::Kind::Sites && layer.type == LayerType::Fill && !m_has_bays) take_bays();
        if (has_marker) take_markers(work, layer);
        if (has_label)
            for (const std::uint32_t thing : work.things)
                add_wish(work, visible, *layer.label, m_shown.data.things[thing]);
    }

    /// Bays are kept free whether they are drawn singly or as rows.
    void take_bays() {
        m_has_bays = true;
        for (std::size_t s = 0; s < m_shown.style.layers.size(); ++s) {
            if (m_shown.style.layers[s].source.kind != MapSource::Kind::Bays) continue;
            for (const std::size_t position : m_shown.data.meeting(s, m_shown.screen.map_box())) {
                const Thing& bay = m_shown.data.things[m_shown.data.layers[s].things[position]];
                if (std::get<BayOfSite>(bay.subject).bay->is_aisle) continue;
                QPolygonF ring;
                for (std::uint32_t i = m_shown.data.parts[bay.begin].begin; i < m_shown.data.parts[bay.begin].end; ++i)
                    ring.push_back(m_shown.screen.at(m_shown.data.points[i]));
                m_taken.take(ring);
            }
        }
    }

    void take_markers(const LayerPainting& work, const StyleLayer& layer) {
        const double size = m_shown.screen.mark_px(layer.marker->size_mm);
        for (std::size_t i = 0; i < work.things.size(); ++i)
            m_markers.take(turned_box(anchor_of(work, work.thing(i)), {size, size}, 0.0));
    }

    const MapText& text_of(double height_px, bool is_bold) {
        return m_texts.try_emplace({height_px, is_bold}, m_shown.style, height_px, is_bold, m_shown.scene.is_paper)
            .first->second;
    }

    void add_wish(const LayerPainting& work, const VisibleLayer& visible, const Label& label, const Thing& thing) {
        const QString text =
            QString::fromStdString(text_for(thing, label.text.in(m_shown.scene.language), m_shown.scene.language));
        if (text.isEmpty()) return;
        Wish wish;
        wish.priority = label.priority;
        wish.size = text_of(m_shown.screen.text_px(label.size_mm), label.is_bold).size(text);
        wish.spots = label_spots(work, thing, label, wish.size);
        wish.label.layer = &work.layer;
        wish.label.text = text;
        wish.label.opacity = visible.opacity;
        if (!wish.spots.empty()) m_wishes.push_back(std::move(wish));
    }

    void place(Wish& wish) {
        const double room = 0.25 * wish.size.height();
        const QSizeF size = wish.size + QSizeF{room, 0.5 * room};
        for (const bool avoids_markers : {true, false})
            for (const LabelSpot& spot : wish.spots) {
                const QPolygonF box = turned_box(spot.centre, size, spot.angle_deg);
                if (!m_shown.screen.view().contains(box.boundingRect()) || !m_taken.is_free(box) ||
                    (avoids_markers && !m_markers.is_free(box)))
                    continue;
                if (wish.priority == LabelPriority::Road && is_repeated(wish.label.text, spot.centre)) continue;
                wish.label.centre = spot.centre;
                wish.label.angle_deg = spot.angle_deg;
                wish.label.room = box;
                m_taken.take(box);
                m_placed.push_back(std::move(wish.label));
                return;
            }
    }

    bool is_repeated(const QString& name, QPointF place) const {
        return std::ranges::any_of(m_placed, [&](const PlacedLabel& label) {
            return label.text == name && QLineF{label.centre, place}.length() < m_shown.screen.px(same_name_mm);
        });
    }

    /// A site's disc and its phase, which come from two style layers, stand together.
    struct SiteDisc {
        const StyleLayer *disc = nullptr, *phase = nullptr;
        double opacity = 1.0;
    };

    void add_disc(const VisibleLayer& visible, const StyleLayer& layer, std::uint32_t thing) {
        SiteDisc& site = m_discs[thing];
        (layer.marker->shape == MarkerShape::Disc ? site.disc : site.phase) = &layer;
        site.opacity = visible.opacity;
    }

    QSizeF disc_size(const StyleLayer* layer, const QString& text) {
        if (!layer) return {};
        const double height = m_shown.screen.px(layer->marker->size_mm);
        const double width = text_of(disc_text * height, true).size(text).width();
        return {std::max(height, width + 0.45 * height), height};
    }

    void place_discs() {
        const double apart = m_shown.screen.px(disc_apart_mm);
        for (const auto& [position, site] : m_discs) {
            const Thing& thing = m_shown.data.things[position];
            PlacedLabel label;
            label.layer = site.disc ? site.disc : site.phase;
            label.phase = site.disc ? site.phase : nullptr;
            label.opacity = site.opacity;
            label.text = QString::fromStdString(text_for(thing, label.layer->marker->text, m_shown.scene.language));
            if (label.phase)
                label.phase_text =
                    QString::fromStdString(text_for(thing, label.phase->marker->text, m_shown.scene.language));
            label.disc = disc_size(label.layer, label.text);
            const QSizeF beside = label.phase_size = disc_size(label.phase, label.phase_text);
            const QSizeF size{label.disc.width() + beside.width(), std::max(label.disc.height(), beside.height())};
            for (const QPointF& spot : disc_spots(m_shown.screen.box(thing.box), size, m_shown.screen.px(1.0))) {
                const QPolygonF room = turned_box(spot, size + QSizeF{apart, apart}, 0.0);
                if (!m_shown.screen.view().contains(room.boundingRect()) || !m_taken.is_free(room)) continue;
                label.room = room;
                label.centre = spot - QPointF{0.5 * beside.width(), 0.0};
                label.leader = {nearest_on_site(thing, label.centre), label.centre};
                m_taken.take(room);
                m_placed.push_back(std::move(label));
                break;
            }
        }
    }

    QPointF nearest_on_site(const Thing& site, QPointF place) const {
        QPointF best = place;
        double least = std::numeric_limits<double>::infinity();
        for (std::uint32_t p = site.begin; p < site.end; ++p) {
            QPolygonF ring;
            for (std::uint32_t i = m_shown.data.parts[p].begin; i < m_shown.data.parts[p].end; ++i)
                ring.push_back(m_shown.screen.at(m_shown.data.points[i]));
            const QPointF near = nearest_on(ring, place);
            if (QLineF{near, place}.length() < least) least = QLineF{near, place}.length(), best = near;
        }
        return best;
    }

    ShownScene m_shown;
    const geo::Progress& m_progress;
    FreeSpace m_taken, m_markers;
    bool m_has_bays = false;
    std::map<std::pair<double, bool>, MapText> m_texts;
    std::map<std::uint32_t, SiteDisc> m_discs;
    std::vector<Wish> m_wishes;
    std::vector<PlacedLabel> m_placed;
};

void paint_disc(QPainter& painter, const StyleLayer& layer, const MapText& text, const QString& words, QPointF centre,
                QSizeF size, double px_per_mm) {
    const QRectF box{centre - QPointF{0.5 * size.width(), 0.5 * size.height()}, size};
    painter.setPen({layer.paint.stroke, layer.paint.stroke_mm * px_per_mm});
    painter.setBrush(layer.paint.fill);
    painter.drawRoundedRect(box, 0.5 * size.height(), 0.5 * size.height());
    text.paint(painter, words, centre, 0.0, layer.marker->glyph_colour, {});
}

}  // namespace

std::vector<PlacedLabel> place_labels(const MapScene& scene, const geo::Progress& progress) {
    if (!scene.data) return {};
    return Placing{scene, progress}.place();
}

void paint_labels(QPainter& painter, const MapScene& scene, const std::vector<PlacedLabel>& labels) {
    if (!scene.data) return;
    const MapStyle::Layers& style = scene.data->style().layers();
    const Screen screen{scene, scene.data->layers()};
    const auto disc_words = [&](const StyleLayer& layer) {
        return MapText{style, disc_text * screen.px(layer.marker->size_mm), true, scene.is_paper};
    };
    for (const PlacedLabel& label : labels) {
        painter.setOpacity(label.opacity);
        if (label.layer->marker && !label.layer->label) {
            const double leader = screen.px(label.layer->marker->leader_mm);
            painter.setPen({label.layer->paint.fill, scene.is_paper ? leader : std::max(1.0, leader)});
            if (label.layer->marker->leader_mm > 0.0) painter.drawLine(label.leader);
        }
    }
    for (const PlacedLabel& label : labels) {
        painter.setOpacity(label.opacity);
        if (!label.disc.isEmpty()) {
            if (label.phase)
                paint_disc(painter, *label.phase, disc_words(*label.phase), label.phase_text,
                           label.centre + QPointF{0.5 * (label.disc.width() + label.phase_size.width()), 0.0},
                           label.phase_size, screen.px(1.0));
            paint_disc(painter, *label.layer, disc_words(*label.layer), label.text, label.centre, label.disc,
                       screen.px(1.0));
            continue;
        }
        const Label& look = *label.layer->label;
        MapText{style, screen.text_px(look.size_mm), look.is_bold, scene.is_paper}.paint(
            painter, label.text, label.centre, label.angle_deg, scene.is_dark ? look.dark_colour : look.colour,
            scene.is_dark ? look.dark_halo : look.halo);
    }
    painter.setOpacity(1.0);
}

}  // namespace app
