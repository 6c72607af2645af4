#pragma once

#include "app/jobs/job.hpp"
#include "app/project/open_project.hpp"
#include "geo/scenario/phasing.hpp"

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace app {

class EmptyState;
class RankingModel;
class RankingView;

/// The pilot proposed from the worst compounds that have a site (先急后缓): how many, the ranking with its reasons, and what would go where.
class ProposalPage : public QWidget {
    Q_OBJECT

   public:
    explicit ProposalPage(OpenProject& project, QWidget* parent = nullptr);

    /// Ranks anew, off the GUI thread, where what it rests on has changed since.
    void refresh();
    bool isBusy() const { return m_job.isRunning(); }
    QSpinBox* count() const { return m_count; }
    QPushButton* apply() const { return m_apply; }
    RankingModel* model() const { return m_model; }
    RankingView* view() const { return m_view; }
    QString summary() const;

   signals:
    void done();                                 ///< put into phases, or given up
    void compoundChosen(const QString& compound);
    void zoomAsked(const QString& compound);
    void runPlanAsked();
    void failed(const geo::Message& reason);

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void build();
    void conclude();
    void propose();
    void put();
    void retranslate();

    OpenProject& m_project;
    ProjectData m_of_project;  ///< that the ranking was made of
    ResultsData m_of_results;
    geo::HeatSettings m_of_heat;
    std::vector<std::string> m_pilot;  ///< compounds that the proposal puts into it
    RankingModel* m_model;
    RankingView* m_view;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QToolButton* m_back;
    QLabel *m_title, *m_rule, *m_count_title, *m_of, *m_hint, *m_summary;
    QSpinBox* m_count;
    QPushButton *m_apply, *m_cancel;
    QProgressBar* m_busy;
    Job<std::vector<geo::Urgency>> m_job;  ///< last: a running one is told to stop, and waited for, before the widgets go
};

}  // namespace app
