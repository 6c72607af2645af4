#pragma once

#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"
#include "app/tables/table_dock.hpp"

namespace app {

/// Duties of the sites of the scenario that is shown, and what charging indoors takes in compounds that have no ground: every row of `checks`. A row
/// that is chosen selects its site or compound.
class DutyPanel : public TableDock {
    Q_OBJECT

   public:
    DutyPanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

   signals:
    void zoomAsked(const geo::Box& box);
    void runPlanAsked();

   protected:
    void retranslate() override;

   private:
    void refresh();
    void choose(const QString& id, bool zoom);
    std::vector<Column> columns(const ResultsData& results) const;

    OpenProject& m_project;
    Selection& m_selection;
};

}  // namespace app
