#pragma once

#include "geo/io/project_file.hpp"

#include <optional>
#include <string>

namespace geo::testing {

/// The sample township as a project under Chongqing's pack.
Project sample_project();

/// A place of the real data with planning units, under `cn-base`; nothing where ANCHONG_REAL_DATA is not set.
/// @param roads  layer of centre lines, or empty
std::optional<Project> real_project(const std::string& file, const std::string& buildings, const std::string& roads);

/// Buildings alone, as inputs, in one compound that holds all of them; nothing where ANCHONG_REAL_DATA is not set.
std::optional<Inputs> real_city(const std::string& file, const std::string& buildings);

}  // namespace geo::testing
