#pragma once

#include "geo/core/finding.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/obstacle.hpp"
#include "geo/model/rule_pack.hpp"

#include <memory>
#include <span>
#include <vector>

namespace geo {

/// What one rule asks between a zone type and an obstacle.
struct Requirement {
    const ClearanceRule* rule = nullptr;  ///< of the pack it was asked of
    double need_m = 0.0;                  ///< ground metres
    bool is_derived = false;  ///< rests on a derived (推定) or unknown attribute: with another value it could differ
};

/// Every rule that applies, each with the exception in its place that asks least where one is known to hold, the largest first (of equal ones bans before
/// distances, 应 before 宜, the better sourced, then by id; a distance of 0 before a ban). An attribute that is unknown counts with its worst possible value; `is_derived` is set only where another possible value would give another distance: any
/// value of an unknown or derived attribute, except that high-rise buildings are of grade one or two unless both
/// attributes are surveyed otherwise. Rules that are switched off (`Switches`) and exceptions that still need a divider do not count.
/// @return empty when no rule covers the obstacle, or one of the classes that it may be; a ban alone does not cover a
/// building
std::vector<Requirement> requirements(const RulePack& pack, ZoneType zone, const ObstacleClass& obstacle);

/// `requirements` for many obstacles, which share few classes: each class is looked at once. The pack must outlive it.
class RequirementsByClass {
   public:
    RequirementsByClass(const RulePack& pack, ZoneType zone);
    ~RequirementsByClass();

    /// Stays where it is for as long as this lives. Not for several threads at once.
    std::span<const Requirement> of(const ObstacleClass& what);

   private:
    struct Known;
    std::unique_ptr<Known> m_known;
};

/// An obstacle with the requirement that governs it.
struct Kept {
    const Obstacle* obstacle = nullptr;
    Requirement requirement;
};

/// The governing requirement of each obstacle, in the same order.
/// @throws RuleError  listing every class (with its count) that no rule of the pack covers, or every number that the pack asks for and does not
/// state: silence must not read as zero
std::vector<Kept> governing(const RulePack& pack, ZoneType zone, std::span<const Obstacle> obstacles);

/// All obstacles and bans of the inputs with their classes, in input order: kinds looked up in the code list, fire
/// grade from its attribute or from the structure (推定), height class from height or floors × 3 m (推定). Lines of
/// fire lanes count with the pack's `fire_lane.clear_width` where they have no width or a smaller one. Compounds,
/// gates, consent ground, paths, hazards, areas, background and removed charging facilities are none. What is derived as
/// presumed ground (`presumed_places`) comes last, without what a planner dismissed; what is not decided takes no ground.
/// @param findings  gains one entry for each thing assumed, with its count @param threads  0: all
/// @throws RuleError  kinds that are not in the code list, each with its count and layer
std::vector<Obstacle> obstacles_of(const Inputs& inputs, const RulePack& pack, std::vector<Finding>& findings, int threads = 1);

/// A number of the pack. @throws RuleError when the pack has none, or asks for it and states none
double parameter(const RulePack& pack, const std::string& id);

/// The class in words: `建筑（耐火等级未知，多层）`.
Message described(const ObstacleClass& what);

}  // namespace geo
