#include "app/render/label_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace app {
namespace {

struct Field {
    std::string name;
    int decimals = -1;
    std::size_t end = 0;  ///< behind the closing brace
};

/// The field whose brace opens at `at`.
Field field_at(std::string_view text, std::size_t at) {
    const std::size_t close = std::min(text.find('}', at), text.size());
    const std::string_view inner = text.substr(at + 1, close - at - 1);
    const std::size_t colon = inner.find(':');
    Field field{std::string{inner.substr(0, colon)}, -1, std::min(close + 1, text.size())};
    if (colon != std::string_view::npos && colon + 1 < inner.size()) field.decimals = inner[colon + 1] - '0';
    return field;
}

bool is_name_letter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

}  // namespace

std::vector<std::string> fields_of(std::string_view text) {
    std::vector<std::string> fields;
    for (std::size_t at = text.find('{'); at != std::string_view::npos;) {
        Field field = field_at(text, at);
        fields.push_back(std::move(field.name));
        at = text.find('{', field.end);
    }
    return fields;
}

std::string filled(std::string_view text, const std::function<std::string(const std::string&, int)>& words) {
    std::string result, bracket;
    bool in_bracket = false, is_whole = true;
    for (std::size_t at = 0; at < text.size();) {
        std::string& target = in_bracket ? bracket : result;
        if (text[at] == '[') {
            in_bracket = is_whole = true, bracket.clear(), ++at;
        } else if (text[at] == ']' && in_bracket) {
            if (is_whole) result += bracket;
            in_bracket = false, ++at;
        } else if (text[at] == '{') {
            const Field field = field_at(text, at);
            const std::string word = words(field.name, field.decimals);
            if (word.empty()) is_whole = false;
            target += word;
            at = field.end;
        } else {
            target += text[at++];
        }
    }
    return result;
}

std::string short_building_name(std::string_view name) {
    constexpr std::array<std::string_view, 8> suffixes{"号楼", "幢", "栋", "座", "号", "#楼", "#", "＃"};
    for (const std::string_view suffix : suffixes) {
        if (!name.ends_with(suffix)) continue;
        const std::string_view rest = name.substr(0, name.size() - suffix.size());
        std::size_t from = rest.size();
        while (from > 0 && is_name_letter(rest[from - 1])) --from;
        if (from < rest.size()) return std::string{rest.substr(from)} + "#";
    }
    return std::string{name};
}

std::string number_words(double value, int decimals) {
    if (!std::isfinite(value)) return {};
    if (decimals >= 0) return fmt::format("{:.{}f}", value, decimals);
    std::string words = fmt::format("{:.2f}", value);
    words.erase(words.find_last_not_of('0') + 1);
    if (words.back() == '.') words.pop_back();
    return words;
}

}  // namespace app
