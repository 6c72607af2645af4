#pragma once

#include "app/render/map_data.hpp"
#include "app/render/style_layers.hpp"
#include "geo/geometry/box_index.hpp"

#include <QPointF>

#include <cstdint>
#include <unordered_map>

namespace app {

/// One run of vertices in `MapData::Layers::points`.
struct Part {
    enum class Kind : std::uint8_t { Outer, Hole, Line, Point };
    Kind kind = Kind::Outer;  ///< holes follow their outer ring
    std::uint32_t begin = 0, end = 0;
};

/// A ring of a zone, a site, or one of its bays.
struct ZoneRing {
    const geo::Zone* zone;
    bool is_robust;
};
struct BayOfSite {
    const geo::Bay* bay;
    const geo::Site* site;
};
using Subject = std::variant<const geo::Feature*, ZoneRing, const geo::Site*, BayOfSite, const geo::GroundChange*>;

/// How a thing differs from the scenario that the map's own is compared with.
enum class Change : std::uint8_t { None, Added, Removed, Changed };

/// Something that one or several style layers draw.
struct Thing {
    Subject subject;
    MapSource source;
    geo::Box box = {};            ///< metres from `origin`
    std::uint32_t begin = 0, end = 0;  ///< parts
    bool is_inside = true;        ///< buildings: within a compound, or there are none
    const geo::Phase* phase = nullptr;  ///< compounds: that they are in; null: none
    Change change = Change::None;
    double half_width_m = 0.0;    ///< grid metres that its lines reach to either side; 0: drawn as lines
};

/// Things that pass one style layer's filter.
struct DrawnLayer {
    std::vector<std::uint32_t> things;
    std::optional<geo::BoxIndex> index;  ///< of boxes, in the order of `things`
    geo::Box box;
};

struct MapData::Layers {
    std::shared_ptr<const geo::Project> project;
    std::shared_ptr<const geo::Results> results;
    std::shared_ptr<const MapStyle> style;
    MapChanges changes;
    std::vector<geo::Feature> presumed;  ///< ground that is derived, or decided of, as aerial-operation areas
    geo::Point origin;              ///< whole metres; coordinates below count from here
    std::vector<QPointF> points;
    std::vector<Part> parts;
    std::vector<Thing> things;
    std::vector<DrawnLayer> layers; ///< as the style's
    geo::Box extent;                ///< working CRS
    std::vector<std::pair<std::string, std::size_t>> groups;  ///< that have anything to draw, topmost first, with how many
    double lane_width_m = 0.0;      ///< clear width that fire lanes at least count with, ground metres; 0: not known
    double scale = 1.0;             ///< grid metres per ground metre in the middle of the map

    /// Positions in `layers[layer].things` of those that meet the box (metres from `origin`), ascending.
    std::vector<std::size_t> meeting(std::size_t layer, const geo::Box& box) const;
};

std::string_view id_of(const Thing& thing);
geo::Shape shape_of(const Thing& thing);  ///< working CRS

/// What a thing says of itself, for filters; unknown where its source has no such field.
Property property_of(const Thing& thing, std::string_view key);

/// The same in words, for labels; empty when unknown.
std::string words_of(const Thing& thing, const std::string& key, int decimals, geo::Language language);

/// A style layer's label or marker text for a thing.
std::string text_for(const Thing& thing, const std::string& text, geo::Language language);

/// Features of all layers, rings, sites and bays with their vertices. @throws Cancelled
void collect_things(MapData::Layers& layers, const geo::Progress& progress);

}  // namespace app
