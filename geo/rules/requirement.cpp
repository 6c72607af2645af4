#include "geo/rules/requirement.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/building_class.hpp"
#include "geo/rules/missing_numbers.hpp"
#include "geo/rules/obstacle_kinds.hpp"
#include "geo/rules/switches.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace geo {
namespace {

/// One of the classes that an obstacle may be.
struct Case {
    FireGrade grade;
    HeightClass height;
    std::string_view use;
    std::optional<double> quantity, voltage_kv, pressure_mpa;
    Facade facade;
};

/// The values that each attribute may have.
struct Values {
    std::vector<FireGrade> grades;
    std::vector<HeightClass> heights;
    std::vector<std::string_view> uses;
    std::vector<std::optional<double>> quantities, voltages_kv, pressures_mpa;
};

using Rules = std::vector<const ClearanceRule*>;

constexpr std::string_view another_use = "another";  ///< than any that a rule names

template <typename T>
bool allows(const std::vector<T>& list, const auto& value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
}

bool allows(const std::optional<double>& over, const std::optional<double>& to, const std::optional<double>& value) {
    if (!over && !to) return true;
    return value && (!over || *value > *over) && (!to || *value <= *to);
}

bool allows_height(const std::vector<HeightClass>& list, HeightClass height) {
    return allows(list, height) || (height == HeightClass::Podium && allows(list, HeightClass::MultiStorey));
}

bool applies(const ObstacleMatch& from, const Case& c) {
    return allows(from.fire_grades, c.grade) && allows_height(from.height_classes, c.height) && allows(from.uses, c.use) &&
           (from.not_uses.empty() || !allows(from.not_uses, c.use)) &&
           allows(from.quantity_over, from.quantity_to, c.quantity) &&
           allows(from.voltage_over, from.voltage_to, c.voltage_kv) &&
           allows(from.pressure_over, from.pressure_to, c.pressure_mpa);
}

/// An exception holds where every condition of it is known to hold.
bool holds(const ClearanceRule& exception, const Case& c) {
    return applies(exception.from, c) && allows(exception.from.facades, c.facade) && (exception.from.not_uses.empty() || !c.use.empty());
}

/// What the pack says of a zone type and a kind of obstacle.
struct Said {
    Rules rules;       ///< distances and bans
    Rules exceptions;  ///< that stand in for some of them
};

Said said_about(const RulePack& pack, ZoneType zone, const ObstacleClass& what) {
    Said said;
    const Switches switches{pack};
    for (const ClearanceRule& rule : pack.clearances) {
        if (!allows(rule.zones, zone) || !std::ranges::binary_search(rule.from.kinds, what.kind) || !switches.is_on(rule.id)) continue;
        // The ground inside walls is banned; the walls ask for the distances.
        if (what.part == BuildingPart::Footprint && !rule.ban) continue;
        if (rule.instead_of.empty()) said.rules.push_back(&rule);
        // A divider is there only where the scenario builds it, which then takes the condition away (`with_assumptions`).
        else if (!rule.is_missing && !(rule.barrier_h > 0.0)) said.exceptions.push_back(&rule);
    }
    return said;
}

/// What a rule asks of one class, or the exception that asks least in its place; nothing where it does not apply.
std::optional<Requirement> asked_by(const ClearanceRule& rule, const Rules& exceptions, const Case& c) {
    if (!applies(rule.from, c)) return std::nullopt;
    Requirement asked{&rule, rule.distance_m, false};
    for (const ClearanceRule* exception : exceptions) {
        if (!holds(*exception, c) || std::ranges::find(exception->instead_of, rule.id) == exception->instead_of.end()) continue;
        const double need_m = exception->is_share ? exception->distance_m * rule.distance_m : exception->distance_m;
        if (need_m < asked.need_m) asked = {exception, need_m, false};
    }
    return asked;
}

using Bound = std::optional<double> ObstacleMatch::*;

/// A known number alone; for an unknown one a value on each bound of the rules and one in each gap between them.
std::vector<std::optional<double>> numbers(const std::optional<double>& known, const Rules& rules, Bound over,
                                           Bound to) {
    if (known) return {known};
    std::vector<double> bounds;
    for (const ClearanceRule* rule : rules)
        for (const Bound bound : {over, to})
            if (rule->from.*bound) bounds.push_back(*(rule->from.*bound));
    if (bounds.empty()) return {std::nullopt};
    std::ranges::sort(bounds);
    std::vector<std::optional<double>> values;
    if (bounds.front() > 0.0) values.push_back(0.5 * bounds.front());
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        values.push_back(bounds[i]);
        values.push_back(i + 1 < bounds.size() ? 0.5 * (bounds[i] + bounds[i + 1]) : bounds[i] + 1.0);
    }
    return values;
}

/// @param all  every value that cannot be excluded, else those that the need rests on: a derived attribute counts as it
/// stands
Values values_of(const ObstacleClass& what, const Rules& rules, bool all) {
    Values values;
    const bool is_grade_open =
        what.fire_grade == FireGrade::Unknown || (all && what.fire_grade_from != Origin::Surveyed);
    const bool is_height_open =
        what.height_class == HeightClass::Unknown || (all && what.height_from != Origin::Surveyed);
    const auto restrict_on = [&](const auto member) {
        return std::ranges::any_of(rules, [&](const ClearanceRule* rule) { return !(rule->from.*member).empty(); });
    };
    if (is_grade_open && restrict_on(&ObstacleMatch::fire_grades))
        values.grades = {FireGrade::One, FireGrade::Two, FireGrade::Three, FireGrade::Four};
    else
        values.grades = {what.fire_grade};
    if (is_height_open && restrict_on(&ObstacleMatch::height_classes))
        values.heights = {HeightClass::MultiStorey, HeightClass::Podium, HeightClass::HighTwo, HeightClass::HighOne, HeightClass::Super};
    else
        values.heights = {what.height_class};
    values.uses = {what.use};
    if (what.use.empty()) {
        for (const ClearanceRule* rule : rules)
            for (const auto* uses : {&rule->from.uses, &rule->from.not_uses}) values.uses.insert(values.uses.end(), uses->begin(), uses->end());
        if (restrict_on(&ObstacleMatch::not_uses)) values.uses.push_back(another_use);
    }
    values.quantities = numbers(what.quantity, rules, &ObstacleMatch::quantity_over, &ObstacleMatch::quantity_to);
    values.voltages_kv = numbers(what.voltage_kv, rules, &ObstacleMatch::voltage_over, &ObstacleMatch::voltage_to);
    values.pressures_mpa =
        numbers(what.pressure_mpa, rules, &ObstacleMatch::pressure_over, &ObstacleMatch::pressure_to);
    return values;
}

std::vector<Case> combinations(const Values& values, Facade facade, bool plausible_only) {
    std::vector<Case> cases;
    for (const FireGrade grade : values.grades)
        for (const HeightClass height : values.heights) {
            if (plausible_only && height >= HeightClass::HighTwo && grade >= FireGrade::Three) continue;
            for (const std::string_view use : values.uses)
                for (const auto& quantity : values.quantities)
                    for (const auto& voltage : values.voltages_kv)
                        for (const auto& pressure : values.pressures_mpa)
                            cases.push_back({grade, height, use, quantity, voltage, pressure, facade});
        }
    return cases;
}

std::vector<Case> cases_of(const ObstacleClass& what, const Said& said, bool all) {
    Rules rules = said.rules;
    rules.insert(rules.end(), said.exceptions.begin(), said.exceptions.end());
    const Values values = values_of(what, rules, all);
    const bool is_surveyed = what.fire_grade_from == Origin::Surveyed && what.height_from == Origin::Surveyed;
    std::vector<Case> cases = combinations(values, what.facade, !is_surveyed);
    // Attributes that contradict one another are taken as they stand.
    return cases.empty() ? combinations(values, what.facade, false) : cases;
}

/// With another of the possible classes this distance would not be asked, or, for the largest, a different one would
/// govern.
bool depends(const Said& said, const std::vector<Case>& possible, double need_m, bool governs) {
    return std::ranges::any_of(possible, [&](const Case& c) {
        bool is_asked = false;
        double largest_m = -1.0;
        for (const ClearanceRule* rule : said.rules) {
            const auto asked = asked_by(*rule, said.exceptions, c);
            if (!asked) continue;
            is_asked = is_asked || asked->need_m == need_m;
            largest_m = std::max(largest_m, asked->need_m);
        }
        return !is_asked || (governs && largest_m != need_m);
    });
}

/// The larger distance governs. Of equal ones the stricter is named, then the better sourced, which suffices to say that so much is asked.
bool governs_before(const Requirement& a, const Requirement& b) {
    if (a.need_m != b.need_m) return a.need_m > b.need_m;
    // Where a wall may be abutted, that is named rather than the ban on the ground behind it.
    if (a.rule->ban != b.rule->ban) return (a.need_m == 0.0 ? b : a).rule->ban;
    const auto rank = [](const ClearanceRule& rule) { return std::tie(rule.strength, rule.clause.status, rule.id); };
    return rank(*a.rule) < rank(*b.rule);
}

auto key_of(const ObstacleClass& c) {
    return std::tie(c.role, c.kind, c.fire_grade, c.fire_grade_from, c.height_class, c.height_from, c.use, c.quantity,
                    c.voltage_kv, c.pressure_mpa, c.facade, c.part, c.is_illegal, c.is_material_unknown);
}

struct ByClass {
    bool operator()(const ObstacleClass& a, const ObstacleClass& b) const { return key_of(a) < key_of(b); }
};

[[noreturn]] void throw_bare(const RulePack& pack, ZoneType zone,
                             const std::map<ObstacleClass, std::size_t, ByClass>& bare) {
    Message text = say(
        "规则包 {} 及其所继承的规则包没有规则管到 {} 类型停放充电区与下列障碍物的距离：",
        "neither rule pack {} nor those it extends have a rule between zones of type {} and these obstacles: ", pack.id,
        zone_type_name(zone));
    bool is_first = true;
    for (const auto& [what, count] : bare) {
        const Message words = described(what);
        text.zh += fmt::format("{}{} {} 个", is_first ? "" : "；", words.zh, count);
        text.en += fmt::format("{}{} ({})", is_first ? "" : "; ", words.en, count);
        is_first = false;
    }
    text.zh += "。请在规则包中补充规则，或改用其他规则包。";
    text.en += ". Add rules for them to the pack, or choose another.";
    throw RuleError{text};
}

}  // namespace

std::vector<Requirement> requirements(const RulePack& pack, ZoneType zone, const ObstacleClass& obstacle) {
    const Said said = said_about(pack, zone, obstacle);
    const std::vector<Case> needed = cases_of(obstacle, said, false);
    std::vector<Requirement> result;
    for (const ClearanceRule* rule : said.rules) {
        std::optional<Requirement> most;
        for (const Case& c : needed) {
            const auto asked = asked_by(*rule, said.exceptions, c);
            if (asked && (!most || asked->need_m > most->need_m)) most = asked;
        }
        if (most) result.push_back(*most);
    }
    // Under a building there is no free ground anyway: that ban says nothing about its distance.
    const auto covers = [&](const ClearanceRule* rule, const Case& c) {
        return applies(rule->from, c) && !(rule->ban && obstacle.role == Role::Building && obstacle.part != BuildingPart::Footprint);
    };
    for (const Case& c : needed)
        if (std::ranges::none_of(said.rules, [&](const ClearanceRule* rule) { return covers(rule, c); })) return {};
    std::ranges::sort(result, governs_before);
    // One exception may stand in for several rules.
    result.erase(std::unique(result.begin(), result.end(), [](const Requirement& a, const Requirement& b) { return a.rule == b.rule && a.need_m == b.need_m; }), result.end());
    const std::vector<Case> possible = cases_of(obstacle, said, true);
    for (Requirement& r : result)
        r.is_derived = obstacle.is_material_unknown || depends(said, possible, r.need_m, r.need_m == result.front().need_m);
    return result;
}

struct RequirementsByClass::Known {
    const RulePack* pack;
    ZoneType zone;
    std::map<ObstacleClass, std::vector<Requirement>, ByClass> of;
};

RequirementsByClass::RequirementsByClass(const RulePack& pack, ZoneType zone)
    : m_known{std::make_unique<Known>(Known{&pack, zone, {}})} {}
RequirementsByClass::~RequirementsByClass() = default;

std::span<const Requirement> RequirementsByClass::of(const ObstacleClass& what) {
    auto it = m_known->of.find(what);
    if (it == m_known->of.end()) it = m_known->of.emplace(what, requirements(*m_known->pack, m_known->zone, what)).first;
    return it->second;
}

std::vector<Kept> governing(const RulePack& pack, ZoneType zone, std::span<const Obstacle> obstacles) {
    RequirementsByClass known{pack, zone};
    std::map<ObstacleClass, std::size_t, ByClass> bare;
    std::map<const ClearanceRule*, std::size_t> missing;
    std::vector<Kept> kept;
    kept.reserve(obstacles.size());
    for (const Obstacle& obstacle : obstacles) {
        const auto asked = known.of(obstacle.what);
        if (!asked.empty())
            kept.push_back({&obstacle, asked.front()});
        else
            ++bare[obstacle.what];
        for (const Requirement& each : asked)
            if (each.rule->is_missing) ++missing[each.rule];
    }
    if (!bare.empty()) throw_bare(pack, zone, bare);
    if (!missing.empty()) throw_missing(pack, missing_distances(missing));
    return kept;
}

double parameter(const RulePack& pack, const std::string& id) {
    if (const auto it = pack.parameters.find(id); it != pack.parameters.end()) {
        if (it->second.is_missing) throw_missing(pack, {{id, it->second.text, it->second.unit, 0}});
        return it->second.value;
    }
    throw RuleError{say("规则包 {} 没有参数 {}，请补充，或让它继承 cn-base",
                        "rule pack {} has no parameter {}; add it, or let the pack extend cn-base", pack.id, id)};
}

Message described(const ObstacleClass& what) {
    Message text = kind_words(what.kind);
    Message details;
    const auto add = [&](std::string_view zh, std::string_view en) {
        details.zh += (details.zh.empty() ? "" : "，") + std::string{zh};
        details.en += (details.en.empty() ? "" : ", ") + std::string{en};
    };
    const auto add_words = [&](const Message& words) {
        if (!words.zh.empty()) add(words.zh, words.en);
    };
    if (what.role == Role::Building) {
        if (what.part != BuildingPart::Footprint)
            for (const Message& words : {fire_grade_words(what.fire_grade), height_class_words(what.height_class)}) add_words(words);
        add_words(facade_words(what.facade));
        add_words(part_words(what.part));
        if (what.is_material_unknown) add("材料未知", "material unknown");
        if (what.is_illegal) add("违建", "illegal structure");
    }
    if (what.quantity) add(fmt::format("数量 {}", *what.quantity), fmt::format("quantity {}", *what.quantity));
    if (what.voltage_kv) add(fmt::format("{} kV", *what.voltage_kv), fmt::format("{} kV", *what.voltage_kv));
    if (what.pressure_mpa) add(fmt::format("{} MPa", *what.pressure_mpa), fmt::format("{} MPa", *what.pressure_mpa));
    if (!details.zh.empty()) text = {text.zh + "（" + details.zh + "）", text.en + " (" + details.en + ")"};
    return text;
}

}  // namespace geo
