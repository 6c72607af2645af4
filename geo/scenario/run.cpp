#include "geo/scenario/run.hpp"

#include "geo/bays/layout.hpp"
#include "geo/core/parallel.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/rules/accuracy.hpp"
#include "geo/rules/missing_numbers.hpp"
#include "geo/scenario/neighbours.hpp"
#include "geo/zones/candidate_zones.hpp"
#include "geo/zones/consent.hpp"

#include <map>

namespace geo {
namespace {

/// Ground that no aisle may cross: lanes at their width, footprints, bans that are areas.
struct NoAisle {
    std::vector<MultiPolygon> areas;
    std::vector<Box> boxes;
};

NoAisle no_aisle_areas(std::span<const Obstacle> obstacles) {
    NoAisle result;
    for (const Obstacle& o : obstacles) {
        const Role role = o.what.role;
        if (o.is_presumed) continue;
        if (role != Role::Building && role != Role::FireLane && role != Role::NoBuild) continue;
        if (!o.shape.areas.empty()) result.areas.push_back(o.shape.areas);
        if (role != Role::FireLane || !(o.half_width_m > 0)) continue;
        const Point origin = box_of(o.shape).centre();
        Shape local{{}, o.shape.lines, {}};
        each_vertex(local, [&](Point& p) { p.x -= origin.x, p.y -= origin.y; });
        for (const MultiPolygon& part : buffer_pieces(local, o.half_width_m)) {
            Shape back{part, {}, {}};
            each_vertex(back, [&](Point& p) { p.x += origin.x, p.y += origin.y; });
            result.areas.push_back(back.areas);
        }
    }
    for (const MultiPolygon& area : result.areas) result.boxes.push_back(box_of(area));
    return result;
}

RulePack complete(RulePack pack, const Inputs& inputs, ZoneType zone) {
    require_numbers(inputs, pack, zone);
    return pack;
}

}  // namespace

Task::Task(const Inputs& inputs, RulePack pack, Scenario scenario, int threads)
    : m_inputs{inputs},
      m_pack{complete(std::move(pack), inputs, scenario.zone_type)},
      m_scenario{std::move(scenario)},
      m_compounds{compounds_of(inputs, m_pack)},
      m_obstacles{obstacles_of(inputs, m_pack, m_findings, threads)},
      m_kept{governing(m_pack, m_scenario.zone_type, m_obstacles)} {}

std::vector<Ground> find_zones(const Task& task, int threads, const Progress& progress) {
    std::vector<Ground> grounds = all_candidate_zones(task.compounds(), task.kept(), task.inputs().crs, task.scenario().zone_type,
                                                      task.pack(), threads, progress.part(0.0, 0.95));
    mark_consent(grounds, task.inputs());
    progress.at(1.0);
    return grounds;
}

std::vector<Site> fit_sites(const Task& task, std::span<const Ground> grounds, int threads, const Progress& progress) {
    const BayModule module = bay_module(task.pack());
    const NoAisle no_aisle = no_aisle_areas(task.obstacles());
    const BoxIndex index{no_aisle.boxes};
    std::map<std::string, const Compound*> compounds;
    for (const Compound& compound : task.compounds()) compounds.emplace(compound.id, &compound);
    std::vector<Place> places;
    for (const Ground& ground : grounds) {
        const auto compound = compounds.find(ground.compound);
        if (compound == compounds.end()) continue;
        for (const Zone& zone : ground.zones) {
            const auto fit = [&module, &no_aisle, &index, &boundary = compound->second->boundary, scale = ground.scale](
                                 const Zone& in, const std::vector<MultiPolygon>& further) {
                std::vector<MultiPolygon> near = further;
                const double reach = module.aisle_two_m + module.bay_depth_m;
                for (const std::size_t j : index.meeting(box_of(in.legal.outer).grown(2 * reach))) near.push_back(no_aisle.areas[j]);
                return fit_bays(in, module, scale, boundary, near);
            };
            places.push_back({&zone, ground.scale, fit});
        }
    }

    std::vector<std::optional<Site>> fitted(places.size());
    in_parallel(places.size(), threads, progress, [&](std::size_t i) { fitted[i] = places[i].fit(*places[i].zone, {}); });
    keep_apart(fitted, places, module.group_gap_m);
    std::vector<Site> sites;
    for (std::optional<Site>& site : fitted)
        if (site) sites.push_back(std::move(*site));
    return sites;
}

}  // namespace geo
