#include "geo/report/comparison_document.hpp"

#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/io/output_file.hpp"
#include "geo/report/comparison_words.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace geo {
namespace {

using nlohmann::json;

json words(const Message& message) { return {{"zh", message.zh}, {"en", message.en}}; }
json maybe(const std::optional<double>& number) { return number ? json(*number) : json{}; }
json maybe(const std::string& text) { return text.empty() ? json{} : json(text); }

json to_json(const Indicator& indicator) {
    json values = json::array(), differences = json::array(), percents = json::array(), readings = json::array();
    for (std::size_t i = 0; i < indicator.values.size(); ++i) {
        values.push_back(maybe(indicator.values[i]));
        differences.push_back(maybe(indicator.difference(i)));
        percents.push_back(maybe(indicator.percent(i)));
        readings.push_back(word_of(indicator.reading(i)));
    }
    return {{"id", indicator.id}, {"title", words(indicator.title)}, {"unit", indicator.unit}, {"better", word_of(indicator.better)}, {"values", values},
            {"differences", differences}, {"percents", percents}, {"readings", readings}};
}

json to_json(const std::string& a, const std::string& b, const ScenarioChanges& changes) {
    json ground = json::array(), sites = json::array(), rules = json::array();
    for (const GroundChange& g : changes.ground) ground.push_back({{"compound", g.compound}, {"added_m2", g.added_m2}, {"removed_m2", g.removed_m2}});
    for (const SiteChange& s : changes.sites) sites.push_back({{"kind", word_of(s.kind)}, {"compound", s.compound}, {"a", maybe(s.a)}, {"b", maybe(s.b)}});
    for (const RuleDifference& r : changes.rules)
        rules.push_back({{"rule", r.rule}, {"text", words(r.text)}, {"a", maybe(r.a)}, {"b", maybe(r.b)}, {"unit", r.unit}});
    return {{"a", a}, {"b", b}, {"added_m2", changes.added_m2()}, {"removed_m2", changes.removed_m2()},
            {"ground", ground}, {"sites", sites}, {"verdicts", changes.verdicts}, {"rules", rules}};
}

std::vector<Finding> findings_of(const Comparison& c) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < c.scenarios.size(); ++i)
        if (c.states[i] == RunState::Stale)
            findings.push_back({"results-stale", "scenario", c.scenarios[i].name,
                                say("方案“{0}”的结果仍按原来的规则，与现在的规则不符。重新计算：anchong scenario {1} run {2}",
                                    "The results of scenario “{0}” are of other rules than it has now. Compute them anew: anchong scenario {1} run {2}",
                                    c.scenarios[i].name, shell_word(c.file), shell_word(c.scenarios[i].name))});
    for (const auto& results : c.results) {
        const auto count = std::ranges::count(results->grounds, false, &Ground::is_computed);
        if (count == 0) continue;
        findings.push_back({"not-computed", "scenario", results->scenario,
                            say("方案“{}”有 {} 个小区未能算出可设地，这些小区的增减未计入。",
                                "Scenario “{}”: the ground of {} compounds was not computed; what came and went there is left out.", results->scenario, count)});
    }
    return findings;
}

}  // namespace

std::map<std::string, std::optional<double>> pack_distances(const Project& project, const Scenario& scenario) {
    std::map<std::string, std::optional<double>> distances;
    for (const auto& [id, distance_m] : scenario.clearances) distances[id] = std::nullopt;
    const auto text = project.packs.find(scenario.pack);
    if (distances.empty() || text == project.packs.end()) return distances;
    for (const ClearanceRule& rule : pack_from_text(text->second).clearances)
        if (const auto found = distances.find(rule.id); found != distances.end()) found->second = rule.distance_m;
    return distances;
}

RunState run_state(const Project& project, const Scenario& scenario, const std::optional<std::string>& basis) {
    if (!basis) return RunState::None;
    return basis->empty() || *basis == basis_of(project.packs, scenario, project.inputs.strips) ? RunState::Current : RunState::Stale;
}

void compare(Comparison& c, int threads, const Progress& progress) {
    std::vector<const Results*> all;
    c.states.clear();
    for (std::size_t i = 0; i < c.results.size(); ++i) {
        all.push_back(c.results[i].get());
        const auto basis = all[i]->grounds.empty() ? std::nullopt : std::optional{all[i]->basis};
        c.states.push_back(run_state(*c.project, c.scenarios[i], basis));
    }
    c.findings = findings_of(c);
    c.indicators = indicators_of(all, c.project->phasing);
    c.changes.clear();
    const RulePack first = pack_of(c.project->packs, c.scenarios.front());
    const double share = 1.0 / static_cast<double>(all.size() - 1);
    for (std::size_t i = 1; i < all.size(); ++i) {
        const double from = share * static_cast<double>(i - 1);
        ScenarioChanges changes = changes_between(*all.front(), *all[i], threads, progress.part(from, from + share));
        changes.rules = rule_differences(first, pack_of(c.project->packs, c.scenarios[i]));
        c.changes.push_back(std::move(changes));
    }
}

json to_document(const Project& project, const Scenario& scenario, RunState state) {
    json assumptions = json::array();
    for (const auto& [id, pack_m] : pack_distances(project, scenario))
        assumptions.push_back({{"rule", id}, {"distance_m", scenario.clearances.at(id)}, {"pack_m", maybe(pack_m)}});
    return {{"name", scenario.name}, {"pack", scenario.pack}, {"zone_type", zone_type_name(scenario.zone_type)}, {"barrier_h", scenario.barrier_h}, {"assumptions", assumptions}, {"results", word_of(state)}};
}

json to_document(const Comparison& comparison) {
    json scenarios = json::array(), indicators = json::array(), changes = json::array(), findings = json::array();
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i)
        scenarios.push_back(to_document(*comparison.project, comparison.scenarios[i], comparison.states[i]));
    for (const Indicator& indicator : comparison.indicators) indicators.push_back(to_json(indicator));
    for (std::size_t i = 0; i < comparison.changes.size(); ++i)
        changes.push_back(to_json(comparison.scenarios.front().name, comparison.scenarios[i + 1].name, comparison.changes[i]));
    for (const Finding& f : comparison.findings) findings.push_back({{"code", f.code}, {"where", f.where}, {"feature", f.feature}, {"text", words(f.text)}});
    return {{"schema", "anchong/compare/1"}, {"project", comparison.file}, {"scenarios", scenarios}, {"indicators", indicators}, {"changes", changes},
            {"findings", findings}};
}

void write_comparison(const std::filesystem::path& file, const Comparison& comparison, bool overwrite) {
    write_text(file, to_document(comparison).dump(2, ' ', false, json::error_handler_t::replace) + "\n", overwrite);
}

}  // namespace geo
