#include "geo/io/dbf_file.hpp"
#include "tests/fuzz/target.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace {

/// One file a process, overwritten by each input.
class Scratch {
   public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "anchong-fuzz-XXXXXX").string();
        fuzz::require(mkdtemp(name.data()) != nullptr, "there is a temporary folder");
        m_folder = name;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path file() const { return m_folder / "x.dbf"; }

   private:
    std::filesystem::path m_folder;
};

void put(std::string& bytes, std::size_t at, unsigned value, int size) {
    for (int i = 0; i < size; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i) & 0xffU);
}

/// A DBF of one text column.
std::string dbf(const std::string& column, unsigned width, const std::vector<std::string>& cells, unsigned char language) {
    std::string bytes(65, '\0');
    bytes[0] = 3;
    put(bytes, 4, static_cast<unsigned>(cells.size()), 4);
    put(bytes, 8, 65, 2);
    put(bytes, 10, 1 + width, 2);
    bytes[29] = static_cast<char>(language);
    bytes.replace(32, column.size(), column);
    bytes[32 + 11] = 'C';
    bytes[32 + 16] = static_cast<char>(width);
    bytes[64] = '\r';
    for (const std::string& cell : cells) bytes += ' ' + cell + std::string(width - cell.size(), ' ');
    return bytes + '\x1a';
}

}  // namespace

// Whatever the bytes, the header is believed only where it makes sense, and the encoding is one there is.
void fuzz::try_input(Bytes input) {
    static const Scratch scratch;
    std::ofstream{scratch.file(), std::ios::binary} << as_text(input);
    const auto facts = geo::reading::dbf_facts(scratch.file());
    const auto found = geo::reading::dbf_encoding(facts, std::nullopt);
    require(!found.encoding.name.empty() && !found.from.empty(), "some encoding, known from somewhere");
    if (!facts.is_readable) return;
    require(facts.records >= 0 && facts.record_size > 0, "a readable DBF has records of some size");
    const std::string padded = geo::reading::padded_dbf(scratch.file(), 3);
    std::ofstream{scratch.file(), std::ios::binary} << padded;
    const auto again = geo::reading::dbf_facts(scratch.file());
    require(again.is_readable && !again.is_truncated && again.records == 3, "a padded DBF is whole");
}

std::vector<std::string> fuzz::seeds() {
    const std::string whole = dbf("NAME", 8, {"abc", "\xd0\xa1\xc7\xf8"}, 0x4d);
    return {whole, whole.substr(0, whole.size() - 8), whole.substr(0, 40), dbf("\xe5\x90\x8d", 12, {"\xe5\xb0\x8f\xe5\x8c\xba"}, 0), dbf("A", 1, {}, 0x57)};
}
