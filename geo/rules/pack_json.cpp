#include "geo/rules/pack_json.hpp"

#include "geo/rules/known_parameters.hpp"
#include "geo/rules/obstacle_kinds.hpp"
#include "geo/rules/pack_words.hpp"
#include "geo/rules/schema_check.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace geo {
namespace {

using nlohmann::json;

constexpr double largest_m = 1000.0;
constexpr int deepest = 32;

struct Unit {
    std::string_view name;
    double factor;          ///< to `base`
    std::string_view base;  ///< the unit that values are kept in
    bool is_length() const { return base == "m"; }
};
constexpr std::array<Unit, 13> units{{{"m", 1.0, "m"},
                                      {"cm", 0.01, "m"},
                                      {"mm", 0.001, "m"},
                                      {"km", 1000.0, "m"},
                                      {"ft", 0.3048, "m"},
                                      {"in", 0.0254, "m"},
                                      {"m2", 1.0, "m2"},
                                      {"ft2", 0.3048 * 0.3048, "m2"},
                                      {"count", 1.0, "count"},
                                      {"flag", 1.0, "flag"},
                                      {"share", 1.0, "share"},
                                      {"h", 1.0, "h"},
                                      {"none", 1.0, "none"}}};

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
template <typename T, std::size_t N>
T named(const std::array<std::string_view, N>& names, const json& value) {
    return static_cast<T>(std::ranges::find(names, value.get_ref<const std::string&>()) - names.begin());
}
HeightClass as_height(const json& value) { return named<HeightClass>(height_names, value); }
Facade as_facade(const json& value) { return named<Facade>(facade_names, value); }

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
    match.not_uses = list_at<std::string>(from, "not_use", as_text);
    match.facades = list_at<Facade>(from, "facade", as_facade);
    read_bounds(from, "quantity", match.quantity_over, match.quantity_to, rule, faults);
    read_bounds(from, "voltage_kv", match.voltage_over, match.voltage_to, rule, faults);
    read_bounds(from, "pressure_mpa", match.pressure_over, match.pressure_to, rule, faults);
    return match;
}

Clause clause_of(const json& rule, const std::string& pack) {
    return {.pack = rule.contains("pack") ? text_at(rule, "pack") : pack,
                  .number = text_at(rule, "clause"),
                  .source = text_at(rule, "source"),
                  .status = *status_named(text_at(rule, "status")),
                  .mandatory_now = text_at(rule, "mandatory_now"),
                  .superseded_by = text_at(rule, "superseded_by")};
}

Strength strength_of(const json& rule) { return *strength_named(text_at(rule, "strength")); }

std::optional<double> number_at(const json& rule, const char* key) {
    const auto it = rule.find(key);
    return it == rule.end() ? std::nullopt : std::optional{it->get<double>()};
}

const Unit& unit_of(const json& rule) { return *std::ranges::find(units, text_at(rule, "unit"), &Unit::name); }

bool is_missing(const json& rule) { return rule.at("value").is_null(); }

/// A rule's number in the base of its unit; 0 where the pack states none.
double value_of(const json& rule, const std::string& id, const Faults& faults) {
    if (is_missing(rule)) return 0.0;
    const Unit& unit = unit_of(rule);
    const double value = rule.at("value").get<double>() * unit.factor;
    if (unit.is_length() && value > largest_m)
        faults.add(id, say("{} m 超过 {} m，不合情理", "{} m is more than {} m, which makes no sense", value, largest_m));
    return value;
}

ParameterRule parameter_of(const json& rule, const std::string& id, const Clause& clause, const Faults& faults) {
    if (const std::string key = text_at(rule, "parameter"); key != id)
        faults.add(id, say("参数的 id 须与 parameter（{}）相同", "a parameter's id must equal its parameter ({})", key));
    const double value = value_of(rule, id, faults);
    if (const auto fault = parameter_fault(id, unit_of(rule).base, is_missing(rule) ? std::nullopt : std::optional{value})) faults.add(id, *fault);
    return {.id = id,
            .value = value,
            .is_missing = is_missing(rule),
            .unit = std::string{unit_of(rule).base},
            .strength = strength_of(rule),
            .clause = clause,
            .text = message_at(rule, "text")};
}

void check_distance(const ClearanceRule& rule, const Unit& unit, const Faults& faults) {
    const bool is_exception = !rule.instead_of.empty();
    if (!unit.is_length() && !(is_exception && rule.is_share))
        faults.add(rule.id, say("距离的单位不能是“{}”，请用 m、cm、mm、km、ft 或 in；只有例外（instead_of）可用 share",
                                "a distance cannot be in \"{}\"; use m, cm, mm, km, ft or in; only exceptions (instead_of) may use share", unit.name));
    if (rule.is_share && rule.distance_m > 1.0)
        faults.add(rule.id, say("例外的份额 {} 大于 1，反而增大距离", "the exception's share {} is above 1 and would ask for more", rule.distance_m));
    if (rule.distance_m == 0.0 && !rule.ban && !rule.is_missing && !is_exception)
        faults.add(rule.id, say("距离为 0 的规则须写明 \"ban\": true", "a rule of distance 0 must say \"ban\": true"));
    if (is_exception && rule.ban) faults.add(rule.id, say("例外（instead_of）不能同时是禁设（ban）", "an exception (instead_of) cannot be a ban"));
    if (!is_exception && (!rule.from.facades.empty() || rule.barrier_h > 0.0))
        faults.add(rule.id, say("facade 与 barrier_h 只用于例外：请写明 instead_of", "facade and barrier_h belong to exceptions: say which rules it stands in for (instead_of)"));
    if (is_exception && rule.from.facades.empty() && !(rule.barrier_h > 0.0))
        faults.add(rule.id, say("例外须说明凭什么减小距离：墙（facade）或隔墙（barrier_h）",
                                "an exception must say what it rests on: a wall (facade) or a divider (barrier_h)"));
}

ClearanceRule clearance_of(const json& rule, const std::string& id, const Clause& clause, const Faults& faults) {
    const Unit& unit = unit_of(rule);
    ClearanceRule clearance{.id = id,
                            .zones = list_at<ZoneType>(rule, "zone", as_zone),
                            .from = match_of(rule.at("from"), id, faults),
                            .distance_m = value_of(rule, id, faults),
                            .ban = rule.value("ban", false),
                            .is_missing = is_missing(rule),
                            .instead_of = list_at<std::string>(rule, "instead_of", as_text),
                            .is_share = unit.base == "share",
                            .barrier_h = rule.value("barrier_h", 0.0),
                            .strength = strength_of(rule),
                            .clause = clause,
                            .text = message_at(rule, "text")};
    check_distance(clearance, unit, faults);
    return clearance;
}

DutyRule duty_of(const json& rule, const std::string& id, const Clause& clause, const Faults& faults) {
    DutyRule duty{.id = id,
                  .duty = text_at(rule, "duty"),
                  .zones = list_at<ZoneType>(rule, "zone", as_zone),
                  .value = {},
                  .unit = std::string{unit_of(rule).base},
                  .bays_over = number_at(rule, "bays_over"),
                  .area_over_m2 = number_at(rule, "area_over_m2"),
                  .is_indoor = rule.value("indoor", false),
                  .strength = strength_of(rule),
                  .clause = clause,
                  .text = message_at(rule, "text")};
    if (!is_missing(rule)) duty.value = value_of(rule, id, faults);
    if (duty.value.has_value() == (duty.unit == "none"))
        faults.add(id, say("有数值的职责须有单位；没有数值（null）的单位为 none", "a duty with a number has a unit; one without (null) has the unit none"));
    return duty;
}

/// Words that belong to one sort of rule only.
void refuse_words(const json& rule, std::initializer_list<const char*> words, const Message& sort, const std::string& id, const Faults& faults) {
    for (const char* word : words)
        if (rule.contains(word)) faults.add(id, {fmt::format("{}不能有 {}", sort.zh, word), fmt::format("{} takes no {}", sort.en, word)});
}

void read_rule(const json& rule, RawPack& raw, const Faults& faults) {
    const std::string id = text_at(rule, "id");
    const Clause clause = clause_of(rule, raw.pack.id);
    if (rule.contains("parameter")) {
        refuse_words(rule, {"zone", "ban", "instead_of", "barrier_h", "bays_over", "area_over_m2", "indoor"}, {"参数", "a parameter"}, id, faults);
        raw.pack.parameters[id] = parameter_of(rule, id, clause, faults);
    } else if (rule.contains("duty")) {
        refuse_words(rule, {"ban", "instead_of", "barrier_h"}, {"职责", "a duty"}, id, faults);
        raw.pack.duties.push_back(duty_of(rule, id, clause, faults));
    } else {
        refuse_words(rule, {"bays_over", "area_over_m2", "indoor"}, {"距离", "a distance"}, id, faults);
        raw.pack.clearances.push_back(clearance_of(rule, id, clause, faults));
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
    if (version == pack.end() || !version->is_number_integer() || version->get<std::int64_t>() <= newest_pack_version)
        return false;
    faults.add({}, say("格式版本 {} 比本程序所知的 {} 新，请更新程序",
                       "format version {} is newer than {}, the newest this program knows; update the program",
                       version->get<std::int64_t>(), newest_pack_version));
    return true;
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
    std::ranges::sort(raw.pack.duties, {}, &DutyRule::id);
    if (reasons.size() != before) return std::nullopt;
    return raw;
}

}  // namespace geo
