#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>

namespace io_fixtures {

/// Changes a GeoPackage behind the program's back.
inline void change(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
}

/// A project as it was before some tables came to it.
inline void drop_tables(const std::filesystem::path& file, std::initializer_list<std::string> tables) {
    for (const std::string& table : tables) {
        change(file, "DROP TABLE " + table + "; DELETE FROM gpkg_contents WHERE table_name='" + table + "'; DELETE FROM gpkg_ogr_contents WHERE table_name='" +
                         table + "'");
    }
}

/// As a program wrote it that knew neither phases nor assumptions.
inline void make_earlier(const std::filesystem::path& file) {
    drop_tables(file, {"anchong_assumptions", "anchong_phases", "anchong_compound_phases", "anchong_runs"});
}

}  // namespace io_fixtures
