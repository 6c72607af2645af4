#include "app/cli/scenario_report.hpp"

#include "geo/core/shell_word.hpp"

#include <optional>

namespace app {
using namespace geo;

RunState state_of(const Project& project, const Scenario& scenario, const std::map<std::string, std::string>& bases) {
    const auto basis = bases.find(scenario.name);
    return run_state(project, scenario, basis == bases.end() ? std::nullopt : std::optional{basis->second});
}

std::optional<Finding> stale_results(const std::string& file, const Project& project, const Scenario& scenario) {
    if (state_of(project, scenario, read_bases(file)) != RunState::Stale) return std::nullopt;
    return Finding{"results-stale", "scenario", scenario.name,
                   say("方案“{0}”的结果仍按原来的规则。重新计算：anchong scenario {1} run {2}",
                       "The results of scenario “{0}” are still of the rules before. Compute them anew: anchong scenario {1} run {2}", scenario.name, shell_word(file),
                       shell_word(scenario.name))};
}

Message line_of(const Project& project, const Scenario& scenario, RunState state) {
    const Message type = zone_type_words(scenario.zone_type);
    Message line = say("{0}：{1}，{2}", "{0}: {1}, {3}", scenario.name, scenario.pack, type.zh, type.en);
    if (scenario.barrier_h > 0.0) {
        const Message dividers = say("，隔墙 {:g} h", ", dividers of {:g} h", scenario.barrier_h);
        line.zh += dividers.zh, line.en += dividers.en;
    }
    for (const auto& [id, pack_m] : pack_distances(project, scenario)) {
        const double distance_m = scenario.clearances.at(id);
        const Message part = pack_m ? say("，{} {:g} m（规则包 {:g} m）", ", {} {:g} m (pack: {:g} m)", id, distance_m, *pack_m)
                                    : say("，{} {:g} m（规则包没有这条规则）", ", {} {:g} m (the pack has no such rule)", id, distance_m);
        line.zh += part.zh, line.en += part.en;
    }
    const Message has = state == RunState::None      ? Message{"；尚无结果", "; no results yet"}
                        : state == RunState::Current ? Message{"；有结果", "; has results"}
                                                  : Message{"；结果已过时，规则在其后改过", "; results are stale: the rules have changed since"};
    return {line.zh + has.zh, line.en + has.en};
}

Message zone_type_words(ZoneType type) {
    switch (type) {
        case ZoneType::OpenAir: return {"露天", "open air"};
        case ZoneType::Shed: return {"车棚", "shed"};
        case ZoneType::ChargingCabinet: return {"充电柜", "charging cabinet"};
        case ZoneType::SwapCabinet: return {"换电柜", "swap cabinet"};
    }
    return {};
}

}  // namespace app
