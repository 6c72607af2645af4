#pragma once

#include "geo/core/finding.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/rule_pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo {

enum class PresumedKind {
    AerialStrip,  ///< 登高操作场地 along a long side of a high-rise
    LaneTurn,     ///< room at a bend or junction of fire lanes
    LaneEnd       ///< 回车场 at a dead end
};

/// Ground that fire appliances need by the rules, though nobody surveyed it (推定). It takes no ground, but a site on it is to be verified, until
/// a planner confirms it (then it is banned as if surveyed) or dismisses it (then it is none).
struct PresumedPlace {
    std::string id;       ///< `B12/strip-1`, `L3/turn-1`, `L3/end-1`; of an aerial-operation area that the data give as not surveyed, its own
    std::string of;       ///< id of the building or lane; of one in the data, what it names
    std::string of_name;  ///< may be empty
    PresumedKind kind = PresumedKind::AerialStrip;
    bool is_given = false;  ///< in the data, not derived
    MultiPolygon ground;    ///< working CRS
    double azimuth_deg = 0.0;  ///< of strips: where it lies from the building, clockwise from the CRS's north
    double accuracy_m = 3.0;   ///< of what it was derived from, ground metres
    std::optional<StripDecision> decision{};  ///< nothing: open
};

/// All of a project, by what they are derived from in input order; aerial-operation areas that the data give as not surveyed first.
///
/// *Strips*: for each building above the height of multi-storey ones (by its height, else floors × 3 m) that no aerial-operation area of the data
/// serves, beside each side of the smallest rectangle round it that is at least `aerial_site.side_share` of its perimeter: from
/// `aerial_site.offset` outward, `aerial_site.depth` deep, as long as the side but no shorter than `aerial_site.least_length` (above
/// `aerial_site.tall_over`: `aerial_site.least_length_tall`). Left out are strips of which other buildings leave no stretch of that least length. An area
/// serves the buildings that it names by id or name, else those within `aerial_site.offset_max`. Courtyards and recesses get none.
///
/// *Turns and ends*: see `lane_room`.
///
/// A pack without these parameters derives none of the sort.
/// @param findings  gains one entry for each sort with its count, and for what could not be derived @param threads  0: all
std::vector<PresumedPlace> presumed_places(const Inputs& inputs, const RulePack& pack, std::vector<Finding>& findings, int threads = 1);

/// `B12 北侧登高操作条带`, `aerial strip north of B12`.
Message presumed_words(const PresumedPlace& ground);

std::string_view decision_name(const std::optional<StripDecision>& decision);  ///< `open`, `confirmed`, `dismissed`
Message decision_words(const std::optional<StripDecision>& decision);
std::optional<StripDecision> decision_named(std::string_view name);  ///< nothing for `open` and what is none

/// A number of the pack, where it states one.
std::optional<double> stated(const RulePack& pack, const std::string& parameter);

/// Grid metres per ground metre; 1 for a local grid, whose metres are taken as they are.
double scale_at(const CrsName& crs, Point where);

}  // namespace geo
