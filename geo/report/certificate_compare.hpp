#pragma once

#include "geo/report/certificate_document.hpp"

#include <string_view>
#include <vector>

namespace geo {

/// Compares one table of two certificates, row by row and column by column: codes `row-differs`, `row-missing`, `row-extra` and the like, by table. Numbers are
/// equal to 1 µm; columns that the given one's format does not hold are passed over.
/// @param table  key of `certificate_tables`
/// @param given  what somebody claims @param again  what was recomputed
void compare_table(std::string_view table, const CertificateDocument& given, const CertificateDocument& again, std::vector<Finding>& differences);

}  // namespace geo
