#include "geo/report/certificate_document.hpp"

#include "geo/core/clock.hpp"
#include "geo/rules/obstacle_id.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace geo {
namespace {

std::string assumptions_of(const Scenario& scenario) {
    std::string text;
    for (const auto& [rule, distance_m] : scenario.clearances) text += fmt::format("{}{}={}", text.empty() ? "" : ";", rule, distance_m);
    return text;
}

std::vector<CertificateInput> inputs_of(const Inputs& inputs) {
    std::vector<CertificateInput> result;
    for (const Layer& layer : inputs.layers) {
        const Provenance& p = layer.provenance;
        result.push_back({std::string{role_info(layer.role).name}, p.file, p.layer, p.sha256, p.crs, p.accuracy_m, p.accuracy_from, static_cast<std::int64_t>(layer.features.size())});
    }
    return result;
}

std::unordered_map<std::string_view, std::string_view> names_of(const Inputs& inputs) {
    std::unordered_map<std::string_view, std::string_view> names;
    for (const Layer& layer : inputs.layers)
        for (const Feature& feature : layer.features) names.emplace(feature.id, feature.name);
    return names;
}

/// The rules of the scenario's pack by id; none where the project has no such pack.
std::map<std::string, CertificateRule> rules_of(const Project& project, const Scenario& scenario, CertificateDocument& document) {
    std::map<std::string, CertificateRule> rules;
    if (!project.packs.contains(scenario.pack)) return rules;
    const RulePack pack = pack_of(project.packs, scenario);
    document.edition = pack.edition;
    document.pack_sha256 = pack.sha256;
    for (const ClearanceRule& rule : pack.clearances) rules.emplace(rule.id, CertificateRule{rule.id, rule.distance_m, rule.strength, rule.clause, rule.text});
    return rules;
}

}  // namespace

Message certificate_disclaimer() {
    return {"本证书是供消防、住建部门核查的规划自查结果，不是批准文件；所列数值须与当地现行标准核对。",
            "This certificate is the result of a planning check for the fire and housing bureaux; it approves nothing. Compare its numbers with the standards in force locally."};
}

CertificateDocument certificate_of(const Project& project, const Results& results, std::optional<int> phase) {
    CertificateDocument d;
    d.project = project.name;
    d.scenario = results.scenario;
    d.phase = phase ? phase_id(*phase) : std::string{};
    d.crs = project.inputs.crs;
    d.program = ANCHONG_VERSION;
    d.made_at = timestamp();
    d.inputs = inputs_of(project.inputs);
    std::map<std::string, CertificateRule> rules;
    if (const auto scenario = std::ranges::find(project.scenarios, results.scenario, &Scenario::name); scenario != project.scenarios.end()) {
        d.pack = scenario->pack;
        d.zone_type = zone_type_name(scenario->zone_type);
        d.assumptions = assumptions_of(*scenario);
        d.barrier_h = scenario->barrier_h;
        rules = rules_of(project, *scenario, d);
    }
    std::set<std::string_view> ids;
    for (const Site& site : results.sites) {
        if (phase && site.phase != d.phase) continue;
        ids.insert(site.id);
        d.sites.push_back(site);
        d.sites.back().bays.clear();
    }
    const auto names = names_of(project.inputs);
    std::set<std::string> used;
    for (const ClearanceRow& row : results.clearances) {
        if (!ids.contains(row.site_id)) continue;
        CertificateRow full{.row = row, .obst_name = std::string{}, .source = std::string{}, .clause_no = std::string{}, .margin_m = row.have_m - row.need_m};
        if (const auto name = names.find(feature_of_obstacle(row.obst_id)); name != names.end()) full.obst_name = name->second;
        if (const Message part = part_of_obstacle(row.obst_id); !part.zh.empty()) full.obst_name = *full.obst_name + "（" + part.zh + "）";
        if (const auto rule = rules.find(row.rule); rule != rules.end()) {
            full.source = rule->second.clause.source, full.clause_no = rule->second.clause.number;
            used.insert(row.rule);
        }
        d.clearances.push_back(std::move(full));
    }
    for (const CheckRow& row : results.checks)
        if (ids.contains(row.site_id)) d.checks.push_back(row);
    for (const std::string& id : used) d.rules.push_back(rules.at(id));
    d.site_count = static_cast<std::int64_t>(d.sites.size());
    d.row_count = static_cast<std::int64_t>(d.clearances.size());
    d.check_count = static_cast<std::int64_t>(d.checks.size());
    return d;
}

}  // namespace geo
