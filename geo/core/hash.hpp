#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace geo {

/// SHA-256 of a text, as 64 hex digits.
std::string sha256(std::string_view text);

/// SHA-256 of a file's bytes, as 64 hex digits. @param from  bytes left out at its beginning @throws SourceError when it cannot be read
std::string sha256_file(const std::filesystem::path& file, std::uintmax_t from = 0);

}  // namespace geo
