#pragma once

#include "geo/io/text_encoding.hpp"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>

namespace geo::reading {

/// What a DBF's own bytes tell, read without GDAL: its texts are all that counts for the encoding.
struct DbfFacts {
    bool is_readable = false;   ///< the header makes sense
    bool is_truncated = false;  ///< ends before the records that its header announces
    long records = 0;           ///< as announced
    long record_size = 0;       ///< bytes
    int language = 0;           ///< language driver byte, offset 29
    bool is_ascii = true, is_utf8 = true, is_gbk = true;  ///< of all column names and texts that were looked at
};

/// @param most_bytes  texts beyond so many bytes are not looked at
DbfFacts dbf_facts(const std::filesystem::path& file, std::uintmax_t most_bytes = std::numeric_limits<std::uintmax_t>::max());

/// The bytes of a readable DBF with exactly so many records: whole ones kept, blank ones added.
std::string padded_dbf(const std::filesystem::path& file, long records);

/// The encoding of a DBF and where that was learned (as `Provenance::encoding_from`).
struct FoundEncoding {
    Encoding encoding;
    std::string from;
    std::string unknown_word;  ///< what the .cpg says, when nobody knows it
};

/// By `.cpg`, language byte, UTF-8 validity, GBK, in that order.
FoundEncoding dbf_encoding(const DbfFacts& facts, const std::optional<std::string>& cpg);

}  // namespace geo::reading
