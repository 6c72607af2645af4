#include "geo/core/near_words.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace geo {
namespace {

/// Steps of one letter that turn one word into the other (Levenshtein).
std::size_t steps_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
        }
    }
    return row.back();
}

}  // namespace

std::vector<std::string> near_words(std::span<const std::string> words, std::string_view written, std::size_t most) {
    std::vector<std::tuple<bool, std::size_t, std::string>> all;
    for (const std::string& word : words) {
        const bool is_part = !written.empty() && word.find(written) != std::string::npos;
        all.emplace_back(!is_part, steps_between(written, word), word);
    }
    std::ranges::sort(all);
    std::vector<std::string> near;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) near.push_back(std::get<std::string>(all[i]));
    return near;
}

std::string near_words_line(std::span<const std::string> words, std::string_view written, std::size_t most) {
    std::string line;
    for (const std::string& word : near_words(words, written, most)) line += (line.empty() ? "" : ", ") + word;
    return line;
}

}  // namespace geo
