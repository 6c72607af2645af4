#pragma once

#include "geo/io/table.hpp"

#include <filesystem>
#include <span>

namespace geo::storage {

/// Reads a database just written from end to end: sound, and with as many rows as were meant. @throws OutputError
void check_database(const std::filesystem::path& file, const std::filesystem::path& target, std::span<const Table> tables);

/// Deletes all rows of the tables, so that their numbering and extent start afresh. @throws OutputError
void empty_tables(const std::filesystem::path& file, const std::filesystem::path& target, std::span<const Table> tables);

/// Empties tables without geometry and fills them anew, in one transaction that is on the disk afterwards. @throws OutputError, nothing changed
void replace_rows(const std::filesystem::path& file, const std::filesystem::path& target, std::span<const Table> tables);

/// Copies a database page by page in the order of its content, free of what deleted rows left. @throws OutputError
void pack_database(const std::filesystem::path& from, const std::filesystem::path& to, const std::filesystem::path& target);

}  // namespace geo::storage
