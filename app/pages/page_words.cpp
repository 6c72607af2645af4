#include "app/pages/page_words.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr QChar thin_space{0x2009}, minus{0x2212};

}  // namespace

QString PageWords::first(const geo::Message& message) const { return QString::fromStdString(message.in(mapLanguage())); }

QString PageWords::second(const geo::Message& message) const {
    return isBilingual() && message.en != message.zh ? QString::fromStdString(message.en) : QString{};
}

QString PageWords::both(const geo::Message& message, const QString& between) const {
    const QString other = second(message);
    return other.isEmpty() ? first(message) : first(message) + between + other;
}

QString number_on_page(double value, int decimals) {
    QString digits = QString::number(std::abs(value), 'f', decimals);
    const qsizetype point = digits.indexOf('.');
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > 0; at -= 3) digits.insert(at, thin_space);
    const bool is_zero = std::none_of(digits.begin(), digits.end(), [](QChar c) { return c >= '1' && c <= '9'; });
    return value < 0 && !is_zero ? minus + digits : digits;
}

QString signed_on_page(double value, int decimals) {
    const QString digits = number_on_page(value, decimals);
    const bool is_zero = std::none_of(digits.begin(), digits.end(), [](QChar c) { return c >= '1' && c <= '9'; });
    return value > 0 && !is_zero ? "+" + digits : digits;
}

QString scale_on_page(int denominator) { return QStringLiteral("1:%1").arg(denominator); }

QString circled(int number) {
    if (number >= 1 && number <= 20) return QChar{static_cast<char16_t>(0x2460 + number - 1)};
    return QStringLiteral("(%1)").arg(number);
}

geo::Message verdict_words(geo::Verdict verdict) { return {std::string{geo::verdict_name(verdict)}, std::string{geo::verdict_name_en(verdict)}}; }

QString short_site_id(const std::string& id) {
    const std::size_t dash = id.rfind('-');
    return QString::fromStdString(dash == std::string::npos ? id : id.substr(dash + 1));
}

}  // namespace app
