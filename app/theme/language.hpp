#pragma once

#include "geo/core/message.hpp"

#include <QString>

class QApplication;

namespace app {

geo::Language language();
/// Loads the translators; widgets are told by QEvent::LanguageChange.
void setLanguage(QApplication& application, geo::Language language);

/// A message of geo in the window's language.
QString text(const geo::Message& message);
QString text(const std::string& utf8);

/// Numbers as the window shows them: thin space as thousands mark, U+2212 for minus, fixed decimals.
QString number(double value, int decimals);
QString signedNumber(double value, int decimals);

}  // namespace app
