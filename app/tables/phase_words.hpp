#pragma once

#include "app/tables/disc.hpp"
#include "geo/model/phase.hpp"

#include <optional>
#include <string>

namespace app {

/// What a phase is called everywhere in the window: the planner's name for it, else the standard word. Empty for no phase.
QString phase_words(const geo::Phasing& phasing, const std::string& id);
/// Its mark, as on the map: `P`, `1`, `2` … None for no phase.
Disc phase_disc(const std::string& id);
/// To sort by: the pilot first, no phase last.
std::optional<double> phase_order(const std::string& id);

}  // namespace app
