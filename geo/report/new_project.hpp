#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/import.hpp"
#include "geo/io/project_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

/// Reads the layers, makes planning units where asked, folds the pack in and writes a new project with scenario `base`.
/// @throws any Error
Project make_project(const std::filesystem::path& file, const std::vector<LayerRequest>& layers, bool compounds_from_units,
                          const std::string& pack, bool overwrite, const Progress& progress);

}  // namespace geo
