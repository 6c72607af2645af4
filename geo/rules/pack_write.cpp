#include "geo/rules/pack_json.hpp"
#include "geo/rules/pack_words.hpp"

#include <nlohmann/json.hpp>

namespace geo {
namespace {

using nlohmann::json;

json bounds_json(const std::optional<double>& over, const std::optional<double>& to) {
    json bounds = json::object();
    if (over) bounds["over"] = *over;
    if (to) bounds["to"] = *to;
    return bounds;
}

json match_json(const ObstacleMatch& match) {
    json from{{"kind", match.kinds}};
    for (const FireGrade grade : match.fire_grades) from["fire_grade"].push_back(static_cast<int>(grade));
    for (const HeightClass height : match.height_classes)
        from["height_class"].push_back(height_names[static_cast<std::size_t>(height)]);
    if (!match.uses.empty()) from["use"] = match.uses;
    if (!match.not_uses.empty()) from["not_use"] = match.not_uses;
    for (const Facade facade : match.facades) from["facade"].push_back(facade_names[static_cast<std::size_t>(facade)]);
    if (match.quantity_over || match.quantity_to)
        from["quantity"] = bounds_json(match.quantity_over, match.quantity_to);
    if (match.voltage_over || match.voltage_to) from["voltage_kv"] = bounds_json(match.voltage_over, match.voltage_to);
    if (match.pressure_over || match.pressure_to)
        from["pressure_mpa"] = bounds_json(match.pressure_over, match.pressure_to);
    return from;
}

json text_json(const Message& text) { return {{"zh", text.zh}, {"en", text.en}}; }

/// The number, or none where the pack only asks for it.
json value_json(double value, bool is_missing) { return is_missing ? json(nullptr) : json(value); }

json rule_json(const std::string& id, const json& value, const std::string& unit, Strength strength, const Clause& clause,
               const Message& text) {
    return {{"id", id},
            {"value", value},
            {"unit", unit},
            {"strength", strength_name(strength)},
            {"clause", clause.number},
            {"source", clause.source},
            {"status", status_name(clause.status)},
            {"pack", clause.pack},
            {"mandatory_now", clause.mandatory_now},
            {"text", text_json(text)},
            {"superseded_by", clause.superseded_by.empty() ? json(nullptr) : json(clause.superseded_by)}};
}

}  // namespace

std::string write_pack(const RulePack& pack) {
    json rules = json::array();
    for (const auto& [key, parameter] : pack.parameters) {
        json rule =
            rule_json(parameter.id, value_json(parameter.value, parameter.is_missing), parameter.unit, parameter.strength, parameter.clause, parameter.text);
        rule["parameter"] = key;
        rules.push_back(std::move(rule));
    }
    for (const ClearanceRule& clearance : pack.clearances) {
        json rule =
            rule_json(clearance.id, value_json(clearance.distance_m, clearance.is_missing), clearance.is_share ? "share" : "m", clearance.strength,
                      clearance.clause, clearance.text);
        for (const ZoneType zone : clearance.zones) rule["zone"].push_back(zone_type_name(zone));
        rule["from"] = match_json(clearance.from);
        if (clearance.ban) rule["ban"] = true;
        if (!clearance.instead_of.empty()) rule["instead_of"] = clearance.instead_of;
        if (clearance.barrier_h > 0.0) rule["barrier_h"] = clearance.barrier_h;
        rules.push_back(std::move(rule));
    }
    for (const DutyRule& duty : pack.duties) {
        json rule = rule_json(duty.id, value_json(duty.value.value_or(0.0), !duty.value), duty.unit, duty.strength, duty.clause, duty.text);
        rule["duty"] = duty.duty;
        for (const ZoneType zone : duty.zones) rule["zone"].push_back(zone_type_name(zone));
        if (duty.bays_over) rule["bays_over"] = *duty.bays_over;
        if (duty.area_over_m2) rule["area_over_m2"] = *duty.area_over_m2;
        if (duty.is_indoor) rule["indoor"] = true;
        rules.push_back(std::move(rule));
    }
    const json whole{{"schema_version", newest_pack_version},
                     {"id", pack.id},
                     {"title", text_json(pack.title)},
                     {"jurisdiction", text_json(pack.jurisdiction)},
                     {"edition", pack.edition},
                     {"lineage", pack.lineage},
                     {"rules", rules}};
    return whole.dump(1) + "\n";
}

}  // namespace geo
