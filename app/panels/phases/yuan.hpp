#pragma once

#include <QString>

#include <optional>

namespace app {

/// An amount of money as planners write it: `120000`, `120 000`, `¥120,000`, `12万`, `12.5 万元`. Nothing when it is none, or negative.
std::optional<double> yuan_in(QString words);
/// `¥ 120 000`; with fen only where there are any.
QString yuan_words(double yuan);

}  // namespace app
