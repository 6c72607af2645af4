// Each target with its seeds and a few thousand mutations of them, the same every time: in every preset, without clang.
// With ANCHONG_FUZZ_SEEDS the seeds are written into that folder, for the fuzzer to start from.
#include "tests/fuzz/target.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace {

void give(const std::string& input) {
    fuzz::try_input({reinterpret_cast<const unsigned char*>(input.data()), input.size()});
}

/// Flips, drops, repeats or overwrites a few bytes.
std::string mutated(std::string input, std::mt19937& random) {
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
    for (std::size_t steps = 1 + below(4); steps > 0 && !input.empty(); --steps) {
        const std::size_t at = below(input.size()), length = 1 + below(std::min<std::size_t>(16, input.size() - at));
        switch (below(4)) {
            case 0: input[at] = static_cast<char>(input[at] ^ static_cast<char>(1U << below(8))); break;
            case 1: input.erase(at, length); break;
            case 2: input.insert(at, input.substr(below(input.size()), length)); break;
            default: input[at] = static_cast<char>(below(256)); break;
        }
    }
    return input;
}

TEST(Replay, WritesSeedsWhenAsked) {
    const auto seeds = fuzz::seeds();
    ASSERT_FALSE(seeds.empty());
    const char* folder = std::getenv("ANCHONG_FUZZ_SEEDS");
    if (!folder) GTEST_SKIP() << "ANCHONG_FUZZ_SEEDS names no folder";
    std::filesystem::create_directories(folder);
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        const auto file = std::filesystem::path{folder} / ("seed-" + std::to_string(i));
        std::ofstream{file, std::ios::binary} << seeds[i];
        EXPECT_EQ(std::filesystem::file_size(file), seeds[i].size());
    }
}

TEST(Replay, SeedsAndTheirMutationsHold) {
    std::mt19937 random{20240912};
    std::size_t tried = 0;
    give("");
    for (const std::string& seed : fuzz::seeds()) {
        give(seed);
        const std::size_t rounds = std::clamp<std::size_t>(200'000 / (seed.size() + 200), 20, 300);
        for (std::size_t i = 0; i < rounds; ++i, ++tried) give(mutated(seed, random));
    }
    EXPECT_GE(tried, 20u);
}

}  // namespace
