#include "geo/io/value_parsing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace geo::reading {
namespace {

struct Unit {
    std::string_view of;    ///< the field's unit; empty for counts and amounts
    std::string_view word;  ///< in lower case
    double factor;
};

constexpr Unit units[] = {
    {"m", "m", 1},       {"m", "米", 1},         {"m", "公尺", 1},    {"m", "meter", 1},    {"m", "meters", 1},  {"m", "metre", 1},
    {"m", "metres", 1},  {"m", "cm", 0.01},      {"m", "厘米", 0.01}, {"m", "mm", 0.001},   {"m", "毫米", 0.001}, {"m", "km", 1000},
    {"m", "ft", 0.3048}, {"m", "feet", 0.3048},  {"m", "'", 0.3048},  {"kV", "kv", 1},      {"kV", "千伏", 1},   {"kV", "v", 0.001},
    {"kV", "伏", 0.001}, {"MPa", "mpa", 1},      {"MPa", "兆帕", 1},  {"MPa", "kpa", 0.001}, {"MPa", "千帕", 0.001}, {"MPa", "pa", 1e-6},
    {"MPa", "bar", 0.1}, {"kVA", "kva", 1},      {"kVA", "千伏安", 1}, {"kVA", "mva", 1000}, {"kVA", "kw", 1},    {"kVA", "千瓦", 1},
    {"", "f", 1},        {"", "层", 1},          {"", "楼", 1},       {"", "户", 1},        {"", "套", 1},       {"", "辆", 1},
    {"", "台", 1},       {"", "个", 1},          {"", "位", 1},       {"", "瓶", 1},        {"", "年", 1},       {"", "floors", 1},
    {"", "storeys", 1},  {"", "stories", 1},     {"", "levels", 1},   {"", "m3", 1},        {"", "m³", 1},       {"", "立方米", 1},
    {"", "立方", 1},     {"", "方", 1},          {"", "t", 1},        {"", "吨", 1},        {"", "kg", 0.001},   {"", "公斤", 0.001},
    {"", "l", 0.001},    {"", "升", 0.001},
};

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

// Full-width digits and signs, as Chinese input methods leave them, to plain ones.
std::string plain(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        // U+FF01 … U+FF5E are EF BC 81 … EF BD 9E.
        if (static_cast<unsigned char>(text[i]) == 0xEF && i + 2 < text.size()) {
            const unsigned a = static_cast<unsigned char>(text[i + 1]), b = static_cast<unsigned char>(text[i + 2]);
            const unsigned code = ((a & 0x3FU) << 6U | (b & 0x3FU)) | 0xF000U;
            if (code >= 0xFF01 && code <= 0xFF5E) {
                result += static_cast<char>(code - 0xFF01 + 0x21);
                i += 2;
                continue;
            }
        }
        result += text[i];
    }
    return result;
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 12,5 is twelve and a half; 1,250 is a thousand and more.
bool take_comma_group(std::string_view& text, std::string& digits) {
    if (text.size() < 2 || text[0] != ',' || !is_digit(text[1])) return false;
    std::size_t end = 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool is_thousands = end == 4 && digits.find('.') == std::string::npos && digits.size() <= 3 && digits != "0";
    digits += is_thousands ? "" : ".";
    digits += text.substr(1, end - 1);
    text.remove_prefix(end);
    return is_thousands;
}

std::optional<double> take_number(std::string_view& text) {
    std::string_view rest = text;
    std::string digits;
    const bool is_negative = take(rest, "-");
    if (!is_negative) take(rest, "+");
    while (!rest.empty() && is_digit(rest.front())) digits += rest.front(), rest.remove_prefix(1);
    if (!digits.empty()) take_comma_group(rest, digits);
    if (digits.find('.') == std::string::npos && rest.size() > (digits.empty() ? 1U : 0U) && take(rest, ".")) {
        digits += '.';
        while (!rest.empty() && is_digit(rest.front())) digits += rest.front(), rest.remove_prefix(1);
    }
    if (digits.empty() || digits == ".") return std::nullopt;
    if (rest.size() >= 2 && (rest[0] == 'e' || rest[0] == 'E')) {
        std::size_t end = rest[1] == '-' || rest[1] == '+' ? 2 : 1;
        const std::size_t first = end;
        while (end < rest.size() && is_digit(rest[end])) ++end;
        if (end > first) {
            digits += 'e';
            digits += rest.substr(rest[1] == '+' ? 2 : 1, end - (rest[1] == '+' ? 2 : 1));
            rest.remove_prefix(end);
        }
    }
    if (digits.front() == '.') digits.insert(0, "0");
    double value = 0.0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value)) return std::nullopt;
    text = rest;
    return is_negative ? -value : value;
}

// The unit in front of the next separator, taken away; nothing when it is none of the field's.
std::optional<double> take_unit(std::string_view& text, std::string_view unit) {
    text = trimmed(text);
    const Unit* best = nullptr;
    for (const Unit& u : units)
        if (u.of == unit && text.starts_with(u.word) && (!best || u.word.size() > best->word.size())) best = &u;
    if (!best) return 1.0;
    std::string_view rest = text.substr(best->word.size());
    if (!rest.empty() && rest.front() >= 'a' && rest.front() <= 'z') return std::nullopt;  // a longer word
    text = rest;
    return best->factor;
}

// 2005, 2005年, 2005-06-30T08:00, 20050630.
std::optional<double> parse_year(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    const bool is_year = digits == 4 || digits == 6 || digits == 8;
    return is_year ? parse_number(text.substr(0, 4)) : std::nullopt;
}

bool is_truth(std::string_view field) { return field == "surveyed" || field == "derived"; }

bool must_be_positive(std::string_view field) {
    constexpr std::array<std::string_view, 6> fields{"floors", "height", "width", "voltage", "pressure", "built_year"};
    return std::ranges::find(fields, field) != fields.end();
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    while (text.starts_with("\u3000")) text.remove_prefix(3);
    while (text.ends_with("\u3000")) text.remove_suffix(3);
    return text;
}

std::optional<double> parse_number(std::string_view cell, std::string_view unit) {
    const std::string folded = lower(plain(trimmed(cell)));
    std::string_view text = folded;
    for (const std::string_view prefix : {"约", "共", "地上", "~", "≈"})
        if (take(text, prefix)) text = trimmed(text);

    std::optional<double> result;
    enum class Join { Largest, Sum, First } join = Join::Largest;
    while (true) {
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        const auto factor = take_unit(text, unit);
        if (!factor) return std::nullopt;
        const double value = *number * *factor;
        if (!result) result = value;
        else if (join == Join::Largest) result = std::max(*result, value);
        else if (join == Join::Sum) *result += value;

        text = trimmed(text);
        if (text.empty() || text == "+") return result;  // "6+" says at least six
        bool is_joined = false;
        for (const std::string_view mark : {";", "、", "~", "–", "至", "-", "|"})
            if (!is_joined && take(text, mark)) join = Join::Largest, is_joined = true;
        if (!is_joined && take(text, "+")) join = Join::Sum, is_joined = true;
        if (!is_joined && take(text, "/")) join = Join::First, is_joined = true;
        if (!is_joined) return std::nullopt;
        text = trimmed(text);
    }
}

Value parse_value(const Field& field, std::string_view cell, bool in_volts, bool& is_bad) {
    const std::string_view text = trimmed(cell);
    if (text.empty()) return {};
    if (field.type == FieldType::Text) return std::string{text};
    if (is_truth(field.name)) {
        const std::string word = lower(text);
        for (const std::string_view yes : {"是", "有", "yes", "true", "y", "t", "√"})
            if (word == yes) return std::int64_t{1};
        for (const std::string_view no : {"否", "无", "no", "false", "n", "f"})
            if (word == no) return std::int64_t{0};
    }
    std::optional<double> number = field.name == "built_year" ? parse_year(text) : parse_number(text, field.unit);
    if (number && field.name == "voltage") {
        const bool is_plain = is_digit(text.back());
        constexpr double highest_kv = 1200.0;
        if (is_plain && (in_volts || *number > highest_kv)) *number /= 1000.0;
    }
    constexpr double largest = 1e9;
    if (!number || std::abs(*number) > largest || *number < 0.0 || (must_be_positive(field.name) && *number <= 0.0)) {
        is_bad = true;
        return {};
    }
    if (field.type == FieldType::Real) return *number;
    return static_cast<std::int64_t>(std::ceil(*number - 1e-9));
}

std::string plain_number(double number) {
    constexpr double exact = 9007199254740992.0;  // 2^53
    if (std::abs(number) < exact && number == std::floor(number)) return std::to_string(static_cast<std::int64_t>(number));
    return fmt::format("{}", number);
}

}  // namespace geo::reading
