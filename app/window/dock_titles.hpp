#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace app {

/// Docks that share a place show their names in its tabs: a title bar below would say the same again, so it is left out while they do.
class DockTitles : public QObject {
    Q_OBJECT

   public:
    explicit DockTitles(QMainWindow& window);
    void add(QDockWidget* dock);
    void refresh();

   private:
    QMainWindow& m_window;
    QList<QDockWidget*> m_docks;
};

}  // namespace app
