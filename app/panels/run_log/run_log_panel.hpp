#pragma once

#include "app/panels/run_log/log_entry.hpp"
#include "app/project/open_project.hpp"
#include "app/tables/table_dock.hpp"

#include <memory>
#include <vector>

class QAction;

namespace app {

/// What imports, runs and failures had to say, the newest last. A double click chooses the feature that an entry speaks of.
class RunLogPanel : public TableDock {
    Q_OBJECT

   public:
    RunLogPanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

    void add(LogEntry entry);
    /// Now, one entry each, behind an entry that says what was done.
    void add(const geo::Message& what, const std::vector<geo::Finding>& findings);
    void addError(const geo::Message& reason);
    void clear();
    int count() const { return static_cast<int>(m_entries->size()); }

   protected:
    void retranslate() override;

   private:
    using Entries = std::vector<LogEntry>;

    void append(Entries entries);
    void refresh();
    void showProject();
    void chooseSubject(const QString& row_id);
    static std::vector<Column> columns(const std::shared_ptr<const Entries>& entries);

    OpenProject& m_project;
    Selection& m_selection;
    std::shared_ptr<const Entries> m_entries;
    QString m_shown_path;
    QAction* m_clear;
};

}  // namespace app
