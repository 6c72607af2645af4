#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;

namespace app {

enum class Theme { Light, Dark };

/// A colour of the window by its token in `styles/ui/palette.json`: `text`, `accent`, `complies_text`, `complies_fill` …, in the current theme.
/// Unknown tokens are a bug (assert) and magenta.
QColor colour(const QString& token);

Theme theme();
/// Sets palette and style sheet of the application; widgets are told by QEvent::PaletteChange.
void setTheme(QApplication& application, Theme theme);

/// An icon of `styles/ui/icons` in the colours of the current theme: `new`, `open`, `run` …
QIcon icon(const QString& name);

}  // namespace app
