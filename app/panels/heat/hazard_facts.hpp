#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/hazard.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The hazard reports of a project and what can be chosen among them.
struct HazardFacts {
    geo::CrsName crs;  ///< of the reports' places
    std::vector<geo::HazardReport> reports;
    std::map<std::string, std::size_t> types, statuses, severities;  ///< with how many reports; the empty word: not stated
    std::optional<std::chrono::sys_days> first, last;
    std::size_t undated = 0;
};

/// @throws geo::Cancelled
HazardFacts hazard_facts(const geo::Inputs& inputs, const geo::Progress& progress = {});

}  // namespace app
