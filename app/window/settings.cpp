#include "app/window/settings.hpp"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

namespace app::settings {
namespace {

constexpr int most_recent = 10;
constexpr int layout_version = 1;  ///< raised when docks change so that an old layout no longer fits

/// A class of its own, as QSettings cannot be returned by value.
struct Settings : QSettings {
    Settings() : QSettings{QSettings::IniFormat, QSettings::UserScope, "Anchong", "anchong"} {}
};

QString layout_key() { return QString{"window/layout%1"}.arg(layout_version); }

}  // namespace

geo::Language language() {
    const QString system = QLocale::system().language() == QLocale::Chinese ? "zh" : "en";
    return Settings{}.value("language", system).toString() == "zh" ? geo::Language::Chinese : geo::Language::English;
}
void setLanguage(geo::Language language) { Settings{}.setValue("language", language == geo::Language::Chinese ? "zh" : "en"); }

Theme theme() { return Settings{}.value("theme").toString() == "dark" ? Theme::Dark : Theme::Light; }
void setTheme(Theme theme) { Settings{}.setValue("theme", theme == Theme::Dark ? "dark" : "light"); }

bool darkMap() { return Settings{}.value("darkMap", false).toBool(); }
void setDarkMap(bool dark) { Settings{}.setValue("darkMap", dark); }

QStringList recentFiles() { return Settings{}.value("recent").toStringList(); }

void addRecentFile(const QString& file) {
    QStringList files = recentFiles();
    const QString path = QFileInfo{file}.absoluteFilePath();
    files.removeAll(path);
    files.prepend(path);
    Settings{}.setValue("recent", files.mid(0, most_recent));
}

void removeRecentFile(const QString& file) {
    QStringList files = recentFiles();
    files.removeAll(file);
    Settings{}.setValue("recent", files);
}

QByteArray windowGeometry() { return Settings{}.value("window/geometry").toByteArray(); }
QByteArray windowLayout() { return Settings{}.value(layout_key()).toByteArray(); }
void setWindow(const QByteArray& geometry, const QByteArray& layout) {
    Settings settings;
    settings.setValue("window/geometry", geometry);
    settings.setValue(layout_key(), layout);
}

QString lastFolder() {
    const QString folder = Settings{}.value("folder").toString();
    return QDir{folder}.exists() && !folder.isEmpty() ? folder : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}
void setLastFolder(const QString& folder) { Settings{}.setValue("folder", folder); }

}  // namespace app::settings
