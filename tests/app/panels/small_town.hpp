#pragma once

#include "app/project/open_project.hpp"

#include <cstddef>

/// Four compounds in a row, 100 m squares 20 m apart: C1 with two sites, C2 with ground and no site, C3 without ground, C4 not computed; six
/// hazard reports in C1. In EPSG:4545.
app::LoadedProject small_town();

/// The same without results.
app::LoadedProject town_not_run();

/// The same with many hazard reports, spread over C1, so that a density of them takes a while.
app::LoadedProject town_with_reports(std::size_t count);
