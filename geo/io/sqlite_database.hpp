#pragma once

#include "geo/model/layer.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct sqlite3;

namespace geo::storage {

/// A SQLite file that exists already, open while this lives. What fails throws an OutputError that names `target`.
class Database {
   public:
    enum class Mode { Read, Write };
    Database(const std::filesystem::path& file, const std::filesystem::path& target, Mode mode);

    /// Statements, one after the other.
    void run(const std::string& sql) const;
    /// One statement, its `?` filled in.
    void run(const std::string& sql, std::span<const Value> values) const;
    /// The first column of all rows, as text.
    std::vector<std::string> all(const std::string& sql) const;
    /// The first column of the first row. There must be one.
    std::string ask(const std::string& sql) const;

   private:
    [[noreturn]] void fail() const;

    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::filesystem::path m_target;
    std::unique_ptr<sqlite3, Close> m_handle;
};

}  // namespace geo::storage
