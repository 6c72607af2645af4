#pragma once

#include "geo/geometry/shapes.hpp"
#include "geo/model/obstacle.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace geo {

/// Which walls of a building a note speaks of.
enum class Side {
    North, East, South, West,  ///< walls whose outward normal points there, to within 45°
    Gable,                     ///< 山墙: walls across the longest wall's direction, to within 45°
    All
};

/// What is known of some walls.
struct WallNote {
    Facade facade = Facade::Unknown;
    Side side = Side::All;
};

/// The attribute `blank_wall` of a building: kinds of wall with their sides, `firewall:N; blank:E,W`, `防火墙:北；无窗墙:东、西`, `北山墙 实墙`. Sides without a
/// kind are blank walls; a kind without sides speaks of all walls.
/// @return empty for no text or `无`, `no`; nothing where it cannot be understood: then nothing is known of any wall
std::optional<std::vector<WallNote>> wall_notes(std::string_view text);

/// The walls of a footprint that share a facade, as lines; those of which nothing is known too. Each wall has the best of what is noted of it.
struct Walls {
    Facade facade = Facade::Unknown;
    std::vector<Line> lines;
};

/// @param footprint  in a CRS with north up @return in the order of `Facade`, none empty; the walls of courtyards are among them
std::vector<Walls> walls_of(const MultiPolygon& footprint, const std::vector<WallNote>& notes);

}  // namespace geo
