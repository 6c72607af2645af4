#include "tests/app/panels/small_town.hpp"

#include <string>

namespace {

constexpr double east = 500'000.0, north = 3'250'000.0;

geo::Polygon square(double x, double y, double side) {
    return {.outer = {{east + x, north + y}, {east + x + side, north + y}, {east + x + side, north + y + side}, {east + x, north + y + side}}, .holes = {}};
}

geo::Feature compound(int i, std::string name, geo::Value households) {
    const double x = 120.0 * (i - 1);
    return {.id = "C" + std::to_string(i), .name = std::move(name), .shape = {.areas = {square(x, 0, 100)}, .lines = {}, .points = {}},
            .values = {std::move(households), {}, {}, {}, {}}, .source = "{}"};
}

geo::Feature report(const std::string& id, geo::Point where, const char* date, const char* type, const char* severity, const char* status) {
    return {.id = id, .name = {}, .shape = {.areas = {}, .lines = {}, .points = {where}},
            .values = {std::string{date}, std::string{type}, std::string{severity}, std::string{status}, std::string{"网格巡查"}}, .source = "{}"};
}

geo::Layer hazards() {
    geo::Layer layer{.role = geo::Role::Hazard, .crs = "EPSG:4545", .provenance = {}, .features = {}};
    const auto at = [](double x, double y) { return geo::Point{east + x, north + y}; };
    layer.features = {report("H1", at(20, 20), "2024-03-01", "飞线充电", "较大", "整改中"),
                      report("H2", at(25, 20), "2024-11-20", "飞线充电", "一般", "已销号"),
                      report("H10", at(30, 40), "2023-12-31", "楼道充电", "较大", "整改中"),
                      report("H3", at(60, 60), "2024-06-15", "楼道充电", "一般", "已销号"),
                      report("H4", at(61, 61), "", "消防车道占用", "重大", "反弹"),
                      report("H5", at(90, 90), "2024-06-16", "飞线充电", "一般", "整改中")};
    return layer;
}

geo::Zone zone(const char* id, const char* compound, double x, double side) {
    return {.id = id, .compound = compound, .legal = square(x, 10, side), .robust = {square(x + 1, 11, side - 2)}, .legal_m2 = side * side,
            .robust_m2 = (side - 2) * (side - 2), .consent = {}};
}

geo::Site site(const char* id, const char* compound, double x, int bays, geo::Verdict verdict, double margin_m) {
    return {.id = id, .zone_id = "C1-Z1", .compound = compound, .outline = {square(x, 12, 4)}, .bays = {}, .bay_count = bays, .group_count = 1,
            .area_m2 = bays * 2.64, .in_robust = true, .cost = {}, .demand_cov = {}, .phase = {}, .verdict = verdict, .governing = "shed-to-building",
            .margin_m = margin_m};
}

geo::Results results_of_plan() {
    geo::Results results;
    results.grounds.resize(4);
    for (std::size_t i = 0; i < 4; ++i) results.grounds[i].compound = "C" + std::to_string(i + 1);
    results.grounds[0].zones = {zone("C1-Z1", "C1", 10, 40), zone("C1-Z2", "C1", 60, 20)};
    results.grounds[1].zones = {zone("C2-Z1", "C2", 130, 10)};
    results.grounds[3].is_computed = false;
    results.grounds[3].reason = {"边界自相交", "the boundary crosses itself"};
    results.sites = {site("C1-S1", "C1", 12, 20, geo::Verdict::Complies, 3.34), site("C1-S10", "C1", 24, 8, geo::Verdict::ToVerify, -0.38),
                     site("C1-S2", "C1", 36, 100, geo::Verdict::Complies, 0.62)};
    for (const geo::Site& s : results.sites)
        results.clearances.push_back({.site_id = s.id, .obst_id = "B1", .obst_kind = "building", .need_m = 6.0, .have_m = 6.0 + *s.margin_m,
                                      .clause = "渝建消防〔2024〕20号 4.2", .verdict = s.verdict, .rule = s.governing});
    results.findings = {{"no-ground", "compound", "C3", {"小区 C3 没有可设地。", "Compound C3 has no ground for charging."}},
                        {"height-derived", "building", "", {"2 幢建筑的高度由层数推定", "2 buildings have their height from floors"}}};
    return results;
}

app::LoadedProject town(geo::Layer reports, geo::Results results) {
    geo::Project project;
    project.name = "town";
    project.scenarios = {{}};
    project.inputs.crs = "EPSG:4545";
    geo::Layer compounds{.role = geo::Role::Compound, .crs = "EPSG:4545", .provenance = {}, .features = {}};
    compounds.features = {compound(1, "南苑", std::int64_t{1204}), compound(2, "北苑", {}), compound(3, "东苑", std::int64_t{96}),
                          compound(4, "", std::int64_t{300})};
    project.inputs.layers = {std::move(compounds), std::move(reports)};
    project.findings = {{"ring-repaired", "建筑.shp", "28", {"建筑.shp 第 28 个要素：面自相交，已修复。", "建筑.shp, feature 28: repaired."}}};
    return {.path = "town.gpkg", .project = std::make_shared<const geo::Project>(std::move(project)), .scenario = "base",
            .results = {{"base", std::make_shared<const geo::Results>(std::move(results))}}, .view = {}};
}

}  // namespace

app::LoadedProject small_town() { return town(hazards(), results_of_plan()); }
app::LoadedProject town_not_run() { return town(hazards(), {}); }

app::LoadedProject town_with_reports(std::size_t count) {
    geo::Layer many = hazards();
    many.features.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const double x = static_cast<double>(i * 7919 % 1000), y = static_cast<double>(i * 104729 % 997);
        many.features.push_back(report("H" + std::to_string(i), {east + x, north + y}, "2024-06-16", "飞线充电", "一般", "整改中"));
    }
    return town(std::move(many), {});
}
