#include "geo/io/sqlite_database.hpp"

#include "geo/io/atomic_file.hpp"

#include <sqlite3.h>

namespace geo::storage {
namespace {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

struct Bind {
    sqlite3_stmt* statement;
    int place;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, place, number); }
    int operator()(double number) const { return sqlite3_bind_double(statement, place, number); }
    int operator()(const std::string& text) const {
        return sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
};

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close(handle); }

Database::Database(const std::filesystem::path& file, const std::filesystem::path& target, Mode mode) : m_target{target} {
    sqlite3* raw = nullptr;
    const int flags = mode == Mode::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int status = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
    m_handle.reset(raw);
    if (status != SQLITE_OK) fail();
}

void Database::run(const std::string& sql) const {
    if (sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::run(const std::string& sql, std::span<const Value> values) const {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) fail();
    const std::unique_ptr<sqlite3_stmt, Finalize> statement{raw};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::visit(Bind{raw, static_cast<int>(i) + 1}, values[i]) != SQLITE_OK) fail();
    }
    if (sqlite3_step(raw) != SQLITE_DONE) fail();
}

std::vector<std::string> Database::all(const std::string& sql) const {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) fail();
    const std::unique_ptr<sqlite3_stmt, Finalize> statement{raw};
    std::vector<std::string> found;
    int status = sqlite3_step(raw);
    for (; status == SQLITE_ROW; status = sqlite3_step(raw)) {
        const auto* text = sqlite3_column_text(raw, 0);
        found.emplace_back(text ? reinterpret_cast<const char*>(text) : "");
    }
    if (status != SQLITE_DONE) fail();
    return found;
}

std::string Database::ask(const std::string& sql) const {
    const auto found = all(sql);
    if (found.empty()) fail();
    return found.front();
}

void Database::fail() const { throw write_failure(m_target, std::string{sqlite3_errmsg(m_handle.get())}); }

}  // namespace geo::storage
