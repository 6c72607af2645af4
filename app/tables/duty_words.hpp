#pragma once

#include "geo/model/results.hpp"

#include <QString>

#include <optional>
#include <string>

namespace app {

/// `16.00 m`, `20`, `105.6 m²`; – where nothing is known.
QString amount_words(const std::optional<double>& value, const std::string& unit);

/// What was found of a duty against what is needed, with its verdict: `20 ≤ 25 · to be verified`.
QString duty_line(const geo::CheckRow& row);

}  // namespace app
