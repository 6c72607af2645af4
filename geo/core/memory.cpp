#include "geo/core/memory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace geo {

std::optional<std::uint64_t> available_memory() {
    std::ifstream in{"/proc/meminfo"};
    std::string key, unit;
    for (std::uint64_t amount = 0; in >> key >> amount;) {
        if (key == "MemAvailable:") return amount * 1024;
        std::getline(in, unit);
    }
    return std::nullopt;
}

std::string shown_bytes(std::uint64_t bytes) {
    const double megabytes = static_cast<double>(bytes) / 1e6;
    return megabytes < 1000 ? fmt::format("{:.0f} MB", std::max(1.0, megabytes)) : fmt::format("{:.1f} GB", megabytes / 1000);
}

}  // namespace geo
