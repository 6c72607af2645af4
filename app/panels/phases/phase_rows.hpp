#pragma once

#include "geo/io/project_file.hpp"

#include <string>
#include <vector>

namespace app {

/// A phase with what is in it; the last row, whose phase has no id, is of what is in none.
struct PhaseRow {
    geo::Phase phase;
    int compounds = 0, sites = 0, bays = 0;  ///< sites of the results shown, by their own phase
    geo::Box box;                            ///< of the compounds; empty without any

    bool is_none() const { return phase.id.empty(); }
};

/// By rank, then what is in none. What is in a phase that the project does not have is in none.
std::vector<PhaseRow> phase_rows(const geo::Project& project, const geo::Results& results);

/// The project's phases with one more batch of the rollout behind them.
geo::Phasing with_rollout(geo::Phasing phasing);
/// Without the last one; its compounds are in none. @pre there is one behind the pilot
geo::Phasing without_last(geo::Phasing phasing);

}  // namespace app
