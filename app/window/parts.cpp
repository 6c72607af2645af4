#include "app/window/parts.hpp"

#include "app/theme/language.hpp"
#include "geo/report/plan.hpp"

#include <QDesktopServices>
#include <QUrl>

namespace app {

void Parts::fail(const geo::Message& reason) const {
    log(Severity::Error, reason);
    messages.post(Severity::Error, [reason] { return text(reason); }, [] { return MessageBar::tr("Run log"); }, show_log);
}

std::optional<geo::Comparison> Parts::comparisonOf(const QStringList& scenarios) const {
    geo::Comparison comparison;
    comparison.file = project.path().toStdString();
    comparison.project = project.project();
    for (const QString& name : scenarios) {
        comparison.scenarios.push_back(geo::scenario_named(*comparison.project, name.toStdString()));
        comparison.results.push_back(project.results(name.toStdString()));
        if (comparison.results.back()->grounds.empty()) {
            messages.post(Severity::Warning, [name] { return MessageBar::tr("“%1” has not been run yet: run its plan first.").arg(name); });
            return std::nullopt;
        }
    }
    return scenarios.size() < 2 ? std::nullopt : std::optional{std::move(comparison)};
}

void Parts::tellWritten(const std::vector<std::filesystem::path>& files) const {
    if (files.empty()) return;
    const std::filesystem::path folder = files.front().parent_path();
    log(Severity::Note, geo::say("已导出 {} 个文件到 {}。", "Files exported to {1}: {0}.", files.size(), folder.string()));
    messages.post(
        Severity::Note,
        [count = files.size(), folder] { return MessageBar::tr("%n file(s) written to %1.", nullptr, static_cast<int>(count)).arg(QString::fromStdString(folder.string())); },
        [] { return MessageBar::tr("Open folder"); }, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(folder.string()))); });
}

}  // namespace app
