#pragma once

#include <filesystem>
#include <string>

namespace app {

/// What Qt leaves to do in a PDF that it has written:
/// - names of embedded subsets get their tag, as the standard asks (ISO 32000-1, 9.6.4), so that viewers know them as subsets;
/// - with SOURCE_DATE_EPOCH set, the dates are `geo::timestamp()`.
/// @param told  the name that errors speak of @throws geo::OutputError
void finish_pdf(const std::filesystem::path& file, const std::filesystem::path& told);

/// The same of its bytes. @param stamp  of the dates, `20261122083000`; empty: as they are
std::string finished_pdf(std::string bytes, const std::string& stamp);

}  // namespace app
