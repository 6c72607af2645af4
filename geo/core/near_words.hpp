#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// Words that the one written may have been meant for: first those that hold it, then those that are spelt alike (Levenshtein), at most `most`.
std::vector<std::string> near_words(std::span<const std::string> words, std::string_view written, std::size_t most = 4);

/// The same as one line, `a, b, c`.
std::string near_words_line(std::span<const std::string> words, std::string_view written, std::size_t most = 4);

}  // namespace geo
