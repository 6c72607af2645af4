#pragma once

#include "app/jobs/job.hpp"
#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"
#include "app/tables/table_dock.hpp"
#include "geo/scenario/strip_costs.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// Presumed ground of the scenario that is shown, with what confirming each costs. Confirmed with Ctrl+Enter, dismissed with Del, opened again with
/// Backspace, or from the table's menu; each is an edit that can be undone.
class StripPanel : public TableDock {
    Q_OBJECT

   public:
    StripPanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

    bool isBusy() const { return m_job.isRunning(); }
    /// Of what is chosen. @param decision  nothing: open again
    void decide(std::optional<geo::StripDecision> decision);

   signals:
    void zoomAsked(const geo::Box& box);
    void failed(const geo::Message& reason);
    void told(const QString& words);  ///< what was decided, and what to do next

   protected:
    void retranslate() override;

   private:
    struct Strips {
        std::vector<geo::PresumedPlace> grounds;
        std::vector<geo::StripCost> costs;
    };
    using Made = std::shared_ptr<const Strips>;

    void refresh();
    void present(Made made);
    void follow();
    void addTo(QMenu& menu);
    QAction* act(const QKeySequence& key, std::optional<geo::StripDecision> decision);
    const geo::PresumedPlace* groundOf(const QString& id) const;
    static std::vector<Column> columns(const Made& made);

    OpenProject& m_project;
    Selection& m_selection;
    QAction *m_confirm, *m_dismiss, *m_reopen;
    ProjectData m_project_shown;
    ResultsData m_results_shown;
    Made m_made;
    Job<Made> m_job;
};

}  // namespace app
