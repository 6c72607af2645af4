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
    MultiStorey,  ///< 单、多层 and podiums: dwellings ≤ 27 m, public ≤ 24 m
    HighTwo,      ///< 二类高层
    HighOne,      ///< 一类高层: dwellings > 54 m
    Super         ///< > 100 m
};

/// How a class attribute came about: surveyed beats derived (推定) beats unknown.
enum class Origin { Surveyed, Derived, Unknown };

/// What the rules distinguish of an obstacle.
struct ObstacleClass {
    Role role = Role::Building;
    std::string kind;  ///< code of `data/codelists/obstacle_kinds.json`: `building`, `gas_regulator` …
    FireGrade fire_grade = FireGrade::Unknown;
    Origin fire_grade_from = Origin::Unknown;
    HeightClass height_class = HeightClass::Unknown;
    Origin height_from = Origin::Unknown;
    std::string use;   ///< `residential`, `public`, `important`, `children_elderly`; empty when unknown
    std::optional<double> quantity, voltage_kv, pressure_mpa;

    bool operator==(const ObstacleClass&) const = default;
};

/// Something a zone keeps away from, or that bans ground outright.
struct Obstacle {
    std::string id;
    std::string name;
    ObstacleClass what;
    Shape shape;                ///< in the working CRS; the wall line of buildings
    double half_width_m = 0.0;  ///< ground metres the obstacle reaches beyond its lines: half a lane's clear width
    bool half_width_assumed = false;
    bool is_presumed = false;   ///< 推定, not surveyed: takes no ground, but a site on it is to be verified
    double accuracy_m = 3.0;    ///< positional accuracy of its source, ground metres
};

}  // namespace geo
