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
    std::string role;              ///< for the option that the message names; empty where the command reads but one file
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

/// Whether x holds northings and y eastings, as Chinese surveyors write: eastings with six digits, or with a zone in front, beside the
/// northings of China.
bool are_survey_axes(const Box& extent);
/// What to say when they were swapped.
Finding axes_swapped(const std::string& shown);

/// The box of the places without the outermost twentieth on each side (at least one of five), so that a stray feature does
/// not count. Places that are not finite are left out.
Box robust_box(std::span<const Point> places);

/// Median of the coordinates; nothing when none is finite.
std::optional<Point> robust_centre(std::span<const Point> places);

}  // namespace geo::reading
