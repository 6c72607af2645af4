#pragma once

#include "geo/core/message.hpp"
#include "geo/geometry/shapes.hpp"
#include "geo/model/rule_pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo {

/// A way to get ground that the pack itself offers.
enum class RemedyKind {
    Wall,      ///< an exception for walls without openings, with few or protected ones, or firewalls
    Survey,    ///< an unknown attribute counts with its worst value: what its best would ask
    Remove,    ///< combustibles and illegal structures go
    Replace,   ///< a projecting part that may burn becomes one that cannot
    Depart,    ///< a recommendation (宜) is not followed, with reasons
    ZoneType,  ///< the scenario has zones of another type
    Divider    ///< the scenario builds dividers of a fire rating
};
std::string_view remedy_name(RemedyKind kind);  ///< `wall`, `survey` …

/// Rules of a changed scenario.
struct OtherRules {
    RemedyKind kind = RemedyKind::ZoneType;  ///< or `Divider`
    RulePack pack;
    ZoneType type = ZoneType::Shed;
    double barrier_h = 0.0;
};

/// What would free ground, and the zones that a compound would then have.
struct Remedy {
    RemedyKind kind = RemedyKind::Wall;
    std::vector<std::string> obstacles;  ///< ids; empty where it concerns the whole scenario
    std::string rule_before, rule_after; ///< ids; empty where there are several, or none is left
    Clause clause;                       ///< by which it holds; of `Remove` the one that asks for the distance
    std::optional<double> need_before_m, need_after_m;  ///< ground metres; nothing where they differ, or none is left
    std::size_t zones = 0;    ///< that the compound would have, each wide enough for a least site
    double zones_m2 = 0.0;    ///< ground square metres
    double gained_m2 = 0.0;   ///< more than now
    double widest_m = 0.0;    ///< ground metres
    bool frees_place = false; ///< the place that was asked for would lie in one of them
    MultiPolygon ground;      ///< those zones, working CRS
    Message condition;        ///< `若其外墙为防火墙（GB … 5.2.2）`
    Message text;             ///< condition and outcome, one sentence
};

}  // namespace geo
