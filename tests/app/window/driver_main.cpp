// A run of the desktop with a home of its own, so that no setting of the user's shows.
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QTemporaryDir>

int main(int argc, char** argv) {
    QTemporaryDir home;
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) qputenv(name, home.path().toUtf8());
    QApplication application{argc, argv};
    QApplication::setApplicationName("anchong");
    QApplication::setOrganizationName("Anchong");
    QApplication::setCursorFlashTime(0);  // A blinking cursor would make every picture another.
    app::setTheme(application, app::Theme::Light);
    app::setLanguage(application, geo::Language::Chinese);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
