#pragma once

#include "app/project/open_project.hpp"

#include <QWidget>

#include <functional>

class QTabBar;
class QToolButton;

namespace app {

/// The project's scenarios as tabs: a click shows one, a double click renames it, `+` copies the one shown. An amber dot says that its results are out of
/// date, a ring that it has none.
class ScenarioTabs : public QWidget {
    Q_OBJECT

   public:
    explicit ScenarioTabs(OpenProject& project, QWidget* parent = nullptr);

    QTabBar* bar() const { return m_bar; }
    QToolButton* addButton() const { return m_add; }
    void setRunning(bool is_running);  ///< scenarios are neither added nor changed while a plan is made

   public slots:
    void askCopy(const QString& scenario);  ///< for its name, in a dialog
    void askName(const QString& scenario);
    void copy(const QString& scenario, const QString& name);
    void rename(const QString& scenario, const QString& name);
    void remove(const QString& scenario);

   signals:
    void compareAsked(const QString& scenario, const QString& with);
    void failed(const geo::Message& reason);

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void refresh();
    void retranslate();
    void openMenu(const QPoint& at);
    void push(const std::function<QUndoCommand*()>& make);
    QString nameAt(int tab) const;

    OpenProject& m_project;
    QTabBar* m_bar;
    QToolButton* m_add;
    bool m_is_running = false;
};

/// A name that is not taken: `base-2`, of `base-2` `base-3`.
QString name_of_copy(const geo::Project& project, const QString& scenario);

}  // namespace app
