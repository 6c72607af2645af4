#pragma once

#include <filesystem>
#include <string>

namespace app {

/// Bytes of a PDF with what Qt leaves to do in it:
/// - names of embedded subsets get their tag, as the standard asks (ISO 32000-1, 9.6.4), so that viewers know them as subsets;
/// - the dates are the stamp, `20261122083000`; empty: as they are.
std::string finished_pdf(std::string bytes, const std::string& stamp);

/// Writes them, with SOURCE_DATE_EPOCH set dated `geo::timestamp()`. @param told  the name that errors speak of @throws geo::OutputError
void write_finished_pdf(std::string bytes, const std::filesystem::path& file, const std::filesystem::path& told);

}  // namespace app
