#include "app/panels/phases/yuan.hpp"

#include "app/theme/language.hpp"

#include <QRegularExpression>

#include <cmath>

namespace app {

std::optional<double> yuan_in(QString words) {
    static const QRegularExpression blanks{R"([\s\x{2009}\x{202f},，]+)"};
    static const QRegularExpression amount{R"(^[¥￥]?(\d+(?:\.\d+)?)(万)?元?$)"};
    const auto match = amount.match(words.remove(blanks));
    if (!match.hasMatch()) return std::nullopt;
    const double yuan = match.captured(1).toDouble() * (match.captured(2).isEmpty() ? 1.0 : 10'000.0);
    return std::isfinite(yuan) ? std::optional{yuan} : std::nullopt;
}

QString yuan_words(double yuan) {
    const bool is_whole = std::abs(yuan - std::round(yuan)) < 0.005;
    return QStringLiteral("¥ ") + number(yuan, is_whole ? 0 : 2);
}

}  // namespace app
