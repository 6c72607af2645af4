#pragma once

#include "geo/rules/requirement.hpp"

#include <optional>

namespace geo {

/// Whether the pack asks for less where a wall is known to be so.
bool has_exception_for(const RulePack& pack, Facade facade);

/// What governs for an obstacle of this class; nothing where no rule covers it.
std::optional<Requirement> asked_of(RequirementsByClass& known, const ObstacleClass& what);

/// The same for a wall of which something is known: of equal distances the exception for such walls, so that its clause is named.
std::optional<Requirement> asked_of_wall(RequirementsByClass& known, const ObstacleClass& what);

/// The least that an obstacle could come to, were its unknown attributes surveyed.
struct IfSurveyed {
    Requirement asked;
    ObstacleClass what;  ///< as it would be
    Message known;  ///< what a survey would have to show: `二级，单、多层`
};

/// Tries every value of fire grade (where it is not surveyed), height class, use, quantity, voltage and pressure (where they are unknown) that the pack
/// distinguishes; of equal distances the least demanding values. A height class derived from floors stands: they are counted easily.
/// @return nothing where no value would ask for less
std::optional<IfSurveyed> if_surveyed(RequirementsByClass& known, const RulePack& pack, const ObstacleClass& what);

}  // namespace geo
