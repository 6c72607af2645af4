#include "app/cli/comparison_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace app {
namespace {

using namespace geo;
using nlohmann::json;

json maybe(const std::optional<double>& number) { return number ? json(*number) : json{}; }
json maybe(const std::string& text) { return text.empty() ? json{} : json(text); }

const char* word_of(Better better) { return better == Better::More ? "more" : better == Better::Less ? "less" : "neither"; }

const char* word_of(Reading reading) {
    switch (reading) {
        case Reading::Better: return "better";
        case Reading::Worse: return "worse";
        case Reading::Same: return "same";
        case Reading::Neutral: return "neutral";
    }
    return "";
}

const char* word_of(SiteChange::Kind kind) {
    return kind == SiteChange::Kind::Added ? "added" : kind == SiteChange::Kind::Removed ? "removed" : "changed";
}

json to_json(const Indicator& indicator) {
    json values = json::array(), differences = json::array(), percents = json::array(), readings = json::array();
    for (std::size_t i = 0; i < indicator.values.size(); ++i) {
        values.push_back(maybe(indicator.values[i]));
        differences.push_back(maybe(indicator.difference(i)));
        percents.push_back(maybe(indicator.percent(i)));
        readings.push_back(word_of(indicator.reading(i)));
    }
    return {{"id", indicator.id}, {"title", app::to_json(indicator.title)}, {"unit", indicator.unit}, {"better", word_of(indicator.better)}, {"values", values},
            {"differences", differences}, {"percents", percents}, {"readings", readings}};
}

double sum_of(const std::vector<GroundChange>& ground, double GroundChange::*part) {
    return std::accumulate(ground.begin(), ground.end(), 0.0, [part](double sum, const GroundChange& each) { return sum + each.*part; });
}

json to_json(const std::string& a, const std::string& b, const ScenarioChanges& changes) {
    json ground = json::array(), sites = json::array(), rules = json::array();
    for (const GroundChange& g : changes.ground) ground.push_back({{"compound", g.compound}, {"added_m2", g.added_m2}, {"removed_m2", g.removed_m2}});
    for (const SiteChange& s : changes.sites) sites.push_back({{"kind", word_of(s.kind)}, {"compound", s.compound}, {"a", maybe(s.a)}, {"b", maybe(s.b)}});
    for (const RuleDifference& r : changes.rules)
        rules.push_back({{"rule", r.rule}, {"text", app::to_json(r.text)}, {"a", maybe(r.a)}, {"b", maybe(r.b)}, {"unit", r.unit}});
    return {{"a", a}, {"b", b}, {"added_m2", sum_of(changes.ground, &GroundChange::added_m2)}, {"removed_m2", sum_of(changes.ground, &GroundChange::removed_m2)},
            {"ground", ground}, {"sites", sites}, {"verdicts", changes.verdicts}, {"rules", rules}};
}

std::string shown(const std::optional<double>& number, int decimals) { return number ? fmt::format("{:.{}f}", *number, decimals) : "–"; }

Message reading_words(Reading reading) {
    switch (reading) {
        case Reading::Better: return {"▲ 较好", "▲ better"};
        case Reading::Worse: return {"▼ 较差", "▼ worse"};
        case Reading::Neutral: return {"● 中性", "● neutral"};
        case Reading::Same: break;
    }
    return {"", ""};
}

void tell_indicator(const Console& console, const Indicator& indicator) {
    const std::string unit = indicator.unit.empty() ? "" : " " + indicator.unit;
    Message line{indicator.title.zh + "：" + shown(indicator.values.front(), indicator.decimals) + unit,
                 indicator.title.en + ": " + shown(indicator.values.front(), indicator.decimals) + unit};
    for (std::size_t i = 1; i < indicator.values.size(); ++i) {
        const std::string value = " → " + shown(indicator.values[i], indicator.decimals) + unit;
        Message part{value, value};
        if (const auto by = indicator.difference(i); by && *by != 0.0) {
            const auto percent = indicator.percent(i);
            const std::string share = percent ? fmt::format("{:+.1f} %", *percent) : "–";
            part.zh += fmt::format("（{:+.{}f}，{}）", *by, indicator.decimals, share);
            part.en += fmt::format(" ({:+.{}f}, {})", *by, indicator.decimals, share);
        }
        const Message words = reading_words(indicator.reading(i));
        line.zh += part.zh + (words.zh.empty() ? "" : " " + words.zh);
        line.en += part.en + (words.en.empty() ? "" : " " + words.en);
    }
    console.tell(line);
}

}  // namespace

json to_json(const Comparison& comparison) {
    json scenarios = json::array(), indicators = json::array(), changes = json::array();
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i)
        scenarios.push_back(to_json(comparison.project, comparison.scenarios[i], comparison.states[i]));
    for (const Indicator& indicator : comparison.indicators) indicators.push_back(to_json(indicator));
    for (std::size_t i = 0; i < comparison.changes.size(); ++i)
        changes.push_back(to_json(comparison.scenarios.front().name, comparison.scenarios[i + 1].name, comparison.changes[i]));
    return {{"schema", "anchong/compare/1"}, {"project", comparison.file}, {"scenarios", scenarios}, {"indicators", indicators}, {"changes", changes},
            {"findings", to_json(comparison.findings)}};
}

void tell(const Console& console, const Comparison& comparison) {
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) console.tell(line_of(comparison.project, comparison.scenarios[i], comparison.states[i]));
    for (const Indicator& indicator : comparison.indicators) tell_indicator(console, indicator);
    for (std::size_t i = 0; i < comparison.changes.size(); ++i) {
        const ScenarioChanges& c = comparison.changes[i];
        const auto count = [&](SiteChange::Kind kind) { return std::ranges::count(c.sites, kind, &SiteChange::kind); };
        console.tell(say("{} → {}：可设地增 {:.0f} m²、减 {:.0f} m²（{} 个小区）；点位增 {}、减 {}、变 {}，仅结论变 {}；{} 条规则不同。",
                         "{} → {}: {:.0f} m² of ground added, {:.0f} m² removed ({} compounds); sites: {} added, {} removed, {} changed, {} in verdict alone; {} rules differ.",
                         comparison.scenarios.front().name, comparison.scenarios[i + 1].name, sum_of(c.ground, &GroundChange::added_m2),
                         sum_of(c.ground, &GroundChange::removed_m2), c.ground.size(), count(SiteChange::Kind::Added), count(SiteChange::Kind::Removed),
                         count(SiteChange::Kind::Changed), c.verdicts.size(), c.rules.size()));
    }
    console.tell(say("本结果为规划核查，供消防、住建部门参考，不代表审批通过。", "A planning check for the fire and housing bureaux; not an approval."));
}

}  // namespace app
