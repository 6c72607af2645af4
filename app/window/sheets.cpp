#include "app/window/sheets.hpp"

#include "app/pages/comparison_sheets.hpp"
#include "app/pages/sheet_source.hpp"
#include "app/window/sheet_dialog.hpp"
#include "geo/report/staleness.hpp"

#include <QDir>
#include <QFileInfo>

namespace app {

Sheets::Sheets(const Parts& parts, QObject* parent) : QObject{parent}, m_parts{parts} {}

void Sheets::showPlan() {
    if (!m_parts.project.isOpen()) return;
    const auto project = m_parts.project.project();
    const auto results = m_parts.project.results();
    if (results->sites.empty()) {
        m_parts.messages.post(Severity::Warning, [] { return tr("There are no sites to draw: run the plan first (F5)."); });
        return;
    }
    if (const auto stale = geo::staleness(*project, *results)) {
        m_parts.log_findings(std::span{&*stale, 1});
        if (geo::tells_of_other_rules(stale)) {
            m_parts.messages.post(Severity::Warning, [] { return tr("The rules have changed since these results were made: run the plan again (F5), then draw the sheets."); });
            return;
        }
    }
    const QFileInfo file{m_parts.project.path()};
    // The density takes longest and is the same whatever is asked: made once.
    auto made = std::make_shared<SheetSource>();
    show(new SheetDialog{[project, results, heat = m_parts.project.view().heat, made](const SheetRequest& request, const geo::Progress& progress) {
                             if (!made->map) *made = sheet_source(project, results, &heat, 0, progress.part(0.0, 0.5));
                             return plan_sheets(*made, request, progress.part(0.5, 1.0));
                         },
                         project->phasing.phases, file.completeBaseName(), QDir{file.absolutePath()}.filePath("plans"), &m_parts.window});
}

void Sheets::showComparison(const QStringList& scenarios) {
    const auto asked = m_parts.comparisonOf(scenarios);
    if (!asked) return;
    const QFileInfo file{m_parts.project.path()};
    // What changed takes longest and is the same in every language: made once.
    auto made = std::make_shared<geo::Comparison>(*asked);
    show(new SheetDialog{[made](const SheetRequest& request, const geo::Progress& progress) {
                             if (made->changes.empty()) geo::compare(*made, 0, progress.part(0.0, 0.7));
                             return comparison_sheets(*made, request, progress.part(0.7, 1.0));
                         },
                         {}, file.completeBaseName() + "-" + scenarios.join("-"), file.absolutePath(), &m_parts.window});
}

void Sheets::show(SheetDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SheetDialog::exported, this, [this](const std::vector<std::filesystem::path>& files) { m_parts.tellWritten(files); });
    connect(dialog, &SheetDialog::failed, this, [this](const geo::Message& reason) { m_parts.log(Severity::Error, reason); });
    dialog->open();
}

}  // namespace app
