#include "geo/io/results_table.hpp"

#include <algorithm>
#include <map>

namespace geo::storage {
namespace {

using enum FieldType;

template <typename T>
Value whole(T number) {
    return static_cast<std::int64_t>(number);
}

Value word(std::string_view text) { return std::string{text}; }

struct RingRow {
    const Zone* zone;
    bool is_robust;
};

Table zone_rows(const Results& results) {
    std::vector<RingRow> rings;
    for (const Ground& ground : results.grounds) {
        for (const Zone& zone : ground.zones) {
            rings.push_back({&zone, false});
            if (!zone.robust.empty()) rings.push_back({&zone, true});
        }
    }
    Table table{.geometry = GeometryKind::Areas, .row_count = rings.size()};
    table.row = [&results, rings = std::move(rings)](std::size_t i) -> Row {
        const auto& [zone, robust] = rings[i];
        return {{zone->id, zone->compound, results.scenario, word(zone_type_name(zone->type)),
                 word(robust ? "robust" : "legal"), robust ? zone->robust_m2 : zone->legal_m2,
                 robust ? zone->robust_width_m : zone->legal_width_m, zone->consent},
                {.areas = robust ? zone->robust : MultiPolygon{zone->legal}, .lines = {}, .points = {}}};
    };
    return table;
}

Table site_rows(const Results& results) {
    return {.geometry = GeometryKind::Areas, .row_count = results.sites.size(),
            .row = [&results](std::size_t i) -> Row {
                const Site& s = results.sites[i];
                return {{s.id, s.zone_id, s.compound, results.scenario, word(zone_type_name(s.type)), s.phase,
                         whole(s.bay_count), whole(s.group_count), s.area_m2, maybe(s.cost), maybe(s.demand_cov),
                         word(verdict_name(s.verdict)), s.governing, maybe(s.margin_m), flag_value(s.in_robust),
                         flag_value(s.has_aisle)},
                        {.areas = s.outline, .lines = {}, .points = {}}};
            }};
}

struct BayRow {
    const Site* site;
    const Bay* bay;
};

Table bay_rows(const Results& results) {
    std::vector<BayRow> bays;
    for (const Site& site : results.sites)
        for (const Bay& bay : site.bays) bays.push_back({&site, &bay});
    Table table{.geometry = GeometryKind::OneArea, .row_count = bays.size()};
    table.row = [&results, bays = std::move(bays)](std::size_t i) -> Row {
        const auto& [site, bay] = bays[i];
        return {{bay->site_id, site->compound, results.scenario, whole(bay->group), whole(bay->number),
                 word(bay->is_aisle ? "aisle" : "bay")},
                {.areas = {bay->outline}, .lines = {}, .points = {}}};
    };
    return table;
}

Table clearance_rows(const Results& results) {
    return {.row_count = results.clearances.size(), .row = [&results](std::size_t i) -> Row {
                const ClearanceRow& c = results.clearances[i];
                return {{c.site_id, c.obst_id, c.obst_kind, c.need_m, c.have_m, c.clause,
                         word(verdict_name(c.verdict)), c.rule, results.scenario, word(status_name(c.status)),
                         word(strength_name(c.strength))},
                        {}};
            }};
}

Table check_rows(const Results& results) {
    return {.row_count = results.checks.size(), .row = [&results](std::size_t i) -> Row {
                const CheckRow& c = results.checks[i];
                return {{c.site_id, c.duty, maybe(c.value), maybe(c.need), c.unit, c.clause,
                         word(verdict_name(c.verdict)), results.scenario},
                        {}};
            }};
}

Table ground_rows(const Results& results) {
    return {.row_count = results.grounds.size(), .row = [&results](std::size_t i) -> Row {
                const Ground& g = results.grounds[i];
                return {{g.compound, results.scenario, g.scale, flag_value(g.is_computed), g.way, g.reason.zh,
                         g.reason.en, g.legal_m2, whole(g.dropped_parts), g.dropped_m2},
                        {}};
            }};
}

Table finding_rows(const std::vector<Finding>& findings, const Value& scenario) {
    return {.row_count = findings.size(), .row = [&findings, scenario](std::size_t i) -> Row {
                const Finding& f = findings[i];
                return {{scenario, f.code, f.where, f.feature, f.text.zh, f.text.en}, {}};
            }};
}

Table run_rows(const Results& results) {
    return {.row_count = results.basis.empty() ? 0U : 1U, .row = [&results](std::size_t) -> Row { return {{results.scenario, results.basis}, {}}; }};
}

[[noreturn]] void refuse_word(ResultTable table, std::string_view column, const std::string& text) {
    throw InvalidInput{say("工程中表 {0} 的列 {1} 含有未知的值“{2}”。请重新计算该方案。",
                           "Table {0} of the project holds the unknown value \"{2}\" in column {1}. Compute the scenario again.",
                           table_name(table), column, text)};
}

ZoneType zone_type_of(ResultTable table, const RowView& row) {
    const auto type = zone_type_named(row.text("zone_type"));
    if (!type) refuse_word(table, "zone_type", row.text("zone_type"));
    return *type;
}

Verdict verdict_of(ResultTable table, const RowView& row) {
    const auto verdict = verdict_named(row.text("verdict"));
    if (!verdict) refuse_word(table, "verdict", row.text("verdict"));
    return *verdict;
}

int count_of(const RowView& row, std::string_view column) { return static_cast<int>(row.whole(column).value_or(0)); }

Ground ground_from(const RowView& row) {
    Ground ground;
    ground.compound = row.text("compound");
    ground.scale = row.real("scale").value_or(1.0);
    ground.is_computed = row.flag("computed");
    ground.way = row.text("way");
    ground.reason = {row.text("reason_zh"), row.text("reason_en")};
    ground.legal_m2 = row.real("legal_m2").value_or(0.0);
    ground.dropped_parts = count_of(row, "dropped");
    ground.dropped_m2 = row.real("dropped_m2").value_or(0.0);
    return ground;
}

/// A zone's rings are rows of their own; the legal one comes first.
void add_ring(const RowView& row, std::vector<Ground>& grounds, std::map<std::string, std::size_t>& by_compound) {
    const auto compound = row.text("compound");
    auto [it, is_new] = by_compound.try_emplace(compound, grounds.size());
    if (is_new) grounds.emplace_back().compound = compound;
    auto& zones = grounds[it->second].zones;
    const auto id = row.text("zone_id");
    const auto ring = row.text("ring");
    if (ring == "legal") {
        Zone& zone = zones.emplace_back();
        zone.id = id;
        zone.compound = compound;
        zone.type = zone_type_of(ResultTable::Zones, row);
        if (!row.row.shape.areas.empty()) zone.legal = row.row.shape.areas.front();
        zone.legal_m2 = row.real("area_m2").value_or(0.0);
        zone.legal_width_m = row.real("width_m").value_or(0.0);
        zone.consent = row.text("consent");
    } else if (ring == "robust" && !zones.empty() && zones.back().id == id) {
        zones.back().robust = row.row.shape.areas;
        zones.back().robust_m2 = row.real("area_m2").value_or(0.0);
        zones.back().robust_width_m = row.real("width_m").value_or(0.0);
    } else {
        refuse_word(ResultTable::Zones, "ring", ring);
    }
}

Site site_from(const RowView& row) {
    Site site;
    site.id = row.text("site_id");
    site.zone_id = row.text("zone_id");
    site.compound = row.text("compound");
    site.type = zone_type_of(ResultTable::Sites, row);
    site.outline = row.row.shape.areas;
    site.bay_count = count_of(row, "bays");
    site.group_count = count_of(row, "groups");
    site.area_m2 = row.real("area_m2").value_or(0.0);
    site.in_robust = row.flag("in_robust");
    site.has_aisle = row.flag("has_aisle");
    site.cost = row.real("cost");
    site.demand_cov = row.real("demand_cov");
    site.phase = row.text("phase");
    site.verdict = verdict_of(ResultTable::Sites, row);
    site.governing = row.text("governing");
    site.margin_m = row.real("margin_m");
    return site;
}

Bay bay_from(const RowView& row) {
    const auto kind = row.text("kind");
    if (kind != "bay" && kind != "aisle") refuse_word(ResultTable::Bays, "kind", kind);
    Bay bay{.site_id = row.text("site_id"), .group = count_of(row, "grp"), .number = count_of(row, "number"),
            .is_aisle = kind == "aisle", .outline = {}};
    if (!row.row.shape.areas.empty()) bay.outline = row.row.shape.areas.front();
    return bay;
}

ClearanceRow clearance_from(const RowView& row) {
    return {.site_id = row.text("site_id"), .obst_id = row.text("obst_id"), .obst_kind = row.text("obst_kind"),
            .need_m = row.real("need_m").value_or(0.0), .have_m = row.real("have_m").value_or(0.0),
            .clause = row.text("clause"), .verdict = verdict_of(ResultTable::Clearances, row), .rule = row.text("rule"),
            .status = status_named(row.text("status")).value_or(Status::Unverified), .strength = strength_named(row.text("strength")).value_or(Strength::Must)};
}

CheckRow check_from(const RowView& row) {
    return {.site_id = row.text("site_id"), .duty = row.text("duty"), .value = row.real("value"),
            .need = row.real("need"), .unit = row.text("unit"), .clause = row.text("clause"),
            .verdict = verdict_of(ResultTable::Checks, row)};
}

}  // namespace

std::string_view table_name(ResultTable table) {
    constexpr std::string_view names[] = {"zones", "sites", "bays", "clearances", "checks", "grounds", "anchong_findings", "anchong_runs"};
    return names[static_cast<std::size_t>(table)];
}

std::vector<Column> result_columns(ResultTable table) {
    switch (table) {
        case ResultTable::Zones:
            return {{"zone_id", Text}, {"compound", Text}, {"scenario", Text}, {"zone_type", Text},
                    {"ring", Text},    {"area_m2", Real},  {"width_m", Real},  {"consent", Text}};
        case ResultTable::Sites:
            return {{"site_id", Text}, {"zone_id", Text},   {"compound", Text},     {"scenario", Text},
                    {"zone_type", Text}, {"phase", Text},   {"bays", Integer},      {"groups", Integer},
                    {"area_m2", Real}, {"cost", Real},      {"demand_cov", Real},   {"verdict", Text},
                    {"governing", Text}, {"margin_m", Real}, {"in_robust", Integer}, {"has_aisle", Integer}};
        case ResultTable::Bays:
            return {{"site_id", Text}, {"compound", Text}, {"scenario", Text},
                    {"grp", Integer},  {"number", Integer}, {"kind", Text}};
        case ResultTable::Clearances:
            return {{"site_id", Text}, {"obst_id", Text}, {"obst_kind", Text}, {"need_m", Real},  {"have_m", Real},
                    {"clause", Text},  {"verdict", Text}, {"rule", Text},      {"scenario", Text}, {"status", Text, true}, {"strength", Text, true}};
        case ResultTable::Checks:
            return {{"site_id", Text}, {"duty", Text},   {"value", Real},   {"need", Real},
                    {"unit", Text},    {"clause", Text}, {"verdict", Text}, {"scenario", Text}};
        case ResultTable::Grounds:
            return {{"compound", Text},  {"scenario", Text},  {"scale", Real},    {"computed", Integer}, {"way", Text},
                    {"reason_zh", Text}, {"reason_en", Text}, {"legal_m2", Real}, {"dropped", Integer},  {"dropped_m2", Real}};
        case ResultTable::Runs: return {{"scenario", Text}, {"basis", Text}};
        case ResultTable::Findings: break;
    }
    return {{"scenario", Text}, {"code", Text}, {"place", Text}, {"feature", Text}, {"text_zh", Text}, {"text_en", Text}};
}

Table result_rows(ResultTable table, const Results& results) {
    Table rows;
    switch (table) {
        case ResultTable::Zones: rows = zone_rows(results); break;
        case ResultTable::Sites: rows = site_rows(results); break;
        case ResultTable::Bays: rows = bay_rows(results); break;
        case ResultTable::Clearances: rows = clearance_rows(results); break;
        case ResultTable::Checks: rows = check_rows(results); break;
        case ResultTable::Grounds: rows = ground_rows(results); break;
        case ResultTable::Findings: rows = finding_rows(results.findings, results.scenario); break;
        case ResultTable::Runs: rows = run_rows(results); break;
    }
    rows.name = table_name(table);
    rows.columns = result_columns(table);
    return rows;
}

Table import_findings(const std::vector<Finding>& findings) {
    Table rows = finding_rows(findings, {});
    rows.name = table_name(ResultTable::Findings);
    rows.columns = result_columns(ResultTable::Findings);
    return rows;
}

std::vector<Finding> findings_from(std::span<const Row> rows) {
    const auto columns = result_columns(ResultTable::Findings);
    std::vector<Finding> findings;
    for (const Row& held : rows) {
        const RowView row{columns, held};
        findings.push_back({row.text("code"), row.text("place"), row.text("feature"), {row.text("text_zh"), row.text("text_en")}});
    }
    return findings;
}

Results results_from(std::string scenario, const std::function<std::vector<Row>(ResultTable)>& read) {
    Results results;
    results.scenario = std::move(scenario);
    const auto each = [&](ResultTable table, auto&& use) {
        const auto columns = result_columns(table);
        for (const Row& row : read(table)) use(RowView{columns, row});
    };
    std::map<std::string, std::size_t> ground_of, site_of;
    each(ResultTable::Grounds, [&](const RowView& row) {
        ground_of.emplace(row.text("compound"), results.grounds.size());
        results.grounds.push_back(ground_from(row));
    });
    each(ResultTable::Zones, [&](const RowView& row) { add_ring(row, results.grounds, ground_of); });
    each(ResultTable::Sites, [&](const RowView& row) {
        site_of.emplace(row.text("site_id"), results.sites.size());
        results.sites.push_back(site_from(row));
    });
    each(ResultTable::Bays, [&](const RowView& row) {
        const auto it = site_of.find(row.text("site_id"));
        if (it == site_of.end()) refuse_word(ResultTable::Bays, "site_id", row.text("site_id"));
        results.sites[it->second].bays.push_back(bay_from(row));
    });
    each(ResultTable::Clearances, [&](const RowView& row) { results.clearances.push_back(clearance_from(row)); });
    each(ResultTable::Checks, [&](const RowView& row) { results.checks.push_back(check_from(row)); });
    each(ResultTable::Runs, [&](const RowView& row) { results.basis = row.text("basis"); });
    results.findings = findings_from(read(ResultTable::Findings));
    return results;
}

}  // namespace geo::storage
