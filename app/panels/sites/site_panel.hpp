#pragma once

#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"
#include "app/tables/table_dock.hpp"

#include <optional>

namespace app {

/// The sites of the scenario that is shown. A row that is chosen becomes the selection, and the selection its row.
class SitePanel : public TableDock {
    Q_OBJECT

   public:
    SitePanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

   signals:
    void zoomAsked(const geo::Box& box);
    void runPlanAsked();

   protected:
    void retranslate() override;

   private:
    void refresh();
    void follow();
    std::vector<Column> columns(ResultsData results) const;

    OpenProject& m_project;
    Selection& m_selection;
};

}  // namespace app
