#include "app/edits/set_scenarios.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace app {
namespace {

using Scenarios = std::vector<geo::Scenario>;

Scenarios::iterator scenario_in(Scenarios& scenarios, const std::string& name) {
    const auto found = std::ranges::find(scenarios, name, &geo::Scenario::name);
    if (found == scenarios.end()) throw geo::InvalidInput{geo::say("工程中没有方案“{}”。", "The project has no scenario “{}”.", name)};
    return found;
}

std::string free_name(const Scenarios& scenarios, const std::string& wanted) {
    std::string name = QString::fromStdString(wanted).trimmed().toStdString();
    if (name.empty()) throw geo::InvalidInput{{"方案的名称是空的。请写一个名称。", "The scenario's name is empty. Write one."}};
    if (std::ranges::find(scenarios, name, &geo::Scenario::name) != scenarios.end()) {
        throw geo::InvalidInput{geo::say("已有名为“{}”的方案。请换一个名称。", "There is a scenario “{}” already. Choose another name.", name)};
    }
    return name;
}

geo::RulePack pack_in(const std::map<std::string, std::string>& packs, const geo::Scenario& scenario) {
    const auto held = packs.find(scenario.pack);
    if (held == packs.end()) throw geo::RuleError{geo::say("工程中没有规则包 {}。", "The project does not hold rule pack {}.", scenario.pack)};
    return geo::pack_from_text(held->second);
}

/// The same results as of a scenario of another name.
ResultsData under_name(const ResultsData& results, const std::string& name) {
    auto copy = std::make_shared<geo::Results>(*results);
    copy->scenario = name;
    return copy;
}

}  // namespace

SetScenarios::SetScenarios(OpenProject& project, State before, State after, const QString& text)
    : QUndoCommand{text}, m_project{project}, m_before{std::move(before)}, m_after{std::move(after)} {
    setObsolete(m_before.packs == m_after.packs && m_before.scenarios == m_after.scenarios);
}

SetScenarios::State SetScenarios::present(const OpenProject& project) {
    return {project.project()->packs, project.project()->scenarios, {}, project.scenario()};
}

SetScenarios* SetScenarios::changed(OpenProject& project, const geo::Scenario& scenario) {
    const State before = present(project);
    State after = before;
    *scenario_in(after.scenarios, scenario.name) = scenario;
    if (!after.packs.contains(scenario.pack)) after.packs[scenario.pack] = geo::pack_to_text(geo::load_pack(scenario.pack));
    if (!scenario.clearances.empty()) geo::pack_of(after.packs, scenario);  // Says what cannot be assumed.
    return new SetScenarios{project, before, after, QCoreApplication::translate("app::SetScenarios", "change the rules")};
}

SetScenarios* SetScenarios::ruleEdited(OpenProject& project, const std::string& name, const geo::RuleEdit& edit) {
    const State before = present(project);
    State after = before;
    geo::Scenario& scenario = *scenario_in(after.scenarios, name);
    geo::RulePack pack = pack_in(after.packs, scenario);
    if (!geo::is_own_id(pack.id)) {
        pack = geo::own_copy(pack, geo::own_id(pack.id, after.packs));
        scenario.pack = pack.id;
    }
    after.packs[pack.id] = geo::pack_to_text(geo::with_edit(pack, edit));
    return new SetScenarios{project, before, after, QCoreApplication::translate("app::SetScenarios", "edit the rule %1").arg(QString::fromStdString(edit.rule))};
}

SetScenarios* SetScenarios::ruleReset(OpenProject& project, const std::string& name, const std::string& rule) {
    const State before = present(project);
    State after = before;
    const geo::RulePack pack = pack_in(after.packs, *scenario_in(after.scenarios, name));
    const auto parent = geo::parent_of(pack, after.packs);
    if (!parent) throw geo::RuleError{geo::say("工程中没有规则包 {} 所继承的规则包，无法还原。", "The pack that {} extends is not at hand: nothing to go back to.", pack.id)};
    after.packs[pack.id] = geo::pack_to_text(geo::with_rule_of(pack, *parent, rule));
    return new SetScenarios{project, before, after, QCoreApplication::translate("app::SetScenarios", "reset the rule %1").arg(QString::fromStdString(rule))};
}

SetScenarios* SetScenarios::duplicated(OpenProject& project, const std::string& name, const std::string& copy) {
    const State before = present(project);
    State after = before;
    const std::string named = free_name(before.scenarios, copy);
    const auto original = scenario_in(after.scenarios, name);
    geo::Scenario scenario = *original;
    scenario.name = named;
    after.scenarios.insert(original + 1, std::move(scenario));
    after.results[named] = under_name(project.results(name), named);
    after.shown = QString::fromStdString(named);
    return new SetScenarios{project, before, after, QCoreApplication::translate("app::SetScenarios", "duplicate the scenario %1").arg(QString::fromStdString(name))};
}

SetScenarios* SetScenarios::renamed(OpenProject& project, const std::string& name, const std::string& to) {
    State before = present(project);
    State after = before;
    const auto scenario = scenario_in(after.scenarios, name);
    if (QString::fromStdString(to).trimmed().toStdString() != name) {
        scenario->name = free_name(before.scenarios, to);
        before.results[name] = project.results(name);
        after.results[scenario->name] = under_name(project.results(name), scenario->name);
        if (before.shown.toStdString() == name) after.shown = QString::fromStdString(scenario->name);
    }
    return new SetScenarios{project, before, after, QCoreApplication::translate("app::SetScenarios", "rename the scenario %1").arg(QString::fromStdString(name))};
}

SetScenarios* SetScenarios::deleted(OpenProject& project, const std::string& name) {
    State before = present(project);
    State after = before;
    const auto scenario = scenario_in(after.scenarios, name);
    if (after.scenarios.size() == 1) {
        throw geo::InvalidInput{geo::say("方案“{}”是唯一的方案，不能删除。", "“{}” is the only scenario and cannot be deleted.", name)};
    }
    before.results[name] = project.results(name);
    const auto next = after.scenarios.erase(scenario);
    if (before.shown.toStdString() == name) after.shown = QString::fromStdString((next == after.scenarios.end() ? next - 1 : next)->name);
    return new SetScenarios{project, before, after, QCoreApplication::translate("app::SetScenarios", "delete the scenario %1").arg(QString::fromStdString(name))};
}

void SetScenarios::set(const State& state) {
    auto project = std::make_shared<geo::Project>(*m_project.project());
    project->packs = state.packs;
    project->scenarios = state.scenarios;
    m_project.setProject(std::move(project), state.results);
    m_project.showScenario(state.shown);
}

}  // namespace app
