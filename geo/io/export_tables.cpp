#include "geo/io/export_tables.hpp"

#include "geo/io/gdal_session.hpp"
#include "geo/io/input_tables.hpp"
#include "geo/io/results_table.hpp"
#include "geo/io/rule_tables.hpp"

#include <algorithm>
#include <memory>
#include <set>

namespace geo::storage {
namespace {

using enum FieldType;

/// A column `phase` behind the role's own fields.
Table with_phases(Table compounds, const Phasing& phasing) {
    const std::size_t at = 2 + role_info(Role::Compound).fields.size();  // Behind id and name.
    compounds.columns.insert(compounds.columns.begin() + static_cast<std::ptrdiff_t>(at), {"phase", Text});
    compounds.row = [row = std::move(compounds.row), &phasing, at](std::size_t i) {
        Row longer = row(i);
        const auto phase = phasing.compounds.find(std::get<std::string>(longer.values.front()));
        longer.values.insert(longer.values.begin() + static_cast<std::ptrdiff_t>(at), phase == phasing.compounds.end() ? std::string{} : phase->second);
        return longer;
    };
    return compounds;
}

Table phases_table(const Phasing& phasing) {
    std::vector<Row> rows;
    for (const Phase& p : phasing.phases) {
        rows.push_back({{p.id, static_cast<std::int64_t>(phase_rank(p.id).value_or(0)), phase_title(p).zh, p.begins, p.ends, maybe(p.budget)}, {}});
    }
    return small_table("phases", {{"phase", Text}, {"rank", Integer}, {"name", Text}, {"begins", Text}, {"ends", Text}, {"budget", Real}}, std::move(rows));
}

/// As QGIS makes it when it saves a style into a GeoPackage.
Table styles_table() {
    std::vector<Row> rows;
    for (const embedded::File& style : embedded::qgis_styles()) {
        const std::string layer{style.name.substr(0, style.name.rfind('.'))};
        rows.push_back({{std::string{}, std::string{}, layer, std::string{"geom"}, std::string{"anchong"}, std::string{style.text}, std::string{}, flag_value(true),
                         std::string{"Anchong 安充"}, std::string{}, std::string{}, moment_for_gdal()},
                        {}});
    }
    Table table = small_table("layer_styles",
                              {{"f_table_catalog", Text}, {"f_table_schema", Text}, {"f_table_name", Text}, {"f_geometry_column", Text}, {"styleName", Text},
                               {"styleQML", Text}, {"styleSLD", Text}, {"useAsDefault", Integer}, {"description", Text}, {"owner", Text}, {"ui", Text},
                               {"update_time", Text}},
                              std::move(rows));
    table.key = "id";
    return table;
}

}  // namespace

std::vector<Table> export_tables(const Project& project, const Results& results) {
    std::vector<Table> tables;
    for (const ResultTable table : {ResultTable::Zones, ResultTable::Sites, ResultTable::Bays, ResultTable::Clearances, ResultTable::Checks}) {
        tables.push_back(result_rows(table, results));
    }
    for (Table& table : input_tables(project.inputs)) {
        if (table.row_count == 0) continue;
        const bool is_compounds = table.name == role_info(Role::Compound).name;
        tables.push_back(is_compounds ? with_phases(std::move(table), project.phasing) : std::move(table));
    }
    return tables;
}

std::vector<Table> geopackage_tables(const Project& project, const Results& results) {
    return {result_rows(ResultTable::Grounds, results), phases_table(project.phasing), styles_table()};
}

Table certificate_table(const std::vector<std::pair<std::string, std::string>>& header) {
    std::vector<Row> rows;
    for (const auto& [key, value] : header) rows.push_back({{key, value}, {}});
    return small_table(certificate_table_name, {{"key", Text}, {"value", Text}}, std::move(rows));
}

std::vector<Table> existing_tables(const ExistingFacilities& existing) {
    Table facilities{.name = "existing",
                     .geometry = GeometryKind::Any,
                     .columns = {{"site_id", Text}, {"name", Text}, {"compound", Text}, {"place", Text}, {"scenario", Text}, {"zone_type", Text}, {"bays", Integer},
                                 {"status", Text}, {"verdict", Text}, {"governing", Text}, {"margin_m", Real}, {"accuracy_m", Real}, {"file", Text}},
                     .row_count = existing.facilities.size()};
    facilities.row = [&existing](std::size_t i) -> Row {
        const ExistingFacility& f = existing.facilities[i];
        return {{f.id, f.name, f.compound, std::string{whereabouts_name(f.where)}, existing.scenario, std::string{zone_type_name(existing.type)},
                 f.bays ? Value{std::int64_t{*f.bays}} : Value{}, f.status, std::string{verdict_name(f.verdict)}, f.governing, maybe(f.margin_m), f.accuracy_m, f.file},
                f.ground};
    };
    Results rows;
    rows.scenario = existing.scenario;
    rows.clearances = existing.clearances;
    auto held = std::make_shared<const Results>(std::move(rows));
    Table clearances = result_rows(ResultTable::Clearances, *held);
    clearances.name = "existing_clearances";
    clearances.row = [held, row = std::move(clearances.row)](std::size_t i) { return row(i); };
    return {std::move(facilities), std::move(clearances)};
}

Results of_phase(const Results& results, std::string_view phase) {
    Results chosen = results;
    std::erase_if(chosen.sites, [phase](const Site& site) { return site.phase != phase; });
    std::set<std::string_view> ids;
    for (const Site& site : chosen.sites) ids.insert(site.id);
    const auto is_other = [&ids](const auto& row) { return !ids.contains(row.site_id); };
    std::erase_if(chosen.clearances, is_other);
    std::erase_if(chosen.checks, is_other);
    return chosen;
}

}  // namespace geo::storage
