#include "app/window/exports.hpp"

#include "app/theme/language.hpp"
#include "app/window/asked_file.hpp"
#include "app/window/export_dialog.hpp"
#include "app/window/settings.hpp"
#include "geo/report/export_project.hpp"
#include "geo/report/heat_file.hpp"

#include <QDir>
#include <QFileInfo>

namespace app {

Exports::Exports(const Parts& parts, QObject* parent) : QObject{parent}, m_parts{parts} {
    connect(&m_job, &JobSignals::progressed, this, [this](double share) { m_parts.status.progress(share); });
    connect(&m_job, &JobSignals::finished, this, &Exports::conclude);
    connect(&m_job, &JobSignals::failed, this, [this](const geo::Message& reason) {
        m_parts.status.end();
        m_parts.fail(reason);
    });
    connect(&m_job, &JobSignals::cancelled, this, [this] {
        m_parts.status.end();
        m_parts.messages.post(Severity::Note, [] { return tr("Export cancelled; nothing was written."); });
    });
}

void Exports::start(const QString& words, Job<Written>::Work work) {
    m_parts.status.begin(words, true);
    m_job.start(std::move(work));
}

void Exports::ask(geo::ExportFormat format) {
    if (!m_parts.project.isOpen() || m_job.isRunning()) return;
    const QFileInfo info{m_parts.project.path()};
    auto* dialog = new ExportDialog{format, info.completeBaseName(), QDir{info.absolutePath()}.filePath("export"),
                                    m_parts.project.project()->phasing.phases, &m_parts.window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        start(tr("Exporting"), [request = dialog->request(), certificate = dialog->certificate(), file = m_parts.project.path().toStdString(),
                                project = m_parts.project.project(), results = m_parts.project.results()](const geo::Progress& progress) {
            Written written;
            if (certificate) written.files = {geo::export_certificate(*certificate, *project, *results, written.findings, progress)};
            else written.files = geo::export_project(request, file, *project, *results, written.findings, progress);
            return written;
        });
    });
    dialog->open();
}

void Exports::askHeat(const std::shared_ptr<const geo::Heat>& heat) {
    if (m_job.isRunning()) return;
    if (!heat || heat->raster.values.empty()) {
        m_parts.messages.post(Severity::Warning, [] { return tr("There is no density to export: show it on the map first, and let some reports pass the filter."); });
        return;
    }
    const QFileInfo info{m_parts.project.path()};
    const QString file = asked_file(&m_parts.window, tr("Export the hazard density"),
                                    QDir{info.absolutePath()}.filePath(info.completeBaseName() + "-heat.tif"), tr("GeoTIFF (*.tif)"), "tif");
    if (file.isEmpty()) return;
    start(tr("Exporting"), [heat, path = std::filesystem::path{file.toStdString()}, source = m_parts.project.path().toStdString()](const geo::Progress& progress) {
        geo::write_heat(path, *heat, source, true, progress);
        return Written{{path}, {}};
    });
}

void Exports::askComparison(const QStringList& scenarios) {
    if (m_job.isRunning()) return;
    auto comparison = m_parts.comparisonOf(scenarios);
    if (!comparison) return;
    const QFileInfo info{m_parts.project.path()};
    const QString file = asked_file(&m_parts.window, tr("Export the comparison"),
                                    QDir{info.absolutePath()}.filePath(info.completeBaseName() + '-' + scenarios.join('-').replace('/', '_') + ".json"), tr("JSON (*.json)"), "json");
    if (file.isEmpty()) return;
    start(tr("Exporting"), [comparison = *std::move(comparison), path = std::filesystem::path{file.toStdString()}](const geo::Progress& progress) {
        geo::Comparison worked_out = comparison;
        geo::compare(worked_out, 0, progress.part(0.0, 0.95));
        geo::write_comparison(path, worked_out, true);
        return Written{{path}, worked_out.findings};
    });
}

void Exports::conclude() {
    m_parts.status.end();
    const Written written = m_job.takeResult();
    m_parts.log_findings(written.findings);
    m_parts.tellWritten(written.files);
}

}  // namespace app
