#include "geo/zones/better_class.hpp"

#include "geo/rules/building_class.hpp"
#include "geo/rules/match_words.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace geo {
namespace {

/// Values to try of each attribute, the worst first; the one that stands where it is not to be surveyed.
struct Values {
    std::vector<FireGrade> grades;
    std::vector<HeightClass> heights;
    std::vector<std::string> uses;
    std::vector<std::optional<double>> quantities, voltages_kv, pressures_mpa;
    bool grade = false, height = false, use = false, quantity = false, voltage = false, pressure = false;  ///< open to a survey
};

using Bound = std::optional<double> ObstacleMatch::*;

/// Up to each of the bounds, the largest first.
std::vector<std::optional<double>> up_to(const std::set<double>& bounds) { return {bounds.rbegin(), bounds.rend()}; }

Values values_of(const RulePack& pack, const ObstacleClass& what) {
    Values values{{what.fire_grade}, {what.height_class}, {what.use}, {what.quantity}, {what.voltage_kv}, {what.pressure_mpa}};
    bool tells_grades = false, tells_heights = false;
    std::set<std::string> uses;
    std::set<double> quantities, voltages, pressures;
    for (const ClearanceRule& rule : pack.clearances) {
        if (!std::ranges::binary_search(rule.from.kinds, what.kind)) continue;
        tells_grades = tells_grades || !rule.from.fire_grades.empty();
        tells_heights = tells_heights || !rule.from.height_classes.empty();
        for (const auto* list : {&rule.from.uses, &rule.from.not_uses}) uses.insert(list->begin(), list->end());
        const auto note = [&](std::set<double>& bounds, Bound over, Bound to) {
            for (const Bound bound : {over, to})
                if (rule.from.*bound && *(rule.from.*bound) > 0.0) bounds.insert(*(rule.from.*bound));
        };
        note(quantities, &ObstacleMatch::quantity_over, &ObstacleMatch::quantity_to);
        note(voltages, &ObstacleMatch::voltage_over, &ObstacleMatch::voltage_to);
        note(pressures, &ObstacleMatch::pressure_over, &ObstacleMatch::pressure_to);
    }
    const bool is_building = what.role == Role::Building;
    if (is_building && tells_grades && what.fire_grade_from != Origin::Surveyed)
        values.grade = true, values.grades = {FireGrade::Four, FireGrade::Three, FireGrade::Two, FireGrade::One};
    if (is_building && tells_heights && what.height_from == Origin::Unknown)
        values.height = true, values.heights = {HeightClass::Super, HeightClass::HighOne, HeightClass::HighTwo, HeightClass::MultiStorey};
    if (is_building && what.use.empty() && !uses.empty()) {
        values.use = true;
        uses.insert("residential");
        values.uses.insert(values.uses.end(), uses.begin(), uses.end());
    }
    if (!what.quantity && !quantities.empty()) values.quantity = true, values.quantities = up_to(quantities);
    if (!what.voltage_kv && !voltages.empty()) values.voltage = true, values.voltages_kv = up_to(voltages);
    if (!what.pressure_mpa && !pressures.empty()) values.pressure = true, values.pressures_mpa = up_to(pressures);
    return values;
}

void add(Message& text, const Message& words) {
    text.zh += (text.zh.empty() ? "" : "，") + words.zh;
    text.en += (text.en.empty() ? "" : ", ") + words.en;
}

/// Only what is open to a survey.
Message words_of(const Values& values, const ObstacleClass& what) {
    Message text;
    if (values.grade) add(text, say("耐火等级{}", "{1}", fire_grade_words(what.fire_grade).zh, fire_grade_words(what.fire_grade).en));
    if (values.height) add(text, height_class_words(what.height_class));
    if (values.use && !what.use.empty()) add(text, say("用途为{}", "used as {1}", use_words(what.use).zh, use_words(what.use).en));
    if (values.quantity) add(text, say("数量 ≤ {:g}", "quantity up to {:g}", *what.quantity));
    if (values.voltage) add(text, say("电压 ≤ {:g} kV", "voltage up to {:g} kV", *what.voltage_kv));
    if (values.pressure) add(text, say("压力 ≤ {:g} MPa", "pressure up to {:g} MPa", *what.pressure_mpa));
    return text;
}

}  // namespace

bool has_exception_for(const RulePack& pack, Facade facade) {
    return std::ranges::any_of(pack.clearances, [&](const ClearanceRule& rule) {
        return !rule.instead_of.empty() && !rule.is_missing && std::ranges::find(rule.from.facades, facade) != rule.from.facades.end();
    });
}

std::optional<Requirement> asked_of(RequirementsByClass& known, const ObstacleClass& what) {
    const std::span<const Requirement> asked = known.of(what);
    if (asked.empty()) return std::nullopt;
    return asked.front();
}

std::optional<Requirement> asked_of_wall(RequirementsByClass& known, const ObstacleClass& what) {
    const std::span<const Requirement> asked = known.of(what);
    const auto exception = std::ranges::find_if(asked, [&](const Requirement& r) { return r.need_m == asked.front().need_m && !r.rule->from.facades.empty(); });
    return exception != asked.end() ? std::optional{*exception} : asked_of(known, what);
}

std::optional<IfSurveyed> if_surveyed(RequirementsByClass& known, const RulePack& pack, const ObstacleClass& what) {
    const Values values = values_of(pack, what);
    if (!values.grade && !values.height && !values.use && !values.quantity && !values.voltage && !values.pressure) return std::nullopt;
    const auto now = asked_of(known, what);
    if (!now) return std::nullopt;
    std::optional<IfSurveyed> best;
    const auto look = [&](const ObstacleClass& tried) {
        if (tried.height_class >= HeightClass::HighTwo && tried.fire_grade >= FireGrade::Three && values.grade) return;
        const auto asked = asked_of(known, tried);
        if (asked && asked->need_m < (best ? best->asked.need_m : now->need_m) - 1e-9) best = IfSurveyed{*asked, tried, words_of(values, tried)};
    };
    ObstacleClass tried = what;
    if (values.grade) tried.fire_grade_from = Origin::Surveyed;
    if (values.height) tried.height_from = Origin::Surveyed;
    for (const FireGrade grade : values.grades)
        for (const HeightClass height : values.heights)
            for (const std::string& use : values.uses)
                for (const auto& quantity : values.quantities)
                    for (const auto& voltage : values.voltages_kv)
                        for (const auto& pressure : values.pressures_mpa) {
                            tried.fire_grade = grade, tried.height_class = height, tried.use = use;
                            tried.quantity = quantity, tried.voltage_kv = voltage, tried.pressure_mpa = pressure;
                            look(tried);
                        }
    return best;
}

}  // namespace geo
