#pragma once

#include "app/render/map_style.hpp"
#include "geo/core/progress.hpp"
#include "geo/crs/crs.hpp"
#include "geo/io/project_file.hpp"
#include "geo/scenario/comparison.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// One thing to be found under a click.
struct MapHit {
    std::string layer;  ///< id of the style's layer group: `building`, `sites` …
    std::string id;     ///< of the feature, zone or site
    geo::Box box;
    double distance_m = 0.0;  ///< grid metres from the click; 0 inside
};

/// What a map of one scenario shows of its differences from another.
struct MapChanges {
    std::shared_ptr<const geo::ScenarioChanges> changes;  ///< null: none
    std::shared_ptr<const geo::Results> before;           ///< of the other scenario, which has the sites that are gone

    bool operator==(const MapChanges&) const = default;
};

/// What the map draws of a project, sorted by style layer and indexed; made once on a worker, then read by any number of painters at once.
class MapData {
   public:
    /// Features are told apart by the style's filters here, not while drawing.
    MapData(std::shared_ptr<const geo::Project> project, std::shared_ptr<const geo::Results> results, std::shared_ptr<const MapStyle> style,
            const geo::Progress& progress = {}, MapChanges changes = {});
    ~MapData();
    MapData(const MapData&) = delete;
    MapData& operator=(const MapData&) = delete;

    const MapStyle& style() const;
    const geo::CrsName& crs() const;
    geo::Box extent() const;  ///< of compounds, or of everything where there are none
    /// Layer groups that have anything to draw, with how many.
    const std::vector<std::pair<std::string, std::size_t>>& groups() const;
    /// What lies within a distance of a point, topmost first. @param hidden  ids of groups not shown
    std::vector<MapHit> at(geo::Point where, double within_m, const std::vector<std::string>& hidden = {}) const;
    geo::Box group_extent(const std::string& group) const;  ///< of all its things; empty where it has none
    std::optional<geo::Box> box_of(const std::string& group, const std::string& id) const;
    std::optional<geo::Shape> shape_of(const std::string& group, const std::string& id) const;  ///< to mark it as selected

    struct Layers;
    const Layers& layers() const { return *m_layers; }  ///< for `draw`

   private:
    std::unique_ptr<Layers> m_layers;
};

}  // namespace app
