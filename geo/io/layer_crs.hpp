#pragma once

#include "geo/core/finding.hpp"
#include "geo/crs/crs.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geo::reading {

struct CrsQuestion {
    std::string shown;             ///< file name for messages
    std::string role;              ///< for the option that the message names
    std::optional<CrsName> option; ///< what the user says
    std::string wkt;               ///< what the file says; empty for nothing
    bool by_format = false;        ///< the file says it only because its format always does
    Box extent;                    ///< where most features lie
    std::optional<Point> hint;     ///< longitude and latitude of other layers
};

struct CrsAnswer {
    CrsName name;
    std::string from;  ///< as `Provenance::crs_from`
    Message why{};     ///< of a guess: what the file lacks, and what its coordinates look like
    std::vector<Finding> findings;
};

/// The option, the file, or a guess with a finding. @throws CrsError none of them tells
CrsAnswer layer_crs(const CrsQuestion& question);

/// The box of the places without the outermost twentieth on each side (at least one of five), so that a stray feature does
/// not count. Places that are not finite are left out.
Box robust_box(std::span<const Point> places);

/// Whether x holds northings and y eastings, as Chinese surveyors write them: northings in China have seven digits, eastings six, or
/// eight with the zone in front.
bool is_north_first(const Box& extent);

/// Median of the coordinates; nothing when none is finite.
std::optional<Point> robust_centre(std::span<const Point> places);

}  // namespace geo::reading
