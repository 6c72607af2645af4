#pragma once

#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"
#include "app/tables/table_dock.hpp"

#include <memory>
#include <vector>

namespace app {

/// The hazard ledger: every report of the hazard layers as its source has it.
class HazardPanel : public TableDock {
    Q_OBJECT

   public:
    HazardPanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

   signals:
    void zoomAsked(const geo::Box& box);
    void importAsked();

   protected:
    void retranslate() override;

   private:
    using Reports = std::shared_ptr<const std::vector<const geo::Feature*>>;  ///< live as long as the project's value

    void refresh();
    void follow();
    const geo::Feature* reportOf(const QString& id) const;
    static std::vector<Column> columns(const ProjectData& project, const Reports& reports);

    OpenProject& m_project;
    Selection& m_selection;
    ProjectData m_shown;
    Reports m_reports;
};

}  // namespace app
