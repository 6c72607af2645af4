#pragma once

#include "app/panels/scenario/clearance_rows.hpp"
#include "app/project/open_project.hpp"

#include <QDockWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace app {

class ClearanceDelegate;
class ClearanceModel;
class EmptyState;

/// What the scenario shown assumes: its pack, its zone type, and single distances in the place of the pack's. Each change is a step of undo.
class ScenarioPanel : public QDockWidget {
    Q_OBJECT

   public:
    explicit ScenarioPanel(OpenProject& project, QWidget* parent = nullptr);

    QTableView* table() const { return m_table; }
    ClearanceModel* model() const { return m_model; }
    QLineEdit* filterField() const { return m_filter; }
    QCheckBox* allRules() const { return m_all; }
    void setRunning(bool is_running);  ///< nothing is changed while a plan is made

   public slots:
    /// Metres in the place of the pack's; nothing: the pack's again.
    void setClearance(const std::string& rule, std::optional<double> metres);
    void resetAll();

   signals:
    void runAsked();
    void failed(const geo::Message& reason);

   protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

   private:
    QWidget* makePage();
    void join();
    void refresh();
    void showRules();
    void showRows();
    void showState();
    void showChoices();
    void arrange();
    void retranslate();
    void change(const geo::Scenario& scenario);
    void resetChosen();
    const geo::Scenario& shown() const;

    OpenProject& m_project;
    ClearanceModel* m_model;
    ClearanceDelegate* m_delegate;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QLabel *m_name, *m_state, *m_pack_word, *m_type_word, *m_barrier_word, *m_section, *m_fault, *m_hint;
    QComboBox *m_pack, *m_type, *m_barrier;
    QLineEdit* m_filter;
    QCheckBox* m_all;
    QTableView* m_table;
    QPushButton *m_run, *m_reset;
    std::vector<ClearanceOfPack> m_rows;  ///< all of them
    geo::Message m_pack_fault;            ///< why there are none
};

}  // namespace app
