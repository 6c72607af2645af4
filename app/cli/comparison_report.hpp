#pragma once

#include "app/cli/console.hpp"
#include "geo/report/comparison_document.hpp"

namespace app {

/// The indicators as lines, and what changed, in words.
void tell(const Console& console, const geo::Comparison& comparison);

}  // namespace app
