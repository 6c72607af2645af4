#include "app/render/map_data.hpp"

#include "app/render/map_layers.hpp"
#include "geo/geometry/distance.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace app {
namespace {

/// Sorts the things into the style layers whose filters they pass.
void fill_layers(MapData::Layers& layers, const geo::Progress& progress) {
    const auto& styles = layers.style->layers().layers;
    layers.layers.resize(styles.size());
    for (std::uint32_t i = 0; i < layers.things.size(); ++i) {
        if (i % 512 == 0) progress.at(0.3 + 0.4 * i / static_cast<double>(layers.things.size()));
        const Thing& thing = layers.things[i];
        const PropertyOf property = [&thing](std::string_view key) { return property_of(thing, key); };
        for (std::size_t s = 0; s < styles.size(); ++s)
            if (styles[s].source == thing.source && styles[s].filter.passes(property)) {
                layers.layers[s].things.push_back(i);
                layers.layers[s].box.add(thing.box);
            }
    }
    for (DrawnLayer& layer : layers.layers) {
        progress.at(0.8);
        std::vector<geo::Box> boxes;
        boxes.reserve(layer.things.size());
        for (const std::uint32_t thing : layer.things) boxes.push_back(layers.things[thing].box);
        layer.index.emplace(boxes);
    }
}

geo::Box extent_of(const MapData::Layers& layers) {
    geo::Box all, compounds;
    for (const Thing& thing : layers.things) {
        all.add(thing.box);
        if (thing.source == MapSource{MapSource::Kind::Role, geo::Role::Compound}) compounds.add(thing.box);
    }
    const geo::Box& box = compounds.empty() ? all : compounds;
    if (box.empty()) return box;
    return {box.min_x + layers.origin.x, box.min_y + layers.origin.y, box.max_x + layers.origin.x,
            box.max_y + layers.origin.y};
}

/// Counts things once that several style layers of a group draw.
std::vector<std::pair<std::string, std::size_t>> groups_of(const MapData::Layers& layers) {
    const MapStyle::Layers& style = layers.style->layers();
    std::vector<std::set<std::uint32_t>> things(style.groups.size());
    for (std::size_t s = 0; s < style.layers.size(); ++s)
        if (style.layers[s].source.kind != MapSource::Kind::Bays)
            things[style.layers[s].group].insert(layers.layers[s].things.begin(), layers.layers[s].things.end());
    std::vector<std::pair<std::string, std::size_t>> groups;
    for (std::size_t g = style.groups.size(); g-- > 0;)
        if (!things[g].empty()) groups.emplace_back(style.groups[g].id, things[g].size());
    return groups;
}

}  // namespace

MapData::MapData(std::shared_ptr<const geo::Project> project, std::shared_ptr<const geo::Results> results,
                 std::shared_ptr<const MapStyle> style, const geo::Progress& progress, MapChanges changes)
    : m_layers{std::make_unique<Layers>()} {
    m_layers->project = std::move(project);
    m_layers->results = std::move(results);
    m_layers->style = std::move(style);
    m_layers->changes = std::move(changes);
    collect_things(*m_layers, progress.part(0.0, 0.3));
    fill_layers(*m_layers, progress);
    m_layers->extent = extent_of(*m_layers);
    m_layers->groups = groups_of(*m_layers);
    progress.at(1.0);
}

MapData::~MapData() = default;

const MapStyle& MapData::style() const { return *m_layers->style; }
const geo::CrsName& MapData::crs() const { return m_layers->project->inputs.crs; }
geo::Box MapData::extent() const { return m_layers->extent; }

std::vector<std::size_t> MapData::Layers::meeting(std::size_t layer, const geo::Box& box) const {
    const DrawnLayer& drawn = layers[layer];
    if (!box.holds(drawn.box)) return drawn.index->meeting(box);
    std::vector<std::size_t> all(drawn.things.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

const std::vector<std::pair<std::string, std::size_t>>& MapData::groups() const { return m_layers->groups; }

geo::Box MapData::group_extent(const std::string& group) const {
    const MapStyle::Layers& style = m_layers->style->layers();
    geo::Box box;
    for (std::size_t s = 0; s < style.layers.size(); ++s)
        if (style.groups[style.layers[s].group].id == group && !m_layers->layers[s].things.empty())
            box.add(m_layers->layers[s].box);
    if (box.empty()) return box;
    const geo::Point origin = m_layers->origin;
    return {box.min_x + origin.x, box.min_y + origin.y, box.max_x + origin.x, box.max_y + origin.y};
}

std::vector<MapHit> MapData::at(geo::Point where, double within_m, const std::vector<std::string>& hidden) const {
    const MapStyle::Layers& style = m_layers->style->layers();
    const geo::Point place{where.x - m_layers->origin.x, where.y - m_layers->origin.y};
    const geo::Box near = geo::Box{place.x, place.y, place.x, place.y}.grown(within_m);
    std::vector<MapHit> hits;
    for (std::size_t s = style.layers.size(); s-- > 0;) {
        const std::string& group = style.groups[style.layers[s].group].id;
        if (std::ranges::find(hidden, group) != hidden.end()) continue;
        for (const std::size_t position : m_layers->layers[s].index->meeting(near)) {
            const Thing& thing = m_layers->things[m_layers->layers[s].things[position]];
            const std::string id{id_of(thing)};
            if (std::ranges::any_of(hits, [&](const MapHit& hit) { return hit.layer == group && hit.id == id; }))
                continue;
            const geo::Shape shape = app::shape_of(thing);
            const double distance_m =
                std::max(0.0, geo::distance(geo::Shape{{}, {}, {where}}, shape) - thing.half_width_m);
            if (distance_m <= within_m) hits.push_back({group, id, geo::box_of(shape), distance_m});
        }
    }
    return hits;
}

std::optional<geo::Shape> MapData::shape_of(const std::string& group, const std::string& id) const {
    const MapStyle::Layers& style = m_layers->style->layers();
    const auto position = style.group_named(group);
    if (!position) return std::nullopt;
    for (std::size_t s = 0; s < style.layers.size(); ++s) {
        if (style.layers[s].group != *position || style.layers[s].source.kind == MapSource::Kind::Bays) continue;
        for (const std::uint32_t thing : m_layers->layers[s].things)
            if (id_of(m_layers->things[thing]) == id) return app::shape_of(m_layers->things[thing]);
    }
    return std::nullopt;
}

std::optional<geo::Box> MapData::box_of(const std::string& group, const std::string& id) const {
    const auto shape = shape_of(group, id);
    if (!shape) return std::nullopt;
    return geo::box_of(*shape);
}

}  // namespace app
