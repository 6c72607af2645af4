#include "app/render/map_layers.hpp"
#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/presumed_ground.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace app {
namespace {

constexpr std::size_t step = 512;  // Things between two looks at the progress.

/// Appends vertices and parts of shapes, counted from the origin; what is not finite is left out.
class PartWriter {
public:
    explicit PartWriter(MapData::Layers& layers) : m_layers{layers} {}

    void begin(Thing& thing) { thing.begin = static_cast<std::uint32_t>(m_layers.parts.size()); }
    void end(Thing& thing) { thing.end = static_cast<std::uint32_t>(m_layers.parts.size()); }

    void add(Thing& thing, const geo::Polygon& polygon) {
        if (!add(thing, polygon.outer, Part::Kind::Outer, 3)) return;
        for (const geo::Ring& hole : polygon.holes) add(thing, hole, Part::Kind::Hole, 3);
    }
    void add(Thing& thing, const geo::Shape& shape) {
        for (const geo::Polygon& polygon : shape.areas) add(thing, polygon);
        for (const geo::Line& line : shape.lines) add(thing, line, Part::Kind::Line, 2);
        for (const geo::Point point : shape.points) add(thing, {point}, Part::Kind::Point, 1);
    }

private:
    bool add(Thing& thing, const std::vector<geo::Point>& vertices, Part::Kind kind, std::size_t least) {
        const std::size_t first = m_layers.points.size();
        geo::Box box;
        for (const geo::Point p : vertices) {
            if (!std::isfinite(p.x) || !std::isfinite(p.y)) continue;
            const geo::Point q{p.x - m_layers.origin.x, p.y - m_layers.origin.y};
            m_layers.points.emplace_back(q.x, q.y);
            box.add(q);
        }
        if (m_layers.points.size() - first < least) {
            m_layers.points.resize(first);
            return false;
        }
        thing.box.add(box);
        m_layers.parts.push_back(
            {kind, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(m_layers.points.size())});
        return true;
    }

    MapData::Layers& m_layers;
};

/// A vertex to count from that lies near all others; nothing when there is none.
std::optional<geo::Point> any_place(const geo::Inputs& inputs) {
    std::optional<geo::Point> place;
    for (const geo::Layer& layer : inputs.layers)
        for (const geo::Feature& feature : layer.features) {
            geo::each_vertex(feature.shape, [&](const geo::Point& p) {
                if (!place && std::isfinite(p.x) && std::isfinite(p.y)) place = p;
            });
            if (place) return place;
        }
    return place;
}

void set_scale(MapData::Layers& layers) {
    const auto place = any_place(layers.project->inputs);
    if (!place) return;
    layers.origin = {std::floor(place->x), std::floor(place->y)};
    try {
        layers.scale = geo::scale_factor(layers.project->inputs.crs, *place);
    } catch (const geo::CrsError&) {
        layers.scale = 1.0;  // A local grid, whose metres are taken as they are.
    }
}

/// The rules of the scenario that is shown; nothing where the plan has to say what is wrong with them.
std::optional<geo::RulePack> shown_pack(const MapData::Layers& layers) {
    const auto& scenarios = layers.project->scenarios;
    const auto named = std::ranges::find(scenarios, layers.results ? layers.results->scenario : std::string{"base"},
                                         &geo::Scenario::name);
    const auto pack =
        named == scenarios.end() ? layers.project->packs.begin() : layers.project->packs.find(named->pack);
    if (pack == layers.project->packs.end()) return std::nullopt;
    try {
        return geo::pack_from_text(pack->second);
    } catch (const geo::Error&) {
        return std::nullopt;
    }
}

/// Ground that is presumed, as aerial-operation areas: surveyed once it is confirmed, none once it is dismissed.
void find_presumed(MapData::Layers& layers, const geo::RulePack& pack) {
    std::vector<geo::Finding> ignored;  // Told by every plan.
    for (geo::PresumedPlace& ground : geo::presumed_places(layers.project->inputs, pack, ignored)) {
        if (ground.decision == geo::StripDecision::Dismissed || (ground.is_given && !ground.decision)) continue;
        geo::Feature& feature = layers.presumed.emplace_back();
        feature.id = std::move(ground.id);
        feature.shape.areas = std::move(ground.ground);
        feature.values.resize(geo::role_info(geo::Role::AerialSite).fields.size());
        feature.values[*geo::field_index(geo::Role::AerialSite, "building")] = ground.of;
        feature.values[*geo::field_index(geo::Role::AerialSite, "surveyed")] = std::int64_t{ground.decision ? 1 : 0};
    }
}

void set_rules(MapData::Layers& layers) {
    const auto pack = shown_pack(layers);
    if (!pack) return;
    layers.lane_width_m = geo::stated(*pack, "fire_lane.clear_width").value_or(0.0);
    find_presumed(layers, *pack);
}

/// Which buildings stand within a compound: most of their corners do. All, where there are no compounds.
class Inside {
public:
    explicit Inside(const geo::Inputs& inputs) {
        std::vector<geo::Box> boxes;
        for (const geo::Layer& layer : inputs.layers)
            if (layer.role == geo::Role::Compound)
                for (const geo::Feature& feature : layer.features) {
                    m_compounds.push_back(&feature.shape.areas);
                    boxes.push_back(geo::box_of(feature.shape.areas));
                }
        m_index.emplace(boxes);
    }

    bool holds(const geo::Shape& building) const {
        if (m_compounds.empty()) return true;
        const auto near = m_index->meeting(geo::box_of(building));
        if (near.empty()) return false;
        std::size_t all = 0, inside = 0;
        geo::each_vertex(building, [&](const geo::Point& p) {
            ++all;
            inside += std::ranges::any_of(near, [&](std::size_t i) { return geo::contains(*m_compounds[i], p); });
        });
        return 2 * inside >= all;
    }

private:
    std::vector<const geo::MultiPolygon*> m_compounds;
    std::optional<geo::BoxIndex> m_index;
};

const geo::Phase* phase_of(const geo::Phasing& phasing, const geo::Feature& compound) {
    const auto put = phasing.compounds.find(compound.id);
    return put == phasing.compounds.end() ? nullptr : phasing.phase(put->second);
}

/// Ground width of a role's lines by the style; nothing where they are drawn as lines.
const Paint* wide_paint(const MapStyle::Layers& style, geo::Role role) {
    for (const StyleLayer& layer : style.layers)
        if (layer.source.kind == MapSource::Kind::Role && layer.source.role == role && !layer.paint.width_field.empty())
            return &layer.paint;
    return nullptr;
}

double half_width(const MapData::Layers& layers, const geo::Feature& feature, geo::Role role, const Paint& paint) {
    const bool is_clear = paint.width_field == "clear_width";
    const auto width_m = geo::number_of(role, feature, is_clear ? "width" : paint.width_field);
    const bool is_known = width_m && std::isfinite(*width_m) && *width_m > 0.0;
    const double known_m = is_known ? *width_m : 0.0;
    const double drawn_m = is_clear ? std::max(known_m, layers.lane_width_m) : known_m;
    return 0.5 * layers.scale * (drawn_m > 0.0 ? drawn_m : paint.width_missing_m);
}

void collect_presumed(MapData::Layers& layers, PartWriter& writer) {
    for (const geo::Feature& feature : layers.presumed) {
        Thing thing{.subject = &feature, .source = {MapSource::Kind::Role, geo::Role::AerialSite}};
        writer.begin(thing);
        writer.add(thing, feature.shape);
        writer.end(thing);
        if (!thing.box.empty()) layers.things.push_back(std::move(thing));
    }
}

void collect_features(MapData::Layers& layers, PartWriter& writer, const geo::Progress& progress) {
    const Inside inside{layers.project->inputs};
    for (const geo::Layer& layer : layers.project->inputs.layers) {
        const Paint* paint = wide_paint(layers.style->layers(), layer.role);
        for (const geo::Feature& feature : layer.features) {
            if (layers.things.size() % step == 0) progress.at(0.0);
            if (layer.role == geo::Role::AerialSite && layers.project->inputs.strips.contains(feature.id)) continue;  // Comes with the presumed ground.
            Thing thing{.subject = &feature, .source = {MapSource::Kind::Role, layer.role}};
            writer.begin(thing);
            writer.add(thing, feature.shape);
            writer.end(thing);
            if (thing.box.empty()) continue;
            if (layer.role == geo::Role::Building) thing.is_inside = inside.holds(feature.shape);
            if (layer.role == geo::Role::Compound) thing.phase = phase_of(layers.project->phasing, feature);
            if (paint && !feature.shape.lines.empty()) {
                thing.half_width_m = half_width(layers, feature, layer.role, *paint);
                thing.box = thing.box.grown(thing.half_width_m);
            }
            layers.things.push_back(std::move(thing));
        }
    }
}

void add_areas(MapData::Layers& layers, PartWriter& writer, Subject subject, MapSource::Kind kind,
               const geo::MultiPolygon& areas, Change change) {
    Thing thing{.subject = subject, .source = {kind, geo::Role::Background}, .change = change};
    writer.begin(thing);
    for (const geo::Polygon& polygon : areas) writer.add(thing, polygon);
    writer.end(thing);
    if (!thing.box.empty()) layers.things.push_back(std::move(thing));
}

/// Ground that came and went, and the sites that are gone.
void collect_changes(MapData::Layers& layers, PartWriter& writer) {
    const auto& [changes, before] = layers.changes;
    if (!changes) return;
    for (const geo::GroundChange& ground : changes->ground) {
        add_areas(layers, writer, &ground, MapSource::Kind::Changes, ground.added, Change::Added);
        add_areas(layers, writer, &ground, MapSource::Kind::Changes, ground.removed, Change::Removed);
    }
    if (!before) return;
    std::unordered_set<std::string_view> gone;
    for (const geo::SiteChange& site : changes->sites)
        if (site.kind == geo::SiteChange::Kind::Removed) gone.insert(site.a);
    for (const geo::Site& site : before->sites)
        if (gone.contains(site.id))
            add_areas(layers, writer, &site, MapSource::Kind::Changes, site.outline, Change::Removed);
}

void collect_results(MapData::Layers& layers, PartWriter& writer) {
    const auto add = [&](Subject subject, MapSource::Kind kind, const geo::MultiPolygon& areas,
                         Change change = Change::None) { add_areas(layers, writer, subject, kind, areas, change); };
    for (const geo::Ground& ground : layers.results->grounds)
        for (const geo::Zone& zone : ground.zones) {
            add(ZoneRing{&zone, false}, MapSource::Kind::Zones, {zone.legal});
            add(ZoneRing{&zone, true}, MapSource::Kind::Zones, zone.robust);
        }
    std::unordered_map<std::string_view, Change> changed;
    if (layers.changes.changes)
        for (const geo::SiteChange& site : layers.changes.changes->sites)
            if (!site.b.empty()) changed.emplace(site.b, site.a.empty() ? Change::Added : Change::Changed);
    for (const geo::Site& site : layers.results->sites) {
        const auto change = changed.find(site.id);
        add(&site, MapSource::Kind::Sites, site.outline, change == changed.end() ? Change::None : change->second);
        for (const geo::Bay& bay : site.bays) add(BayOfSite{&bay, &site}, MapSource::Kind::Bays, {bay.outline});
    }
}

}  // namespace

std::optional<MapSource> source_named(std::string_view name) {
    if (name == "zones") return MapSource{MapSource::Kind::Zones, geo::Role::Background};
    if (name == "sites") return MapSource{MapSource::Kind::Sites, geo::Role::Background};
    if (name == "bays") return MapSource{MapSource::Kind::Bays, geo::Role::Background};
    if (name == "changes") return MapSource{MapSource::Kind::Changes, geo::Role::Background};
    if (name == "heat") return MapSource{MapSource::Kind::Heat, geo::Role::Background};
    if (const auto role = geo::role_named(name)) return MapSource{MapSource::Kind::Role, *role};
    return std::nullopt;
}

geo::Shape shape_of(const Thing& thing) {
    if (const auto* feature = std::get_if<const geo::Feature*>(&thing.subject)) return (*feature)->shape;
    geo::Shape shape;
    if (const auto* ring = std::get_if<ZoneRing>(&thing.subject))
        shape.areas = ring->is_robust ? ring->zone->robust : geo::MultiPolygon{ring->zone->legal};
    else if (const auto* site = std::get_if<const geo::Site*>(&thing.subject))
        shape.areas = (*site)->outline;
    else if (const auto* ground = std::get_if<const geo::GroundChange*>(&thing.subject))
        shape.areas = thing.change == Change::Added ? (*ground)->added : (*ground)->removed;
    else
        shape.areas = {std::get<BayOfSite>(thing.subject).bay->outline};
    return shape;
}

void collect_things(MapData::Layers& layers, const geo::Progress& progress) {
    set_scale(layers);
    set_rules(layers);
    PartWriter writer{layers};
    collect_features(layers, writer, progress);
    collect_presumed(layers, writer);
    if (layers.results) collect_results(layers, writer);
    collect_changes(layers, writer);
}

}  // namespace app
