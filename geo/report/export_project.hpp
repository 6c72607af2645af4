#pragma once

#include "geo/io/export_file.hpp"
#include "geo/report/certificate_document.hpp"

namespace geo {

/// Exports a project as its owner sees it, its existing facilities judged and with a certificate's header in a GeoPackage: as `export_files`, but never over the project itself, and with a finding where there is nothing planned yet, or
/// the rules were changed since.
///
/// @param project_file  where the inputs and results come from
/// @throws OutputError  as export_files, and when the export would replace the project
std::vector<std::filesystem::path> export_project(const ExportRequest& request, const std::filesystem::path& project_file, const Project& project,
                                                  const Results& results, std::vector<Finding>& findings, const Progress& progress = {});

/// A certificate as asked for.
struct CertificateRequest {
    CertificateFormat format = CertificateFormat::Json;
    std::filesystem::path folder;
    std::string name;  ///< of the project, for the file's
    bool overwrite = false;
    std::optional<int> phase{};  ///< rank: only its sites
};

/// Writes the certificate of a scenario's results; stale ones are a finding. @return the file
/// @throws InvalidInput  no results yet @throws OutputError  as write_certificate
std::filesystem::path export_certificate(const CertificateRequest& request, const Project& project, const Results& results, std::vector<Finding>& findings,
                                         const Progress& progress = {});

}  // namespace geo
