#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/table.hpp"

#include <filesystem>
#include <optional>
#include <span>

namespace geo::storage {

/// Writes a new GeoPackage with these tables and checks it. @param file a temporary place; messages name `target` instead
/// @throws OutputError
void write_gpkg(const std::filesystem::path& file, const std::filesystem::path& target, std::span<const Table> tables,
                const CrsName& crs, const Progress& progress = {});

/// Empties tables of a GeoPackage and fills them anew; what else the file holds stays. How often that was done before leaves no
/// trace in the bytes.
/// @param work   a copy of the file, changed on the way
/// @param file   where the outcome goes; must not exist
/// @throws OutputError
void rewrite_gpkg(const std::filesystem::path& work, const std::filesystem::path& file, const std::filesystem::path& target,
                  std::span<const Table> tables);

/// Adds an empty table without geometry. @param file  a copy that nobody else reads yet @throws OutputError
void add_table(const std::filesystem::path& file, const std::filesystem::path& target, const Table& table);

/// Adds the columns that a table of the file lacks, behind those it has. @param file  a copy that nobody else reads yet @throws OutputError
void widen_table(const std::filesystem::path& file, const std::filesystem::path& target, const Table& table);

/// Opens a GeoPackage without changing a byte of it or beside it. @throws SourceError missing, or no GeoPackage
class GpkgReader {
   public:
    explicit GpkgReader(const std::filesystem::path& file);

    bool has(const std::string& table) const;
    /// Whether a table has all the columns.
    bool has(const Table& table) const;
    /// Gives the rows away one after the other. @throws InvalidInput no such table or column @throws SourceError reading failed part way
    void each_row(const std::string& table, const std::vector<Column>& columns, const std::string& filter, const std::function<void(Row&&)>& use) const;
    /// All of them. @throws as each_row
    std::vector<Row> rows(const std::string& table, const std::vector<Column>& columns, const std::string& filter = {}) const;

   private:
    std::filesystem::path m_file;
    Dataset m_dataset;
};

/// `'it''s'`: a text as SQL.
std::string sql_text(const std::string& text);

}  // namespace geo::storage
