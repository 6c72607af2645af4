#pragma once

#include "app/panels/heat/heat_source.hpp"
#include "app/project/open_project.hpp"

#include <QDockWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace app {

class EmptyState;
class HeatForm;

/// How the density of hazard reports is made, and the density itself: settings are kept with the project and can be undone; each change is computed
/// at once, unless it would take too much.
class HeatPanel : public QDockWidget {
    Q_OBJECT

   public:
    explicit HeatPanel(OpenProject& project, QWidget* parent = nullptr);

    std::shared_ptr<const geo::Heat> heat() const { return m_source.heat(); }
    HeatSource& source() { return m_source; }
    HeatForm* form() const { return m_form; }
    QCheckBox* onOff() const { return m_on; }
    QString estimateText() const;
    QString resultText() const;

   public slots:
    void reset();

   signals:
    void heatChanged(std::shared_ptr<const geo::Heat> heat);
    void failed(const geo::Message& reason);
    void importAsked();

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void build();
    void join();
    void retranslate();
    void showProject(bool keeps_heat);
    void showView();
    void showFigures();
    void showBusy();
    void setOn(bool is_on);
    void change(const geo::HeatSettings& settings);

    OpenProject& m_project;
    HeatSource m_source;
    HeatForm* m_form;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QCheckBox* m_on;
    QToolButton* m_reset;
    QLabel *m_estimate, *m_warning, *m_result;
    QPushButton *m_anyway, *m_cancel;
    QProgressBar* m_progress;
    QTimer* m_busy;     ///< work that is done sooner shows no progress: the panel would flicker at each move of the slider
    ProjectData m_shown;
    int m_gesture = 1;  ///< steps of one drag of the slider are one step of undo
};

}  // namespace app
