#pragma once

#include "geo/core/message.hpp"

#include <string>

namespace geo {

/// Something the user should know that did not stop the work: a repaired ring, a guessed CRS, overlapping compounds.
struct Finding {
    std::string code;     ///< stable word for tests and scripts: `ring-repaired`, `crs-guessed` …
    std::string where;    ///< file and layer, or role; empty when it concerns the whole
    std::string feature;  ///< id or number of the feature; empty when it concerns the layer
    Message text;

    bool operator==(const Finding&) const = default;
};

}  // namespace geo
