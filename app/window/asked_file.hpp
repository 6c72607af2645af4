#pragma once

#include <QString>

class QWidget;

namespace app {

/// Asks for a file to write, and before one that exists is replaced, with the suffix where none was typed. Empty when cancelled.
QString asked_file(QWidget* parent, const QString& title, const QString& suggested, const QString& filter, const QString& suffix);

}  // namespace app
