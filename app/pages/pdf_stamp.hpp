#pragma once

#include <filesystem>

namespace app {

/// Replaces what tells one writing of the same PDF from another (its dates and its ids) by the time of `geo::timestamp()` and a hash of the content, in place:
/// no byte moves. Nothing is changed unless SOURCE_DATE_EPOCH is set.
/// @param told  the name that errors speak of @throws geo::OutputError
void stamp_pdf(const std::filesystem::path& file, const std::filesystem::path& told);

}  // namespace app
