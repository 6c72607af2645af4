#pragma once

#include "app/canvas/map_canvas.hpp"
#include "app/render/map_data.hpp"

#include <memory>

namespace app::testing {

/// South-western corner of every town here: on the central meridian, where a grid metre is a ground metre.
inline constexpr geo::Point town_corner{500'000.0, 3'270'000.0};
inline constexpr double town_pitch_m = 40.0;

/// Buildings in rows and columns, one every 40 m, each 20 m across with `vertices` at its corners and bends; one compound round them all. EPSG:4544.
std::shared_ptr<const MapData> town(int columns, int rows, int vertices = 4);

/// One that takes a painter a while: 40,000 buildings of 80 vertices.
std::shared_ptr<const MapData> large_town();

/// Hazard reports in rows and columns, one every 40 m.
std::shared_ptr<const MapData> hazards(int columns, int rows);

geo::Box box_of_town(int columns, int rows);

/// Lets events happen until the canvas shows a sharp picture. @return false after 30 s without
bool becomes_sharp(const MapCanvas& canvas);

}  // namespace app::testing
