#include "geo/io/sqlite_check.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/gpkg_file.hpp"

#include <sqlite3.h>

#include <memory>

namespace geo::storage {
namespace {

namespace fs = std::filesystem;

class Database {
   public:
    Database(const fs::path& file, const fs::path& target, int flags) : m_target{target} {
        sqlite3* raw = nullptr;
        const int status = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
        m_handle.reset(raw);
        if (status != SQLITE_OK) fail();
    }
    void run(const std::string& sql) const {
        if (sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
    /// The first column of the first row.
    std::string ask(const std::string& sql) const {
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v2(m_handle.get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) fail();
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement{raw, sqlite3_finalize};
        if (sqlite3_step(raw) != SQLITE_ROW) fail();
        const auto* text = sqlite3_column_text(raw, 0);
        return text ? reinterpret_cast<const char*>(text) : "";
    }

   private:
    [[noreturn]] void fail() const { throw write_failure(m_target, std::string{sqlite3_errmsg(m_handle.get())}); }

    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    const fs::path& m_target;
    std::unique_ptr<sqlite3, Close> m_handle;
};

std::string quoted_name(const std::string& table) {
    std::string name = "\"";
    for (const char c : table) name += c == '"' ? "\"\"" : std::string{c};
    return name + "\"";
}

}  // namespace

void check_database(const fs::path& file, const fs::path& target, std::span<const Table> tables) {
    const Database database{file, target, SQLITE_OPEN_READONLY};
    if (const auto verdict = database.ask("PRAGMA quick_check(1)"); verdict != "ok") throw write_failure(target, verdict);
    for (const Table& table : tables) {
        const auto found = database.ask("SELECT count(*) FROM " + quoted_name(table.name));
        if (found != std::to_string(table.row_count)) {
            throw write_failure(target, fmt::format("{}: {} / {}", table.name, found, table.row_count));
        }
    }
}

void empty_tables(const fs::path& file, const fs::path& target, std::span<const Table> tables) {
    const Database database{file, target, SQLITE_OPEN_READWRITE};
    database.run("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; BEGIN");
    for (const Table& table : tables) {
        database.run("DELETE FROM " + quoted_name(table.name));
        database.run("DELETE FROM sqlite_sequence WHERE name=" + sql_text(table.name));
        database.run("UPDATE gpkg_contents SET min_x=NULL, min_y=NULL, max_x=NULL, max_y=NULL WHERE table_name=" +
                     sql_text(table.name));
    }
    database.run("COMMIT");
}

void pack_database(const fs::path& from, const fs::path& to, const fs::path& target) {
    // The schema's version and the order of counters tell of earlier changes; fixed, two ways to the same content give the same bytes.
    Database{from, target, SQLITE_OPEN_READWRITE}.run(
        "PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA schema_version=1;"
        "CREATE TEMP TABLE counters AS SELECT name, seq FROM sqlite_sequence; DELETE FROM sqlite_sequence;"
        "INSERT INTO sqlite_sequence SELECT name, seq FROM counters ORDER BY name");
    Database{from, target, SQLITE_OPEN_READWRITE}.run("PRAGMA synchronous=OFF; VACUUM INTO " + sql_text(to.string()));
}

}  // namespace geo::storage
