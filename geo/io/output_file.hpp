#pragma once

#include <filesystem>
#include <string_view>

namespace geo {

/// What writing a single file would refuse before any work, so that it can be said first.
/// @throws OutputError   the file exists and not `overwrite`, it is a folder, or its folder does not exist or takes no file
void require_writable(const std::filesystem::path& file, bool overwrite);

/// Writes a text beside its place and renames it: complete or absent.
/// @throws OutputError  as require_writable, or the disk is full
void write_text(const std::filesystem::path& file, std::string_view text, bool overwrite);

}  // namespace geo
