#include "tests/app/pages/paper_town.hpp"

#include "geo/checks/certificate.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/run.hpp"
#include "tests/app/render/small_town.hpp"

#include <algorithm>
#include <cmath>

namespace paper_town {
namespace {

using geo::Role;
using small_town::add;

geo::Site site_of(const Town& town, const char* id, double x, double y, int bays) {
    geo::Site site;
    site.id = id;
    site.compound = "C1";
    site.zone_id = "C1-Z1";
    site.bay_count = bays;
    site.outline = {town.box(x, y, 0.8 * bays, 2.0)};
    for (int i = 0; i < bays; ++i) site.bays.push_back({id, 1, i + 1, false, town.box(x + 0.8 * i, y, 0.8, 2.0)});
    site.bays.push_back({id, 1, 0, true, town.box(x, y + 2.0, 0.8 * bays, 1.5)});
    return site;
}

std::shared_ptr<const geo::Heat> heat_of(const Town& town) {
    auto heat = std::make_shared<geo::Heat>();
    heat->raster.crs = town.source.project->inputs.crs;
    heat->raster.grid = {town.at(0, 80), 2.0 * town.scale, 50, 40};
    for (int row = 0; row < 40; ++row)
        for (int column = 0; column < 50; ++column) {
            const geo::Point p = heat->raster.grid.centre_of(column, row), middle = town.at(60, 40);
            heat->raster.values.push_back(static_cast<float>(std::max(0.0, 8.0 - std::hypot(p.x - middle.x, p.y - middle.y) / 4.0)));
        }
    heat->maximum = *std::ranges::max_element(heat->raster.values);
    return heat;
}

}  // namespace

geo::Polygon Town::box(double x, double y, double width, double height) const {
    return {{at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)}, {}};
}

Town::Town(const geo::CrsName& crs, geo::Point lower_left) : corner{lower_left} {
    scale = geo::scale_factor(crs, {corner.x + 50.0, corner.y + 40.0});
    auto project = std::make_shared<geo::Project>();
    project->inputs.crs = crs;
    const auto area = [&](double x, double y, double width, double height) { return geo::Shape{{box(x, y, width, height)}, {}, {}}; };
    const auto line = [&](std::vector<geo::Point> places) { return geo::Shape{{}, {std::move(places)}, {}}; };
    const auto point = [&](double x, double y) { return geo::Shape{{}, {}, {at(x, y)}}; };
    add(*project, Role::Compound, "C1", "示例小区", area(0, 0, 100, 80));
    add(*project, Role::Compound, "C2", "邻小区", area(120, 0, 60, 80));
    add(*project, Role::Building, "B1", "示例小区1号楼", area(30, 39, 20, 12), {{"floors", std::int64_t{24}}, {"height", 72.0}});
    add(*project, Role::Building, "B2", "示例小区2号楼", area(70, 50, 20, 12), {{"floors", std::int64_t{6}}, {"height", 18.0}});
    add(*project, Role::Building, "B3", "邻小区9号楼", area(130, 50, 20, 12), {{"floors", std::int64_t{12}}, {"height", 36.0}});
    add(*project, Role::FireLane, "L1", "", line({at(0, 35), at(100, 35)}), {{"width", 4.0}});
    add(*project, Role::FireLane, "L2", "", line({at(60, 35), at(60, 0)}), {{"width", 4.0}});
    add(*project, Role::Danger, "D1", "", point(75, 20), {{"kind", std::string{"燃气调压箱"}}});
    add(*project, Role::Hydrant, "H1", "", point(10, 70));
    add(*project, Role::Path, "R1", "人民街", line({at(-40, -4), at(160, -4)}), {{"kind", std::string{"支路"}}, {"width", 6.0}});
    const geo::Scenario scenario{.name = "base", .pack = "cn-chongqing-2024"};
    project->packs.emplace(scenario.pack, geo::pack_to_text(geo::load_pack(scenario.pack)));
    project->scenarios = {scenario};

    auto results = std::make_shared<geo::Results>();
    geo::Zone zone;
    zone.id = "C1-Z1";
    zone.compound = "C1";
    zone.legal = box(2, 38, 26, 40);
    zone.robust = {box(4, 40, 20, 34)};
    geo::Ground ground;
    ground.compound = "C1";
    ground.zones = {zone};
    results->grounds = {ground};
    // The building begins at x = 30, the lane's edge lies at y = 37: 8.00 m and 1.00 m from the first site, 0.00 m from the second.
    results->sites = {site_of(*this, "C1-S1", 22 - 0.8 * 10, 38.0, 10), site_of(*this, "C1-S2", 62.0, 20.0, 6)};
    const geo::Task task{project->inputs, geo::load_pack(scenario.pack), scenario};
    results->clearances = geo::certify(results->sites, task.compounds(), task.kept(), crs, 1);
    source.project = project;
    source.results = results;
    source.map = std::make_shared<app::MapData>(source.project, source.results, app::MapStyle::standard());
    source.heat = heat_of(*this);
}

app::SheetMap Town::map() const {
    app::SheetMap map;
    map.frame = {33, 24, 220, 180};
    map.centre = at(50, 40);
    map.denominator = 500;
    map.scale_factor = scale;
    map.has_scale_bar = map.has_north_arrow = true;
    return map;
}

app::SheetMap Town::detail(const std::string& id) const {
    app::SheetMap map;
    map.frame = {268, 24, 110, 118.4};
    map.centre = geo::box_of(site(id).outline).centre();
    map.denominator = 250;
    map.scale_factor = scale;
    map.grid_every_mm = 40.0;
    map.has_grid_labels = false;
    map.compound = "C1";
    return map;
}

const geo::Site& Town::site(const std::string& id) const { return *std::ranges::find(source.results->sites, id, &geo::Site::id); }

}  // namespace paper_town
