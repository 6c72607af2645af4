#include "app/pages/pdf_finish.hpp"

#include "geo/core/clock.hpp"
#include "geo/io/atomic_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <map>

namespace app {
namespace {

/// Words put in, by the place before which they come.
using Insertions = std::map<std::size_t, std::string>;

std::string name_at(const std::string& bytes, std::size_t at) { return bytes.substr(at, bytes.find_first_of(" \r\n/>", at) - at); }

/// `/FontName /QBBAAA+NotoSans` tells the tag that `/BaseFont /NotoSans` lacks.
Insertions missing_tags(const std::string& bytes) {
    static const std::string descriptor = "/FontName /", font = "/BaseFont /";
    std::map<std::string, std::string> tags;
    for (std::size_t at = bytes.find(descriptor); at != std::string::npos; at = bytes.find(descriptor, at + 1)) {
        const std::string name = name_at(bytes, at + descriptor.size());
        if (const std::size_t plus = name.find('+'); plus != std::string::npos) tags.emplace(name.substr(plus + 1), name.substr(0, plus + 1));
    }
    Insertions missing;
    for (std::size_t at = bytes.find(font); at != std::string::npos; at = bytes.find(font, at + 1))
        if (const auto tag = tags.find(name_at(bytes, at + font.size())); tag != tags.end()) missing.emplace(at + font.size(), tag->second);
    return missing;
}

/// Bytes with words put in; the table of objects and the place where it stands follow.
std::string with(const std::string& bytes, const Insertions& insertions) {
    const std::size_t table = bytes.rfind("\nxref\n"), start = bytes.rfind("startxref\n");
    if (insertions.empty() || table == std::string::npos || start == std::string::npos) return bytes;
    const auto moved = [&](std::size_t offset) {
        for (const auto& [at, words] : insertions) {
            if (at >= offset) break;
            offset += words.size();
        }
        return offset;
    };
    std::string result;
    result.reserve(bytes.size() + 16 * insertions.size());
    std::size_t from = 0;
    for (const auto& [at, words] : insertions) {
        result.append(bytes, from, at - from);
        result += words;
        from = at;
    }
    result.append(bytes, from, table + 1 - from);
    std::string rest = bytes.substr(table + 1, start - table - 1);
    // Twenty bytes an object: `0000000015 00000 n `.
    for (std::size_t at = rest.find(" n"); at != std::string::npos; at = rest.find(" n", at + 1)) {
        if (at < 16) continue;
        const std::string number = std::to_string(moved(std::stoull(rest.substr(at - 16, 10))));
        rest.replace(at - 16, 10, std::string(10 - std::min<std::size_t>(10, number.size()), '0') + number);
    }
    return result + rest + "startxref\n" + std::to_string(moved(table + 1)) + bytes.substr(bytes.find_first_of(" \r\n", start + 10));
}

void write_dates(std::string& bytes, const std::string& stamp) {
    for (const std::string mark : {"/CreationDate (D:", "/ModDate (D:"})
        for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 1)) bytes.replace(at + mark.size(), stamp.size(), stamp);
}

}  // namespace

std::string finished_pdf(std::string bytes, const std::string& stamp) {
    if (!stamp.empty()) write_dates(bytes, stamp);
    return with(bytes, missing_tags(bytes));
}

void write_finished_pdf(std::string bytes, const std::filesystem::path& file, const std::filesystem::path& told) {
    std::string stamp;
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch && *epoch) {
        stamp = geo::timestamp();
        std::erase_if(stamp, [](char c) { return c < '0' || c > '9'; });
    }
    bytes = finished_pdf(std::move(bytes), stamp);
    errno = 0;
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw geo::storage::write_failure(told, geo::storage::reason_of(errno));
}

}  // namespace app
