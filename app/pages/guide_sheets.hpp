#pragma once

#include "app/pages/sheet.hpp"
#include "geo/model/rule_pack.hpp"

namespace app {

/// A rule pack as a printed guide: what is asked of charging zones, by group of obstacles, each number with its strength (应 / 宜), clause, source and status;
/// exceptions with what they rest on, sizes, duties, and blanks for numbers that the pack only asks for. Rules that are switched off are told as such. A4.
std::vector<Sheet> guide_sheets(const geo::RulePack& pack, const SheetRequest& request);

}  // namespace app
