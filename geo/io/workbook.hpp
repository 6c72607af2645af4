#pragma once

#include "geo/core/error.hpp"
#include "geo/model/layer.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A column of a sheet. Its heading has three lines: Chinese, English, and the key by which programs find it.
struct SheetColumn {
    std::string key;
    Message title;
    double width = 12.0;      ///< in characters
    std::string format = "";  ///< of numbers, as a spreadsheet writes it: `0.000`
};

/// One sheet of a workbook: a heading row that stays in sight, then the rows.
struct Sheet {
    std::string name;  ///< at most 31 characters, none of `[]:*?/\`
    std::vector<SheetColumn> columns;
    std::vector<std::vector<Value>> rows;  ///< as the columns
};

/// Writes an XLSX workbook (libxlsxwriter). Texts are cells of text whatever they begin with: `=1+1` stays what it says. Numbers keep 16 digits. Times in the file
/// are those of `timestamp()`, so that the same content gives the same bytes.
/// @param file  a place that nobody reads yet; messages name `target`
/// @throws OutputError  not writable, disk full, or it does not read back with all its rows
void write_workbook(const std::filesystem::path& file, const std::filesystem::path& target, const Message& title, std::span<const Sheet> sheets);

/// The same in its place, complete or absent. @throws OutputError  as `require_writable`, besides
void write_workbook(const std::filesystem::path& file, const Message& title, std::span<const Sheet> sheets, bool overwrite);

/// A sheet as it stands in a file, cells as texts (numbers as the file writes them).
struct SheetText {
    std::string name;
    std::vector<std::string> keys;               ///< last line of each heading
    std::vector<std::vector<std::string>> rows;  ///< as the keys
};

/// @throws SourceError  missing, or no workbook that can be read
std::vector<SheetText> read_workbook(const std::filesystem::path& file);

}  // namespace geo
