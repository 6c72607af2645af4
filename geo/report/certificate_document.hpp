#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/project_file.hpp"
#include "geo/model/results.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo {

inline constexpr const char* certificate_format = "anchong/certificate/1";

/// An input layer as a certificate names it.
struct CertificateInput {
    std::string role, file, layer, sha256;
    CrsName crs;  ///< of the source
    double accuracy_m = 3.0;
    std::string accuracy_from;
    std::int64_t features = 0;

    bool operator==(const CertificateInput&) const = default;
};

/// A row with what a reader needs besides the ids. Absent where the format does not hold it (GeoPackage).
struct CertificateRow {
    ClearanceRow row;
    std::optional<std::string> obst_name, source, clause_no;
    std::optional<double> margin_m;
};

/// A rule that some row rests on.
struct CertificateRule {
    std::string id;
    double value_m = 0.0;
    Strength strength = Strength::Must;
    Clause clause;
    Message text;
};

/// Everything that a site's verdict rests on, as it is handed to somebody else: what was computed from what, by which rules and program; every site with the ground
/// that was measured; every obstacle in reach of each.
struct CertificateDocument {
    std::string format = certificate_format;
    std::string project, scenario, phase;  ///< phase: empty for all
    std::string zone_type, pack, edition, pack_sha256;
    std::string assumptions;               ///< distances that the scenario puts in the place of the pack's: `shed-to-building=3;…`; empty for none
    double barrier_h = 0.0;                ///< of the dividers that the scenario builds
    CrsName crs;                           ///< working CRS, of the sites' grounds
    std::string program, made_at;          ///< version; UTC
    std::int64_t site_count = 0, row_count = 0, check_count = 0;  ///< as the header says
    std::vector<CertificateInput> inputs;
    std::vector<Site> sites;  ///< without single bays
    std::vector<CertificateRow> clearances;
    std::vector<CheckRow> checks;
    std::vector<CertificateRule> rules;    ///< by id
    bool is_full = true;                   ///< false of a GeoPackage, which holds neither rules nor what rows have besides the table `clearances`
};

/// What every certificate says of itself.
Message certificate_disclaimer();

/// The certificate of one scenario's results. @param phase  rank; only its sites
CertificateDocument certificate_of(const Project& project, const Results& results, std::optional<int> phase = {});

/// The header as a GeoPackage's table `anchong_certificate` has it; its inputs as JSON.
std::vector<std::pair<std::string, std::string>> certificate_header(const CertificateDocument& document);

enum class CertificateFormat { Json, Workbook };

/// Writes `NAME-certificate.json` or `.xlsx` into a folder, complete or absent. @return the file
/// @throws OutputError  as export_files
std::filesystem::path write_certificate(const CertificateDocument& document, CertificateFormat format, const std::filesystem::path& folder, const std::string& name,
                                        bool overwrite, const Progress& progress = {});

/// Reads a certificate, whatever its name: JSON, XLSX or an exported GeoPackage, told by content.
/// @throws SourceError  missing or unreadable @throws InvalidInput  no certificate, broken, or of a newer format
CertificateDocument read_certificate(const std::filesystem::path& file);

}  // namespace geo
