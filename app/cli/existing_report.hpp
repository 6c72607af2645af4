#pragma once

#include "app/cli/console.hpp"
#include "geo/model/existing.hpp"

#include <nlohmann/json_fwd.hpp>

namespace app {

/// The document `anchong/existing/1`. @param pack  id of the rules they were judged by
nlohmann::json to_json(const geo::ExistingFacilities& existing, const std::string& project, const std::string& pack);

/// The same as a table, those that fail first, then those to be verified: of each what governs, and every clearance that is not kept.
void tell_existing(const Console& console, const geo::ExistingFacilities& existing);

}  // namespace app
