#include "geo/io/dbf_file.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <vector>

namespace geo::reading {
namespace {

struct TextField {
    std::size_t offset, width;
};

std::string_view without_padding(std::string_view text) {
    text = text.substr(0, text.find('\0'));
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

void judge(DbfFacts& facts, std::string_view text, bool fills_field) {
    if (is_ascii(text)) return;
    facts.is_ascii = false;
    if (facts.is_utf8) facts.is_utf8 = is_utf8(text, fills_field);
    if (facts.is_gbk) facts.is_gbk = looks_like_gbk(text);
}

int code_page_of(int language) {
    static const std::map<int, int> pages{
        {0x01, 437},  {0x02, 850},  {0x03, 1252}, {0x04, 10000}, {0x08, 865},  {0x0A, 850},  {0x0B, 437},  {0x0D, 437},  {0x0E, 850},
        {0x0F, 437},  {0x10, 850},  {0x11, 437},  {0x12, 850},   {0x13, 932},  {0x14, 850},  {0x15, 437},  {0x16, 850},  {0x17, 865},
        {0x18, 437},  {0x19, 437},  {0x1A, 850},  {0x1B, 437},   {0x1C, 863},  {0x1D, 850},  {0x1F, 852},  {0x22, 852},  {0x23, 852},
        {0x24, 860},  {0x25, 850},  {0x26, 866},  {0x37, 850},   {0x40, 852},  {0x4D, 936},  {0x4E, 949},  {0x4F, 950},  {0x50, 874},
        {0x57, 28591}, {0x58, 1252}, {0x59, 1252}, {0x64, 852},  {0x65, 866},  {0x66, 865},  {0x67, 861},  {0x6A, 737},  {0x6B, 857},
        {0x6C, 863},  {0x78, 950},  {0x79, 949},  {0x7A, 936},   {0x7B, 932},  {0x7C, 874},  {0x7D, 1255}, {0x7E, 1256}, {0x86, 737},
        {0x87, 852},  {0x88, 857},  {0xC8, 1250}, {0xC9, 1251},  {0xCA, 1254}, {0xCB, 1253}, {0xCC, 1257}};
    const auto it = pages.find(language);
    return it == pages.end() ? 0 : it->second;
}

}  // namespace

DbfFacts dbf_facts(const std::filesystem::path& file, std::uintmax_t most_bytes) {
    DbfFacts facts;
    std::ifstream in{file, std::ios::binary};
    std::string head(32, '\0');
    if (!in.read(head.data(), 32)) return facts;
    const auto at = [](std::string_view s, std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(s[i])); };
    const std::size_t records = at(head, 4) | at(head, 5) << 8 | at(head, 6) << 16 | at(head, 7) << 24;
    const std::size_t header_size = at(head, 8) | at(head, 9) << 8;
    const std::size_t record_size = at(head, 10) | at(head, 11) << 8;
    facts.language = static_cast<int>(at(head, 29));
    facts.records = static_cast<long>(records);
    facts.record_size = static_cast<long>(record_size);
    if (header_size < 33 || record_size == 0) return facts;

    std::string fields(header_size - 32, '\0');
    if (!in.read(fields.data(), static_cast<std::streamsize>(fields.size()))) return facts;
    std::vector<TextField> texts;
    std::size_t offset = 1;  // behind the deletion mark
    for (std::size_t i = 0; i + 32 <= fields.size() && fields[i] != '\r'; i += 32) {
        const std::string_view name = without_padding(std::string_view{fields}.substr(i, 11));
        judge(facts, name, name.size() >= 10);
        const std::size_t width = at(fields, i + 16);
        if (fields[i + 11] == 'C') texts.push_back({offset, width});
        offset += width;
    }
    facts.is_readable = true;
    std::error_code ignored;
    facts.is_truncated = std::filesystem::file_size(file, ignored) < header_size + records * record_size;

    std::string record(record_size, '\0');
    const std::uintmax_t affordable = most_bytes / record_size;
    for (std::size_t r = 0; r < records && r < affordable; ++r) {
        if (!in.read(record.data(), static_cast<std::streamsize>(record_size))) break;
        for (const TextField& field : texts) {
            if (field.offset + field.width > record_size) continue;
            const std::string_view text = without_padding(std::string_view{record}.substr(field.offset, field.width));
            judge(facts, text, text.size() == field.width);
        }
    }
    return facts;
}

std::string padded_dbf(const std::filesystem::path& file, long records) {
    std::ifstream in{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    const auto at = [&bytes](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
    const std::size_t header_size = at(8) | at(9) << 8;
    const std::size_t record_size = at(10) | at(11) << 8;
    const std::size_t whole = std::min((bytes.size() - header_size) / record_size, static_cast<std::size_t>(records));
    bytes.resize(header_size + whole * record_size);
    bytes.resize(header_size + static_cast<std::size_t>(records) * record_size, ' ');
    for (std::size_t i = 0; i < 4; ++i) bytes[4 + i] = static_cast<char>(static_cast<unsigned long>(records) >> (8 * i) & 0xFFU);
    return bytes;
}

FoundEncoding dbf_encoding(const DbfFacts& facts, const std::optional<std::string>& cpg) {
    FoundEncoding found;
    if (cpg) {
        if (auto encoding = encoding_named(*cpg)) return {*encoding, "cpg", {}};
        found.unknown_word = *cpg;
    }
    // 0x57 is "this computer's ANSI page": on a Chinese desktop that is GBK, and its texts show it.
    constexpr int this_computer = 0x57;
    if (const int page = code_page_of(facts.language); page != 0) {
        const bool is_chinese_ansi = facts.language == this_computer && !facts.is_ascii && facts.is_gbk && !facts.is_utf8;
        const bool says_little = facts.language == this_computer && facts.is_utf8;
        if (!says_little) {
            if (auto encoding = encoding_named(std::to_string(is_chinese_ansi ? 936 : page))) {
                found.encoding = *encoding;
                found.from = "ldid";
                return found;
            }
        }
    }
    found.encoding = *encoding_named(facts.is_utf8 ? "UTF-8" : "GBK");
    found.from = facts.is_utf8 ? "utf8-valid" : "default";
    return found;
}

}  // namespace geo::reading
