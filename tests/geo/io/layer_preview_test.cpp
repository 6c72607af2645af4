#include "geo/io/layer_preview.hpp"

#include "data/samples/township.hpp"
#include "data/samples/write_township.hpp"
#include "geo/core/error.hpp"
#include "geo/io/import.hpp"
#include "geo/io/json_beginning.hpp"
#include "geo/io/role_proposal.hpp"
#include "tests/geo/io/fixtures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

namespace geo {
namespace {

using fixtures::box;
using fixtures::Folder;
using fixtures::Table;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
namespace fs = std::filesystem;

LayerPreview only(const PreviewRequest& request) {
    auto previews = preview_layers(request);
    if (previews.size() != 1) throw std::runtime_error{"not one layer"};
    return std::move(previews.front());
}

/// Two buildings of 10 × 10 m and 20 × 10 m near 105° E, 30° N.
Table buildings(const std::string& encoding = "UTF-8", int epsg = 4544) {
    return {.layer = "建筑",
            .epsg = epsg,
            .columns = {"编号", "名称", "层数", "高度:real"},
            .rows = {{box(500000, 3320000, 500010, 3320010), {"A1", "一号楼", "6层", "18.5"}},
                     {box(500020, 3320000, 500040, 3320010), {"A2", "二号楼", "不详", ""}}},
            .encoding = encoding};
}

TEST(LayerPreview, TellsWhatALayerHolds) {
    const Folder folder;
    fixtures::write(folder / "建筑.gpkg", "GPKG", buildings());
    const LayerPreview preview = only({.file = folder / "建筑.gpkg"});
    EXPECT_EQ(preview.layer, "建筑");
    EXPECT_TRUE(preview.is_only_layer);
    EXPECT_EQ(preview.feature_count, 2);
    EXPECT_TRUE(preview.has_areas);
    EXPECT_FALSE(preview.has_points || preview.has_lines || preview.is_table);
    EXPECT_THAT(preview.columns, ElementsAre("编号", "名称", "层数", "高度"));
    EXPECT_THAT(preview.rows, ElementsAre(ElementsAre("A1", "一号楼", "6层", "18.5"), ElementsAre("A2", "二号楼", "不详", "")));
    EXPECT_EQ(preview.crs, "EPSG:4544");
    EXPECT_EQ(preview.crs_from, "file");
    EXPECT_EQ(preview.encoding_from, "format");
    EXPECT_EQ(preview.role, Role::Building);
    EXPECT_THAT(preview.mapping, ElementsAre(Pair("id", "编号"), Pair("name", "名称"), Pair("floors", "层数"), Pair("height", "高度")));
    EXPECT_EQ(preview.problem, std::nullopt);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"建筑.gpkg"}) << "something was written beside the file";
    // 40 m of easting from the central meridian 105° E: 40 / (111320 cos 30°) = 0.000415°.
    EXPECT_NEAR(preview.extent_lonlat.min_x, 105.0, 1e-6);
    EXPECT_NEAR(preview.extent_lonlat.max_x, 105.000415, 2e-6);
    EXPECT_EQ(preview.sketch.areas.size(), 2u);
    EXPECT_NEAR(box_of(preview.sketch).max_x, preview.extent_lonlat.max_x, 1e-9);
}

TEST(LayerPreview, AWrongEncodingShowsAndTheRightOneMendsIt) {
    const Folder folder;
    fixtures::write(folder / "房屋.shp", "ESRI Shapefile", buildings("GBK"));
    const LayerPreview automatic = only({.file = folder / "房屋.shp"});
    EXPECT_EQ(automatic.rows[0][1], "一号楼");
    EXPECT_NE(automatic.encoding_from, "option");
    const LayerPreview wrong = only({.file = folder / "房屋.shp", .encoding = "UTF-8"});
    EXPECT_THAT(wrong.rows[0][1], HasSubstr("\xEF\xBF\xBD"));
    EXPECT_GT(wrong.unreadable_texts, 0);
    const LayerPreview right = only({.file = folder / "房屋.shp", .encoding = "GBK"});
    EXPECT_EQ(right.rows[0][1], "一号楼");
    EXPECT_EQ(right.encoding, "GBK");
    EXPECT_EQ(right.encoding_from, "option");
    EXPECT_EQ(right.unreadable_texts, 0);
    EXPECT_THROW(only({.file = folder / "房屋.shp", .encoding = "Klingon"}), InvalidInput);
}

TEST(LayerPreview, TheCrsIsTheFilesOrTheUsersOrAGuess) {
    const Folder folder;
    fixtures::write(folder / "plain.gpkg", "GPKG", buildings("UTF-8", 0));
    const LayerPreview unknown = only({.file = folder / "plain.gpkg", .role = Role::Building});
    EXPECT_EQ(unknown.crs, "") << "six-digit eastings alone do not tell the zone";
    EXPECT_TRUE(unknown.extent_lonlat.empty());
    ASSERT_TRUE(unknown.problem);
    EXPECT_THAT(unknown.problem->zh, HasSubstr("坐标系"));
    EXPECT_THAT(unknown.problem->en, testing::Not(HasSubstr("--"))) << "no option of the command line";

    const LayerPreview guessed = only({.file = folder / "plain.gpkg", .role = Role::Building, .hint_lonlat = Point{105.01, 30.0}});
    EXPECT_EQ(guessed.crs, "EPSG:4544");
    EXPECT_EQ(guessed.crs_from, "guessed");
    EXPECT_FALSE(guessed.crs_why.zh.empty());
    EXPECT_EQ(guessed.problem, std::nullopt);

    const LayerPreview given = only({.file = folder / "plain.gpkg", .role = Role::Building, .crs = "EPSG:4545"});
    EXPECT_EQ(given.crs, "EPSG:4545");
    EXPECT_EQ(given.crs_from, "option");
    EXPECT_NEAR(given.extent_lonlat.min_x, 108.0, 1e-6);

    EXPECT_TRUE(only({.file = folder / "plain.gpkg", .crs = "EPSG:999999"}).problem);
    EXPECT_TRUE(only({.file = folder / "plain.gpkg", .crs = "EPSG:4326"}).problem) << "coordinates are no degrees";

    fixtures::write_text(folder / "点.csv", "编号,经度,纬度\n1,106.55,29.56\n2,106.56,29.57\n");
    const LayerPreview degrees = only({.file = folder / "点.csv", .crs = "EPSG:4544"});
    ASSERT_TRUE(degrees.problem);
    EXPECT_THAT(degrees.problem->en, HasSubstr("EPSG:4544 is a projected CRS, but the coordinates are degrees"));
}

TEST(LayerPreview, ATableFindsItsCoordinatesOrSaysThatItHasNone) {
    const Folder folder;
    fixtures::write_text(folder / "隐患.csv", "编号,发现日期,类型,X,Y\nH1,2024-05-01,飞线充电,3274551.9,492013.2\nH2,2024-05-02,堆物,3274600,492100\n");
    const LayerPreview table = only({.file = folder / "隐患.csv", .crs = "EPSG:4544"});
    EXPECT_TRUE(table.is_table);
    EXPECT_TRUE(table.has_coordinates);
    EXPECT_TRUE(table.has_points);
    EXPECT_EQ(table.role, Role::Hazard);
    EXPECT_EQ(table.feature_count, 2);
    EXPECT_NEAR(table.extent_lonlat.min_x, 104.92, 0.01) << "x holds northings: axes swapped as the import does";

    fixtures::write_text(folder / "台账.csv", "编号,东,北\nH1,105.1,29.4\n");
    const LayerPreview bare = only({.file = folder / "台账.csv"});
    EXPECT_FALSE(bare.has_coordinates);
    EXPECT_EQ(bare.role, std::nullopt);
    ASSERT_TRUE(bare.problem);
    EXPECT_THAT(bare.problem->en, HasSubstr("东"));
    const LayerPreview named = only({.file = folder / "台账.csv", .role = Role::Hazard, .mapping = {{"x", "东"}, {"y", "北"}}});
    EXPECT_EQ(named.problem, std::nullopt);
    EXPECT_NEAR(named.extent_lonlat.max_x, 105.1, 1e-9);
    EXPECT_THAT(named.mapping, testing::Contains(Pair("x", "东")));
}

TEST(LayerPreview, ATableOfHazardsMayNameBuildings) {
    const Folder folder;
    fixtures::write_text(folder / "隐患台账.csv", "编号,楼栋编号,发现日期,隐患类型\nH1,B1,2024-05-01,飞线充电\n");
    const LayerPreview ledger = only({.file = folder / "隐患台账.csv"});
    EXPECT_EQ(ledger.role, Role::Hazard);
    EXPECT_FALSE(ledger.has_coordinates);
    EXPECT_TRUE(ledger.names_buildings);
    EXPECT_EQ(ledger.crs_from, "derived");
    EXPECT_EQ(ledger.problem, std::nullopt);
    EXPECT_THAT(ledger.mapping, testing::Contains(Pair("building", "楼栋编号")));
    EXPECT_TRUE(only({.file = folder / "隐患台账.csv", .role = Role::Hydrant}).problem) << "hydrants need a place of their own";
    fixtures::write_text(folder / "住户.csv", "编号,楼栋编号,户数\nH1,B1,20\n");
    EXPECT_EQ(only({.file = folder / "住户.csv"}).role, std::nullopt);
}

TEST(LayerPreview, ARoleThatDoesNotTakeTheGeometryIsAProblem) {
    const Folder folder;
    fixtures::write(folder / "建筑.gpkg", "GPKG", buildings());
    const LayerPreview preview = only({.file = folder / "建筑.gpkg", .role = Role::Hydrant});
    EXPECT_EQ(preview.role, Role::Hydrant);
    ASSERT_TRUE(preview.problem);
    EXPECT_THAT(preview.problem->zh, HasSubstr("面"));
    EXPECT_THROW(only({.file = folder / "建筑.gpkg", .role = Role::Building, .mapping = {{"floors", "没有"}}}), InvalidInput);
}

TEST(LayerPreview, FailsAsReadingDoes) {
    const Folder folder;
    EXPECT_THROW(only({.file = folder / "none.shp"}), SourceError);
    fixtures::write_text(folder / "broken.gpkg", "not a database at all");
    EXPECT_THROW(only({.file = folder / "broken.gpkg"}), SourceError);
    fixtures::write(folder / "建筑.gpkg", "GPKG", buildings());
    EXPECT_THROW(only({.file = folder / "建筑.gpkg", .layer = "小区"}), SourceError);
}

// 40 000 features of some 250 bytes are past the 8 MB that are looked at.
TEST(LayerPreview, OnlyTheBeginningOfALargeFileIsRead) {
    const Folder folder;
    constexpr int count = 40'000;
    {
        std::ofstream json{folder / "buildings.geojson"}, csv{folder / "hazards.csv"};
        json << R"({"type":"FeatureCollection","name":"楼栋","features":[)";
        csv << "id,date,type,lon,lat,note\n";
        const std::string note(180, 'x');
        for (int i = 0; i < count; ++i) {
            const double x = 105.0 + 1e-6 * i;
            json << (i ? ",\n" : "") << R"({"type":"Feature","properties":{"id":)" << i << R"(,"floors":6,"note":"}]{ \" )" << note
                 << R"("},"geometry":{"type":"Polygon","coordinates":[[[)" << x << ",30],[" << x + 1e-6 << ",30],[" << x << ",30.001],[" << x << ",30]]]}}";
            csv << i << ",2024-05-01,飞线," << x << ",30," << note << note << '\n';
        }
        json << "]}";
    }
    ASSERT_GT(fs::file_size(folder / "buildings.geojson"), 10u << 20U);
    const LayerPreview json = only({.file = folder / "buildings.geojson"});
    EXPECT_EQ(json.layer, "楼栋");
    EXPECT_EQ(json.feature_count, std::nullopt) << "the rest was not read, so nothing is claimed";
    EXPECT_EQ(json.rows.size(), 5u);
    EXPECT_EQ(json.role, Role::Building);
    EXPECT_EQ(json.crs, "EPSG:4326");
    EXPECT_EQ(json.problem, std::nullopt);
    const LayerPreview csv = only({.file = folder / "hazards.csv"});
    EXPECT_EQ(csv.layer, "hazards");
    EXPECT_EQ(csv.feature_count, std::nullopt);
    EXPECT_EQ(csv.rows[4][2], "飞线");
    EXPECT_EQ(csv.encoding, "UTF-8");
    EXPECT_EQ(csv.role, Role::Hazard);
}

TEST(JsonBeginning, HoldsTheWholeFeaturesBeforeTheCut) {
    const std::string text = R"({"type":"FeatureCollection","links":[{"a":1}],"crs":{"features":[{}]},"features":[{"p":"}]\"","q":[{}]},{"p":2},{"p":3)";
    EXPECT_EQ(reading::first_features(text),
              R"({"type":"FeatureCollection","links":[{"a":1}],"crs":{"features":[{}]},"features":[{"p":"}]\"","q":[{}]},{"p":2}]})");
    EXPECT_EQ(reading::first_features(R"({"links":[{"a":1}],"features":[{"p":)"), std::nullopt);
    EXPECT_EQ(reading::first_features("]]"), std::nullopt);
    EXPECT_EQ(reading::first_features(""), std::nullopt);
}

struct Named {
    const char* name;
    reading::GeometryKinds kinds;
    std::optional<Role> role;
};

TEST(RoleProposal, ReadsNamesAsTheyAreMet) {
    using enum Role;
    constexpr reading::GeometryKinds points{.points = true}, lines{.lines = true}, areas{.areas = true};
    const Named names[] = {
        {"小区", areas, Compound},          {"XX街道小区边界_2024", areas, Compound}, {"residential", areas, Compound},
        {"gis_osm_buildings_a_free_1", areas, Building}, {"建筑物轮廓", areas, Building}, {"房屋面", areas, Building},
        {"楼栋", areas, Building},          {"小区建筑", areas, Building},            {"Building_Footprints", areas, Building},
        {"小区出入口", points, Gate},       {"消防车道中心线", lines, FireLane},      {"消防车道面", areas, FireLane},
        {"FireLanes", lines, FireLane},     {"消防登高场地", areas, AerialSite},      {"扑救场地", areas, AerialSite},
        {"危险源点", points, Danger},       {"hazard_areas", areas, Danger},          {"可燃物堆放", areas, Combustible},
        {"隐患点", points, Hazard},         {"2024年隐患台账", points, Hazard},       {"安全出口", points, Exit},
        {"室外消火栓", points, Hydrant},    {"绿地停车", areas, Consent},             {"停车场", areas, Consent},
        {"道路", lines, Path},              {"道路", areas, Consent},                 {"gis_osm_roads_free_1", lines, Path},
        {"power_lines", lines, Utility},    {"燃气管线", lines, Utility},             {"箱变", points, PowerSource},
        {"变压器", points, PowerSource},    {"水体", areas, NoBuild},                 {"现有充电桩", points, Charging},
        {"社区网格", areas, Area},          {"barriers", lines, Background},          {"建筑", points, std::nullopt},
        {"railroads", lines, std::nullopt}, {"图层1", areas, std::nullopt},           {"landuse", areas, std::nullopt}};
    for (const Named& named : names)
        EXPECT_EQ(reading::proposed_role({named.name}, named.kinds, {}, false), named.role) << named.name;
}

TEST(RoleProposal, ColumnsTellWhereNamesDoNot) {
    constexpr reading::GeometryKinds points{.points = true}, areas{.areas = true};
    EXPECT_EQ(reading::proposed_role({"图层1"}, areas, {"OBJECTID", "DSCS", "FWJG"}, false), Role::Building);
    EXPECT_EQ(reading::proposed_role({"Sheet1"}, points, {"日期", "类型", "经度", "纬度"}, true), Role::Hazard);
    EXPECT_EQ(reading::proposed_role({"Sheet1"}, areas, {"户数", "物业公司"}, false), Role::Compound);
    EXPECT_EQ(reading::proposed_role({"Sheet1"}, areas, {"a", "b"}, false), std::nullopt);
    EXPECT_EQ(reading::proposed_role({"landuse"}, areas, {"osm_id", "landuse", "height"}, false), std::nullopt) << "an extract's common columns";
}

// Every file of the sample plays the role for which it was written, and so does every layer of the GeoPackage.
TEST(LayerPreview, ProposesTheRolesOfTheSample) {
    const Folder folder;
    const auto files = samples::write_township(samples::township(), folder / "town");
    ASSERT_GT(files.size(), 15u);
    for (const samples::SampleFile& file : files) {
        const LayerPreview preview = only({.file = file.file});
        EXPECT_EQ(preview.role, file.role) << file.file;
        EXPECT_EQ(preview.problem, std::nullopt) << file.file << ": " << preview.problem->en;
        EXPECT_EQ(preview.unreadable_texts, 0) << file.file;
        EXPECT_NEAR(preview.extent_lonlat.centre().x, 105.6, 0.2) << file.file;
    }
    for (const LayerPreview& layer : preview_layers({.file = folder / "town/township.gpkg"})) {
        EXPECT_NE(layer.role, std::nullopt) << layer.layer;
        EXPECT_FALSE(layer.is_only_layer);
    }
}

class RealPreview : public testing::Test {
   protected:
    void SetUp() override {
        const auto folder = fixtures::real_data();
        if (!folder) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
        m_folder = *folder;
    }
    fs::path m_folder;
};

// Whatever read_layer reads as background, the preview must show with the same encoding, CRS and columns.
TEST_F(RealPreview, AgreesWithTheImport) {
    int shown = 0, refused = 0;
    for (const auto& entry : fs::recursive_directory_iterator{m_folder / "formats"}) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".shp" && ending != ".gpkg" && ending != ".geojson" && ending != ".json" && ending != ".kml" && ending != ".dbf") continue;
        try {
            for (const LayerPreview& preview : preview_layers({.file = entry.path(), .role = Role::Background})) {
                ++shown;
                if (preview.problem) continue;
                LayerRequest request;
                request.role = Role::Background;
                request.file = entry.path();
                request.layer = preview.layer;
                const SourceLayer read = read_layer(request);
                EXPECT_EQ(read.layer.provenance.encoding, preview.encoding) << entry.path();
                EXPECT_EQ(read.layer.provenance.encoding_from, preview.encoding_from) << entry.path();
                EXPECT_EQ(read.layer.crs, preview.crs) << entry.path();
                EXPECT_EQ(read.layer.provenance.read, preview.feature_count.value_or(-1)) << entry.path() << preview.layer;
            }
        } catch (const Error& error) {
            ++refused;
            EXPECT_FALSE(error.message().zh.empty() || error.message().en.empty()) << entry.path();
        }
    }
    EXPECT_GT(shown, 50);
    std::cout << shown << " layers shown, " << refused << " files refused\n";
}

TEST_F(RealPreview, IsQuickOnLargeFiles) {
    const auto begin = std::chrono::steady_clock::now();
    const auto layers = preview_layers({.file = m_folder / "buildings/nyc-north.gpkg"});
    const double took_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    ASSERT_EQ(layers.size(), 1u);
    EXPECT_EQ(layers[0].feature_count, 54203);
    EXPECT_EQ(layers[0].role, Role::Building);
    EXPECT_LT(took_s, 2.0);
    for (const LayerPreview& layer : preview_layers({.file = m_folder / "osm/liechtenstein.gpkg"}))
        std::cout << layer.layer << ": " << (layer.role ? role_info(*layer.role).name : "–") << '\n';
}

}  // namespace
}  // namespace geo
