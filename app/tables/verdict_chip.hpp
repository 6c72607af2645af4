#pragma once

#include "geo/model/results.hpp"
#include "geo/model/role.hpp"

#include <QString>

namespace app {

QString verdict_word(geo::Verdict verdict);   ///< in the window's language
QString verdict_chip(geo::Verdict verdict);   ///< the chip's colours: `complies`, `verify`, `fails`
QString zone_type_word(geo::ZoneType type);
QString role_word(geo::Role role);            ///< a layer's role, as within a sentence

}  // namespace app
