#include "app/edits/set_scenario.hpp"

#include "geo/rules/pack_file.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace app {

SetScenario::SetScenario(OpenProject& project, const geo::Scenario& scenario)
    : QUndoCommand{QCoreApplication::translate("app::SetScenario", "change the rules")}, m_project{project},
      m_before{project.project()->packs, project.project()->scenarios}, m_after{changed(m_before, scenario)} {
    setObsolete(m_before == m_after);
}

SetScenario::Rules SetScenario::changed(Rules rules, const geo::Scenario& scenario) {
    if (!rules.packs.contains(scenario.pack)) rules.packs[scenario.pack] = geo::pack_to_text(geo::load_pack(scenario.pack));
    std::ranges::replace_if(rules.scenarios, [&](const geo::Scenario& each) { return each.name == scenario.name; }, scenario);
    return rules;
}

void SetScenario::set(const Rules& rules) {
    auto project = std::make_shared<geo::Project>(*m_project.project());
    project->packs = rules.packs;
    project->scenarios = rules.scenarios;
    m_project.setProject(std::move(project));
}

}  // namespace app
