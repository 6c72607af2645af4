#pragma once

#include <filesystem>
#include <string_view>

namespace geo {

/// Writes a text beside its place and renames it: complete or absent.
/// @throws OutputError  not writable, disk full, or exists and not `overwrite`
void write_text(const std::filesystem::path& file, std::string_view text, bool overwrite);

}  // namespace geo
