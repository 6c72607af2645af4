#include "app/pages/guide_rows.hpp"

#include "app/pages/page_words.hpp"
#include "geo/rules/match_words.hpp"
#include "geo/rules/obstacle_kinds.hpp"
#include "geo/rules/switches.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace app {
namespace {

using geo::Message;
using geo::Role;
using geo::say;

const Message blank{"待填 ________", "to be stated ________"};

enum Group { Buildings, Exceptions, FireAccess, Dangers, Utilities, Others, Sizes, Duties, Indoor };
const std::array<Message, 9> titles{{{"与建筑的间距", "Distances from buildings"}, {"可减小间距的情形", "Where less is enough"}, {"消防通道与设施", "Fire access and equipment"},
                                     {"危险源与可燃物", "Dangers and combustibles"}, {"燃气、电力与管线", "Gas, power and pipes"}, {"其他", "Other obstacles"},
                                     {"车位、通道与分组", "Bays, aisles and groups"}, {"其他要求", "Duties"}, {"不得已设于室内时", "Where charging must be indoors"}}};

Group group_of(const geo::ClearanceRule& rule) {
    if (!rule.instead_of.empty()) return Exceptions;
    const geo::ObstacleKind* kind = rule.from.kinds.empty() ? nullptr : geo::kind_with_code(rule.from.kinds.front());
    if (!kind) return Others;
    switch (kind->roles.front()) {
        case Role::Building: return Buildings;
        case Role::FireLane:
        case Role::AerialSite:
        case Role::Exit:
        case Role::Hydrant: return FireAccess;
        case Role::Danger:
        case Role::Combustible: return Dangers;
        case Role::Utility:
        case Role::PowerSource: return Utilities;
        default: return Others;
    }
    return Others;
}

Message zone_words(const std::vector<geo::ZoneType>& zones) {
    static const std::array<Message, 4> words{{{"露天", "open air"}, {"车棚", "shed"}, {"充电柜", "charging cabinet"}, {"换电柜", "swap cabinet"}}};
    Message text;
    for (const geo::ZoneType zone : zones) {
        const Message& word = words[static_cast<std::size_t>(zone)];
        text.zh += (text.zh.empty() ? "" : "、") + word.zh;
        text.en += (text.en.empty() ? "" : ", ") + word.en;
    }
    return text;
}

Message strength_words(geo::Strength strength) { return strength == geo::Strength::Must ? Message{"应", "must"} : Message{"宜", "should"}; }

Message figure(double value, const std::string& unit, const char* sign) {
    const std::string number = number_on_page(value, value == static_cast<double>(static_cast<long>(value)) ? 0 : 2).toStdString();
    if (unit == "flag") return value != 0.0 ? Message{"是", "yes"} : Message{"否", "no"};
    const std::string suffix = unit == "count" || unit == "none" ? "" : unit == "m2" ? " m²" : " " + unit;
    return say("{}{}{}", "{}{}{}", sign, number, suffix);
}

Message distance_words(const geo::ClearanceRule& rule) {
    if (rule.is_missing) return blank;
    if (rule.is_share) return say("× {:g} %", "× {:g} %", 100.0 * rule.distance_m);
    if (rule.ban && rule.distance_m == 0.0) return {"禁设", "ban"};
    if (rule.distance_m == 0.0) return {"不限", "no limit"};
    return figure(rule.distance_m, "m", "≥ ");
}

GuideRow row_of(const geo::ClearanceRule& rule, const std::string& off) {
    GuideRow row{.number = distance_words(rule), .strength = strength_words(rule.strength), .what = geo::described(rule.from), .text = rule.text, .notes = {}, .clause = rule.clause, .id = rule.id};
    if (rule.ban) row.strength = {"禁设", "ban"};
    if (const Message zones = zone_words(rule.zones); !zones.zh.empty()) row.what = {zones.zh + " — " + row.what.zh, zones.en + " — " + row.what.en};
    if (!rule.instead_of.empty()) {
        const std::string rules = fmt::format("{}", fmt::join(rule.instead_of, ", "));
        row.strength = {"例外", "exception"};
        row.notes = rule.barrier_h > 0.0 ? say("建 {} h 隔墙时，代替 {}。", "With dividers of {} h, in the place of {}.", rule.barrier_h, rules) : say("代替 {}。", "In the place of {}.", rules);
    }
    if (!off.empty()) row.notes = say("{1}未启用（{0} = 0）。", "{2}Off ({0} = 0).", off, row.notes.zh, row.notes.en.empty() ? "" : row.notes.en + " ");
    return row;
}

GuideRow row_of(const geo::ParameterRule& rule) {
    return {.number = rule.is_missing ? blank : figure(rule.value, rule.unit, ""), .strength = strength_words(rule.strength), .what = {}, .text = rule.text, .notes = {}, .clause = rule.clause, .id = rule.id};
}

GuideRow row_of(const geo::DutyRule& rule) {
    GuideRow row{.number = rule.value ? figure(*rule.value, rule.unit, "") : Message{"现场核查", "on the spot"}, .strength = strength_words(rule.strength), .what = zone_words(rule.zones), .text = rule.text, .notes = {}, .clause = rule.clause, .id = rule.id};
    if (rule.bays_over) row.notes = say("车位多于 {:g} 个时。", "Above {:g} bays.", *rule.bays_over);
    if (rule.area_over_m2) {
        const Message above = say("面积大于 {:g} m² 时。", "Above {:g} m².", *rule.area_over_m2);
        row.notes = row.notes.zh.empty() ? above : Message{row.notes.zh + "或" + above.zh, row.notes.en + " Or: " + above.en};
    }
    return row;
}

}  // namespace

std::vector<GuideGroup> guide_groups(const geo::RulePack& pack) {
    std::array<std::vector<GuideRow>, titles.size()> rows;
    const geo::Switches switches{pack};
    std::vector<const geo::ClearanceRule*> clearances;
    for (const geo::ClearanceRule& rule : pack.clearances) clearances.push_back(&rule);
    std::ranges::stable_sort(clearances, std::greater{}, [&](const geo::ClearanceRule* rule) { return std::pair{switches.is_on(rule->id), rule->is_share ? 0.0 : rule->distance_m}; });
    for (const geo::ClearanceRule* rule : clearances) rows[group_of(*rule)].push_back(row_of(*rule, switches.switch_of(rule->id)));
    for (const auto& [id, rule] : pack.parameters) rows[Sizes].push_back(row_of(rule));
    for (const geo::DutyRule& rule : pack.duties) rows[rule.is_indoor ? Indoor : Duties].push_back(row_of(rule));
    std::vector<GuideGroup> groups;
    for (std::size_t g = 0; g < rows.size(); ++g)
        if (!rows[g].empty()) groups.push_back({titles[g], std::move(rows[g])});
    return groups;
}

geo::Message status_on_page(geo::Status status) {
    switch (status) {
        case geo::Status::Verified: return {"已核实", "verified"};
        case geo::Status::Secondary: return {"二手资料", "secondary"};
        case geo::Status::Unverified: return {"未核实", "unverified"};
        case geo::Status::Assumption: return {"设定", "assumption"};
    }
    return {};
}

}  // namespace app
