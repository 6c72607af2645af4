#include "geo/rules/presumed_ground.hpp"

#include "geo/core/error.hpp"
#include "geo/crs/crs.hpp"
#include "geo/rules/accuracy.hpp"
#include "geo/rules/aerial_strips.hpp"
#include "geo/rules/lane_room.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

void add_given(const Inputs& inputs, const RulePack& pack, std::vector<PresumedPlace>& grounds) {
    for (const Layer& layer : inputs.layers) {
        if (layer.role != Role::AerialSite) continue;
        for (const Feature& feature : layer.features) {
            if (feature.shape.areas.empty() || number_of(Role::AerialSite, feature, "surveyed").value_or(1.0) != 0.0) continue;
            grounds.push_back({.id = feature.id, .of = text_of(Role::AerialSite, feature, "building"), .of_name = feature.name, .is_given = true,
                               .ground = feature.shape.areas, .accuracy_m = accuracy_of(layer.provenance, pack)});
        }
    }
}

Message side_words(double azimuth_deg) {
    constexpr std::array<const char*, 8> zh{"北", "东北", "东", "东南", "南", "西南", "西", "西北"};
    constexpr std::array<const char*, 8> en{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"};
    const auto at = static_cast<std::size_t>(std::lround(azimuth_deg / 45.0)) % 8;
    return {zh[at], en[at]};
}

}  // namespace

std::vector<PresumedPlace> presumed_places(const Inputs& inputs, const RulePack& pack, std::vector<Finding>& findings, int threads) {
    std::vector<PresumedPlace> grounds;
    add_given(inputs, pack, grounds);
    std::ranges::move(aerial_strips(inputs, pack, findings, threads), std::back_inserter(grounds));
    std::ranges::move(lane_room(inputs, pack, findings), std::back_inserter(grounds));
    for (PresumedPlace& ground : grounds)
        if (const auto found = inputs.strips.find(ground.id); found != inputs.strips.end()) ground.decision = found->second;
    return grounds;
}

Message presumed_words(const PresumedPlace& ground) {
    const std::string& of = ground.of_name.empty() ? ground.of : ground.of_name;
    if (ground.is_given) return say("未实测的登高操作场地 {}", "aerial-operation area {}, not surveyed", ground.id);
    switch (ground.kind) {
        case PresumedKind::AerialStrip: {
            const Message side = side_words(ground.azimuth_deg);
            return say("{0} {1}侧登高操作条带", "aerial strip {2} of {0}", of, side.zh, side.en);
        }
        case PresumedKind::LaneTurn: return say("消防车道 {} 转弯处", "turning room of fire lane {}", of);
        case PresumedKind::LaneEnd: return say("消防车道 {} 尽头回车场", "turnaround at the dead end of fire lane {}", of);
    }
    return {};
}

std::string_view decision_name(const std::optional<StripDecision>& decision) {
    return !decision ? "open" : *decision == StripDecision::Confirmed ? "confirmed" : "dismissed";
}

Message decision_words(const std::optional<StripDecision>& decision) {
    if (!decision) return {"待定", "open"};
    return *decision == StripDecision::Confirmed ? Message{"已确认", "confirmed"} : Message{"已排除", "dismissed"};
}

std::optional<StripDecision> decision_named(std::string_view name) {
    if (name == "confirmed") return StripDecision::Confirmed;
    if (name == "dismissed") return StripDecision::Dismissed;
    return std::nullopt;
}

std::optional<double> stated(const RulePack& pack, const std::string& parameter) {
    const auto found = pack.parameters.find(parameter);
    if (found == pack.parameters.end() || found->second.is_missing) return std::nullopt;
    return found->second.value;
}

double scale_at(const CrsName& crs, Point where) {
    try {
        return scale_factor(crs, where);
    } catch (const CrsError&) {
        return 1.0;
    }
}

}  // namespace geo
