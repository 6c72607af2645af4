#pragma once

#include "app/panels/compounds/compound_rows.hpp"
#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"
#include "app/tables/table_dock.hpp"

#include <memory>

namespace app {

/// The compounds with the ground and the sites that the scenario found in each, or why there is none.
class CompoundPanel : public TableDock {
    Q_OBJECT

   public:
    CompoundPanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

   signals:
    void zoomAsked(const geo::Box& box);
    void newProjectAsked();

   protected:
    void retranslate() override;

   private:
    using Rows = std::shared_ptr<const std::vector<CompoundRow>>;

    void refresh();
    void follow();
    const CompoundRow* rowOf(const QString& id) const;
    static std::vector<Column> columns(const Rows& rows, const ProjectData& project);
    static QString outcome(const CompoundRow& row);

    OpenProject& m_project;
    Selection& m_selection;
    Rows m_rows;
};

}  // namespace app
