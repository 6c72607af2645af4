#include "app/edits/set_phasing.hpp"

#include "geo/scenario/phasing.hpp"

#include <QCoreApplication>

#include <functional>
#include <set>
#include <string_view>
#include <utility>

namespace app {
namespace {

/// What tells the phase of sites; bays, which are many, do not.
geo::Results without_bays(const geo::Results& results) {
    geo::Results light;
    light.scenario = results.scenario;
    for (const geo::Site& site : results.sites) {
        geo::Site& each = light.sites.emplace_back();
        each.id = site.id;
        each.compound = site.compound;
        each.outline = site.outline;
        each.phase = site.phase;
    }
    return light;
}

/// The results with the phase that each site is to have; null where that changes none.
ResultsData phased(const ResultsData& results, const std::function<std::string(std::size_t)>& phase_of) {
    std::shared_ptr<geo::Results> changed;
    for (std::size_t i = 0; i < results->sites.size(); ++i) {
        std::string phase = phase_of(i);
        if (phase == results->sites[i].phase) continue;
        if (!changed) changed = std::make_shared<geo::Results>(*results);
        changed->sites[i].phase = std::move(phase);
    }
    return changed;
}

/// What undo says, in the words that fit the phase.
QString step_text(const std::string& phase, const char* pilot, const char* rollout, const char* none, std::size_t count) {
    const auto say = [n = static_cast<int>(count)](const char* words) { return QCoreApplication::translate("app::SetPhasing", words, nullptr, n); };
    const auto rank = geo::phase_rank(phase);
    if (!rank) return say(none);
    return *rank == 0 ? say(pilot) : say(rollout).arg(*rank);
}

}  // namespace

SetPhasing::SetPhasing(OpenProject& project, geo::Phasing after, Results results, const QString& text)
    : QUndoCommand{text}, m_project{project}, m_before{project.project()->phasing}, m_after{std::move(after)}, m_results_after{std::move(results)} {
    for (const auto& [scenario, ignored] : m_results_after) m_results_before[scenario] = project.results(scenario);
    setObsolete(m_before == m_after && m_results_after.empty());
}

SetPhasing* SetPhasing::changed(OpenProject& project, geo::Phasing phasing, const QString& text) {
    const geo::Phasing& before = project.project()->phasing;
    Results after;
    for (const auto& [scenario, results] : project.allResults()) {
        const geo::Results was = without_bays(*results);
        geo::Results now = was;
        geo::put_into_phases(now, phasing, was, before);
        if (auto changed = phased(results, [&now](std::size_t i) { return now.sites[i].phase; })) after[scenario] = std::move(changed);
    }
    return new SetPhasing{project, std::move(phasing), std::move(after), text};
}

SetPhasing* SetPhasing::compoundsPut(OpenProject& project, std::span<const std::string> compounds, const std::string& phase) {
    geo::Phasing phasing = project.project()->phasing;
    for (const std::string& compound : compounds) {
        if (phase.empty()) {
            phasing.compounds.erase(compound);
        } else {
            phasing.compounds[compound] = phase;
        }
    }
    const std::set<std::string_view> chosen{compounds.begin(), compounds.end()};
    Results after;
    for (const auto& [scenario, results] : project.allResults()) {
        const auto phase_of = [&](std::size_t i) { return chosen.contains(results->sites[i].compound) ? phase : results->sites[i].phase; };
        if (auto changed = phased(results, phase_of)) after[scenario] = std::move(changed);
    }
    return new SetPhasing{project, std::move(phasing), std::move(after),
                          step_text(phase, QT_TRANSLATE_N_NOOP("app::SetPhasing", "put %n compound(s) into the pilot"),
                                    QT_TRANSLATE_N_NOOP("app::SetPhasing", "put %n compound(s) into rollout %1"),
                                    QT_TRANSLATE_N_NOOP("app::SetPhasing", "take %n compound(s) out of the phases"), chosen.size())};
}

SetPhasing* SetPhasing::sitesPut(OpenProject& project, std::span<const std::string> sites, const std::string& phase) {
    const std::set<std::string_view> chosen{sites.begin(), sites.end()};
    const ResultsData shown = project.results();
    Results after;
    const auto phase_of = [&](std::size_t i) { return chosen.contains(shown->sites[i].id) ? phase : shown->sites[i].phase; };
    if (auto changed = phased(shown, phase_of)) after[shown->scenario] = std::move(changed);
    return new SetPhasing{project, project.project()->phasing, std::move(after),
                          step_text(phase, QT_TRANSLATE_N_NOOP("app::SetPhasing", "put %n site(s) into the pilot"),
                                    QT_TRANSLATE_N_NOOP("app::SetPhasing", "put %n site(s) into rollout %1"),
                                    QT_TRANSLATE_N_NOOP("app::SetPhasing", "take %n site(s) out of the phases"), chosen.size())};
}

ProjectData SetPhasing::with(const geo::Phasing& phasing) const {
    if (m_project.project()->phasing == phasing) return m_project.project();
    auto project = std::make_shared<geo::Project>(*m_project.project());
    project->phasing = phasing;
    return project;
}

}  // namespace app
