#include "app/theme/language.hpp"

#include "app/theme/embedded_translations.hpp"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

geo::Language current = geo::Language::English;

constexpr QChar thin_space{0x2009}, minus{0x2212};

}  // namespace

geo::Language language() { return current; }

void setLanguage(QApplication& application, geo::Language language) {
    static QTranslator own, qt;
    current = language;
    application.removeTranslator(&own);
    application.removeTranslator(&qt);
    if (language == geo::Language::English) {
        // A removed translator tells the widgets only when it was installed.
        QEvent changed{QEvent::LanguageChange};
        QCoreApplication::sendEvent(&application, &changed);
        return;
    }
    // Qt's own dialogs: absent where Qt's translations are not installed.
    if (qt.load("qtbase_zh_CN", QLibraryInfo::path(QLibraryInfo::TranslationsPath))) application.installTranslator(&qt);
    for (const auto& file : geo::embedded::translations()) {
        if (file.name != "anchong_zh_CN.qm") continue;
        if (own.load(reinterpret_cast<const uchar*>(file.text.data()), static_cast<int>(file.text.size()))) application.installTranslator(&own);
    }
}

QString text(const geo::Message& message) { return QString::fromStdString(message.in(current)); }
QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QString number(double value, int decimals) {
    QString digits = QString::number(std::abs(value), 'f', decimals);
    const qsizetype point = digits.indexOf('.');
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > 0; at -= 3) digits.insert(at, thin_space);
    const bool is_zero = std::none_of(digits.begin(), digits.end(), [](QChar c) { return c >= '1' && c <= '9'; });
    return value < 0 && !is_zero ? minus + digits : digits;
}

QString signedNumber(double value, int decimals) {
    const QString digits = number(value, decimals);
    return value > 0 ? "+" + digits : digits;
}

}  // namespace app
