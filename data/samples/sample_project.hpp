#pragma once

#include "data/samples/write_township.hpp"
#include "geo/core/progress.hpp"
#include "geo/io/project_file.hpp"
#include "geo/io/vector_file.hpp"

namespace samples {

/// The sample township's files and the project made of them.
struct SampleProject {
    std::filesystem::path project;
    std::vector<SampleFile> files;
    std::vector<geo::LayerRequest> requests;  ///< as the project was made of the files
    std::vector<geo::Finding> findings;
};

inline constexpr std::string_view sample_rules = "cn-chongqing-2024";

/// Writes the township into a folder and makes `town.gpkg` of it. @throws as write_township and make_project
SampleProject make_sample_project(const std::filesystem::path& folder, bool overwrite, const geo::Progress& progress = {});

}  // namespace samples
