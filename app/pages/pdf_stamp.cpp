#include "app/pages/pdf_stamp.hpp"

#include "geo/core/clock.hpp"
#include "geo/core/hash.hpp"
#include "geo/io/atomic_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace app {
namespace {

/// Overwrites what stands behind each mark, as far as a byte that ends it.
void overwrite_behind(std::string& bytes, const std::string& mark, char end, const std::string& by) {
    for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 1)) {
        const std::size_t from = at + mark.size(), to = bytes.find(end, from);
        if (to == std::string::npos) return;
        for (std::size_t i = from; i < to; ++i) bytes[i] = i - from < by.size() ? by[i - from] : bytes[i];
    }
}

/// The ids of the trailer: two hexadecimal strings.
void overwrite_ids(std::string& bytes, const std::string& digits) {
    const std::size_t at = bytes.rfind("/ID [");
    if (at == std::string::npos) return;
    std::size_t digit = 0;
    bool is_inside = false;
    for (std::size_t i = at + 5; i < bytes.size() && bytes[i] != ']'; ++i) {
        if (bytes[i] == '<')
            is_inside = true, digit = 0;
        else if (bytes[i] == '>')
            is_inside = false;
        else if (is_inside)
            bytes[i] = digits[digit++ % digits.size()];
    }
}

}  // namespace

void stamp_pdf(const std::filesystem::path& file, const std::filesystem::path& told) {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (!epoch || !*epoch) return;
    std::string bytes;
    {
        std::ifstream in{file, std::ios::binary};
        bytes.assign(std::istreambuf_iterator<char>{in}, {});
    }
    const std::string stamp = geo::timestamp();  // `2026-11-22T08:30:00Z`
    std::string digits = stamp;
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    const std::string zone = "+00'00'";
    overwrite_behind(bytes, "/CreationDate (D:", ')', digits + zone);
    overwrite_behind(bytes, "/ModDate (D:", ')', digits + zone);
    const std::string iso = stamp.substr(0, 19) + "+00:00";
    for (const char* tag : {"CreateDate>", "ModifyDate>", "MetadataDate>"}) overwrite_behind(bytes, tag, '<', iso);
    for (const char* attribute : {"CreateDate=\"", "ModifyDate=\"", "MetadataDate=\""}) overwrite_behind(bytes, attribute, '"', iso);
    const std::string none(32, '0');
    overwrite_behind(bytes, "uuid:", '"', "00000000-0000-0000-0000-000000000000");
    overwrite_ids(bytes, none);
    // The id says which content this is: of everything else.
    const std::string hash = geo::sha256(bytes);
    overwrite_ids(bytes, hash.substr(0, 32));
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw geo::storage::write_failure(told, std::string{"stream"});
}

}  // namespace app
