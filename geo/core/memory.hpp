#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace geo {

/// Bytes of memory that a program can still have without others being put to disk, by `/proc/meminfo`; nothing when that does not tell.
std::optional<std::uint64_t> available_memory();

/// `812 MB`, `3.4 GB`.
std::string shown_bytes(std::uint64_t bytes);

}  // namespace geo
