#pragma once

#include "app/jobs/job.hpp"
#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"
#include "app/tables/table_dock.hpp"
#include "geo/model/existing.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// Existing charging facilities as the scenario shown judges them, what fails first; judged off the GUI thread whenever inputs, rules or the scenario change.
class ExistingPanel : public TableDock {
    Q_OBJECT

   public:
    using Judged = std::shared_ptr<const geo::ExistingFacilities>;

    ExistingPanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

    Judged judged() const { return m_judged; }  ///< null before the first is done, and where there are none

   signals:
    void zoomAsked(const geo::Box& box);
    void judgedChanged();

   protected:
    void retranslate() override;

   private:
    void judge();
    void show(Judged judged);
    void follow();
    const geo::ExistingFacility* facility(const QString& id) const;
    static std::vector<Column> columns(const Judged& judged);

    OpenProject& m_project;
    Selection& m_selection;
    ProjectData m_judged_of;  ///< and of which scenario
    QString m_scenario;
    Judged m_judged;
    std::optional<geo::Message> m_failure;  ///< why they could not be judged
    Job<Judged> m_job;
};

}  // namespace app
