#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geo::storage {

/// Text in the bytes of a DBF.
struct DbfText {
    std::string bytes;
    std::vector<std::string> lost;  ///< characters the encoding lacks, in order; each became `?`
};

/// Turns UTF-8 into the encoding of a DBF.
class DbfEncoder {
   public:
    /// @param encoding  `UTF-8` or `GBK`
    explicit DbfEncoder(std::string encoding);
    ~DbfEncoder();
    DbfEncoder(const DbfEncoder&) = delete;
    DbfEncoder& operator=(const DbfEncoder&) = delete;

    DbfText operator()(std::string_view utf8) const;
    /// The longest beginning of encoded bytes that ends with a whole character and is no longer than `limit`.
    std::string_view cut(std::string_view bytes, std::size_t limit) const;
    const std::string& name() const { return m_name; }
    /// What byte 29 of the DBF says: 0x4D for GBK; 0, nothing, for UTF-8, which has no number.
    unsigned char language_byte() const;

   private:
    std::string m_name;
    void* m_iconv = nullptr;  ///< null for UTF-8
};

/// Names of at most ten bytes in whole characters, each of its own even where cutting makes them alike (DBF does not tell case).
std::vector<std::string> dbf_names(const std::vector<std::string>& names, const DbfEncoder& encoder);

}  // namespace geo::storage
