#include "geo/rules/pack_json.hpp"

#include "geo/rules/obstacle_kinds.hpp"
#include "geo/rules/schema_check.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace geo {
namespace {

using nlohmann::json;

constexpr int newest_version = 1;
constexpr double largest_m = 1000.0;
constexpr int deepest = 32;
constexpr std::array<std::string_view, 5> height_names{"", "multi_storey", "high_two", "high_one", "super"};

struct Unit {
    std::string_view name;
    double factor;          ///< to `base`
    std::string_view base;  ///< the unit that values are kept in
    bool is_length() const { return base == "m"; }
};
constexpr std::array<Unit, 10> units{{{"m", 1.0, "m"},
                                      {"cm", 0.01, "m"},
                                      {"mm", 0.001, "m"},
                                      {"km", 1000.0, "m"},
                                      {"ft", 0.3048, "m"},
                                      {"in", 0.0254, "m"},
                                      {"m2", 1.0, "m2"},
                                      {"ft2", 0.3048 * 0.3048, "m2"},
                                      {"count", 1.0, "count"},
                                      {"flag", 1.0, "flag"}}};

/// Collects what is wrong with one file.
struct Faults {
    const std::string& file;
    std::vector<Message>& reasons;

    void add(const std::string& rule, const Message& reason) const {
        const Message where = rule.empty() ? say("规则包 {}：", "rule pack {}: ", file)
                                           : say("规则包 {}，规则 {}：", "rule pack {}, rule {}: ", file, rule);
        reasons.push_back({where.zh + reason.zh, where.en + reason.en});
    }
};

std::string text_at(const json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string{};
}

Message message_at(const json& object, const char* key) {
    return {text_at(object.at(key), "zh"), text_at(object.at(key), "en")};
}

/// Id of the rule that a schema fault lies in, or its position where it has none.
std::string rule_at(const json& pack, const std::vector<std::string>& path) {
    if (path.size() < 2 || path[0] != "rules") return {};
    const std::size_t index = std::strtoul(path[1].c_str(), nullptr, 10);
    const std::string id = index < pack.at("rules").size() ? text_at(pack.at("rules")[index], "id") : std::string{};
    return id.empty() ? "#" + std::to_string(index + 1) : id;
}

bool add_schema_faults(const json& pack, const Faults& faults) {
    const std::vector<SchemaFault> found = schema_faults(pack);
    for (const SchemaFault& fault : found) {
        const std::string rule = rule_at(pack, fault.path);
        std::string where;
        for (std::size_t i = rule.empty() ? 0 : 2; i < fault.path.size(); ++i) where += fault.path[i] + ": ";
        faults.add(rule, {"不合格式：" + where + fault.reason.zh, "breaks the schema: " + where + fault.reason.en});
    }
    return !found.empty();
}

template <typename T, typename Convert>
std::vector<T> list_at(const json& object, const char* key, Convert convert) {
    std::vector<T> result;
    const auto it = object.find(key);
    if (it == object.end()) return result;
    if (!it->is_array()) return {convert(*it)};
    for (const json& item : *it) result.push_back(convert(item));
    std::ranges::sort(result);
    return result;
}

std::string as_text(const json& value) { return value.get<std::string>(); }
ZoneType as_zone(const json& value) { return *zone_type_named(value.get_ref<const std::string&>()); }
FireGrade as_grade(const json& value) { return static_cast<FireGrade>(value.get<int>()); }
HeightClass as_height(const json& value) {
    return static_cast<HeightClass>(std::ranges::find(height_names, value.get_ref<const std::string&>()) -
                                    height_names.begin());
}

void read_bounds(const json& from, const char* key, std::optional<double>& over, std::optional<double>& to,
                 const std::string& rule, const Faults& faults) {
    const auto it = from.find(key);
    if (it == from.end()) return;
    if (it->contains("over")) over = it->at("over").get<double>();
    if (it->contains("to")) to = it->at("to").get<double>();
    if (over && to && !(*over < *to))
        faults.add(rule, say("{} 的下限 {} 不小于上限 {}，规则永不适用",
                             "{}: over {} is not below to {}, so the rule can never apply", key, *over, *to));
}

ObstacleMatch match_of(const json& from, const std::string& rule, const Faults& faults) {
    ObstacleMatch match;
    match.kinds = list_at<std::string>(from, "kind", as_text);
    for (const std::string& kind : match.kinds)
        if (!kind_with_code(kind))
            faults.add(rule, say("障碍物代码表没有类别“{}”", "the code list of obstacles has no kind \"{}\"", kind));
    match.fire_grades = list_at<FireGrade>(from, "fire_grade", as_grade);
    match.height_classes = list_at<HeightClass>(from, "height_class", as_height);
    match.uses = list_at<std::string>(from, "use", as_text);
    read_bounds(from, "quantity", match.quantity_over, match.quantity_to, rule, faults);
    read_bounds(from, "voltage_kv", match.voltage_over, match.voltage_to, rule, faults);
    read_bounds(from, "pressure_mpa", match.pressure_over, match.pressure_to, rule, faults);
    return match;
}

Clause clause_of(const json& rule, const std::string& pack) {
    const std::string status = text_at(rule, "status");
    Clause clause{.pack = rule.contains("pack") ? text_at(rule, "pack") : pack,
                  .number = text_at(rule, "clause"),
                  .source = text_at(rule, "source"),
                  .mandatory_now = text_at(rule, "mandatory_now"),
                  .superseded_by = text_at(rule, "superseded_by")};
    for (const Status each : {Status::Verified, Status::Secondary, Status::Unverified, Status::Assumption})
        if (status_name(each) == status) clause.status = each;
    return clause;
}

const Unit& unit_of(const json& rule) { return *std::ranges::find(units, text_at(rule, "unit"), &Unit::name); }

/// A rule's number in the base of its unit.
double value_of(const json& rule, bool must_be_length, const std::string& id, const Faults& faults) {
    const Unit& unit = unit_of(rule);
    const double value = rule.at("value").get<double>() * unit.factor;
    if (must_be_length && !unit.is_length())
        faults.add(id, say("距离的单位不能是“{}”，请用 m、cm、mm、km、ft 或 in",
                           "a distance cannot be in \"{}\"; use m, cm, mm, km, ft or in", unit.name));
    else if (unit.is_length() && value > largest_m)
        faults.add(id,
                   say("{} m 超过 {} m，不合情理", "{} m is more than {} m, which makes no sense", value, largest_m));
    return value;
}

void read_rule(const json& rule, RawPack& raw, const Faults& faults) {
    const std::string id = text_at(rule, "id");
    const Strength strength = text_at(rule, "strength") == "must" ? Strength::Must : Strength::Should;
    const Clause clause = clause_of(rule, raw.pack.id);
    if (rule.contains("parameter")) {
        const std::string key = text_at(rule, "parameter");
        if (rule.contains("zone") || rule.contains("ban"))
            faults.add(id, say("参数不能有 zone 或 ban", "a parameter takes neither zone nor ban"));
        if (key != id)
            faults.add(
                id, say("参数的 id 须与 parameter（{}）相同", "a parameter's id must equal its parameter ({})", key));
        raw.pack.parameters[key] = {.id = id,
                                    .value = value_of(rule, false, id, faults),
                                    .unit = std::string{unit_of(rule).base},
                                    .strength = strength,
                                    .clause = clause,
                                    .text = message_at(rule, "text")};
    } else {
        ClearanceRule clearance{.id = id,
                                .zones = list_at<ZoneType>(rule, "zone", as_zone),
                                .from = match_of(rule.at("from"), id, faults),
                                .distance_m = value_of(rule, true, id, faults),
                                .ban = rule.value("ban", false),
                                .strength = strength,
                                .clause = clause,
                                .text = message_at(rule, "text")};
        if (clearance.distance_m == 0.0 && !clearance.ban)
            faults.add(id, say("距离为 0 的规则须写明 \"ban\": true", "a rule of distance 0 must say \"ban\": true"));
        raw.pack.clearances.push_back(std::move(clearance));
    }
    for (const std::string& replaced : list_at<std::string>(rule, "replaces", as_text))
        raw.replacements.push_back({id, replaced});
}

struct TooDeep {};

std::optional<json> parse(std::string_view text, const Faults& faults) {
    // What reads, validates and prints values calls itself a level: a file of brackets would exhaust the stack.
    const auto within_depth = [](int depth, json::parse_event_t, const json&) {
        if (depth > deepest) throw TooDeep{};
        return true;
    };
    try {
        return json::parse(text, within_depth);
    } catch (const TooDeep&) {
        faults.add({}, say("嵌套超过 {} 层，不是规则包", "nested more than {} levels deep, so no rule pack", deepest));
        return std::nullopt;
    } catch (const json::exception& error) {
        faults.add({}, say("不是有效的 JSON（{}）；文件须为 UTF-8", "not valid JSON ({}); the file must be UTF-8",
                           error.what()));
        return std::nullopt;
    }
}

/// A newer format may mean anything, so nothing else of it is judged.
bool is_newer(const json& pack, const Faults& faults) {
    const auto version = pack.is_object() ? pack.find("schema_version") : pack.end();
    if (version == pack.end() || !version->is_number_integer() || version->get<std::int64_t>() <= newest_version)
        return false;
    faults.add({}, say("格式版本 {} 比本程序所知的 {} 新，请更新程序",
                       "format version {} is newer than {}, the newest this program knows; update the program",
                       version->get<std::int64_t>(), newest_version));
    return true;
}

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
    if (match.quantity_over || match.quantity_to)
        from["quantity"] = bounds_json(match.quantity_over, match.quantity_to);
    if (match.voltage_over || match.voltage_to) from["voltage_kv"] = bounds_json(match.voltage_over, match.voltage_to);
    if (match.pressure_over || match.pressure_to)
        from["pressure_mpa"] = bounds_json(match.pressure_over, match.pressure_to);
    return from;
}

json text_json(const Message& text) { return {{"zh", text.zh}, {"en", text.en}}; }

json rule_json(const std::string& id, double value, const std::string& unit, Strength strength, const Clause& clause,
               const Message& text) {
    return {{"id", id},
            {"value", value},
            {"unit", unit},
            {"strength", strength == Strength::Must ? "must" : "should"},
            {"clause", clause.number},
            {"source", clause.source},
            {"status", status_name(clause.status)},
            {"pack", clause.pack},
            {"mandatory_now", clause.mandatory_now},
            {"text", text_json(text)},
            {"superseded_by", clause.superseded_by.empty() ? json(nullptr) : json(clause.superseded_by)}};
}

}  // namespace

std::optional<RawPack> read_pack(std::string_view text, const std::string& file, std::vector<Message>& reasons) {
    const std::size_t before = reasons.size();
    const Faults faults{file, reasons};
    const auto pack = parse(text, faults);
    if (!pack || is_newer(*pack, faults) || add_schema_faults(*pack, faults)) return std::nullopt;

    RawPack raw;
    raw.pack.id = text_at(*pack, "id");
    raw.pack.title = message_at(*pack, "title");
    raw.pack.jurisdiction = message_at(*pack, "jurisdiction");
    raw.pack.edition = text_at(*pack, "edition");
    raw.extends = text_at(*pack, "extends");
    if (pack->contains("lineage")) raw.pack.lineage = pack->at("lineage").get<std::vector<std::string>>();
    std::set<std::string> ids;
    for (const json& rule : pack->at("rules")) {
        if (!ids.insert(text_at(rule, "id")).second)
            faults.add(text_at(rule, "id"), say("id 重复", "its id occurs twice"));
        else
            read_rule(rule, raw, faults);
    }
    std::ranges::sort(raw.pack.clearances, {}, &ClearanceRule::id);
    if (reasons.size() != before) return std::nullopt;
    return raw;
}

std::string write_pack(const RulePack& pack) {
    json rules = json::array();
    for (const auto& [key, parameter] : pack.parameters) {
        json rule =
            rule_json(parameter.id, parameter.value, parameter.unit, parameter.strength, parameter.clause, parameter.text);
        rule["parameter"] = key;
        rules.push_back(std::move(rule));
    }
    for (const ClearanceRule& clearance : pack.clearances) {
        json rule =
            rule_json(clearance.id, clearance.distance_m, "m", clearance.strength, clearance.clause, clearance.text);
        for (const ZoneType zone : clearance.zones) rule["zone"].push_back(zone_type_name(zone));
        rule["from"] = match_json(clearance.from);
        if (clearance.ban) rule["ban"] = true;
        rules.push_back(std::move(rule));
    }
    const json whole{{"schema_version", newest_version},
                     {"id", pack.id},
                     {"title", text_json(pack.title)},
                     {"jurisdiction", text_json(pack.jurisdiction)},
                     {"edition", pack.edition},
                     {"lineage", pack.lineage},
                     {"rules", rules}};
    return whole.dump(1) + "\n";
}

}  // namespace geo
