#include "app/cli/comparison_report.hpp"

#include "app/cli/scenario_report.hpp"

#include <algorithm>

namespace app {
namespace {

using namespace geo;

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

void tell(const Console& console, const Comparison& comparison) {
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) console.tell(line_of(*comparison.project, comparison.scenarios[i], comparison.states[i]));
    for (const Indicator& indicator : comparison.indicators) tell_indicator(console, indicator);
    for (std::size_t i = 0; i < comparison.changes.size(); ++i) {
        const ScenarioChanges& c = comparison.changes[i];
        const auto count = [&](SiteChange::Kind kind) { return std::ranges::count(c.sites, kind, &SiteChange::kind); };
        console.tell(say("{} → {}：可设地增 {:.0f} m²、减 {:.0f} m²（{} 个小区）；点位增 {}、减 {}、变 {}，仅结论变 {}；{} 条规则不同。",
                         "{} → {}: {:.0f} m² of ground added, {:.0f} m² removed ({} compounds); sites: {} added, {} removed, {} changed, {} in verdict alone; {} rules differ.",
                         comparison.scenarios.front().name, comparison.scenarios[i + 1].name, c.added_m2(),
                         c.removed_m2(), c.ground.size(), count(SiteChange::Kind::Added), count(SiteChange::Kind::Removed),
                         count(SiteChange::Kind::Changed), c.verdicts.size(), c.rules.size()));
    }
    console.tell(say("本结果为规划核查，供消防、住建部门参考，不代表审批通过。", "A planning check for the fire and housing bureaux; not an approval."));
}

}  // namespace app
