#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/import.hpp"
#include "geo/io/project_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// Reads the layers, makes planning units where asked, folds the pack in and writes a new project with scenario `base`.
/// @throws any geo::Error
geo::Project make_project(const std::filesystem::path& file, const std::vector<geo::LayerRequest>& layers, bool compounds_from_units,
                          const std::string& pack, bool overwrite, const geo::Progress& progress);

}  // namespace app
