#pragma once

#include "app/panels/rules/rule_values.hpp"
#include "app/project/open_project.hpp"

#include <QDockWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace app {

class EmptyState;
class RuleDelegate;
class RuleModel;

/// Every rule of the pack that the scenario shown uses, to be read and edited. The first edit makes an own copy of a pack that came with the program or from a
/// file; what differs from the pack that it extends is marked. Each change is a step of undo.
class RulePanel : public QDockWidget {
    Q_OBJECT

   public:
    explicit RulePanel(OpenProject& project, QWidget* parent = nullptr);

    QTableView* table() const { return m_table; }
    RuleModel* model() const { return m_model; }
    QLineEdit* filterField() const { return m_filter; }
    QCheckBox* changedOnly() const { return m_changed; }
    void setRunning(bool is_running);  ///< nothing is changed while a plan is made
    void showRule(const std::string& rule);  ///< chooses it, whatever the filter

   public slots:
    void edit(const geo::RuleEdit& edit);
    void resetChosen();

   signals:
    void failed(const geo::Message& reason);
    void checkAsked(const geo::RulePack& pack);  ///< what the pack leaves bare, and which numbers it does not state
    /// The pack's own rules as a file of its own. @param json  as `load_pack` reads it
    void saveAsked(const QString& pack, const std::string& json);

   protected:
    void changeEvent(QEvent* event) override;

   private:
    QWidget* makePage();
    QWidget* makeFoot();
    void join();
    void refresh();
    void showRows();
    void showState();
    void save();
    void retranslate();
    const geo::Scenario& shown() const;

    OpenProject& m_project;
    RuleModel* m_model;
    RuleDelegate* m_delegate;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QLabel *m_title, *m_origin, *m_fault, *m_hint;
    QLineEdit* m_filter;
    QCheckBox* m_changed;
    QTableView* m_table;
    QPushButton *m_reset, *m_check, *m_save;
    std::optional<geo::RulePack> m_pack, m_parent;
    std::vector<RuleOfPack> m_rows;  ///< all of them
    geo::Message m_pack_fault;       ///< why there are none
};

}  // namespace app
