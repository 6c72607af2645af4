#pragma once

#include "geo/core/message.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A step of the build-up: the pilot (试点), then the rollout (全面推广) in batches.
struct Phase {
    std::string id = "pilot";        ///< `pilot`, `rollout-1`, `rollout-2` …
    std::string name{};              ///< the planner's own; empty: the standard word
    std::string begins{}, ends{};    ///< `2026-03-01`; empty when not set
    std::optional<double> budget{};  ///< yuan

    bool operator==(const Phase&) const = default;
};

/// 0 for the pilot, 1, 2 … for the rollout; nothing for no phase's id.
std::optional<int> phase_rank(std::string_view id);
std::string phase_id(int rank);
/// What a user may write for a phase: its id, `P`, `0`, `1`, `试点`, `推广1`. Nothing when it is none.
std::optional<int> phase_rank_written(std::string_view text);
/// `试点` / `pilot`, `推广 1` / `rollout 1`: the standard word.
Message phase_word(int rank);

/// Phases of a project and which compounds are in them. Sites carry their own phase (`Site::phase`), which follows their compound's unless it
/// was changed by hand.
struct Phasing {
    std::vector<Phase> phases;                     ///< by rank, without gaps from the pilot on, never empty once made
    std::map<std::string, std::string> compounds;  ///< compound's id → phase's id; not in any: not listed

    const Phase* phase(std::string_view id) const;  ///< null when there is none
    bool operator==(const Phasing&) const = default;
};

/// The planner's name of a phase, else the standard word.
Message phase_title(const Phase& phase);

/// Pilot and one rollout, nothing in them: what a new project has.
Phasing standard_phasing();

}  // namespace geo
