#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace geo {

/// Bytes of memory that this process can still have: what the machine has left by `/proc/meminfo`, and no more than its own limit
/// (`ulimit -v`) allows. Nothing when that does not tell.
std::optional<std::uint64_t> available_memory();

/// `812 MB`, `3.4 GB`.
std::string shown_bytes(std::uint64_t bytes);

}  // namespace geo
