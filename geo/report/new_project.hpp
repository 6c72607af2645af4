#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/import.hpp"
#include "geo/io/project_file.hpp"
#include "geo/rules/number_edit.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

/// Reads the layers, makes planning units where asked, folds the pack in and writes a new project with scenario `base`. Classes that no rule covers and
/// numbers that the pack asks for and does not state are findings.
/// @param numbers  put into a copy of the pack that is the project's own (`own_copy`)
/// @throws any Error
Project make_project(const std::filesystem::path& file, const std::vector<LayerRequest>& layers, bool compounds_from_units,
                          const std::string& pack, bool overwrite, const Progress& progress,
                          const std::vector<RuleEdit>& numbers = {});

}  // namespace geo
