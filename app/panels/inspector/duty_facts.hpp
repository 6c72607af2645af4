#pragma once

#include "app/panels/inspector/inspected.hpp"
#include "geo/model/results.hpp"

#include <string>

namespace app {

/// Duties of a site below its reasons, or what charging indoors takes in a compound without ground among its facts. Nothing where there are no rows.
/// @param row_id  as in the table of checks: of the site, or `geo::compound_row_id`
void add_duties(Inspected& shown, const geo::Results& results, const std::string& row_id, bool is_site);

}  // namespace app
