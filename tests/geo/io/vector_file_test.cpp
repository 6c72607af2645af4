#include "geo/io/vector_file.hpp"

#include "geo/core/error.hpp"
#include "geo/core/hash.hpp"
#include "tests/geo/io/fixtures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>

namespace geo {
namespace {

using fixtures::box;
using fixtures::Folder;
using fixtures::Table;
using testing::HasSubstr;
namespace fs = std::filesystem;

/// Two buildings of 10 × 10 m and 20 × 10 m.
Table buildings(const std::string& encoding = "UTF-8") {
    return {.layer = "建筑",
            .epsg = 4544,
            .columns = {"编号", "名称", "层数", "高度:real"},
            .rows = {{box(500000, 3320000, 500010, 3320010), {"A1", "一号楼", "6层", "18.5"}},
                     {box(500020, 3320000, 500040, 3320010), {"A2", "二号楼", "不详", ""}}},
            .encoding = encoding};
}

LayerRequest request(Role role, const fs::path& file) {
    LayerRequest r;
    r.role = role;
    r.file = file;
    return r;
}

std::vector<std::string> codes(const SourceLayer& source) {
    std::vector<std::string> result;
    for (const Finding& finding : source.findings) result.push_back(finding.code);
    return result;
}

Message failure(const LayerRequest& r) {
    try {
        read_layer(r);
    } catch (const Error& error) {
        return error.message();
    }
    return {};
}

void expect_buildings(const SourceLayer& source) {
    ASSERT_EQ(source.layer.features.size(), 2u);
    const Feature& first = source.layer.features[0];
    EXPECT_EQ(first.id, "A1");
    EXPECT_EQ(first.name, "一号楼");
    EXPECT_EQ(number_of(Role::Building, first, "floors"), 6.0);
    EXPECT_EQ(number_of(Role::Building, first, "height"), 18.5);
    EXPECT_NEAR(area(first.shape.areas), 100.0, 1e-6);
    EXPECT_EQ(first.shape.areas[0].outer.size(), 4u) << "the closing point is not repeated";
    EXPECT_EQ(number_of(Role::Building, source.layer.features[1], "floors"), std::nullopt);
    EXPECT_EQ(number_of(Role::Building, source.layer.features[1], "height"), std::nullopt);
    EXPECT_THAT(first.source, HasSubstr(R"("名称":"一号楼")"));
    EXPECT_EQ(source.layer.crs, "EPSG:4544");
    EXPECT_EQ(source.layer.provenance.crs_from, "file");
    EXPECT_EQ(source.layer.provenance.read, 2);
    EXPECT_EQ(codes(source), std::vector<std::string>{"value-unusable"}) << "不详 is said once for its column";
}

TEST(ReadLayer, ReadsAGbkShapefile) {
    const Folder folder;
    fixtures::write(folder / "建筑.shp", "ESRI Shapefile", buildings("GBK"));
    const SourceLayer source = read_layer(request(Role::Building, folder / "建筑.shp"));
    expect_buildings(source);
    EXPECT_EQ(source.layer.provenance.encoding, "GBK");
    EXPECT_EQ(source.layer.provenance.encoding_from, "cpg");
    EXPECT_EQ(source.layer.provenance.layer, "建筑");
    EXPECT_EQ(source.layer.provenance.sha256, sha256_file(folder / "建筑.shp"));

    fs::remove(folder / "建筑.cpg");
    EXPECT_EQ(read_layer(request(Role::Building, folder / "建筑.shp")).layer.features[0].name, "一号楼");
}

TEST(ReadLayer, TakesTheEncodingOptionFirst) {
    const Folder folder;
    fixtures::write(folder / "b.shp", "ESRI Shapefile", buildings("GBK"));
    fixtures::write_text(folder / "b.cpg", "UTF-8");
    LayerRequest r = request(Role::Building, folder / "b.shp");
    r.encoding = "936";
    const SourceLayer source = read_layer(r);
    expect_buildings(source);
    EXPECT_EQ(source.layer.provenance.encoding_from, "option");
    r.encoding = "Klingon";
    EXPECT_THROW(read_layer(r), InvalidInput);
    r.encoding.reset();
    EXPECT_THAT(codes(read_layer(r)), testing::Contains("encoding-doubtful")) << "the .cpg is wrong";
}

TEST(ReadLayer, ReadsUtf8ShapefileGeoPackageAndGeoJson) {
    const Folder folder;
    fixtures::write(folder / "b.shp", "ESRI Shapefile", buildings());
    expect_buildings(read_layer(request(Role::Building, folder / "b.shp")));
    fixtures::write(folder / "b.gpkg", "GPKG", buildings());
    expect_buildings(read_layer(request(Role::Building, folder / "b.gpkg")));
    fixtures::write(folder / "b.geojson", "GeoJSON", buildings());
    expect_buildings(read_layer(request(Role::Building, folder / "b.geojson")));
}

TEST(ReadLayer, LeavesTheSourceFolderAsItIs) {
    const Folder folder;
    fixtures::write(folder / "b.gpkg", "GPKG", buildings());
    fixtures::write(folder / "b.shp", "ESRI Shapefile", buildings());
    fs::remove(folder / "b.shx");
    const std::string before = sha256_file(folder / "b.gpkg");
    const auto names = folder.names();
    read_layer(request(Role::Building, folder / "b.gpkg"));
    read_layer(request(Role::Building, folder / "b.shp"));
    layer_names(folder / "b.gpkg");
    EXPECT_EQ(sha256_file(folder / "b.gpkg"), before);
    EXPECT_EQ(folder.names(), names);
}

// A writer's changes wait in the log until it closes the file.
TEST(ReadLayer, ReadsAGeoPackageInUseWithItsLog) {
    const Folder folder;
    fixtures::write(folder / "h.gpkg", "GPKG", {.layer = "h", .columns = {"id", "lon:real", "lat:real"}, .rows = {{"", {"H1", "106.5", "29.5"}}}});
    sqlite3* writer = nullptr;
    ASSERT_EQ(sqlite3_open((folder / "h.gpkg").c_str(), &writer), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(writer, "PRAGMA journal_mode=WAL; UPDATE h SET id='Z9';", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(read_layer(request(Role::Hazard, folder / "h.gpkg")).layer.features.at(0).id, "Z9");
    sqlite3_close(writer);
}

TEST(ReadLayer, RebuildsAMissingIndex) {
    const Folder folder;
    fixtures::write(folder / "b.shp", "ESRI Shapefile", buildings());
    fs::remove(folder / "b.shx");
    const SourceLayer source = read_layer(request(Role::Building, folder / "b.shp"));
    EXPECT_EQ(source.layer.features.size(), 2u);
    EXPECT_EQ(source.layer.features[0].name, "一号楼");
    EXPECT_EQ(source.layer.provenance.layer, "b");
    EXPECT_THAT(codes(source), testing::Contains("shx-missing"));
}

TEST(ReadLayer, KeepsGeometryOfABrokenDbf) {
    const Folder folder;
    fixtures::write(folder / "b.shp", "ESRI Shapefile", buildings());
    const std::string dbf = fixtures::read_bytes(folder / "b.dbf");

    fixtures::write_text(folder / "b.dbf", dbf.substr(0, dbf.size() - 200));
    const SourceLayer cut = read_layer(request(Role::Building, folder / "b.shp"));
    EXPECT_EQ(cut.layer.features.size(), 2u);
    EXPECT_THAT(codes(cut), testing::Contains("dbf-broken"));
    EXPECT_EQ(cut.layer.features[0].id, "A1") << "the first record is whole";

    fixtures::write_text(folder / "b.dbf", "rubbish");
    const SourceLayer junk = read_layer(request(Role::Building, folder / "b.shp"));
    EXPECT_EQ(junk.layer.features.size(), 2u);
    EXPECT_THAT(codes(junk), testing::Contains("dbf-broken"));
    EXPECT_EQ(junk.layer.features[1].id, "building-2");
    EXPECT_EQ(number_of(Role::Building, junk.layer.features[0], "height"), std::nullopt);

    fs::remove(folder / "b.dbf");
    const SourceLayer none = read_layer(request(Role::Building, folder / "b.shp"));
    EXPECT_EQ(none.layer.features.size(), 2u);
    EXPECT_THAT(codes(none), testing::Contains("dbf-missing"));
}

TEST(ReadLayer, SaysWhatIsWrongWithAPath) {
    const Folder folder;
    EXPECT_THROW(read_layer(request(Role::Building, folder / "none.shp")), SourceError);
    EXPECT_THAT(failure(request(Role::Building, folder / "none.shp")).zh, HasSubstr("文件不存在"));
    EXPECT_THAT(failure(request(Role::Building, folder / "")).zh, HasSubstr("这是文件夹"));
    fixtures::write_text(folder / "empty.shp", "");
    EXPECT_THAT(failure(request(Role::Building, folder / "empty.shp")).en, HasSubstr("0 bytes"));
    fixtures::write_text(folder / "junk.gpkg", "rubbish");
    EXPECT_THROW(read_layer(request(Role::Building, folder / "junk.gpkg")), SourceError);
    fixtures::write_text(folder / "cut.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",)");
    EXPECT_THROW(read_layer(request(Role::Building, folder / "cut.geojson")), SourceError);
    EXPECT_THROW(read_layer(request(Role::Building, "/vsizip/a.zip/b.shp")), SourceError);
    EXPECT_THROW(read_layer(request(Role::Building, "https://example.org/a.geojson")), SourceError);
    EXPECT_THROW(layer_names(folder / "none.gpkg"), SourceError);
}

TEST(ReadLayer, TakesAnyFileName) {
    const Folder folder;
    for (const char* name : {"a b.gpkg", "a?b#c.gpkg", "100%25.gpkg", "GPKG:x.gpkg", "建 筑.gpkg", "a&b=c.gpkg"}) {
        fixtures::write(folder / "b.gpkg", "GPKG", buildings());
        fs::rename(folder / "b.gpkg", folder / name);
        const SourceLayer source = read_layer(request(Role::Building, folder / name));
        EXPECT_EQ(source.layer.features.size(), 2u) << name;
        EXPECT_EQ(source.layer.provenance.layer, "建筑") << name;
    }
}

TEST(ReadLayer, RefusesDriversNotAllowed) {
    const Folder folder;
    fixtures::write(folder / "b.gpkg", "GPKG", buildings());
    fixtures::write_text(folder / "b.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"建筑\"><SrcDataSource>" + (folder / "b.gpkg").string() +
                                               "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    EXPECT_THROW(read_layer(request(Role::Building, folder / "b.vrt")), SourceError);
}

TEST(ReadLayer, ChoosesAmongLayers) {
    const Folder folder;
    Table other = buildings();
    other.layer = "其他";
    fixtures::write(folder / "b.gpkg", "GPKG", buildings());
    fixtures::write(folder / "b.gpkg", "GPKG", other);
    EXPECT_EQ(layer_names(folder / "b.gpkg"), (std::vector<std::string>{"建筑", "其他"}));
    EXPECT_EQ(read_layer(request(Role::Building, folder / "b.gpkg")).layer.provenance.layer, "建筑") << "by its name";
    EXPECT_THROW(read_layer(request(Role::Compound, folder / "b.gpkg")), InvalidInput);
    EXPECT_THAT(failure(request(Role::Compound, folder / "b.gpkg")).zh, HasSubstr("建筑, 其他"));

    LayerRequest r = request(Role::Compound, folder / "b.gpkg");
    r.layer = "其他";
    EXPECT_EQ(read_layer(r).layer.provenance.layer, "其他");
    r.layer = "没有";
    EXPECT_THROW(read_layer(r), SourceError);

    fixtures::write(folder / "b.gpkg", "GPKG", {.layer = "线", .epsg = 4544, .columns = {}, .rows = {{"LINESTRING(500000 3320000,500050 3320000)", {}}}});
    EXPECT_EQ(read_layer(request(Role::Path, folder / "b.gpkg")).layer.provenance.layer, "线") << "the only one with lines";
}

TEST(ReadLayer, LeavesOutWrongGeometry) {
    const Folder folder;
    Table mixed = buildings();
    mixed.rows[1].wkt = "POINT(500000 3320000)";
    mixed.rows.push_back({"", {"A3"}});
    fixtures::write(folder / "b.gpkg", "GPKG", mixed);
    const SourceLayer source = read_layer(request(Role::Building, folder / "b.gpkg"));
    ASSERT_EQ(source.layer.features.size(), 1u);
    EXPECT_EQ(codes(source), (std::vector<std::string>{"geometry-type", "geometry-missing"}));
    EXPECT_EQ(source.findings[0].feature, "2");
    EXPECT_EQ(source.findings[1].feature, "3");

    EXPECT_THROW(read_layer(request(Role::Hydrant, folder / "none.gpkg")), SourceError);
    Table areas = buildings();
    fixtures::write(folder / "a.gpkg", "GPKG", areas);
    EXPECT_THROW(read_layer(request(Role::Hydrant, folder / "a.gpkg")), InvalidInput);
    const Message message = failure(request(Role::Hydrant, folder / "a.gpkg"));
    EXPECT_THAT(message.zh, testing::AllOf(HasSubstr("只有面"), HasSubstr("需要点")));
    EXPECT_THAT(message.en, testing::AllOf(HasSubstr("holds areas"), HasSubstr("takes points")));
    areas.rows.clear();
    fixtures::write(folder / "e.gpkg", "GPKG", areas);
    EXPECT_THROW(read_layer(request(Role::Building, folder / "e.gpkg")), InvalidInput);
}

TEST(ReadLayer, TakesClosedLinesAsAreas) {
    const Folder folder;
    const Table lines{.layer = "cad", .epsg = 4544, .columns = {}, .rows = {{"LINESTRING(500000 3320000,500010 3320000,500010 3320010,500000 3320000)", {}},
                                                                           {"LINESTRING(500000 3320000,500010 3320000)", {}}}};
    fixtures::write(folder / "l.gpkg", "GPKG", lines);
    const SourceLayer source = read_layer(request(Role::Building, folder / "l.gpkg"));
    ASSERT_EQ(source.layer.features.size(), 1u);
    EXPECT_NEAR(area(source.layer.features[0].shape.areas), 50.0, 1e-6);
    EXPECT_EQ(codes(source), (std::vector<std::string>{"geometry-type", "line-closed"}));
}

// A circle of radius 10 m by five points: chords of one degree enclose 99.995 % of 314.159 m².
TEST(ReadLayer, FlattensCollectionsAndCurvesAndDropsHeights) {
    const Folder folder;
    const Table table{.layer = "odd",
                      .epsg = 4544,
                      .columns = {},
                      .rows = {{"GEOMETRYCOLLECTION Z(POINT Z(500000 3320000 7),GEOMETRYCOLLECTION Z(LINESTRING Z(500000 3320000 1,500010 3320000 2)))", {}},
                               {"CURVEPOLYGON(CIRCULARSTRING(499990 3320000,500000 3320010,500010 3320000,500000 3319990,499990 3320000))", {}},
                               {"MULTIPOLYGON(((500000 3320000,500010 3320000,500010 3320010,500000 3320000)),((500100 3320000,500110 3320000,500110 3320010,500100 3320000)))", {}}}};
    fixtures::write(folder / "o.gpkg", "GPKG", table);
    const SourceLayer source = read_layer(request(Role::Background, folder / "o.gpkg"));
    ASSERT_EQ(source.layer.features.size(), 3u);
    EXPECT_EQ(source.layer.features[0].shape.points.size(), 1u);
    EXPECT_EQ(source.layer.features[0].shape.lines.size(), 1u);
    EXPECT_NEAR(area(source.layer.features[1].shape.areas), 314.159, 0.05);
    EXPECT_EQ(source.layer.features[2].shape.areas.size(), 2u);
}

TEST(ReadLayer, GivesEveryFeatureItsOwnId) {
    const Folder folder;
    Table table = buildings();
    table.rows[1].values[0] = "A1";
    table.rows.push_back({box(500050, 3320000, 500060, 3320010), {"", "三号楼"}});
    table.rows.push_back({box(500070, 3320000, 500080, 3320010), {"A1"}});
    table.rows.push_back({box(500090, 3320000, 500095, 3320010), {"A1#2"}});
    fixtures::write(folder / "b.gpkg", "GPKG", table);
    std::vector<std::string> ids;
    for (const Feature& f : read_layer(request(Role::Building, folder / "b.gpkg")).layer.features) ids.push_back(f.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"A1", "A1#2", "building-3", "A1#3", "A1#2#2"}));
}

TEST(ReadLayer, GuessesACrs) {
    const Folder folder;
    Table table = buildings();
    table.epsg = 0;
    table.rows = {{box(36363000, 3264000, 36363010, 3264010), {}}};
    fixtures::write(folder / "z.shp", "ESRI Shapefile", table);
    const SourceLayer source = read_layer(request(Role::Building, folder / "z.shp"));
    EXPECT_EQ(source.layer.crs, "EPSG:4524");
    EXPECT_EQ(source.layer.provenance.crs_from, "guessed");
    EXPECT_THAT(codes(source), testing::Contains("crs-guessed"));

    table.rows = {{box(363000, 3264000, 363010, 3264010), {}}};
    fixtures::write(folder / "s.shp", "ESRI Shapefile", table);
    EXPECT_THROW(read_layer(request(Role::Building, folder / "s.shp")), CrsError);
    EXPECT_EQ(read_layer(request(Role::Building, folder / "s.shp"), Point{106.6, 29.5}).layer.crs, "EPSG:4545");
    LayerRequest r = request(Role::Building, folder / "s.shp");
    r.crs = "EPSG:4545";
    EXPECT_EQ(read_layer(r).layer.provenance.crs_from, "option");
    fixtures::write(folder / "s.geojson", "GeoJSON", table);
    EXPECT_THROW(read_layer(request(Role::Building, folder / "s.geojson")), CrsError) << "its degrees are none";
}

TEST(ReadLayer, MakesAKindOfTags) {
    const Folder folder;
    const Table table{.layer = "t", .epsg = 4326, .columns = {"osm_id", "power", "amenity", "voltage"},
                      .rows = {{"POINT(105 30)", {"1", "substation", "", "10000"}}, {"POINT(105 30)", {"2", "no", "fuel"}}, {"POINT(105 30)", {"3"}}}};
    fixtures::write(folder / "t.gpkg", "GPKG", table);
    const SourceLayer source = read_layer(request(Role::Danger, folder / "t.gpkg"));
    EXPECT_EQ(text_of(Role::Danger, source.layer.features[0], "kind"), "power=substation");
    EXPECT_EQ(number_of(Role::Danger, source.layer.features[0], "voltage"), 10.0) << "OSM writes volts";
    EXPECT_EQ(text_of(Role::Danger, source.layer.features[1], "kind"), "amenity=fuel");
    EXPECT_EQ(text_of(Role::Danger, source.layer.features[2], "kind"), "");
}

// ---- tables -----------------------------------------------------------------------------------------------------------

TEST(ReadTable, ReadsHazardsOutOfACsv) {
    const Folder folder;
    fixtures::write_text(folder / "h.csv", "\xEF\xBB\xBF编号,发现日期,隐患类型,经度,纬度\nH1,2024-05-01,飞线充电,106.57,29.55\nH2,2024-05-02,\"楼道,充电\",106.58,29.56\nH3,,,,\n");
    const SourceLayer source = read_layer(request(Role::Hazard, folder / "h.csv"));
    ASSERT_EQ(source.layer.features.size(), 2u);
    EXPECT_EQ(source.layer.features[0].id, "H1");
    EXPECT_EQ(source.layer.features[0].shape.points, (std::vector<Point>{{106.57, 29.55}}));
    EXPECT_EQ(text_of(Role::Hazard, source.layer.features[0], "date"), "2024-05-01");
    EXPECT_EQ(text_of(Role::Hazard, source.layer.features[1], "type"), "楼道,充电");
    EXPECT_EQ(source.layer.crs, "EPSG:4490");
    EXPECT_EQ(codes(source), (std::vector<std::string>{"geometry-missing", "crs-guessed"}));
    EXPECT_EQ(source.layer.provenance.layer, "h");
    EXPECT_EQ(source.layer.provenance.encoding, "UTF-8");
}

TEST(ReadTable, ReadsGbkCsvAndMappedColumns) {
    const Folder folder;
    fixtures::write_text(folder / "h.csv", "a,b,\xC0\xE0\xD0\xCD\n106.57,29.55,\xB7\xC9\xCF\xDF\n");  // 类型, 飞线
    EXPECT_THROW(read_layer(request(Role::Hazard, folder / "h.csv")), InvalidInput);
    EXPECT_THAT(failure(request(Role::Hazard, folder / "h.csv")).zh, HasSubstr("a, b, 类型"));
    LayerRequest r = request(Role::Hazard, folder / "h.csv");
    r.mapping = {{"x", "a"}, {"y", "b"}};
    const SourceLayer source = read_layer(r);
    EXPECT_EQ(text_of(Role::Hazard, source.layer.features.at(0), "type"), "飞线");
    EXPECT_EQ(source.layer.provenance.encoding, "GBK");
    EXPECT_EQ(source.layer.provenance.encoding_from, "default");
    r.role = Role::Building;
    r.mapping.clear();
    EXPECT_THROW(read_layer(r), InvalidInput) << "a table has no footprints";
}

TEST(ReadTable, TakesOtherSeparators) {
    const Folder folder;
    for (const char* separator : {";", "\t", ","}) {
        const std::string s = separator;
        fixtures::write_text(folder / "h.csv", "id" + s + "lon" + s + "lat\nH1" + s + "106.57" + s + "29.55\n");
        const SourceLayer source = read_layer(request(Role::Hazard, folder / "h.csv"));
        EXPECT_EQ(source.layer.features.at(0).id, "H1") << s;
        EXPECT_EQ(source.layer.features.at(0).shape.points.at(0), (Point{106.57, 29.55})) << s;
    }
}

TEST(ReadTable, SwapsSurveyorsAxes) {
    const Folder folder;
    fixtures::write_text(folder / "h.csv", "X坐标,Y坐标\n3264000,36363000\n3264100,36363100\n");
    const SourceLayer source = read_layer(request(Role::Hazard, folder / "h.csv"));
    EXPECT_EQ(source.layer.crs, "EPSG:4524");
    EXPECT_EQ(source.layer.features[0].shape.points[0], (Point{36363000, 3264000}));
    EXPECT_THAT(codes(source), testing::Contains("axes-swapped"));
}

TEST(ReadTable, ReadsADbfAlone) {
    const Folder folder;
    fixtures::write(folder / "h.dbf", "ESRI Shapefile", {.columns = {"lon:real", "lat:real", "类型"}, .rows = {{"", {"106.57", "29.55", "飞线"}}}, .encoding = "GBK"});
    const SourceLayer source = read_layer(request(Role::Hazard, folder / "h.dbf"));
    ASSERT_EQ(source.layer.features.size(), 1u);
    EXPECT_EQ(text_of(Role::Hazard, source.layer.features[0], "type"), "飞线");
}

TEST(ReadLayer, StopsWhenAsked) {
    const Folder folder;
    fixtures::write(folder / "b.gpkg", "GPKG", buildings());
    const Progress stopped{[](double) {}, [] { return true; }};
    EXPECT_THROW(read_layer(request(Role::Building, folder / "b.gpkg"), {}, stopped), Cancelled);
}

}  // namespace
}  // namespace geo
