#include "tests/geo/geometry/jts/tally.hpp"

#include <fmt/format.h>

namespace geo::jts {

int Counts::failures() const {
    int sum = 0;
    for (const auto& [why, names] : failed) sum += static_cast<int>(names.size());
    return sum;
}

int Counts::total() const {
    int sum = passed + failures();
    for (const auto& [why, count] : not_asked) sum += count;
    return sum;
}

void Tally::note(const std::string& family, const std::string& why, const std::string& name) {
    Counts& counts = m_families[family];
    if (why.empty()) ++counts.passed;
    else counts.failed[why].push_back(name);
}

std::string Tally::table() const {
    std::string text = "| family | cases | pass | fail | not asked |\n|---|---|---|---|---|\n", reasons;
    for (const auto& [family, counts] : m_families) {
        const int failures = counts.failures();
        text += fmt::format("| {} | {} | {} | {} | {} |\n", family, counts.total(), counts.passed, failures, counts.total() - counts.passed - failures);
        for (const auto& [why, names] : counts.failed) {
            reasons += fmt::format("{}: fails, {}: {}\n", family, why, names.size());
            for (std::size_t i = 0; i < names.size() && i < 4; ++i) reasons += "    " + names[i] + "\n";
        }
        for (const auto& [why, count] : counts.not_asked) reasons += fmt::format("{}: not asked, {}: {}\n", family, why, count);
    }
    return text + reasons;
}

}  // namespace geo::jts
