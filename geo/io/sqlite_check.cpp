#include "geo/io/sqlite_check.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/gpkg_file.hpp"
#include "geo/io/sqlite_database.hpp"

namespace geo::storage {
namespace {

namespace fs = std::filesystem;

std::string quoted_name(const std::string& table) {
    std::string name = "\"";
    for (const char c : table) name += c == '"' ? "\"\"" : std::string{c};
    return name + "\"";
}

/// GDAL takes triggers away while it fills a table and puts them back behind all others.
void sort_triggers(const Database& database) {
    const auto names = database.all("SELECT name FROM sqlite_master WHERE type='trigger' ORDER BY name");
    const auto texts = database.all("SELECT sql FROM sqlite_master WHERE type='trigger' ORDER BY name");
    database.run("BEGIN");
    for (const std::string& name : names) database.run("DROP TRIGGER " + quoted_name(name));
    for (const std::string& text : texts) database.run(text);
    database.run("COMMIT");
}

}  // namespace

void check_database(const fs::path& file, const fs::path& target, std::span<const Table> tables) {
    const Database database{file, target, Database::Mode::Read};
    if (const auto verdict = database.ask("PRAGMA quick_check(1)"); verdict != "ok") throw write_failure(target, verdict);
    for (const Table& table : tables) {
        const auto found = database.ask("SELECT count(*) FROM " + quoted_name(table.name));
        if (found != std::to_string(table.row_count)) {
            throw write_failure(target, fmt::format("{}: {} / {}", table.name, found, table.row_count));
        }
    }
}

void empty_tables(const fs::path& file, const fs::path& target, std::span<const Table> tables) {
    const Database database{file, target, Database::Mode::Write};
    database.run("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; BEGIN");
    for (const Table& table : tables) {
        database.run("DELETE FROM " + quoted_name(table.name));
        database.run("DELETE FROM sqlite_sequence WHERE name=" + sql_text(table.name));
        database.run("UPDATE gpkg_contents SET min_x=NULL, min_y=NULL, max_x=NULL, max_y=NULL WHERE table_name=" +
                     sql_text(table.name));
    }
    database.run("COMMIT");
}

void replace_rows(const fs::path& file, const fs::path& target, std::span<const Table> tables) {
    const Database database{file, target, Database::Mode::Write};
    database.run("BEGIN IMMEDIATE");
    for (const Table& table : tables) {
        database.run("DELETE FROM " + quoted_name(table.name));
        database.run("DELETE FROM sqlite_sequence WHERE name=" + sql_text(table.name));
        std::string names, places;
        for (const Column& column : table.columns) {
            names += (names.empty() ? "" : ", ") + quoted_name(column.name);
            places += places.empty() ? "?" : ", ?";
        }
        const std::string insert = fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted_name(table.name), names, places);
        for (std::size_t i = 0; i < table.row_count; ++i) database.run(insert, table.row(i).values);
        database.run("UPDATE gpkg_contents SET last_change=" + sql_text(moment_for_gdal()) + " WHERE table_name=" + sql_text(table.name));
    }
    database.run("COMMIT");
}

void pack_database(const fs::path& from, const fs::path& to, const fs::path& target) {
    // The schema's version and the order of triggers and counters tell of earlier changes; fixed, two ways to the same content give the same bytes.
    const Database database{from, target, Database::Mode::Write};
    database.run("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA temp_store=MEMORY");
    sort_triggers(database);
    database.run(
        "PRAGMA schema_version=1;"
        "CREATE TEMP TABLE counters AS SELECT name, seq FROM sqlite_sequence; DELETE FROM sqlite_sequence;"
        "INSERT INTO sqlite_sequence SELECT name, seq FROM counters ORDER BY name");
    Database{from, target, Database::Mode::Write}.run("PRAGMA synchronous=OFF; VACUUM INTO " + sql_text(to.string()));
}

}  // namespace geo::storage
