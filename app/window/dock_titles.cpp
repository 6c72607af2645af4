#include "app/window/dock_titles.hpp"

#include <QDockWidget>
#include <QMainWindow>
#include <QTimer>

namespace app {
namespace {

const QString blank_name = QStringLiteral("blankTitle");

}  // namespace

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
        QWidget* const bar = dock->titleBarWidget();
        if (bar && bar->objectName() != blank_name) continue;  // Its own, which says more than its name.
        const bool is_tabbed = !dock->isFloating() && !m_window.tabifiedDockWidgets(dock).isEmpty();
        if (is_tabbed && !bar) {
            auto* blank = new QWidget{dock};
            blank->setObjectName(blank_name);
            dock->setTitleBarWidget(blank);
        }
        if (!is_tabbed && bar) {
            dock->setTitleBarWidget(nullptr);
            bar->deleteLater();
        }
    }
}

}  // namespace app
