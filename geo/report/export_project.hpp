#pragma once

#include "geo/io/export_file.hpp"

namespace geo {

/// Exports a project as its owner sees it: as `export_files`, but never over the project itself, and with a finding where there is nothing planned yet, or
/// the rules were changed since.
///
/// @param project_file  where the inputs and results come from
/// @throws OutputError  as export_files, and when the export would replace the project
std::vector<std::filesystem::path> export_project(const ExportRequest& request, const std::filesystem::path& project_file, const Project& project,
                                                  const Results& results, std::vector<Finding>& findings, const Progress& progress = {});

}  // namespace geo
