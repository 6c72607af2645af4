#pragma once

#include <string>
#include <string_view>

namespace geo {

/// A word as it is to be typed in a shell: in single quotes where the shell would not take it as one word.
std::string shell_word(std::string_view word);
/// Several, with blanks between them.
template <typename Words>
std::string shell_words(const Words& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + shell_word(word);
    return text;
}

}  // namespace geo
