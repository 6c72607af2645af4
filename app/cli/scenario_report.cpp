#include "app/cli/scenario_report.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

using namespace geo;

const char* word_of(State state) { return state == State::None ? "none" : state == State::Current ? "current" : "stale"; }

/// What the pack says of each rule that is assumed otherwise; nothing where it is not in the project, or has no such rule.
std::map<std::string, std::optional<double>> pack_distances(const Project& project, const Scenario& scenario) {
    std::map<std::string, std::optional<double>> distances;
    for (const auto& [id, distance_m] : scenario.clearances) distances[id] = std::nullopt;
    const auto text = project.packs.find(scenario.pack);
    if (distances.empty() || text == project.packs.end()) return distances;
    for (const ClearanceRule& rule : pack_from_text(text->second).clearances)
        if (const auto found = distances.find(rule.id); found != distances.end()) found->second = rule.distance_m;
    return distances;
}

}  // namespace

State state_of(const Project& project, const Scenario& scenario, const std::map<std::string, std::string>& bases) {
    const auto basis = bases.find(scenario.name);
    if (basis == bases.end()) return State::None;
    // Results of an earlier program do not tell what they rest on; they count as they are.
    return basis->second.empty() || basis->second == basis_of(project.packs, scenario) ? State::Current : State::Stale;
}

nlohmann::json to_json(const Project& project, const Scenario& scenario, State state) {
    nlohmann::json assumptions = nlohmann::json::array();
    for (const auto& [id, pack_m] : pack_distances(project, scenario))
        assumptions.push_back({{"rule", id}, {"distance_m", scenario.clearances.at(id)}, {"pack_m", pack_m ? nlohmann::json(*pack_m) : nlohmann::json{}}});
    return {{"name", scenario.name}, {"pack", scenario.pack}, {"zone_type", zone_type_name(scenario.zone_type)}, {"assumptions", assumptions}, {"results", word_of(state)}};
}

Message line_of(const Project& project, const Scenario& scenario, State state) {
    const Message type = zone_type_words(scenario.zone_type);
    Message line = say("{0}：{1}，{2}", "{0}: {1}, {3}", scenario.name, scenario.pack, type.zh, type.en);
    for (const auto& [id, pack_m] : pack_distances(project, scenario)) {
        const double distance_m = scenario.clearances.at(id);
        const Message part = pack_m ? say("，{} {:g} m（规则包 {:g} m）", ", {} {:g} m (pack: {:g} m)", id, distance_m, *pack_m)
                                    : say("，{} {:g} m（规则包没有这条规则）", ", {} {:g} m (the pack has no such rule)", id, distance_m);
        line.zh += part.zh, line.en += part.en;
    }
    const Message has = state == State::None      ? Message{"；尚无结果", "; no results yet"}
                        : state == State::Current ? Message{"；有结果", "; has results"}
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
