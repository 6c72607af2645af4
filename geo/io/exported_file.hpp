#pragma once

#include "geo/model/results.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace geo {

/// What an exported GeoPackage says of its certificate.
struct ExportedCertificate {
    std::map<std::string, std::string> header;  ///< of the table `anchong_certificate`
    Results results;                            ///< sites, clearances and checks
};

/// Changes no byte of the file. @throws SourceError  missing or no GeoPackage @throws InvalidInput  one without a certificate, or broken
ExportedCertificate read_exported_certificate(const std::filesystem::path& file);

}  // namespace geo
