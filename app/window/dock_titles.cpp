#include "app/window/dock_titles.hpp"

#include <QDockWidget>
#include <QMainWindow>
#include <QTimer>

namespace app {

DockTitles::DockTitles(QMainWindow& window) : QObject{&window}, m_window{window} {}

void DockTitles::add(QDockWidget* dock) {
    m_docks << dock;
    // Qt tells of these before the tabs are settled.
    const auto later = [this] { QTimer::singleShot(0, this, &DockTitles::refresh); };
    connect(dock, &QDockWidget::dockLocationChanged, this, later);
    connect(dock, &QDockWidget::topLevelChanged, this, later);
    connect(dock, &QDockWidget::visibilityChanged, this, later);
}

void DockTitles::refresh() {
    for (QDockWidget* dock : m_docks) {
        const bool is_tabbed = !dock->isFloating() && !m_window.tabifiedDockWidgets(dock).isEmpty();
        const bool has_title = dock->titleBarWidget() == nullptr;
        if (is_tabbed && has_title) dock->setTitleBarWidget(new QWidget{dock});
        if (!is_tabbed && !has_title) {
            QWidget* const blank = dock->titleBarWidget();
            dock->setTitleBarWidget(nullptr);
            blank->deleteLater();
        }
    }
}

}  // namespace app
