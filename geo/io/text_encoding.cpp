#include "geo/io/text_encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>

namespace geo::reading {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

std::string squeezed(std::string_view word) {
    std::string result;
    for (const char c : word) {
        if (c >= 'a' && c <= 'z') result += static_cast<char>(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) result += c;
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

bool is_known_to_iconv(const std::string& name) {
    const iconv_t handle = iconv_open("UTF-8", name.c_str());
    if (handle == reinterpret_cast<iconv_t>(-1)) return false;
    iconv_close(handle);
    return true;
}

std::optional<Encoding> code_page(const std::string& digits) {
    static const std::map<std::string, Encoding> known{
        {"936", {"GBK", "GB18030"}},    {"54936", {"GB18030", "GB18030"}}, {"65001", {"UTF-8", "UTF-8"}},
        {"950", {"Big5", "BIG5-HKSCS"}}, {"20127", {"UTF-8", "UTF-8"}},     {"1200", {"UTF-16", "UTF-16LE"}},
        {"20866", {"KOI8-R", "KOI8-R"}}, {"10000", {"MACINTOSH", "MACINTOSH"}}};
    if (const auto it = known.find(digits); it != known.end()) return it->second;
    // 88591 … 885915 in .cpg files, 28591 … 28605 as Windows numbers them.
    std::string part;
    if (digits.starts_with("8859")) part = digits.substr(4);
    else if (digits.starts_with("2859") || digits.starts_with("2860")) part = std::to_string(std::stoi(digits) - 28590);
    const std::string name = part.empty() ? "CP" + digits : "ISO-8859-" + part;
    if (!is_known_to_iconv(name)) return std::nullopt;
    return Encoding{name, name};
}

// Bytes of the UTF-8 character that begins at i; 0 when none does, −1 when the text ends within it.
int utf8_length(std::string_view text, std::size_t i) {
    const unsigned lead = byte_at(text, i);
    if (lead < 0x80) return 1;
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    for (int k = 1; k < length; ++k) {
        if (i + k >= text.size()) return -1;
        const unsigned next = byte_at(text, i + k);
        if ((next & 0xC0U) != 0x80U) return 0;
        // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
        if (k == 1 && ((lead == 0xE0 && next < 0xA0) || (lead == 0xED && next > 0x9F) || (lead == 0xF0 && next < 0x90) ||
                       (lead == 0xF4 && next > 0x8F)))
            return 0;
    }
    return length;
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";

}  // namespace

std::optional<Encoding> encoding_named(std::string_view word) {
    const std::string original{trimmed(word)};
    std::string key = squeezed(original);
    if (key.empty() || original.size() > 40 || original.find('/') != std::string::npos) return std::nullopt;
    static const std::map<std::string, Encoding> known{
        {"GBK", {"GBK", "GB18030"}},        {"GB2312", {"GBK", "GB18030"}},  {"GB18030", {"GB18030", "GB18030"}},
        {"EUCCN", {"GBK", "GB18030"}},      {"UTF8", {"UTF-8", "UTF-8"}},    {"ASCII", {"UTF-8", "UTF-8"}},
        {"BIG5", {"Big5", "BIG5-HKSCS"}},   {"SHIFTJIS", {"CP932", "CP932"}}, {"SJIS", {"CP932", "CP932"}},
        {"LATIN1", {"ISO-8859-1", "ISO-8859-1"}}, {"UTF16", {"UTF-16", "UTF-16LE"}}, {"UTF16LE", {"UTF-16", "UTF-16LE"}}};
    if (const auto it = known.find(key); it != known.end()) return it->second;
    for (const std::string_view prefix : {"ANSI", "WINDOWS", "WIN", "OEM", "CP", "ISO", "MSWIN"}) {
        if (!key.starts_with(prefix) || key.size() == prefix.size()) continue;
        key.erase(0, prefix.size());
        break;
    }
    if (key.size() <= 6 && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; })) return code_page(key);
    if (!is_known_to_iconv(original)) return std::nullopt;
    return Encoding{original, original};
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_utf8(std::string_view text, bool may_be_cut) {
    for (std::size_t i = 0; i < text.size();) {
        const int length = utf8_length(text, i);
        if (length < 0) return may_be_cut;
        if (length == 0) return false;
        i += static_cast<std::size_t>(length);
    }
    return true;
}

bool looks_like_gbk(std::string_view text) {
    std::size_t pairs = 0, common = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned lead = byte_at(text, i);
        if (lead < 0x80) continue;
        if (i + 1 >= text.size()) break;  // cut by the field's width
        const unsigned trail = byte_at(text, ++i);
        if (lead == 0x80 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) return false;
        ++pairs;
        if (lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1) ++common;
    }
    return 2 * common >= pairs;
}

struct Decoder::Impl {
    Encoding encoding;
    iconv_t handle = reinterpret_cast<iconv_t>(-1);
    int bad = 0;
    std::string repaired_utf8(std::string_view bytes);
    std::string converted(std::string_view bytes);
};

Decoder::Decoder(Encoding encoding) : m_impl{std::make_unique<Impl>()} {
    m_impl->encoding = std::move(encoding);
    if (m_impl->encoding.iconv != "UTF-8") m_impl->handle = iconv_open("UTF-8", m_impl->encoding.iconv.c_str());
}

Decoder::~Decoder() {
    if (m_impl && m_impl->handle != reinterpret_cast<iconv_t>(-1)) iconv_close(m_impl->handle);
}
Decoder::Decoder(Decoder&&) noexcept = default;

const Encoding& Decoder::encoding() const { return m_impl->encoding; }
int Decoder::bad_texts() const { return m_impl->bad; }

std::string Decoder::Impl::repaired_utf8(std::string_view bytes) {
    std::string result;
    bool is_bad = false;
    for (std::size_t i = 0; i < bytes.size();) {
        const int length = utf8_length(bytes, i);
        if (length < 0) break;
        if (length == 0) {
            result += replacement;
            is_bad = true;
            ++i;
        } else {
            result += bytes.substr(i, static_cast<std::size_t>(length));
            i += static_cast<std::size_t>(length);
        }
    }
    bad += is_bad;
    return result;
}

std::string Decoder::Impl::converted(std::string_view bytes) {
    std::string result(bytes.size() * 3 + 8, '\0');
    char* in = const_cast<char*>(bytes.data());  // iconv does not write to its input
    std::size_t in_left = bytes.size();
    std::size_t used = 0;
    bool is_bad = false;
    iconv(handle, nullptr, nullptr, nullptr, nullptr);
    while (in_left > 0) {
        char* out = result.data() + used;
        std::size_t out_left = result.size() - used;
        const std::size_t done = iconv(handle, &in, &in_left, &out, &out_left);
        used = static_cast<std::size_t>(out - result.data());
        if (done != static_cast<std::size_t>(-1)) break;
        if (errno == E2BIG) {
            result.resize(result.size() * 2);
        } else if (errno == EINVAL) {
            break;  // the last character was cut by the field's width
        } else {
            is_bad = true;
            if (result.size() - used < 2 * replacement.size()) result.resize(result.size() * 2);
            std::memcpy(result.data() + used, replacement.data(), replacement.size());
            used += replacement.size();
            ++in, --in_left;
        }
    }
    bad += is_bad;
    result.resize(used);
    return result;
}

std::string Decoder::operator()(std::string_view bytes) const {
    if (m_impl->encoding.iconv.starts_with("UTF-16")) return m_impl->converted(bytes);
    if (is_ascii(bytes)) return std::string{bytes};
    if (m_impl->handle == reinterpret_cast<iconv_t>(-1)) return m_impl->repaired_utf8(bytes);
    return m_impl->converted(bytes);
}

std::string cut_to_bytes(std::string_view utf8, std::size_t bytes, const Encoding& encoding) {
    const bool is_gb = encoding.iconv == "GB18030";
    std::size_t used = 0, end = 0;
    while (end < utf8.size()) {
        const int length = utf8_length(utf8, end);
        if (length <= 0) break;
        // GB 18030 needs four bytes beyond the GBK repertoire, which no column name has.
        const std::size_t takes = is_gb ? (length == 1 ? 1U : 2U) : static_cast<std::size_t>(length);
        if (used + takes > bytes) break;
        used += takes;
        end += static_cast<std::size_t>(length);
    }
    return std::string{utf8.substr(0, end)};
}

}  // namespace geo::reading
