#include "app/pages/compound_maps.hpp"

#include "app/pages/plan_tables.hpp"
#include "geo/geometry/distance.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr int smallest_scale = 100000;

SheetMap map_at(const PageTemplate& page, const geo::Compound& compound, const MapPlace& place, geo::Point centre, int denominator, double scale_factor) {
    SheetMap map;
    map.compound = compound.id;
    map.frame = place.frame;
    map.centre = centre;
    map.denominator = denominator;
    map.scale_factor = scale_factor;
    map.grid_every_mm = place.grid_every;
    map.has_scale_bar = map.has_north_arrow = true;
    for (const std::string& group : page.hidden) map.layers.push_back({group, false, 1.0});
    return map;
}

geo::Box box_of_site(const geo::Site& site) {
    geo::Box box = geo::box_of(site.outline);
    for (const geo::Bay& bay : site.bays) box.add(geo::box_of(bay.outline.outer));
    return box;
}

QSizeF size_less_caption(const DetailPlaces& places, const QRectF& frame) { return {frame.width(), frame.height() - places.caption}; }

/// The largest scale at which the tiles are not too many.
int tile_scale(const geo::Box& box, const MapPlace& place, double scale_factor, int most) {
    int chosen = place.smallest;
    for (int denominator : {1000, 2000, 2500, 5000, 10000}) {
        if (denominator < place.largest || denominator > place.smallest) continue;
        chosen = denominator;
        if (static_cast<int>(tile_centres(box, place.frame.size(), denominator, scale_factor).size()) <= most) break;
    }
    return chosen;
}

/// Whether any of the compound lies in a tile.
bool has_ground(const geo::Compound& compound, const geo::Box& tile) {
    const geo::Polygon corners{{{tile.min_x, tile.min_y}, {tile.max_x, tile.min_y}, {tile.max_x, tile.max_y}, {tile.min_x, tile.max_y}}, {}};
    return geo::distance(geo::Shape{compound.boundary, {}, {}}, geo::Shape{{corners}, {}, {}}) <= 0.0;
}

void add_tiles(CompoundMaps& maps, const PageTemplate& page, const geo::Compound& compound, double scale_factor) {
    const MapPlace& place = *page.wide_map;
    const geo::Box grown = geo::box_of(compound.boundary).grown(place.margin_m * scale_factor);
    const int denominator = tile_scale(grown, place, scale_factor, page.most_tiles);
    for (const geo::Point centre : tile_centres(grown, place.frame.size(), denominator, scale_factor)) {
        const SheetMap tile = map_at(page, compound, place, centre, denominator, scale_factor);
        if (has_ground(compound, ground_of(tile))) maps.tiles.push_back({tile});
    }
}

}  // namespace

CompoundMaps compound_maps(const PlanFacts& facts, const PageTemplate& page, const geo::Compound& compound, const DimensionLines& dimensions) {
    const geo::Box box = geo::box_of(compound.boundary);
    const double scale_factor = facts.scaleFactor(compound);
    const auto sites = most_critical_first(facts.sites(compound.id));
    CompoundMaps maps;
    const auto lines_of_all = [&] {
        std::vector<DimensionLine> lines;
        for (const geo::Site* site : sites)
            for (DimensionLine& line : dimensions.of(*site)) lines.push_back(std::move(line));
        return lines;
    };
    // A compound so small that it is as large as its details would be has none.
    if (page.wide_map && page.details) {
        if (const auto wide = round_scale(box, page.wide_map->frame.size(), page.map.margin_m, scale_factor, page.map.largest, page.details->largest)) {
            maps.main = {map_at(page, compound, *page.wide_map, box.centre(), *wide, scale_factor), lines_of_all()};
            maps.is_wide = true;
            return maps;
        }
    }
    const auto whole = round_scale(box, page.map.frame.size(), page.map.margin_m, scale_factor, page.map.largest, page.map.smallest);
    const auto wide = page.wide_map ? round_scale(box, page.wide_map->frame.size(), page.map.margin_m, scale_factor, page.map.largest, page.wide_map->largest) : std::nullopt;
    if (wide && (!whole || *whole > page.wide_map->largest)) {
        maps.main.map = map_at(page, compound, *page.wide_map, box.centre(), *wide, scale_factor);
        maps.is_wide = true;
    } else {
        const int scale = whole ? *whole : round_scale(box, page.map.frame.size(), page.map.margin_m, scale_factor, page.map.smallest, smallest_scale).value_or(smallest_scale);
        maps.main.map = map_at(page, compound, page.map, box.centre(), scale, scale_factor);
        if (!whole && page.wide_map) add_tiles(maps, page, compound, scale_factor);
    }
    if (!page.details) return maps;
    int number = 0;
    for (const geo::Site* site : sites) {
        const DetailPlaces& places = *page.details;
        const auto whole_site = round_scale(box_of_site(*site), size_less_caption(places, places.frames.front()), places.margin_m, scale_factor, places.largest, places.smallest);
        SheetMap map = map_at(page, compound, {{}, 0, 0, 0.0, places.grid_every}, box_of_site(*site).centre(), whole_site.value_or(places.largest), scale_factor);
        map.has_scale_bar = map.has_north_arrow = map.has_grid_labels = false;
        maps.details.push_back({site, ++number, {map, dimensions.of(*site)}, !whole_site});
    }
    return maps;
}

MapOnPage placed(const SiteDetail& detail, const DetailPlaces& places, const QRectF& frame) {
    MapOnPage map = detail.map;
    map.map.frame = {frame.topLeft(), size_less_caption(places, frame)};
    const double scale_factor = map.map.scale_factor;
    geo::Box box = detail.is_part && !map.dimensions.empty() ? geo::Box{} : box_of_site(*detail.site);
    for (const DimensionLine& line : map.dimensions) {
        geo::Box with = box;
        with.add(line.from), with.add(line.to);
        if (!round_scale(with, map.map.frame.size(), places.margin_m, scale_factor, map.map.denominator, map.map.denominator)) continue;
        box = with;
    }
    // What governs lies too far away: the end of its line at the site.
    if (box.empty()) box.add(map.dimensions.front().from);
    map.map.centre = box.centre();
    return map;
}

}  // namespace app
