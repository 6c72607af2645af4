#pragma once

#include "app/canvas/map_canvas.hpp"
#include "app/panels/inspector/answers.hpp"
#include "app/panels/inspector/ground_answers.hpp"
#include "app/panels/inspector/inspected.hpp"
#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"

#include <QDockWidget>

#include <optional>
#include <vector>

class QGraphicsOpacityEffect;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace app {

class EmptyState;
class FactTable;
class KeyFigures;
class ReasonList;

/// What is selected: why charging may or may not stand at a place, a site's certificate, a compound's ground, a feature's attributes.
class InspectorPanel : public QDockWidget {
    Q_OBJECT

   public:
    InspectorPanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);

    void offerPhases(QMenu* menu);  ///< to put a site or compound into a phase; outlives the panel's use of it
    bool isBusy() const { return m_answers.isBusy() || m_ground_answers.isBusy(); }  ///< an answer is still to come

   signals:
    void linesChanged(const std::vector<app::MarkLine>& lines);
    void zoomRequested(const geo::Box& box);
    void clauseRequested(const QString& rule);  ///< id of a rule of the scenario's pack
    void identifyRequested();                   ///< the empty state's button, with a project
    void openRequested();                       ///< the same without one

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void setUpContent();
    QWidget* measuringRow();
    void connectGround();
    void askGround();   ///< of a compound, of that of a place or site, or of those of which a building takes ground
    void tellGround(Inspected& shown) const;  ///< what was measured, behind what is known
    void showMeasuring(const QString& words, const QString& action);  ///< no words: hidden
    void follow();      ///< the selection, or the values behind it, changed
    void refresh();     ///< shows anew what is known
    std::optional<Inspected> described() const;
    void showInspected(Inspected shown);
    void showSide();    ///< attributes or reasons, where there are both
    void showEmpty();
    void copy();

    OpenProject& m_project;
    Selection& m_selection;
    Answers m_answers;
    std::optional<geo::Why> m_why;          ///< of the selection
    std::optional<geo::Message> m_failure;  ///< why there is none
    GroundAnswers m_ground_answers;
    std::optional<std::vector<geo::GroundTaken>> m_grounds;  ///< of the selection
    Inspected m_shown;
    bool m_is_same = false;  ///< what is shown anew is the same thing, so kept lines stay

    QStackedWidget *m_pages, *m_body;
    EmptyState* m_empty;
    QWidget* m_content;
    QLabel *m_heading, *m_chip, *m_subline, *m_summary, *m_section;
    QTabBar* m_sides;   ///< attributes │ reasons
    KeyFigures* m_figures;
    ReasonList* m_reasons;
    QWidget* m_facts_page;
    FactTable* m_facts;
    QWidget* m_measuring;
    QLabel* m_measuring_words;
    QPushButton* m_measuring_action;
    QPushButton *m_zoom, *m_phase, *m_copy;
    QGraphicsOpacityEffect* m_dimmed;
    QTimer* m_busy_timer;
};

}  // namespace app
