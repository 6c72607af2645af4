#include "tests/geo/io/fixtures.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal.h>
#include <gtest/gtest.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace geo::fixtures {

namespace fs = std::filesystem;

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "anchong-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error{"no temporary folder"};
    m_path = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::vector<std::string> Folder::names() const {
    std::vector<std::string> result;
    for (const auto& entry : fs::directory_iterator{m_path}) result.push_back(entry.path().filename().string());
    std::ranges::sort(result);
    return result;
}

void write(const fs::path& file, const std::string& driver, const Table& table) {
    GDALAllRegister();
    const bool is_shapefile = driver == "ESRI Shapefile";
    const GDALDatasetH dataset =
        fs::exists(file) ? GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr)
                         : GDALCreate(GDALGetDriverByName(driver.c_str()), file.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    ASSERT_NE(dataset, nullptr) << file;
    OGRSpatialReferenceH srs = nullptr;
    if (table.epsg != 0) {
        srs = OSRNewSpatialReference(nullptr);
        OSRImportFromEPSG(srs, table.epsg);
        OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
    }
    const std::string encoding = "ENCODING=" + table.encoding;
    const char* shape_options[] = {encoding.c_str(), nullptr};
    OGRwkbGeometryType type = wkbNone;
    for (const Row& row : table.rows) {
        if (row.wkt.empty()) continue;
        char* text = const_cast<char*>(row.wkt.c_str());
        OGRGeometryH geometry = nullptr;
        ASSERT_EQ(OGR_G_CreateFromWkt(&text, nullptr, &geometry), OGRERR_NONE) << row.wkt;
        const OGRwkbGeometryType found = OGR_G_GetGeometryType(geometry);
        type = type == wkbNone || type == found ? found : wkbUnknown;
        OGR_G_DestroyGeometry(geometry);
    }
    const OGRLayerH layer = GDALDatasetCreateLayer(dataset, is_shapefile ? file.stem().c_str() : table.layer.c_str(), srs, type,
                                                   is_shapefile ? const_cast<char**>(shape_options) : nullptr);
    ASSERT_NE(layer, nullptr) << file;
    for (const std::string& column : table.columns) {
        const auto colon = column.rfind(":real") != std::string::npos ? column.rfind(":real") : column.rfind(":int");
        const OGRFieldType field_type = colon == std::string::npos ? OFTString : column.ends_with(":real") ? OFTReal : OFTInteger;
        const OGRFieldDefnH field = OGR_Fld_Create(column.substr(0, colon).c_str(), field_type);
        OGR_L_CreateField(layer, field, 1);
        OGR_Fld_Destroy(field);
    }
    for (const Row& row : table.rows) {
        const OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        if (!row.wkt.empty()) {
            char* text = const_cast<char*>(row.wkt.c_str());
            OGRGeometryH geometry = nullptr;
            OGR_G_CreateFromWkt(&text, srs, &geometry);
            OGR_F_SetGeometryDirectly(feature, geometry);
        }
        for (std::size_t i = 0; i < row.values.size(); ++i)
            if (!row.values[i].empty()) OGR_F_SetFieldString(feature, static_cast<int>(i), row.values[i].c_str());
        ASSERT_EQ(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
        OGR_F_Destroy(feature);
    }
    if (srs) OSRRelease(srs);
    GDALClose(dataset);
}

void write_text(const fs::path& file, const std::string& bytes) { std::ofstream{file, std::ios::binary} << bytes; }

std::string read_bytes(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

std::string box(double min_x, double min_y, double max_x, double max_y) {
    return fmt::format("POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))", min_x, min_y, max_x, max_y);
}

std::optional<fs::path> real_data() {
    const char* folder = std::getenv("ANCHONG_REAL_DATA");
    if (!folder || !*folder) return std::nullopt;
    return fs::path{folder};
}

}  // namespace geo::fixtures
