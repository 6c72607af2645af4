#include "app/edits/set_scenario.hpp"

#include "geo/rules/pack_file.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace app {
namespace {

ProjectData changed(const geo::Project& before, const geo::Scenario& scenario) {
    auto after = std::make_shared<geo::Project>(before);
    if (!after->packs.contains(scenario.pack)) after->packs[scenario.pack] = geo::pack_to_text(geo::load_pack(scenario.pack));
    std::ranges::replace_if(after->scenarios, [&](const geo::Scenario& each) { return each.name == scenario.name; }, scenario);
    return after;
}

}  // namespace

SetScenario::SetScenario(OpenProject& project, const geo::Scenario& scenario)
    : QUndoCommand{QCoreApplication::translate("app::SetScenario", "change the rules")}, m_project{project}, m_before{project.project()},
      m_after{changed(*project.project(), scenario)} {}

}  // namespace app
