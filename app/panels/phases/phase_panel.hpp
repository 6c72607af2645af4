#pragma once

#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"

#include <QDockWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace app {

class EmptyState;
class PhaseForm;
class PhaseList;
class ProposalPage;

/// The steps of the build-up: what is in each, name, dates and budget, and the pilot proposed from the worst compounds.
class PhasePanel : public QDockWidget {
    Q_OBJECT

   public:
    PhasePanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

    PhaseList* list() const { return m_list; }
    PhaseForm* form() const { return m_form; }
    ProposalPage* proposal() const { return m_proposal; }
    bool isBusy() const;

   public slots:
    void propose();      ///< shows the ranking
    void showPhases();   ///< instead of it
    void addRollout();
    void removeLast();

   signals:
    void zoomAsked(const geo::Box& box);
    void listAsked(const QString& words);  ///< the table of compounds, filtered by these
    void runPlanAsked();
    void failed(const geo::Message& reason);

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void build();
    void join();
    void refresh();
    void showChosen();
    void openMenu(QPoint global);
    void zoom();
    void zoomToCompound(const QString& id);
    void choose(const QString& compound);
    void retranslate();

    OpenProject& m_project;
    Selection& m_selection;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    PhaseList* m_list;
    PhaseForm* m_form;
    ProposalPage* m_proposal;
    QLabel* m_rest_hint;
    QPushButton *m_add, *m_remove, *m_propose, *m_zoom;
};

}  // namespace app
