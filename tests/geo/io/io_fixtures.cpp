#include "io_fixtures.hpp"

namespace io_fixtures {

using namespace geo;

namespace {

Layer layer(Role role, std::string file, std::vector<Feature> features) {
    Layer made;
    made.role = role;
    made.crs = "EPSG:4544";
    made.provenance.file = std::move(file);
    made.provenance.layer = "层";
    made.provenance.sha256 = "ab12";
    made.provenance.crs = "EPSG:4490";
    made.provenance.crs_from = "guessed";
    made.provenance.encoding = "GBK";
    made.provenance.encoding_from = "ldid";
    made.provenance.mapping = R"({"floors":"层数"})";
    made.provenance.accuracy_m = 0.3;
    made.provenance.accuracy_from = "option";
    made.provenance.imported_at = "2026-01-02T03:04:05Z";
    made.provenance.read = 7;
    made.provenance.repaired = 2;
    made.provenance.hulls = 1;
    made.provenance.dropped = 3;
    made.features = std::move(features);
    return made;
}

Polygon courtyard() {
    return {.outer = box(east, north, east + 30, north + 20).outer,
            .holes = {{{east + 5, north + 5}, {east + 5, north + 15}, {east + 25, north + 15}, {east + 25, north + 5}}}};
}

}  // namespace

Project small_town() {
    const Value none;
    Project town;
    town.name = "示范镇";
    town.inputs.crs = "EPSG:4544";
    town.inputs.layers = {
        layer(Role::Compound, "小区.shp",
              {{.id = "C1", .name = "和平小区", .shape = {.areas = {box(east, north, east + 200, north + 100)}, .lines = {}, .points = {}},
                .values = {std::int64_t{120}, none, std::string{"是"}, std::int64_t{1998}, std::int64_t{0}},
                .source = R"({"名称":"和平小区"})", .is_hull = false}}),
        layer(Role::Building, "建筑.shp",
              {{.id = "B1", .name = "1幢", .shape = {.areas = {courtyard(), box(east + 40, north, east + 50, north + 9)}, .lines = {}, .points = {}},
                .values = {std::int64_t{6}, 18.1, std::string{"二级"}, none, std::string{}},
                .source = R"({"层数":6})", .is_hull = false},
               {.id = "B2", .name = "", .shape = {.areas = {box(0.1, 0.2, 0.7, 0.3)}, .lines = {}, .points = {}},
                .values = {none, 0.1 + 0.2}, .source = "", .is_hull = true}}),
        layer(Role::Building, "更多.geojson", {}),
        layer(Role::Danger, "危险源.gpkg",
              {{.id = "D1", .name = "调压箱", .shape = {.areas = {}, .lines = {}, .points = {{east, north}}},
                .values = {std::string{"gas_regulator"}, none, none, 0.4}, .source = "{}", .is_hull = false},
               {.id = "D2", .name = "线", .shape = {.areas = {}, .lines = {{{1, 2}, {3, 4.5}, {5, 6}}}, .points = {}},
                .values = {std::string{"overhead_line"}, none, 10.0}, .source = "{}", .is_hull = false},
               {.id = "D3", .name = "混合",
                .shape = {.areas = {courtyard()}, .lines = {{{1, 2}, {3, 4}}, {{7, 8}, {9, 10}}}, .points = {{1, 1}, {2, 2}}},
                .values = {}, .source = "{}", .is_hull = false}}),
        layer(Role::Exit, "出口.shp",
              {{.id = "E1", .name = "单元门", .shape = {.areas = {}, .lines = {}, .points = {{east + 1, north + 1}}},
                .values = {std::string{"B1"}}, .source = "{}", .is_hull = false}}),
        layer(Role::Hazard, "隐患.csv",
              {{.id = "H1", .name = "", .shape = {.areas = {}, .lines = {}, .points = {{east + 2, north + 2}, {east + 3, north + 3}}},
                .values = {std::string{"2026-03-04"}, std::string{"飞线充电"}, none, none, std::string{"热线"}},
                .source = R"({"来源":"热线"})", .is_hull = false},
               {.id = "H2", .name = "无位置", .shape = {}, .values = {}, .source = "{}", .is_hull = false}})};
    town.findings = {{"ring-repaired", "建筑.shp", "B2", {"已修复", "repaired"}}, {"crs-guessed", "", "", {"猜测", "guessed"}}};
    town.packs = {{"cn-base", R"({"id":"cn-base"})"}, {"mine", "{}"}};
    town.scenarios = {{.name = "base", .pack = "cn-base", .zone_type = ZoneType::Shed},
                      {.name = "严格's", .pack = "mine", .zone_type = ZoneType::ChargingCabinet,
                       .clearances = {{"cabinet-to-building", 0.1 + 0.2}, {"shed's", 3.0}}}};
    town.phasing = {.phases = {{.id = "pilot", .name = "试点's", .begins = "2026-03-01", .ends = "2026-06-30", .budget = 120000.5}, {.id = "rollout-1"}},
                    .compounds = {{"C1", "pilot"}}};
    return town;
}

Results small_results(const std::string& scenario) {
    Results results;
    results.scenario = scenario;
    results.basis = "basis of " + scenario;
    Zone first{.id = "C1-1", .compound = "C1", .type = ZoneType::Shed, .legal = box(east + 60, north + 10, east + 90, north + 30),
               .robust = {box(east + 61, north + 11, east + 70, north + 29), box(east + 75, north + 11, east + 89, north + 29)},
               .legal_m2 = 600.1, .robust_m2 = 414.2, .legal_width_m = 20.0, .robust_width_m = 14.0, .consent = "绿地(业主);道路"};
    Zone second{.id = "C1-2", .compound = "C1", .type = ZoneType::Shed, .legal = courtyard(), .robust = {}, .legal_m2 = 400.0,
                .robust_m2 = 0.0, .legal_width_m = 5.0, .robust_width_m = 0.0, .consent = ""};
    Ground good{.compound = "C1", .scale = 1.0000123456789, .zones = {first, second}, .is_computed = true, .reason = {},
                .way = "boost", .legal_m2 = 1005.5, .dropped_parts = 2, .dropped_m2 = 5.4};
    Ground bad{.compound = "C2", .scale = 1.0, .zones = {}, .is_computed = false, .reason = {"边界无效", "boundary not valid"},
               .way = "geos", .legal_m2 = 0.0, .dropped_parts = 0, .dropped_m2 = 0.0};
    results.grounds = {good, bad};
    Site site{.id = "S1", .zone_id = "C1-1", .compound = "C1", .type = ZoneType::Shed,
              .outline = {box(east + 62, north + 12, east + 65.2, north + 14)}, .bays = {}, .bay_count = 2, .group_count = 1,
              .area_m2 = 12.8, .in_robust = true, .has_aisle = true, .cost = {}, .demand_cov = 0.25, .phase = "",
              .verdict = Verdict::ToVerify, .governing = "shed-to-building", .margin_m = 0.123456789012345};
    site.bays = {{.site_id = "S1", .group = 1, .number = 1, .is_aisle = false, .outline = box(east + 62, north + 12, east + 63.6, north + 14)},
                 {.site_id = "S1", .group = 1, .number = 2, .is_aisle = false, .outline = box(east + 63.6, north + 12, east + 65.2, north + 14)},
                 {.site_id = "S1", .group = 1, .number = 0, .is_aisle = true, .outline = box(east + 62, north + 14, east + 65.2, north + 16)}};
    results.sites = {site};
    results.clearances = {{.site_id = "S1", .obst_id = "B1", .obst_kind = "building", .need_m = 6.0, .have_m = 12.000000000000123,
                           .clause = "渝标 4.2", .verdict = Verdict::Complies, .rule = "shed-to-building"},
                          {.site_id = "S1", .obst_id = "D1", .obst_kind = "gas_regulator", .need_m = 10.0, .have_m = 9.5,
                           .clause = "GB 50028 6.6", .verdict = Verdict::Fails, .rule = "r2"}};
    results.checks = {{.site_id = "S1", .duty = "group.max_bays", .value = 2.0, .need = 20.0, .unit = "辆", .clause = "4.3", .verdict = Verdict::Complies},
                      {.site_id = "S1", .duty = "hydrant", .value = {}, .need = {}, .unit = "", .clause = "", .verdict = Verdict::ToVerify}};
    results.findings = {{"not-computed", "compound", "C2", {"未计算", "not computed"}}};
    return results;
}

}  // namespace io_fixtures
