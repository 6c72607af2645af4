#include "geo/io/exported_file.hpp"

#include "geo/io/export_tables.hpp"
#include "geo/io/gpkg_file.hpp"
#include "geo/io/results_table.hpp"
#include "geo/io/rule_tables.hpp"

namespace geo {

using namespace storage;

ExportedCertificate read_exported_certificate(const std::filesystem::path& file) {
    const GpkgReader reader{file};
    if (!reader.has(certificate_table_name)) {
        throw InvalidInput{say("{} 是 GeoPackage，但没有证书（表 {}）。证书由 anchong export --format gpkg 写出。",
                               "{} is a GeoPackage but holds no certificate (table {}). anchong export --format gpkg writes one.", file.string(), certificate_table_name)};
    }
    ExportedCertificate exported;
    exported.header = stored_pairs(reader, certificate_table_name, {{"key", FieldType::Text}, {"value", FieldType::Text}});
    exported.results = results_from(exported.header["scenario"], [&](ResultTable table) -> std::vector<Row> {
        // A bay tells nothing that the certificate claims; grounds and zones are not part of it.
        const bool is_part = table == ResultTable::Sites || table == ResultTable::Clearances || table == ResultTable::Checks;
        return is_part ? reader.rows(std::string{table_name(table)}, result_columns(table)) : std::vector<Row>{};
    });
    return exported;
}

}  // namespace geo
