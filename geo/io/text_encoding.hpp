#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace geo::reading {

/// A character encoding under the name we print and the one iconv knows.
struct Encoding {
    std::string name;   ///< `GBK`, `UTF-8`, `CP1252` …
    std::string iconv;
};

/// The encoding that a `.cpg` file, an option or a code page number means: `GBK`, `ANSI 936`, `65001`, `utf8` …
std::optional<Encoding> encoding_named(std::string_view word);

bool is_ascii(std::string_view text);

/// @param may_be_cut  an incomplete last character is no fault (a field of fixed width)
bool is_utf8(std::string_view text, bool may_be_cut = false);

/// Whether all bytes beyond ASCII pair up as GBK, most of them as GB 2312: Latin text does not.
bool looks_like_gbk(std::string_view text);

/// Turns bytes into UTF-8. What the encoding does not have becomes U+FFFD; a last character cut short is left away.
class Decoder {
   public:
    explicit Decoder(Encoding encoding);
    ~Decoder();
    Decoder(Decoder&&) noexcept;

    std::string operator()(std::string_view bytes) const;
    const Encoding& encoding() const;
    /// How many texts so far had bytes that the encoding does not have.
    int bad_texts() const;

   private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The longest beginning of whole characters that takes at most `bytes` bytes in an encoding, as UTF-8.
std::string cut_to_bytes(std::string_view utf8, std::size_t bytes, const Encoding& encoding);

}  // namespace geo::reading
