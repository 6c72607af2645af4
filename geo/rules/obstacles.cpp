#include "geo/core/error.hpp"
#include "geo/rules/building_obstacles.hpp"
#include "geo/rules/accuracy.hpp"
#include "geo/rules/obstacle_kinds.hpp"
#include "geo/rules/presumed_ground.hpp"
#include "geo/rules/requirement.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace geo {
namespace {

constexpr double highest_kv = 1200.0;

std::string layer_name(const Layer& layer) {
    std::string name{role_info(layer.role).name};
    if (!layer.provenance.file.empty())
        name +=
            " (" + layer.provenance.file + (layer.provenance.layer.empty() ? "" : ":" + layer.provenance.layer) + ")";
    return name;
}

std::optional<double> positive(std::optional<double> value) {
    if (value && std::isfinite(*value) && *value > 0.0) return value;
    return std::nullopt;
}

/// What was met while reading all layers, told at the end with counts.
struct Tally {
    struct Word {
        std::string layer, text;
        auto operator<=>(const Word&) const = default;
    };
    std::map<Word, std::size_t> unknown, open_tags, missing;
    std::map<Word, std::pair<std::size_t, const ObstacleKind*>> guessed;
    std::size_t lanes_without_width = 0, lanes_narrow = 0, unsurveyed_sites = 0, volts = 0;
};

const ObstacleKind* look_up(const Layer& layer, const std::string& text, const ObstacleClass& what, Tally& tally) {
    // A line that tells its voltage or pressure tells its kind.
    if (text.empty() && layer.role == Role::Utility && what.voltage_kv) return kind_with_code("power_line");
    if (text.empty() && layer.role == Role::Utility && what.pressure_mpa) return kind_with_code("gas_pipe");
    const auto match = kind_of(layer.role, text);
    const Tally::Word word{layer_name(layer), text};
    if (!match) {
        ++tally.unknown[word];
        return nullptr;
    }
    if (match->from == KindFrom::OpenTag) ++tally.open_tags[word];
    if (match->from == KindFrom::Missing) ++tally.missing[word];
    if (match->from == KindFrom::Guessed) {
        auto& entry = tally.guessed[word];
        ++entry.first;
        entry.second = match->kind;
    }
    return match->kind;
}

/// Class of a feature whose kind is an attribute; nothing when the kind is unknown, which the tally then holds.
std::optional<ObstacleClass> class_by_kind(const Layer& layer, const Feature& feature, Tally& tally) {
    ObstacleClass what{.role = layer.role,
                       .kind = {},
                       .use = {},
                       .quantity = positive(number_of(layer.role, feature, "quantity")),
                       .voltage_kv = positive(number_of(layer.role, feature, "voltage")),
                       .pressure_mpa = positive(number_of(layer.role, feature, "pressure"))};
    if (what.voltage_kv && *what.voltage_kv > highest_kv) {  // OSM gives volts, and no line carries more than 1,200 kV.
        what.voltage_kv = *what.voltage_kv / 1000.0;
        ++tally.volts;
    }
    const ObstacleKind* kind = look_up(layer, text_of(layer.role, feature, "kind"), what, tally);
    if (!kind) return std::nullopt;
    what.kind = kind->code;
    if (kind->above) {
        const auto& value = kind->above->is_voltage ? what.voltage_kv : what.pressure_mpa;
        if (value && *value > kind->above->limit) what.kind = kind->above->kind;
    }
    return what;
}

bool is_removed(const Feature& feature) {
    const std::string status = text_of(Role::Charging, feature, "status");
    return status.find("拆除") != std::string::npos || status == "removed" || status == "demolished";
}

bool is_unsurveyed(const Feature& aerial_site) {
    return number_of(Role::AerialSite, aerial_site, "surveyed").value_or(1.0) == 0.0;
}

/// Nothing for what is no obstacle, or a building.
std::optional<ObstacleClass> class_of(const Layer& layer, const Feature& feature, Tally& tally) {
    const auto fixed = [&](const char* kind) {
        return ObstacleClass{
            .role = layer.role, .kind = kind, .use = {}, .quantity = {}, .voltage_kv = {}, .pressure_mpa = {}};
    };
    switch (layer.role) {
        case Role::Combustible:
        case Role::Danger:
        case Role::Utility:
        case Role::PowerSource:
        case Role::NoBuild:
            return class_by_kind(layer, feature, tally);
        case Role::FireLane:
            return fixed("fire_lane");
        case Role::Exit:
            return fixed("exit");
        case Role::Hydrant:
            return fixed("hydrant");
        case Role::AerialSite:
            return fixed("aerial_site");
        case Role::Charging:
            return is_removed(feature) ? std::nullopt : std::optional{fixed("charging")};
        case Role::Building:
        case Role::Compound:
        case Role::Gate:
        case Role::Consent:
        case Role::Path:
        case Role::Hazard:
        case Role::Area:
        case Role::Background:
            return std::nullopt;
    }
    return std::nullopt;
}

void set_lane_width(const Feature& feature, double clear_width_m, Obstacle& lane, Tally& tally) {
    if (feature.shape.lines.empty()) return;
    const auto width_m = positive(number_of(Role::FireLane, feature, "width"));
    // A lane that is too narrow is not to be built in: the width it ought to have stays free.
    lane.half_width_m = 0.5 * std::max(width_m.value_or(0.0), clear_width_m);
    lane.half_width_assumed = !width_m;
    tally.lanes_without_width += !width_m;
    tally.lanes_narrow += width_m && *width_m < clear_width_m;
}

[[noreturn]] void throw_unknown(const Tally& tally) {
    Message text{"障碍物代码表不认识下列类别：", "the code list of obstacles does not know these kinds: "};
    bool is_first = true;
    for (const auto& [word, count] : tally.unknown) {
        text.zh += fmt::format("{}图层 {} 的“{}”{} 个", is_first ? "" : "；", word.layer, word.text, count);
        text.en += fmt::format("{}\"{}\" ({}) in layer {}", is_first ? "" : "; ", word.text, count, word.layer);
        is_first = false;
    }
    const std::string role = tally.unknown.begin()->first.layer.substr(0, tally.unknown.begin()->first.layer.find(' '));
    text.zh += fmt::format(
        "。请用 --map {}.kind=列名 指定正确的列，改写这些值，或在障碍物代码表 (data/codelists/obstacle_kinds.json) "
        "和规则包中补充。",
        role);
    text.en += fmt::format(
        ". Name the right column with --map {}.kind=COLUMN, correct the values, or add the kinds to the code list "
        "(data/codelists/obstacle_kinds.json) and to the rule pack.",
        role);
    throw RuleError{text};
}

void tell_kinds(const Tally& tally, std::vector<Finding>& findings) {
    for (const auto& [word, count] : tally.missing)
        findings.push_back({"kind-missing",
                            word.layer,
                            {},
                            say("{} 个要素没有类别，按该图层类别不明者从严推定",
                                "{} features have no kind and count as of unknown kind, conservatively", count)});
    for (const auto& [word, count] : tally.open_tags)
        findings.push_back({"kind-unspecified",
                            word.layer,
                            {},
                            say("{} 个要素的类别“{}”不在代码表中，按类别不明者从严推定",
                                "{} features are of kind \"{}\", which the code list lacks: they count as of unknown "
                                "kind, conservatively",
                                count, word.text)});
    for (const auto& [word, entry] : tally.guessed)
        findings.push_back(
            {"kind-guessed",
             word.layer,
             {},
             {fmt::format("{} 个要素的类别“{}”按“{}”理解", entry.first, word.text, entry.second->name.zh),
              fmt::format("{} features of kind \"{}\" are taken as {}", entry.first, word.text,
                          entry.second->name.en)}});
}

void tell_counts(const Tally& tally, double clear_width_m, std::vector<Finding>& findings) {
    const auto add = [&](const char* code, const char* where, std::size_t count, std::string_view zh,
                         std::string_view en) {
        if (count > 0) findings.push_back({code, where, {}, say(zh, en, count, clear_width_m)});
    };
    add("lane-width-missing", "fire_lane", tally.lanes_without_width, "{0} 条消防车道没有宽度，按 {1} m 计",
        "{0} fire lanes have no width and count with {1} m");
    add("lane-narrow", "fire_lane", tally.lanes_narrow, "{0} 条消防车道窄于 {1} m，按 {1} m 计",
        "{0} fire lanes are narrower than {1} m and count with {1} m");
    add("aerial-site-unsurveyed", "aerial_site", tally.unsurveyed_sites, "{0} 处登高操作场地未经实测：不排除，占用其上的点位为待核实。",
        "{0} aerial-operation areas are not surveyed: they take no ground, and a site on one is to be verified.");
    add("voltage-in-volts", "", tally.volts, "{0} 个电压值大于 1200，按伏特理解",
        "{0} voltages are above 1200 and are taken as volts");
}

/// Ground that is derived: as banned as surveyed once it is confirmed, none once it is dismissed.
void add_presumed(const Inputs& inputs, const RulePack& pack, std::vector<Obstacle>& obstacles, std::vector<Finding>& findings, int threads) {
    for (PresumedPlace& ground : presumed_places(inputs, pack, findings, threads)) {
        if (ground.is_given || ground.decision == StripDecision::Dismissed) continue;
        const bool is_strip = ground.kind == PresumedKind::AerialStrip;
        obstacles.push_back({.id = std::move(ground.id),
                             .name = {},
                             .what = {.role = is_strip ? Role::AerialSite : Role::FireLane, .kind = is_strip ? "aerial_site" : "fire_lane",
                                      .use = {}, .quantity = {}, .voltage_kv = {}, .pressure_mpa = {}},
                             .shape = {std::move(ground.ground), {}, {}},
                             .is_presumed = !ground.decision,
                             .accuracy_m = ground.accuracy_m});
    }
}

}  // namespace

std::vector<Obstacle> obstacles_of(const Inputs& inputs, const RulePack& pack, std::vector<Finding>& findings, int threads) {
    const double clear_width_m = parameter(pack, "fire_lane.clear_width");
    std::vector<Obstacle> obstacles;
    BuildingObstacles buildings{inputs};
    Tally tally;
    for (const Layer& layer : inputs.layers) {
        const double accuracy_m = accuracy_of(layer.provenance, pack);
        for (const Feature& feature : layer.features) {
            if (feature.shape.empty()) continue;
            if (layer.role == Role::Building) {
                buildings.add(feature, accuracy_m, obstacles);
                continue;
            }
            const auto decided = layer.role == Role::AerialSite && is_unsurveyed(feature) ? inputs.strips.find(feature.id) : inputs.strips.end();
            if (decided != inputs.strips.end() && decided->second == StripDecision::Dismissed) continue;
            auto what = class_of(layer, feature, tally);
            if (!what) continue;
            Obstacle obstacle{.id = feature.id,
                              .name = feature.name,
                              .what = std::move(*what),
                              .shape = feature.shape,
                              .accuracy_m = accuracy_m};
            obstacle.is_presumed = layer.role == Role::AerialSite && is_unsurveyed(feature) && decided == inputs.strips.end();
            tally.unsurveyed_sites += obstacle.is_presumed;
            if (layer.role == Role::FireLane) set_lane_width(feature, clear_width_m, obstacle, tally);
            obstacles.push_back(std::move(obstacle));
        }
    }
    if (!tally.unknown.empty()) throw_unknown(tally);
    std::vector<Finding> presumed;
    add_presumed(inputs, pack, obstacles, presumed, threads);
    tell_kinds(tally, findings);
    buildings.tell(findings);
    tell_counts(tally, clear_width_m, findings);
    std::ranges::move(presumed, std::back_inserter(findings));
    return obstacles;
}

}  // namespace geo
