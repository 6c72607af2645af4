#pragma once

#include "geo/io/project_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// A compound with what the scenario found in it.
struct CompoundRow {
    enum class State { NotRun, NotComputed, NoGround, NoSite, Sited };

    std::string id, name;
    geo::Box box;
    geo::Point inside;  ///< a place that the map shows for it
    std::optional<double> households;
    std::string phase = {};     ///< id; empty: in none
    State state = State::NotRun;
    geo::Message reason = {};   ///< why not computed
    double legal_m2 = 0.0, robust_m2 = 0.0;  ///< of its zones, ground square metres
    int zones = 0, sites = 0, bays = 0;
    geo::Verdict worst = geo::Verdict::Complies;  ///< of its sites

    bool has_ground() const { return state != State::NotRun && state != State::NotComputed; }
};

/// In input order.
std::vector<CompoundRow> compound_rows(const geo::Project& project, const geo::Results& results);

}  // namespace app
