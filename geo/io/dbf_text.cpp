#include "geo/io/dbf_text.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace geo::storage {
namespace {

constexpr std::size_t name_limit = 10;

bool is_follower(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Bytes of the UTF-8 character a text begins with; 0 when it begins with none.
std::size_t utf8_length(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || text.size() < length) return 0;
    return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), is_follower) ? length : 0;
}

/// @return false when the text holds what the encoding lacks
bool convert(void* converter, std::string_view text, std::string& out) {
    char* from = const_cast<char*>(text.data());  // iconv takes, but does not change it.
    std::size_t left = text.size();
    const auto start = out.size();
    out.resize(start + 2 * text.size());
    char* to = out.data() + start;
    std::size_t room = out.size() - start;
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    const bool is_ok = iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    out.resize(is_ok ? out.size() - room : start);
    return is_ok;
}

std::string lower(std::string_view name) {
    std::string text{name};
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace

DbfEncoder::DbfEncoder(std::string encoding) : m_name{std::move(encoding)} {
    if (m_name == "UTF-8") return;
    m_iconv = iconv_open(m_name.c_str(), "UTF-8");
    if (reinterpret_cast<std::intptr_t>(m_iconv) == -1) throw std::runtime_error{"iconv lacks " + m_name};
}

DbfEncoder::~DbfEncoder() {
    if (m_iconv) iconv_close(m_iconv);
}

unsigned char DbfEncoder::language_byte() const { return m_iconv ? 0x4D : 0; }

DbfText DbfEncoder::operator()(std::string_view utf8) const {
    DbfText text;
    if (m_iconv && convert(m_iconv, utf8, text.bytes)) return text;
    while (!utf8.empty()) {
        const auto length = utf8_length(utf8);
        const auto character = utf8.substr(0, std::max<std::size_t>(length, 1));
        const bool is_ok = length > 0 && (m_iconv ? convert(m_iconv, character, text.bytes) : !text.bytes.append(character).empty());
        if (!is_ok) {
            text.bytes += '?';
            text.lost.push_back(length > 0 ? std::string{character}
                                           : fmt::format("\\x{:02x}", static_cast<unsigned char>(character.front())));
        }
        utf8.remove_prefix(character.size());
    }
    return text;
}

std::string_view DbfEncoder::cut(std::string_view bytes, std::size_t limit) const {
    if (bytes.size() <= limit) return bytes;
    if (!m_iconv) {
        while (limit > 0 && is_follower(bytes[limit])) --limit;
        return bytes.substr(0, limit);
    }
    std::size_t end = 0;
    for (;;) {  // A second byte of GBK may look like ASCII: only counting from the front tells.
        const std::size_t next = end + (static_cast<unsigned char>(bytes[end]) >= 0x81 ? 2 : 1);
        if (next > limit) return bytes.substr(0, end);
        end = next;
    }
}

std::vector<std::string> dbf_names(const std::vector<std::string>& names, const DbfEncoder& encoder) {
    std::vector<std::string> made, taken;
    for (const std::string& name : names) {
        const std::string bytes = encoder(name).bytes;
        std::string candidate{encoder.cut(bytes, name_limit)};
        for (int n = 1; std::ranges::find(taken, lower(candidate)) != taken.end(); ++n) {
            const std::string suffix = fmt::format("_{}", n);
            candidate = std::string{encoder.cut(bytes, name_limit - suffix.size())} + suffix;
        }
        taken.push_back(lower(candidate));
        made.push_back(std::move(candidate));
    }
    return made;
}

}  // namespace geo::storage
