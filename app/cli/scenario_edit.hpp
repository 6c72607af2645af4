#pragma once

#include "app/cli/options.hpp"
#include "geo/io/project_file.hpp"

#include <string>
#include <vector>

namespace app {

/// What of a scenario its options change: `--rules`, `--zone-type`, `--clearance`, `--barrier`.
struct ScenarioEdit {
    std::string pack, zone_type, barrier;
    std::vector<std::string> clearances;

    void add_to(CLI::App& command, const Console& console);
    bool empty() const { return pack.empty() && zone_type.empty() && clearances.empty() && barrier.empty(); }
};

/// Changes the project's scenario of that name, and adds the pack where the project lacks it.
/// @throws UsageError   a zone type, distance or rating that is none
/// @throws RuleError    a pack or rule that there is not, or that cannot be assumed @throws InvalidInput  another scenario uses another pack of that name
void change_scenario(geo::Project& project, const std::string& name, const ScenarioEdit& edit);

/// @throws InvalidInput  taken, or no name: empty, too long, with a comma or control characters
void require_new_name(const geo::Project& project, const std::string& name);

}  // namespace app
