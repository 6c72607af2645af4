#pragma once

#include "geo/rules/facades.hpp"
#include "geo/zones/remedies.hpp"

#include <map>
#include <string>

namespace geo {

/// What becomes of one obstacle nearby.
struct Edit {
    std::size_t nearby = 0;
    std::optional<double> need_m;  ///< nothing: it goes
    std::vector<Keep> further{};   ///< its walls, where they come to differ
};

/// A remedy that is still to be measured.
struct Candidate {
    Remedy remedy;
    std::string family;  ///< candidates of one family can be taken together
    std::vector<Edit> edits;
    std::vector<Message> names;            ///< of the features, as the condition has them
    Message survey;                        ///< what a survey would have to show, as far as the condition asks for one
    Facade facade = Facade::Unknown;       ///< of a wall
    bool is_illegal = false, is_material_unknown = false;  ///< of what is to go, or to be replaced
    std::optional<Requirement> wall_asks;  ///< of a wall, where it is known to be so
    bool is_forced = false;  ///< measured however little it seems to gain
};

/// Ways for single features, in order of their obstacles. @param feature  of this one only; empty: all
std::vector<Candidate> feature_candidates(const RemedyTask& task, const std::string& feature);

/// Each family with several members as one candidate. @param forced_only  of members that stand against the place asked for
std::vector<Candidate> together(const std::vector<Candidate>& singles, bool forced_only);

/// Ways of the scenario as a whole.
std::vector<Candidate> scenario_candidates(const RemedyTask& task);

/// A wall's way for one side of the footprint only; nothing where no wall faces there, or all do.
std::optional<Candidate> on_side(const RemedyTask& task, const Candidate& wall, Side side);

/// In words, by all that it holds. @param side  of a wall
Message condition_of(const Candidate& candidate, std::optional<Side> side = std::nullopt);

Distances distances_of(const RemedyTask& task, const Candidate& candidate);

}  // namespace geo
