#pragma once

#include "app/window/main_window.hpp"

#include <QTest>

#include <functional>

namespace driver {

/// Lets the window work until something is so. @return false when it took too long
bool until(const std::function<bool()>& is_so, int most_ms = 60'000);

/// The window at the size of the sketches, shown and at rest.
class Desk {
   public:
    Desk();
    app::MainWindow& window() { return m_window; }
    app::OpenProject& project() { return m_window.project(); }
    app::MapCanvas& canvas() { return m_window.canvas(); }

    /// A widget by its object name. The test fails, and the program ends, when there is none.
    template <typename W>
    W& the(const char* name) {
        W* const widget = m_window.findChild<W*>(name);
        if (!widget) qFatal("no widget %s", name);
        return *widget;
    }

    void click(QWidget& widget);
    void clickMap(geo::Point place);             ///< working CRS
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier);  ///< to whatever has the focus
    /// Chooses from the menu bar with the mouse: `{2, 4}` is the fifth entry of the third menu; a third number, of its submenu.
    void choose(std::initializer_list<int> way);
    /// The map sharp, the panels answered, nothing running.
    bool rest(int most_ms = 60'000);

    /// The window as it looks, without what differs from run to run (seconds taken, places of temporary folders).
    QImage picture();

   private:
    app::MainWindow m_window;
};

}  // namespace driver
