#pragma once

#include "geo/geometry/shapes.hpp"
#include "geo/model/role.hpp"

#include <optional>
#include <string>

namespace geo {

/// The unknown is its own value; which rule then applies is decided conservatively by `rules`.
enum class FireGrade { Unknown, One, Two, Three, Four };
enum class HeightClass {
    Unknown,
    MultiStorey,  ///< 单、多层: dwellings ≤ 27 m, public ≤ 24 m
    Podium,       ///< 裙房: what a rule asks of multi-storey buildings it asks of podiums too
    HighTwo,      ///< 二类高层
    HighOne,      ///< 一类高层: dwellings > 54 m
    Super         ///< > 100 m
};

/// How a class attribute came about: surveyed beats derived (推定) beats unknown.
enum class Origin { Surveyed, Derived, Unknown };

/// What is known of a wall, by which a rule may ask for less. Without the attribute there is no reduction.
enum class Facade {
    Unknown,
    FewOpenings,  ///< non-combustible, unprotected openings ≤ 5 % of the wall and none facing
    Protected,    ///< openings with fire doors or windows, drencher or shutter
    Blank,        ///< no opening up to 6 m above ground, non-combustible insulation
    Firewall      ///< 防火墙
};

/// What of a building an obstacle is. Where walls differ, each kind of wall is an obstacle of its own, and the ground inside another.
enum class BuildingPart {
    Whole,
    Walls,      ///< lines: the walls that share a `Facade`
    Footprint,  ///< area: its own ground, which is banned and asks for no distance
    Projection  ///< eave, canopy or balcony that may burn: the line of the building moves out to it
};

/// What the rules distinguish of an obstacle.
struct ObstacleClass {
    Role role = Role::Building;
    std::string kind;  ///< code of `data/codelists/obstacle_kinds.json`: `building`, `gas_regulator` …
    FireGrade fire_grade = FireGrade::Unknown;
    Origin fire_grade_from = Origin::Unknown;
    HeightClass height_class = HeightClass::Unknown;
    Origin height_from = Origin::Unknown;
    std::string use;   ///< `residential`, `public`, `important`, `children_elderly`; empty when unknown
    Facade facade = Facade::Unknown;
    BuildingPart part = BuildingPart::Whole;
    bool is_illegal = false;           ///< 违建: an obstacle as any other, named so
    bool is_material_unknown = false;  ///< of a projection: it counts, and is to be verified
    std::optional<double> quantity, voltage_kv, pressure_mpa;

    bool operator==(const ObstacleClass&) const = default;
};

/// Something a zone keeps away from, or that bans ground outright.
struct Obstacle {
    std::string id;  ///< of the feature; of one of its walls `B12#firewall`, of its ground `B12#footprint`
    std::string name;
    ObstacleClass what;
    Shape shape;                ///< in the working CRS; the wall line of buildings
    double half_width_m = 0.0;  ///< ground metres the obstacle reaches beyond its lines: half a lane's clear width
    bool half_width_assumed = false;
    bool is_presumed = false;   ///< 推定, not surveyed: takes no ground, but a site on it is to be verified
    double accuracy_m = 3.0;    ///< positional accuracy of its source, ground metres
};

}  // namespace geo
