#include "app/panels/run_log/run_log_panel.hpp"

#include "app/tables/record_model.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QAction>
#include <QTableView>
#include <QToolButton>

namespace app {
namespace {

/// Older entries go; a run over a city can find tens of thousands of things.
constexpr std::size_t most_entries = 20'000;

QString severity_word(LogEntry::Severity severity) {
    switch (severity) {
        case LogEntry::Severity::Note: return RunLogPanel::tr("Note");
        case LogEntry::Severity::Warning: return RunLogPanel::tr("Warning");
        case LogEntry::Severity::Error: return RunLogPanel::tr("Error");
    }
    return {};
}

QString severity_icon(LogEntry::Severity severity) {
    switch (severity) {
        case LogEntry::Severity::Note: return QStringLiteral("info");
        case LogEntry::Severity::Warning: return QStringLiteral("warning");
        case LogEntry::Severity::Error: return QStringLiteral("error");
    }
    return {};
}

/// Roles by their titles, files by their names.
QString place_word(const std::string& where) {
    const auto role = geo::role_named(where);
    return role ? role_word(*role) : text(where);
}

}  // namespace

RunLogPanel::RunLogPanel(OpenProject& project, Selection& selection, QWidget* parent)
    : TableDock{"run_log", parent}, m_project{project}, m_selection{selection}, m_entries{std::make_shared<const Entries>()},
      m_clear{new QAction{this}} {
    auto* button = new QToolButton;
    button->setDefaultAction(m_clear);
    button->setFixedHeight(28);
    m_clear->setObjectName("clearLog");
    addToTitleBar(button);
    connect(m_clear, &QAction::triggered, this, &RunLogPanel::clear);
    connect(table(), &RecordTable::zoomAsked, this, &RunLogPanel::chooseSubject);
    connect(&m_project, &OpenProject::projectChanged, this, &RunLogPanel::showProject);
    retranslate();
    refresh();
    showProject();
}

void RunLogPanel::add(LogEntry entry) { append({std::move(entry)}); }

void RunLogPanel::add(const geo::Message& what, const std::vector<geo::Finding>& findings) {
    const QDateTime now = QDateTime::currentDateTime();
    Entries entries{{.time = now, .severity = LogEntry::Severity::Note, .text = what, .where = {}, .feature = {}}};
    for (const geo::Finding& finding : findings) entries.push_back(entry_of(finding, now));
    append(std::move(entries));
}

void RunLogPanel::addError(const geo::Message& reason) {
    add({.time = QDateTime::currentDateTime(), .severity = LogEntry::Severity::Error, .text = reason, .where = {}, .feature = {}});
}

void RunLogPanel::clear() {
    m_entries = std::make_shared<const Entries>();
    refresh();
}

void RunLogPanel::append(Entries entries) {
    auto all = std::make_shared<Entries>(*m_entries);
    all->insert(all->end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
    if (all->size() > most_entries) all->erase(all->begin(), all->end() - static_cast<std::ptrdiff_t>(most_entries));
    m_entries = std::move(all);
    refresh();
    if (!table()->view()->selectionModel()->hasSelection()) table()->view()->scrollToBottom();
}

void RunLogPanel::refresh() {
    Records records;
    records.columns = columns(m_entries);
    records.count = count();
    records.id = [](int i) { return QString::number(i); };
    table()->showRecords(std::move(records));
    m_clear->setEnabled(count() > 0);
}

/// What its import and its last run found, when another project is shown.
void RunLogPanel::showProject() {
    const QString path = m_project.isOpen() ? m_project.path() : QString{};
    if (path == m_shown_path) return;
    m_shown_path = path;
    if (path.isEmpty()) return;
    const std::string name = m_project.name().toStdString();
    add(geo::say("已打开 {}。导入时的发现：{} 条。", "{} opened. Findings of the import: {}.", name, m_project.project()->findings.size()),
        m_project.project()->findings);
    if (const auto& findings = m_project.results()->findings; !findings.empty())
        add(geo::say("方案“{}”上次运行的发现：{} 条。", "Findings of the last run of scenario “{}”: {}.", m_project.results()->scenario, findings.size()),
            findings);
}

void RunLogPanel::chooseSubject(const QString& row_id) {
    const int row = row_id.toInt();
    if (!m_project.isOpen() || row < 0 || row >= count()) return;
    const LogEntry& entry = (*m_entries)[static_cast<std::size_t>(row)];
    if (const auto subject = subject_of(entry, *m_project.project(), *m_project.results())) m_selection.set(*subject, true);
}

std::vector<Column> RunLogPanel::columns(const std::shared_ptr<const Entries>& entries) {
    const auto entry = [entries](int i) -> const LogEntry& { return (*entries)[static_cast<std::size_t>(i)]; };
    return {
        {.id = "time", .title = [] { return tr("Time"); },
         .text = [entry](int i) { return entry(i).time.toString(QStringLiteral("HH:mm:ss")); },
         .number = [entry](int i) { return static_cast<double>(entry(i).time.toMSecsSinceEpoch()); }, .width_px = 90, .only_sorts = true},
        {.id = "severity", .title = [] { return tr("Kind"); }, .text = [entry](int i) { return severity_word(entry(i).severity); },
         .number = [entry](int i) { return -static_cast<double>(entry(i).severity); },  // Errors first.
         .icon = [entry](int i) { return severity_icon(entry(i).severity); }, .width_px = 110, .only_sorts = true},
        {.id = "text", .title = [] { return tr("What"); }, .text = [entry](int i) { return text(entry(i).text); }, .width_px = 480, .stretches = true},
        {.id = "where", .title = [] { return tr("Where"); }, .text = [entry](int i) { return place_word(entry(i).where); }, .width_px = 140},
        {.id = "feature", .title = [] { return tr("Feature"); }, .text = [entry](int i) { return text(entry(i).feature); }, .width_px = 110},
    };
}

void RunLogPanel::retranslate() {
    setWindowTitle(tr("Run log"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Clears the run log; nothing of the project is lost"));
    table()->setEmptyText({tr("What imports and runs find is listed here."), tr("Nothing has happened yet."), {}});
}

}  // namespace app
