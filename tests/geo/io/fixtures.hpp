#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace geo::fixtures {

/// A folder in the system's temporary folder, removed at the end.
class Folder {
   public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    /// Names of the files in it, sorted.
    std::vector<std::string> names() const;

   private:
    std::filesystem::path m_path;
};

struct Row {
    std::string wkt;                 ///< empty for no geometry
    std::vector<std::string> values; ///< as the columns; empty for null
};

struct Table {
    std::string layer = "layer";
    int epsg = 0;  ///< 0 for no CRS
    std::vector<std::string> columns;  ///< text columns; `name:real` and `name:int` for numbers
    std::vector<Row> rows;
    std::string encoding = "UTF-8";  ///< of a shapefile
};

/// Writes with GDAL (drivers `ESRI Shapefile`, `GPKG`, `GeoJSON`); adds a layer to a GeoPackage that exists.
void write(const std::filesystem::path& file, const std::string& driver, const Table& table);

void write_text(const std::filesystem::path& file, const std::string& bytes);
std::string read_bytes(const std::filesystem::path& file);

/// `POLYGON((…))` of a box.
std::string box(double min_x, double min_y, double max_x, double max_y);

/// The folder of real data; nothing when `ANCHONG_REAL_DATA` is unset.
std::optional<std::filesystem::path> real_data();

}  // namespace geo::fixtures
