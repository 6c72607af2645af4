// The rules of the pack: its table, what it leaves bare, and the file it is saved to.
#include "app/panels/rules/rule_panel.hpp"
#include "app/theme/language.hpp"
#include "app/window/asked_file.hpp"
#include "app/window/main_window.hpp"
#include "app/window/status_line.hpp"
#include "geo/core/error.hpp"
#include "geo/io/output_file.hpp"
#include "geo/rules/coverage.hpp"
#include "geo/rules/missing_numbers.hpp"

namespace app {

void MainWindow::wireRules() {
    connect(m_rules, &RulePanel::failed, this, [this](const geo::Message& reason) { m_parts->fail(reason); });
    connect(m_rules, &RulePanel::checkAsked, this, &MainWindow::checkPack);
    connect(m_rules, &RulePanel::saveAsked, this, &MainWindow::savePack);
    connect(m_status, &StatusLine::runningChanged, this, [this] { m_rules->setRunning(m_status->isRunning()); });
}

void MainWindow::checkPack(const geo::RulePack& pack) {
    std::vector<geo::Message> gaps = geo::bare_classes(pack);
    try {
        if (m_project.isOpen()) geo::require_numbers(m_project.project()->inputs, pack, shownScenario().zone_type);
    } catch (const geo::Error& error) {
        gaps.push_back(error.message());
    }
    for (const geo::Message& gap : gaps) m_parts->log(Severity::Warning, gap);
    if (gaps.empty()) {
        m_messages->post(Severity::Note, [] { return tr("The pack covers every kind of obstacle and states every number that this project needs."); });
        return;
    }
    const int count = static_cast<int>(gaps.size());
    m_messages->post(Severity::Warning, [count] { return tr("The pack has %n gap(s): the run log lists them.", nullptr, count); }, [] { return MessageBar::tr("Run log"); },
                     m_parts->show_log);
}

void MainWindow::savePack(const QString& pack, const std::string& json) {
    const QString file = asked_file(this, tr("Save the rules as a pack file"), pack + ".json", tr("Rule packs (*.json)"), "json");
    if (file.isEmpty()) return;
    try {
        geo::write_text(file.toStdString(), json, true);  // Whether to replace it was asked.
        m_parts->tellWritten({{file.toStdString()}});
    } catch (const geo::Error& error) {
        m_parts->fail(error.message());
    }
}

}  // namespace app
