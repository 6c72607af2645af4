#include "geo/io/workbook.hpp"
#include "geo/report/comparison_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace geo {
namespace {

using Row = std::vector<Value>;

Value maybe(const std::optional<double>& number) { return number ? Value{*number} : Value{}; }
Value maybe(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

Sheet scenarios_sheet(const Comparison& c) {
    Sheet sheet{.name = "方案", .columns = {{"name", {"方案", "Scenario"}, 20}, {"pack", {"规则包", "Rule pack"}, 24}, {"zone_type", {"设施类型", "Zone type"}, 14},
                                          {"results", {"结果", "Results"}, 12}, {"rule", {"假定的规则", "Rule assumed"}, 28}, {"distance_m", {"假定 m", "Assumed m"}, 12, "0.000"},
                                          {"pack_m", {"规则包 m", "Pack m"}, 12, "0.000"}}, .rows = {}};
    for (std::size_t i = 0; i < c.scenarios.size(); ++i) {
        const Scenario& scenario = c.scenarios[i];
        const Row head{scenario.name, scenario.pack, std::string{zone_type_name(scenario.zone_type)}, std::string{word_of(c.states[i])}};
        const auto add = [&](Row rest) {
            Row row = head;
            std::ranges::move(rest, std::back_inserter(row));
            sheet.rows.push_back(std::move(row));
        };
        const auto distances = pack_distances(*c.project, scenario);
        for (const auto& [rule, pack_m] : distances) add({rule, scenario.clearances.at(rule), maybe(pack_m)});
        if (distances.empty()) add({Value{}, Value{}, Value{}});
    }
    return sheet;
}

/// A column of values for each scenario, then difference, share and reading of each further one.
Sheet indicators_sheet(const Comparison& c) {
    Sheet sheet{.name = "指标", .columns = {{"id", {"指标代码", "Id"}, 18}, {"title_zh", {"指标", "In Chinese"}, 22}, {"title_en", {"英文名称", "Indicator"}, 30}, {"unit", {"单位", "Unit"}, 8},
                                          {"better", {"以何为好", "Better"}, 10}}, .rows = {}};
    for (const Scenario& scenario : c.scenarios) sheet.columns.push_back({"value:" + scenario.name, {scenario.name, scenario.name}, 16, "0.###"});
    for (std::size_t i = 1; i < c.scenarios.size(); ++i) {
        const std::string& name = c.scenarios[i].name;
        sheet.columns.push_back({"difference:" + name, {name + " 增减", name + ", difference"}, 18, "0.###"});
        sheet.columns.push_back({"percent:" + name, {name + " 增减 %", name + ", %"}, 14, "0.0"});
        sheet.columns.push_back({"reading:" + name, {name + " 评价", name + ", reading"}, 14});
    }
    for (const Indicator& indicator : c.indicators) {
        Row row{indicator.id, indicator.title.zh, indicator.title.en, maybe(indicator.unit), std::string{word_of(indicator.better)}};
        for (const auto& value : indicator.values) row.push_back(maybe(value));
        for (std::size_t i = 1; i < indicator.values.size(); ++i) {
            row.push_back(maybe(indicator.difference(i)));
            row.push_back(maybe(indicator.percent(i)));
            row.push_back(std::string{word_of(indicator.reading(i))});
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

/// Rows of what differs between the first scenario and each further one, under columns that begin with both names.
template <typename List, typename Cells>
Sheet changes_sheet(const Comparison& c, const char* name, std::vector<SheetColumn> columns, List ScenarioChanges::* list, Cells&& cells) {
    Sheet sheet{.name = name, .columns = {{"scenario_a", {"方案甲", "Scenario A"}, 18}, {"scenario_b", {"方案乙", "Scenario B"}, 18}}, .rows = {}};
    std::ranges::move(columns, std::back_inserter(sheet.columns));
    for (std::size_t i = 0; i < c.changes.size(); ++i)
        for (const auto& change : c.changes[i].*list) {
            Row row{c.scenarios.front().name, c.scenarios[i + 1].name};
            std::ranges::move(cells(change), std::back_inserter(row));
            sheet.rows.push_back(std::move(row));
        }
    return sheet;
}

}  // namespace

void write_comparison_workbook(const std::filesystem::path& file, const Comparison& c, bool overwrite) {
    const std::vector<Sheet> sheets{
        indicators_sheet(c), scenarios_sheet(c),
        changes_sheet(c, "点位增减", {{"kind", {"增减", "Change"}, 12}, {"compound", {"小区", "Compound"}, 16}, {"site_a", {"甲的点位", "Site of A"}, 18}, {"site_b", {"乙的点位", "Site of B"}, 18}},
                      &ScenarioChanges::sites, [](const SiteChange& s) { return Row{std::string{word_of(s.kind)}, s.compound, maybe(s.a), maybe(s.b)}; }),
        changes_sheet(c, "结论变化", {{"site", {"点位", "Site"}, 18}}, &ScenarioChanges::verdicts, [](const std::string& site) { return Row{site}; }),
        changes_sheet(c, "可设地增减", {{"compound", {"小区", "Compound"}, 16}, {"added_m2", {"增加 m²", "Added m²"}, 14, "0.0"}, {"removed_m2", {"减少 m²", "Removed m²"}, 14, "0.0"}},
                      &ScenarioChanges::ground, [](const GroundChange& g) { return Row{g.compound, g.added_m2, g.removed_m2}; }),
        changes_sheet(c, "规则差异", {{"rule", {"规则", "Rule"}, 28}, {"text_zh", {"含义", "In Chinese"}, 40}, {"text_en", {"英文含义", "Meaning"}, 40}, {"value_a", {"甲的数值", "Value of A"}, 12, "0.###"},
                                  {"value_b", {"乙的数值", "Value of B"}, 12, "0.###"}, {"unit", {"单位", "Unit"}, 8}},
                      &ScenarioChanges::rules, [](const RuleDifference& r) { return Row{r.rule, r.text.zh, r.text.en, maybe(r.a), maybe(r.b), maybe(r.unit)}; })};
    write_workbook(file, {"方案比较", "Comparison of scenarios"}, sheets, overwrite);
}

}  // namespace geo
