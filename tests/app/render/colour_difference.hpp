#pragma once

#include <QColor>

#include <vector>

namespace colours {

enum class Sight { Normal, Protan, Deutan, Tritan };

/// CIEDE2000 of two colours as such eyes see them: simulation at severity 1 in linear RGB (Machado, Oliveira, Fernandes 2009, table 1), then CIELAB
/// for D65 (Sharma, Wu, Dalal 2005).
double difference(const QColor& a, const QColor& b, Sight sight);

/// Of any two of them.
double least_difference(const std::vector<QColor>& colours, Sight sight);

/// CIELAB's lightness, 0…100.
double lightness(const QColor& colour);

}  // namespace colours
