#include "tests/app/window/driver.hpp"

#include "app/panels/heat/heat_panel.hpp"
#include "app/panels/inspector/inspector_panel.hpp"
#include "app/window/status_line.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>

namespace driver {

bool until(const std::function<bool()>& is_so, int most_ms) {
    QElapsedTimer clock;
    clock.start();
    while (!is_so()) {
        if (clock.elapsed() > most_ms) return false;
        QTest::qWait(10);
    }
    return true;
}

Desk::Desk() {
    m_window.resize(1440, 900);
    m_window.show();
    if (!QTest::qWaitForWindowExposed(&m_window)) qFatal("the window does not show");
    m_window.activateWindow();
    until([this] { return QApplication::activeWindow() == &m_window; }, 2'000);  // A display without a window manager may never say so.
}

void Desk::click(QWidget& widget) {
    QTest::mouseMove(&widget);
    QTest::mouseClick(&widget, Qt::LeftButton);
}

void Desk::clickMap(geo::Point place) {
    const geo::Camera& camera = canvas().camera();
    const QPointF at{0.5 * canvas().width() + (place.x - camera.centre.x) / camera.metres_per_px,
                     0.5 * canvas().height() - (place.y - camera.centre.y) / camera.metres_per_px};
    QTest::mouseMove(&canvas(), at.toPoint());
    QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::NoModifier, at.toPoint());
}

void Desk::press(Qt::Key key, Qt::KeyboardModifiers with) {
    QWidget* const focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : &m_window, key, with);
}

void Desk::choose(std::initializer_list<int> way) {
    QMenuBar* const bar = m_window.menuBar();
    auto step = way.begin();
    QAction* action = bar->actions().at(*step);
    QTest::mouseClick(bar, Qt::LeftButton, Qt::NoModifier, bar->actionGeometry(action).center());
    for (++step; step != way.end(); ++step) {
        QMenu* const menu = action->menu();
        if (!until([menu] { return menu->isVisible(); }, 5'000)) qFatal("a menu does not open");
        action = menu->actions().at(*step);
        QTest::mouseMove(menu, menu->actionGeometry(action).center());
        QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
    }
}

bool Desk::rest(int most_ms) {
    auto* const inspector = m_window.findChild<app::InspectorPanel*>();
    auto* const heat = m_window.findChild<app::HeatPanel*>();
    auto* const status = static_cast<app::StatusLine*>(m_window.statusBar());
    const auto is_quiet = [&] { return !inspector->isBusy() && !heat->source().isBusy() && !status->isRunning() && (!canvas().isVisible() || canvas().isSharp()); };
    // Quiet for a while: one thing's end is another's beginning.
    QElapsedTimer quiet;
    quiet.start();
    return until(
        [&] {
            if (!is_quiet()) quiet.restart();
            return quiet.elapsed() > 300;
        },
        most_ms);
}

QImage Desk::picture() {
    QTest::mouseMove(&m_window, QPoint{720, 4});  // Nothing hovered.
    rest();
    QImage image = m_window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QPainter painter{&image};
    for (const char* name : {"statusState", "statusPlace"}) {
        const auto& label = the<QLabel>(name);
        painter.fillRect(QRect{label.mapTo(&m_window, QPoint{}), label.size()}, Qt::gray);
    }
    return image;
}

}  // namespace driver
