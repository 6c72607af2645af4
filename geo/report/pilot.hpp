#pragma once

#include "geo/core/finding.hpp"
#include "geo/io/project_file.hpp"
#include "geo/scenario/phasing.hpp"

namespace geo {

/// A pilot proposed from the results of one scenario (先急后缓).
struct Pilot {
    Phasing phasing;
    std::vector<Urgency> ranking;    ///< every compound, most urgent first
    std::vector<Finding> findings;   ///< fewer compounds have a site than were asked for; nothing tells them apart
};

/// The `count` most urgent compounds in the pilot; the scenario's sites follow them. @throws UsageError  count < 1
Pilot propose_pilot(const Project& project, Results& results, int count, const HeatSettings& settings = {});

/// The other scenarios' results whose sites change their phase with it, as they are then.
std::vector<Results> following_results(const std::filesystem::path& file, const Project& project, const std::string& scenario, const Phasing& phasing);

}  // namespace geo
