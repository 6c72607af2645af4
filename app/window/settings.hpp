#pragma once

#include "app/theme/theme.hpp"
#include "geo/core/message.hpp"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace app::settings {

/// What the user's own account keeps between runs; nothing of it lies in projects.
geo::Language language();  ///< as last chosen; at first that of the system
void setLanguage(geo::Language language);
Theme theme();
void setTheme(Theme theme);
bool darkMap();
void setDarkMap(bool dark);

QStringList recentFiles();  ///< newest first, at most ten
void addRecentFile(const QString& file);
void removeRecentFile(const QString& file);

QByteArray windowGeometry();
QByteArray windowLayout();
void setWindow(const QByteArray& geometry, const QByteArray& layout);

QString lastFolder();
void setLastFolder(const QString& folder);

}  // namespace app::settings
