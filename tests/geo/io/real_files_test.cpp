#include "geo/core/error.hpp"
#include "geo/io/import.hpp"
#include "tests/geo/io/fixtures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

namespace geo {
namespace {

namespace fs = std::filesystem;

class RealFiles : public testing::Test {
   protected:
    void SetUp() override {
        const auto folder = fixtures::real_data();
        if (!folder) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
        m_folder = *folder;
    }
    LayerRequest request(Role role, const std::string& file, const std::optional<std::string>& layer = {}) const {
        LayerRequest r;
        r.role = role;
        r.file = m_folder / file;
        r.layer = layer;
        return r;
    }
    fs::path m_folder;
};

std::vector<fs::path> vector_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        const std::string ending = entry.path().extension().string();
        for (const char* known : {".shp", ".dbf", ".geojson", ".json", ".gpkg", ".kml", ".kmz", ".csv", ".dxf", ".tab", ".zip", ".parquet"})
            if (ending == known) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

TEST_F(RealFiles, LoadOrFailCleanly) {
    int loaded = 0, refused = 0;
    for (const fs::path& file : vector_files(m_folder / "formats")) {
        for (const Role role : {Role::Building, Role::Path, Role::Hazard, Role::Background}) {
            LayerRequest r;
            r.role = role;
            r.file = file;
            try {
                const SourceLayer source = read_layer(r);
                ASSERT_FALSE(source.layer.features.empty()) << file;
                ASSERT_EQ(source.numbers.size(), source.layer.features.size()) << file;
                ++loaded;
            } catch (const Error& error) {
                EXPECT_FALSE(error.message().zh.empty() || error.message().en.empty()) << file;
                ++refused;
            }
        }
    }
    EXPECT_GT(loaded, 100);
    EXPECT_GT(refused, 100) << "drawings and JSON that is no GeoJSON are among them";
}

TEST_F(RealFiles, KeepChineseNames) {
    const SourceLayer gbk = read_layer(request(Role::Building, "formats/gbk-reencoded/lujiazui_buildings.shp"));
    EXPECT_EQ(gbk.layer.provenance.encoding, "GBK");
    const SourceLayer utf8 = read_layer(request(Role::Building, "buildings/shanghai-lujiazui.gpkg"));
    ASSERT_EQ(gbk.layer.features.size(), 1475u);
    ASSERT_EQ(utf8.layer.features.size(), 1475u);
    int named = 0;
    for (std::size_t i = 0; i < 1475; ++i) {
        EXPECT_EQ(gbk.layer.features[i].name, utf8.layer.features[i].name) << i;
        named += !gbk.layer.features[i].name.empty();
    }
    EXPECT_GT(named, 100);
    EXPECT_EQ(gbk.layer.features[0].name, "上海国际会议中心");
}

TEST_F(RealFiles, DecodeDbfsWithoutCpg) {
    LayerRequest r = request(Role::Background, "formats/geotools-shapes/chinese_poly.shp");
    const SourceLayer poly = read_layer(r);
    EXPECT_EQ(poly.layer.provenance.encoding, "GBK");
    EXPECT_EQ(poly.layer.provenance.encoding_from, "default");
    EXPECT_EQ(poly.layer.features[0].name, "黑龙江省");

    r = request(Role::Background, "formats/mapshaper/dbf/ldid/chinese.shp");
    r.crs = "EPSG:4544";  // its .prj speaks of degrees, its coordinates do not
    const SourceLayer by_language = read_layer(r);
    EXPECT_EQ(by_language.layer.provenance.encoding, "GBK");
    EXPECT_EQ(by_language.layer.provenance.encoding_from, "ldid");

    // A table without coordinates is refused, but its error lists the columns in Chinese.
    try {
        read_layer(request(Role::Hazard, "formats/gdal-autotest/shp/chinese.dbf"));
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().zh, testing::HasSubstr("中国"));
    }
}

TEST_F(RealFiles, ImportEveryPlace) {
    struct Place {
        const char* file;
        const char* crs;
        std::size_t buildings;
    };
    const Place places[] = {
        {"buildings/nyc-north.gpkg", "EPSG:32618", 54203},      {"buildings/taipei.gpkg", "EPSG:4550", 33146},
        {"buildings/shenzhen-nanshan.gpkg", "EPSG:4547", 5438}, {"buildings/shanghai-lujiazui.gpkg", "EPSG:4549", 1475},
        {"buildings/wuhan-guanggu.gpkg", "EPSG:4547", 265},     {"osm/liechtenstein.gpkg", "EPSG:32632", 8994},
        {"osm/monaco.gpkg", "EPSG:32632", 1283},                {"osm/helsinki-centre.gpkg", "EPSG:32635", 494},
        {"osm/north-bayreuth.gpkg", "EPSG:32632", 4267},        {"osm/pyrosm-test.gpkg", "EPSG:32635", 2219},
        {"osm/beijing-bupt.gpkg", "EPSG:4548", 111},
    };
    for (const Place& place : places) {
        std::vector<LayerRequest> requests{request(Role::Building, place.file)};
        if (std::string{place.file}.starts_with("osm/"))
            for (const auto& [role, layer] : {std::pair{Role::Compound, "residential"}, {Role::Danger, "hazard_points"}, {Role::Danger, "hazard_areas"},
                                              {Role::Path, "roads"}, {Role::Gate, "gates"}, {Role::Combustible, "wood"}})
                requests.push_back(request(role, place.file, layer));
        std::erase_if(requests, [](const LayerRequest& r) {
            try {
                read_layer(r);
                return false;
            } catch (const InvalidInput&) {
                return true;  // a small place may have none of a kind
            }
        });
        const Imported imported = import_layers(requests);
        EXPECT_EQ(imported.inputs.crs, place.crs) << place.file;
        const auto layer = std::ranges::find(imported.inputs.layers, Role::Building, &Layer::role);
        ASSERT_NE(layer, imported.inputs.layers.end()) << place.file;
        EXPECT_EQ(layer->features.size(), place.buildings) << place.file << ": no feature is lost";
        EXPECT_EQ(layer->provenance.dropped, 0) << place.file;
    }
}

}  // namespace
}  // namespace geo
