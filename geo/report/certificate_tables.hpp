#pragma once

#include "geo/report/certificate_document.hpp"

#include <string_view>
#include <vector>

namespace geo {

/// A part of a certificate as a table: the same in every format, and what is compared when one is checked.
struct CertificateColumn {
    std::string_view key;
    Message title;
    FieldType type = FieldType::Text;
    double width = 12.0;   ///< on a sheet, in characters
    bool may_lack = false; ///< a GeoPackage has none
};
struct CertificateTable {
    std::string_view key;  ///< `header`, `sites`, `clearances`, `checks`, `inputs`, `rules`, `ground`
    Message title;
    std::size_t key_columns = 1;  ///< the first of them tell rows apart
    std::vector<CertificateColumn> columns;
    std::vector<std::vector<Value>> rows;
};

/// `header` first, then the others. `ground` has a row for each corner of the sites' grounds: site, part, ring (0 outer), number, E, N in the working CRS.
std::vector<CertificateTable> certificate_tables(const CertificateDocument& document);

/// The way back. @param tables  by key, columns in any order; what is missing throws @throws InvalidInput  naming table, column and row
CertificateDocument certificate_from(const std::vector<CertificateTable>& tables, const std::filesystem::path& file);

}  // namespace geo
