#include "geo/core/memory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include <sys/resource.h>
#include <unistd.h>

namespace geo {

namespace {

std::optional<std::uint64_t> left_on_machine() {
    std::ifstream in{"/proc/meminfo"};
    std::string key, unit;
    for (std::uint64_t kilobytes = 0; in >> key >> kilobytes;) {
        if (key == "MemAvailable:") return kilobytes * 1024;
        std::getline(in, unit);
    }
    return std::nullopt;
}

std::optional<std::uint64_t> left_to_process() {
    rlimit limit{};
    std::uint64_t pages = 0;
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || !(std::ifstream{"/proc/self/statm"} >> pages)) return std::nullopt;
    const std::uint64_t taken = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return limit.rlim_cur > taken ? limit.rlim_cur - taken : 0;
}

}  // namespace

std::optional<std::uint64_t> available_memory() {
    const auto machine = left_on_machine(), process = left_to_process();
    return machine && process ? std::min(machine, process) : machine ? machine : process;
}

std::string shown_bytes(std::uint64_t bytes) {
    const double megabytes = static_cast<double>(bytes) / 1e6;
    return megabytes < 1000 ? fmt::format("{:.0f} MB", std::max(1.0, megabytes)) : fmt::format("{:.1f} GB", megabytes / 1000);
}

}  // namespace geo
