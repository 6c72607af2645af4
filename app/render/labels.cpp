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
constexpr double mark_gap = 0.3;        // Between a name and the mark of its phase, of the mark's width.

/// A label that looks for a place.
struct Wish {
    PlacedLabel label;
    LabelPriority priority = LabelPriority::Obstacle;
    std::vector<LabelSpot> spots;
    QSizeF size;
    std::vector<LabelSpot> mark_spots;  ///< for the mark of its phase alone
};

/// Marks of compounds' phases go with the compounds' names; those of sites with the sites' discs.
bool is_mark(const StyleLayer& layer) {
    return layer.marker && layer.marker->shape == MarkerShape::Phase && layer.source.kind == MapSource::Kind::Role;
}

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
        : m_shown{scene}, m_progress{progress}, m_taken{cell_mm * scene.px_per_mm}, m_markers{cell_mm * scene.px_per_mm}, m_reserved{cell_mm * scene.px_per_mm} {
        for (const QPolygonF& room : scene.taken) m_taken.take(room), m_reserved.take(room);
        if (!scene.compound.empty())
            for (const geo::Compound& compound : m_shown.data.project->inputs.compounds())
                if (compound.id == scene.compound) m_ground = compound.boundary;
    }

    std::vector<PlacedLabel> place() {
        for (const VisibleLayer& visible : m_shown.visible) find_marks(visible);
        for (std::size_t v = 0; v < m_shown.visible.size(); ++v) {
            m_progress.at(static_cast<double>(v) / static_cast<double>(m_shown.visible.size()));
            take_up(m_shown.visible[v]);
        }
        place_discs();
        while (!m_marks.empty()) add_mark_alone(m_marks.begin()->first);
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
        if (is_mark(layer)) return;
        const bool is_disc = layer.marker && stands_with_site(layer.marker->shape);
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
                if (is_named(m_shown.data.things[thing]))
                    add_wish(work, visible, *layer.label, thing);
    }

    /// On a map of one compound, which says in its heading what it is of, its buildings have names and its neighbours.
    bool is_named(const Thing& thing) const {
        if (m_shown.scene.compound.empty() || thing.source.kind != MapSource::Kind::Role) return true;
        if (thing.source.role == geo::Role::Compound) return id_of(thing) != m_shown.scene.compound;
        const geo::Point origin = m_shown.data.origin, middle = thing.box.centre();
        return thing.source.role != geo::Role::Building || geo::contains(m_ground, {origin.x + middle.x, origin.y + middle.y});
    }

    /// Bays are kept free whether they are drawn singly or as rows.
    void take_bays() {
        m_has_bays = true;
        for (std::size_t s = 0; s < m_shown.style.layers.size(); ++s) {
            if (m_shown.style.layers[s].source.kind != MapSource::Kind::Bays) continue;
            for (const std::size_t position : m_shown.data.meeting(s, m_shown.screen.map_box())) {
                const Thing& bay = m_shown.data.things[m_shown.data.layers[s].things[position]];
                if (std::get<BayOfSite>(bay.subject).bay->is_aisle || !m_shown.is_wanted(bay)) continue;
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

    struct Mark {
        VisibleLayer visible;
        const StyleLayer* layer;
    };

    void find_marks(const VisibleLayer& visible) {
        const StyleLayer& layer = m_shown.style.layers[visible.layer];
        if (!is_mark(layer)) return;
        for (const std::uint32_t thing : m_shown.things_in_view(visible.layer))
            if (is_named(m_shown.data.things[thing])) m_marks.insert({thing, {visible, &layer}});
    }

    /// Takes the thing's mark, if it has one and it is not another label's already.
    void add_mark(const LayerPainting& work, Wish& wish, std::uint32_t position) {
        const auto mark = m_marks.find(position);
        if (mark == m_marks.end()) return;
        const Thing& thing = m_shown.data.things[position];
        PlacedLabel& label = wish.label;
        label.phase = mark->second.layer;
        label.phase_text = QString::fromStdString(text_for(thing, label.phase->marker->text, m_shown.scene.language));
        label.phase_size = disc_size(label.phase, label.phase_text);
        Label alone;  // Smaller than any name: where a building's number stands, it stands as well.
        alone.priority = LabelPriority::Compound;
        wish.mark_spots = label_spots(work, thing, alone, label.phase_size);
        m_marks.erase(mark);
    }

    void add_mark_alone(std::uint32_t position) {
        const Mark mark = m_marks.at(position);
        const LayerPainting work = painting_of(m_shown, mark.visible, nullptr, m_progress);
        Wish wish;
        wish.priority = LabelPriority::Compound;
        wish.label.layer = mark.layer;
        wish.label.opacity = mark.visible.opacity;
        add_mark(work, wish, position);
        m_wishes.push_back(std::move(wish));
    }

    void add_wish(const LayerPainting& work, const VisibleLayer& visible, const Label& label, std::uint32_t position) {
        const Thing& thing = m_shown.data.things[position];
        const QString text =
            QString::fromStdString(text_for(thing, label.text.in(m_shown.scene.language), m_shown.scene.language));
        if (text.isEmpty()) return;
        Wish wish;
        wish.priority = label.priority;
        wish.size = text_of(m_shown.screen.text_px(label.size_mm), label.is_bold).size(text);
        if (label.place == LabelPlace::Inside) add_mark(work, wish, position);
        wish.spots = label_spots(work, thing, label, with_mark(wish));
        wish.label.layer = &work.layer;
        wish.label.text = text;
        wish.label.opacity = visible.opacity;
        if (!wish.spots.empty() || !wish.mark_spots.empty()) m_wishes.push_back(std::move(wish));
    }

    /// Size of a text with the mark beside it.
    static QSizeF with_mark(const Wish& wish) {
        if (!wish.label.phase) return wish.size;
        return {wish.size.width() + (1.0 + mark_gap) * wish.label.phase_size.width(),
                std::max(wish.size.height(), wish.label.phase_size.height())};
    }

    void place(Wish& wish) {
        if (place(wish, wish.spots, with_mark(wish))) return;
        if (!wish.label.phase) return;
        wish.label.text.clear();
        wish.size = {};
        place(wish, wish.mark_spots, wish.label.phase_size);
    }

    bool place(Wish& wish, const std::vector<LabelSpot>& spots, QSizeF of) {
        const double room = 0.25 * of.height();
        const QSizeF size = of + QSizeF{room, 0.5 * room};
        for (const bool avoids_markers : {true, false})
            for (const LabelSpot& spot : spots) {
                const QPolygonF box = turned_box(spot.centre, size, spot.angle_deg);
                if (!m_shown.screen.view().contains(box.boundingRect()) || !m_taken.is_free(box) ||
                    (avoids_markers && !m_markers.is_free(box)))
                    continue;
                if (wish.priority == LabelPriority::Road && is_repeated(wish.label.text, spot.centre)) continue;
                wish.label.phase_centre = spot.centre + QPointF{0.5 * (of.width() - wish.label.phase_size.width()), 0.0};
                wish.label.centre = spot.centre - QPointF{0.5 * (of.width() - wish.size.width()), 0.0};
                if (wish.label.text.isEmpty() || !wish.label.phase) wish.label.centre = spot.centre;
                wish.label.angle_deg = spot.angle_deg;
                wish.label.room = box;
                m_taken.take(box);
                m_placed.push_back(std::move(wish.label));
                return true;
            }
        return false;
    }

    bool is_repeated(const QString& name, QPointF place) const {
        return std::ranges::any_of(m_placed, [&](const PlacedLabel& label) {
            return label.text == name && QLineF{label.centre, place}.length() < m_shown.screen.px(same_name_mm);
        });
    }

    /// A site's disc, its phase and its ring, which come from as many style layers, stand together.
    struct SiteDisc {
        const StyleLayer *disc = nullptr, *phase = nullptr, *ring = nullptr;
        double opacity = 1.0;
    };

    void add_disc(const VisibleLayer& visible, const StyleLayer& layer, std::uint32_t thing) {
        SiteDisc& site = m_discs[thing];
        if (layer.marker->shape == MarkerShape::Ring) {
            site.ring = &layer;
            return;
        }
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
            if (!site.disc && !site.phase) continue;
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
            label.ring = site.ring;
            const double ring = site.ring ? std::max(0.0, m_shown.screen.px(site.ring->marker->size_mm) - label.disc.height()) : 0.0;
            const QSizeF beside = label.phase_size = disc_size(label.phase, label.phase_text);
            const QSizeF size{label.disc.width() + beside.width(), std::max(label.disc.height(), beside.height())};
            const QSizeF margin{apart + ring, apart + ring};
            if (const auto spot = disc_spot(thing, size, size + margin, beside.width())) {
                label.room = turned_box(*spot, size + margin, 0.0);
                label.centre = *spot - QPointF{0.5 * beside.width(), 0.0};
                label.phase_centre = label.centre + QPointF{0.5 * (label.disc.width() + beside.width()), 0.0};
                label.leader = {nearest_on_site(thing, label.centre), label.centre};
                m_taken.take(label.room);
                m_placed.push_back(std::move(label));
            }
        }
    }

    /// About what is in view of the site; rather where the leader crosses nothing that the caller draws, and on paper where no marker is hidden.
    std::optional<QPointF> disc_spot(const Thing& site, QSizeF disc, QSizeF room, double beside) const {
        const QRectF view = m_shown.screen.view(), box = m_shown.screen.box(site.box).intersected(view);
        if (box.isEmpty()) return std::nullopt;  // Beside the view: another picture's.
        for (const bool is_clear : {true, false})
            for (const QPointF& spot : disc_spots(box, disc, m_shown.screen.px(1.0))) {
                const QPolygonF place = turned_box(spot, room, 0.0);
                if (!view.contains(place.boundingRect()) || !m_taken.is_free(place)) continue;
                const QPointF centre = spot - QPointF{0.5 * beside, 0.0};
                const QLineF leader{nearest_on_site(site, centre), centre};
                if (is_clear && m_shown.scene.is_paper && !m_markers.is_free(place)) continue;
                if (is_clear && !m_reserved.is_free(turned_box(leader.center(), {leader.length(), m_shown.screen.px(disc_apart_mm)}, -leader.angle()))) continue;
                return spot;
            }
        return std::nullopt;
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
    FreeSpace m_reserved;        ///< by the caller
    geo::MultiPolygon m_ground;  ///< of the scene's compound
    bool m_has_bays = false;
    std::map<std::pair<double, bool>, MapText> m_texts;
    std::map<std::uint32_t, SiteDisc> m_discs;
    std::map<std::uint32_t, Mark> m_marks;  ///< that no label has taken yet
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

/// Round disc and phase, as far outside of them as its size is above the disc's.
void paint_ring(QPainter& painter, const PlacedLabel& label, double px_per_mm) {
    const Paint& paint = label.ring->paint;
    const double out = 0.5 * std::max(0.0, label.ring->marker->size_mm * px_per_mm - label.disc.height());
    const QRectF box{label.centre - QPointF{0.5 * label.disc.width(), 0.5 * label.disc.height()},
                     QSizeF{label.disc.width() + label.phase_size.width(), label.disc.height()}};
    const QRectF round = box.adjusted(-out, -out, out, out);
    painter.setPen(pen_of(paint.stroke, paint.stroke_mm, paint.dash_mm, px_per_mm));
    painter.setBrush(paint.fill.isValid() ? QBrush{paint.fill} : QBrush{});
    painter.drawRoundedRect(round, 0.5 * round.height(), 0.5 * round.height());
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
        if (label.ring) paint_ring(painter, label, screen.px(1.0));
        if (label.phase)
            paint_disc(painter, *label.phase, disc_words(*label.phase), label.phase_text, label.phase_centre,
                       label.phase_size, screen.px(1.0));
        if (!label.disc.isEmpty()) {
            paint_disc(painter, *label.layer, disc_words(*label.layer), label.text, label.centre, label.disc,
                       screen.px(1.0));
            continue;
        }
        if (label.text.isEmpty()) continue;
        const Label& look = *label.layer->label;
        MapText{style, screen.text_px(look.size_mm), look.is_bold, scene.is_paper}.paint(
            painter, label.text, label.centre, label.angle_deg, scene.is_dark ? look.dark_colour : look.colour,
            scene.is_dark ? look.dark_halo : look.halo);
    }
    painter.setOpacity(1.0);
}

}  // namespace app
