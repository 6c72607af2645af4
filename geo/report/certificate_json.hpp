#pragma once

#include "geo/report/certificate_tables.hpp"

#include <nlohmann/json_fwd.hpp>

namespace geo {

/// The document `anchong/certificate/1` (schema in data/schemas): the header as an object, tables as arrays of objects, and each site's ground as in GeoJSON,
/// but in the working CRS and with rings that do not repeat their first corner.
nlohmann::json certificate_json(const CertificateDocument& document);

/// The tables of such a document. @throws InvalidInput  no certificate
std::vector<CertificateTable> certificate_tables(const nlohmann::json& document, const std::filesystem::path& file);

/// Rows of one table as objects, and the way back.
nlohmann::json rows_json(const CertificateTable& table);
void read_rows(const nlohmann::json& rows, CertificateTable& table);

}  // namespace geo
