#include "app/window/plan_run.hpp"

#include "app/edits/set_results.hpp"
#include "app/theme/language.hpp"
#include "geo/scenario/phasing.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "geo/scenario/totals.hpp"

#include <utility>

namespace app {

PlanRun::PlanRun(const Parts& parts, QObject* parent) : QObject{parent}, m_parts{parts} {
    for (JobSignals* job : {static_cast<JobSignals*>(&m_plan), static_cast<JobSignals*>(&m_check)}) {
        connect(job, &JobSignals::progressed, this, [this](double share) { m_parts.status.progress(share); });
        connect(job, &JobSignals::failed, this, [this](const geo::Message& reason) {
            m_parts.status.end();
            m_parts.fail(reason);
        });
        connect(job, &JobSignals::cancelled, this, [this] {
            m_parts.status.end();
            m_parts.log(Severity::Note, geo::say("已取消，原有结果未变。", "Cancelled; the earlier results stay."));
            m_parts.messages.post(Severity::Note, [] { return tr("Cancelled; the earlier results stay."); });
        });
    }
    connect(&m_plan, &JobSignals::finished, this, &PlanRun::conclude);
    connect(&m_check, &JobSignals::finished, this, &PlanRun::concludeCheck);
    // Results of one project are never another's.
    connect(&m_parts.project, &OpenProject::projectChanged, this, &PlanRun::cancel);
}

void PlanRun::begin(const QString& words) {
    m_clock.start();
    m_parts.status.begin(words, true);
}

void PlanRun::run(geo::Steps steps) {
    if (!m_parts.project.isOpen() || isRunning()) return;
    begin(steps == geo::Steps::Zones ? tr("Finding zones") : tr("Running the plan"));
    m_of_project = m_parts.project.project();
    m_known = m_parts.project.results();
    m_plan.start([project = m_of_project, known = m_known, scenario = m_parts.project.scenario().toStdString(), steps](const geo::Progress& progress) -> ResultsData {
        return std::make_shared<const geo::Results>(geo::make_plan(*project, scenario, steps, *known, 0, progress));
    });
}

/// Phases may have been given while the plan ran.
ResultsData PlanRun::withPhasesOfNow(ResultsData results) {
    const ProjectData then = std::exchange(m_of_project, nullptr), project = m_parts.project.project();
    const ResultsData known = std::exchange(m_known, nullptr), present = m_parts.project.results(results->scenario);
    if (present == known && project->phasing == then->phasing) return results;
    auto phased = std::make_shared<geo::Results>(*results);
    geo::put_into_phases(*phased, project->phasing, *present, project->phasing);
    return phased;
}

void PlanRun::conclude() {
    m_parts.status.end();
    const ResultsData results = withPhasesOfNow(m_plan.takeResult());
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
    const geo::Totals n = geo::totals_of(*results);
    m_parts.project.undoStack().push(new SetResults{m_parts.project, results});
    m_parts.log_findings(results->findings);
    m_parts.log(Severity::Note, geo::say("计划已算完：{} 个小区，{} 处可设地，{} 个点位（符合 {}，待核实 {}，不符合 {}），{:.1f} 秒。",
                                         "Plan done: {} compounds, {} zones, {} sites ({} comply, {} to be verified, {} fail), {:.1f} s.", n.compounds, n.zones,
                                         n.sites, n.complies, n.to_verify, n.fails, seconds));
    m_parts.status.setState(tr("Planned: %1 compounds, %2 sites that comply, %3 s").arg(n.compounds).arg(n.complies).arg(seconds, 0, 'f', 1));
    if (n.not_computed > 0) {
        m_parts.messages.post(
            Severity::Warning, [n] { return tr("%n compound(s) could not be computed; the log says why.", nullptr, static_cast<int>(n.not_computed)); },
            [] { return tr("Run log"); }, m_parts.show_log);
    } else if (n.to_verify > 0) {
        m_parts.messages.post(
            Severity::Warning,
            [n] {
                return tr("%1 of %2 sites are to be verified: assumed numbers or attributes decide them, or the margin is below the source's accuracy.")
                    .arg(n.to_verify)
                    .arg(n.sites);
            },
            [] { return tr("What was assumed…"); }, m_parts.show_log);
    } else if (n.sites == 0) {
        m_parts.messages.post(
            Severity::Warning, [] { return tr("No compound gets a site. Identify a place on the map to see which rules take the ground."); },
            [] { return tr("Run log"); }, m_parts.show_log);
    } else {
        m_parts.messages.post(Severity::Note, [n] { return tr("Planned: %1 sites with %2 bays, all of which comply.").arg(n.sites).arg(n.bays); });
    }
    emit planned();
}

void PlanRun::check() {
    if (!m_parts.project.isOpen() || isRunning()) return;
    begin(tr("Checking every distance"));
    m_check.start([project = m_parts.project.project(), results = m_parts.project.results(),
                   scenario = m_parts.project.scenario().toStdString()](const geo::Progress& progress) {
        const geo::Scenario& chosen = geo::scenario_named(*project, scenario);
        const geo::RulePack pack = geo::pack_of(project->packs, chosen);
        return std::make_shared<const geo::Recheck>(geo::recheck(*results, project->inputs, pack, chosen.zone_type, 1e-6, 0, progress));
    });
}

void PlanRun::concludeCheck() {
    m_parts.status.end();
    const auto found = m_check.takeResult();
    m_parts.log_findings(found->differences);
    const std::size_t count = found->differences.size();
    const geo::Message words =
        count == 0 ? geo::say("复核完毕：{} 个环、{} 个点位、{} 行净距逐一重测，全部一致。",
                              "Checked: {} rings, {} sites and {} clearances measured again; all agree.", found->rings, found->sites, found->rows)
                   : geo::say("复核发现 {} 处不一致或违反，见运行记录。", "The check found {} differences or breaches; the run log lists them.", count);
    m_parts.log(count == 0 ? Severity::Note : Severity::Error, words);
    if (count == 0) m_parts.messages.post(Severity::Note, [words] { return text(words); });
    else m_parts.messages.post(Severity::Error, [words] { return text(words); }, [] { return tr("Run log"); }, m_parts.show_log);
}

void PlanRun::cancel() {
    m_plan.cancel();
    m_check.cancel();
}

}  // namespace app
