#pragma once

#include "geo/rules/requirement.hpp"
#include "geo/zones/estate.hpp"
#include "geo/zones/free_ground.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace geo {

/// The feature of which an obstacle is a part: `B12` of `B12#firewall`.
std::string_view feature_of(std::string_view obstacle_id);

/// An obstacle near a compound, or the compound's own line, and what the rules ask of it.
struct Nearby {
    const Obstacle* obstacle = nullptr;
    Shape shape;                       ///< moved near the origin
    Box box;                           ///< of the shape
    std::vector<Requirement> asked;    ///< the largest first; of the compound's line the setback
    bool has_own_ground() const { return !obstacle->is_presumed && (!shape.areas.empty() || obstacle->half_width_m > 0.0); }
};

/// Distances that are kept, instead of those that the rules ask for: to compare grounds.
struct Distances {
    std::vector<std::optional<double>> need_m;  ///< of each obstacle nearby, ground metres without its half width; nothing: as if it were not there
    std::vector<Keep> further{};                ///< near the origin, grid metres
};

/// One compound, near the origin, with every obstacle whose clearance may reach it: how much ground is free under which distances.
class NearGround {
   public:
    /// @param obstacles  others than those in reach are left out @param setback  `setback_rule` of the pack. All arguments outlive this
    NearGround(const Estate& estate, std::span<const Obstacle* const> obstacles, const RulePack& pack, const ClearanceRule& setback, ZoneType type);

    const std::vector<Nearby>& nearby() const { return m_nearby; }
    Point origin() const { return m_origin; }
    double scale() const { return m_estate->scale; }
    double compound_m2() const;
    double grid_to_m2(double area) const { return area / (scale() * scale()); }

    Distances as_ruled() const;    ///< the largest of each obstacle; presumed ones take nothing
    Distances own_ground() const;  ///< 0 for what covers ground, nothing for all else

    /// Certified ground, near the origin; cheap where the window is small. @param window  looks only at what lies in it; null: everywhere
    /// @throws GeometryError  no way gave a certified result
    MultiPolygon free(const Distances& distances, const Box* window = nullptr) const;
    double free_m2(const Distances& distances, const Box* window = nullptr) const;

    /// Where the distance to one obstacle could matter.
    Box reach(std::size_t nearby, double need_m) const;

   private:
    std::optional<MultiPolygon> within(const Box& window) const;

    const Estate* m_estate;
    Point m_origin;
    MultiPolygon m_boundary;
    std::vector<Nearby> m_nearby;
};

}  // namespace geo
