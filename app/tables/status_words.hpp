#pragma once

#include "geo/model/rule_pack.hpp"

#include <QString>

namespace app {

QString status_word(geo::Status status);  ///< in the window's language
QString status_chip(geo::Status status);  ///< the chip's colours, as of verdicts

}  // namespace app
