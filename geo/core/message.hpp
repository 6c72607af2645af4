#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace geo {

enum class Language { Chinese, English };

/// One sentence for the user in both languages: what was being done, where, and what to do next.
struct Message {
    std::string zh;
    std::string en;

    const std::string& in(Language language) const { return language == Language::Chinese ? zh : en; }
    bool operator==(const Message&) const = default;
};

/// Fills the same arguments into a Chinese and an English format string (`{}`, or `{0}` where the order differs).
template <typename... Args>
Message say(std::string_view zh, std::string_view en, const Args&... args) {
    return {fmt::format(fmt::runtime(zh), args...), fmt::format(fmt::runtime(en), args...)};
}

}  // namespace geo
