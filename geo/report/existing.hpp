#pragma once

#include "geo/checks/existing.hpp"
#include "geo/io/project_file.hpp"

namespace geo {

/// The existing facilities of a project by the rules of one of its scenarios. @throws InvalidInput  no such scenario @throws as check_existing
ExistingFacilities existing_of(const Project& project, const std::string& scenario, int threads = 0, const Progress& progress = {});

/// Whether the project has a layer of existing facilities with anything in it.
bool has_existing(const Inputs& inputs);

}  // namespace geo
