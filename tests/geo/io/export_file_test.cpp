#include "geo/io/export_file.hpp"

#include "geo/core/hash.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/ogr_rows.hpp"
#include "geo/io/results_table.hpp"
#include "io_fixtures.hpp"

#include <cpl_conv.h>
#include <gdal.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_api.h>

#include <cmath>

using namespace geo;
using namespace geo::storage;
using namespace io_fixtures;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

namespace {

std::vector<std::filesystem::path> run(const Folder& folder, ExportFormat format, std::vector<Finding>& findings,
                                       const std::string& encoding = "UTF-8", bool overwrite = false) {
    return export_files({.format = format, .encoding = encoding, .folder = folder / "out", .name = "示范镇", .overwrite = overwrite},
                        small_town(), small_results(), findings);
}

std::vector<std::filesystem::path> run(const Folder& folder, ExportFormat format, const std::string& encoding = "UTF-8",
                                       bool overwrite = false) {
    std::vector<Finding> findings;
    auto files = run(folder, format, findings, encoding, overwrite);
    EXPECT_THAT(findings, IsEmpty());
    return files;
}

/// Rows of a file's only or named layer as any GDAL program reads them.
std::vector<Row> rows_of(const std::filesystem::path& file, const std::vector<Column>& columns, const char* layer = nullptr) {
    register_gdal();
    const Dataset dataset{GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)};
    if (!dataset) {
        ADD_FAILURE() << "cannot open " << file;
        return {};
    }
    return read_rows(layer ? GDALDatasetGetLayerByName(dataset.get(), layer) : GDALDatasetGetLayer(dataset.get(), 0), columns);
}

std::vector<std::string> texts_of(const std::filesystem::path& file, const std::string& column) {
    std::vector<std::string> texts;
    for (const Row& row : rows_of(file, {{column, FieldType::Text}})) {
        const auto* text = std::get_if<std::string>(&row.values[0]);
        texts.push_back(text ? *text : "NULL");
    }
    return texts;
}

std::vector<Point> sorted_points(Shape shape) {
    std::vector<Point> points;
    each_vertex(shape, [&](const Point& p) { points.push_back(p); });
    std::ranges::sort(points, [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    return points;
}

std::vector<std::string> file_names(const std::vector<std::filesystem::path>& files) {
    std::vector<std::string> names;
    for (const auto& file : files) names.push_back(file.filename().string());
    return names;
}

std::vector<std::string> listing(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST(ExportFile, MakesShapefilesNamedAfterTablesAndRoles) {
    const Folder folder;
    const auto names = file_names(run(folder, ExportFormat::Shapefile));
    EXPECT_TRUE(std::ranges::is_sorted(names));
    EXPECT_EQ(names, listing(folder / "out"));
    for (const std::string base : {"zones", "sites", "bays", "compound", "building", "exit", "hazard", "danger", "danger_line", "danger_point"}) {
        EXPECT_THAT(names, IsSupersetOf({base + ".shp", base + ".shx", base + ".dbf", base + ".prj", base + ".cpg"}));
    }
    EXPECT_THAT(names, IsSupersetOf({"clearances.dbf", "clearances.cpg", "checks.dbf"}));
    EXPECT_THAT(names, Not(Contains("clearances.shp")));
    EXPECT_THAT(names, IsSupersetOf({"sites.qml", "zones.qml"}));
    EXPECT_EQ(names.size(), 10u * 5u + 2u * 2u + 2u);
    EXPECT_THAT(folder.names(), ElementsAre("out"));
}

// 和平 in GBK is BA CD C6 BD; the language byte of GBK is 0x4D.
TEST(ExportFile, WritesGbkWithBothMarksAndChineseIntact) {
    const Folder folder;
    run(folder, ExportFormat::Shapefile, "GBK");
    const auto compound = bytes_of(folder / "out" / "compound.dbf");
    EXPECT_EQ(compound[29], '\x4D');
    EXPECT_THAT(compound, HasSubstr("\xBA\xCD\xC6\xBD"));
    EXPECT_EQ(bytes_of(folder / "out" / "compound.cpg"), "GBK");
    EXPECT_EQ(bytes_of(folder / "out" / "clearances.dbf")[29], '\x4D');
    EXPECT_THAT(texts_of(folder / "out" / "compound.shp", "name"), ElementsAre("和平小区"));
    EXPECT_THAT(texts_of(folder / "out" / "clearances.dbf", "verdict"), ElementsAre("符合", "不符合"));
    EXPECT_THAT(texts_of(folder / "out" / "hazard.shp", "source"), ElementsAre("热线", "NULL"));
}

TEST(ExportFile, WritesUtf8WithItsMark) {
    const Folder folder;
    run(folder, ExportFormat::Shapefile, "utf8");
    const auto compound = bytes_of(folder / "out" / "compound.dbf");
    EXPECT_EQ(compound[29], '\0');
    EXPECT_THAT(compound, HasSubstr("和平小区"));
    EXPECT_EQ(bytes_of(folder / "out" / "compound.cpg"), "UTF-8");
    EXPECT_THAT(texts_of(folder / "out" / "compound.shp", "name"), ElementsAre("和平小区"));
}

TEST(ExportFile, IgnoresAnEncodingSetForOtherPrograms) {
    const Folder folder;
    const Environment other{"SHAPE_ENCODING", "ISO-8859-1"};
    run(folder, ExportFormat::Shapefile, "GBK");
    EXPECT_THAT(bytes_of(folder / "out" / "compound.dbf"), HasSubstr("\xBA\xCD\xC6\xBD"));
}

TEST(ExportFile, KeepsShapefileCoordinatesAndNumbersBitForBit) {
    const Folder folder;
    run(folder, ExportFormat::Shapefile);
    const auto buildings = rows_of(folder / "out" / "building.shp", {{"id", FieldType::Text}, {"height", FieldType::Real},
                                                                     {"floors", FieldType::Integer}, {"built_year", FieldType::Integer}});
    const auto expected = small_town().inputs.layers[1].features;
    ASSERT_EQ(buildings.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(buildings[i].shape.areas.size(), expected[i].shape.areas.size());
        EXPECT_EQ(sorted_points(buildings[i].shape), sorted_points(expected[i].shape));
    }
    EXPECT_EQ(buildings[0].shape.areas[0].holes.size(), 1u);
    EXPECT_EQ(buildings[0].values[1], Value{18.1});
    EXPECT_NEAR(std::get<double>(buildings[1].values[1]), 0.3, 1e-15);
    EXPECT_EQ(buildings[0].values[2], Value{std::int64_t{6}});
    EXPECT_EQ(buildings[1].values[2], Value{}) << "unknown is not zero";
    const auto rows = rows_of(folder / "out" / "clearances.dbf", {{"have_m", FieldType::Real}, {"need_m", FieldType::Real}});
    EXPECT_NEAR(std::get<double>(rows[0].values[0]), 12.000000000000123, 1e-14);
    EXPECT_EQ(rows[1].values[1], Value{10.0});
}

TEST(ExportFile, SplitsMixedRolesByKind) {
    const Folder folder;
    run(folder, ExportFormat::Shapefile);
    EXPECT_THAT(texts_of(folder / "out" / "danger.shp", "id"), ElementsAre("D3"));
    EXPECT_THAT(texts_of(folder / "out" / "danger_line.shp", "id"), ElementsAre("D2", "D3"));
    EXPECT_THAT(texts_of(folder / "out" / "danger_point.shp", "id"), ElementsAre("D1", "D3"));
    EXPECT_THAT(texts_of(folder / "out" / "hazard.shp", "id"), ElementsAre("H1", "H2"));
    const auto lines = rows_of(folder / "out" / "danger_line.shp", {});
    EXPECT_EQ(lines[1].shape.lines, small_town().inputs.layers[3].features[2].shape.lines);
}

TEST(ExportFile, NamesTheCrsForEsriPrograms) {
    const Folder folder;
    run(folder, ExportFormat::Shapefile);
    EXPECT_THAT(bytes_of(folder / "out" / "zones.prj"), HasSubstr("PROJCS[\"CGCS2000_3_Degree_GK_CM_105E\""));
}

TEST(ExportFile, WritesResultColumnsInEveryFormat) {
    const Folder folder;
    run(folder, ExportFormat::Shapefile);
    run(folder, ExportFormat::GeoJson);
    run(folder, ExportFormat::GeoPackage);
    for (const ResultTable table : {ResultTable::Zones, ResultTable::Sites, ResultTable::Bays, ResultTable::Clearances, ResultTable::Checks}) {
        const std::string name{table_name(table)};
        const auto columns = result_columns(table);
        const bool is_plain = table == ResultTable::Clearances || table == ResultTable::Checks;
        const auto shp = rows_of(folder / "out" / (name + (is_plain ? ".dbf" : ".shp")), columns);
        const auto json = rows_of(folder / "out" / (name + ".geojson"), columns);
        const auto gpkg = rows_of(folder / "out" / "示范镇.gpkg", columns, name.c_str());
        const Results results = small_results();
        const Table meant = result_rows(table, results);
        ASSERT_EQ(shp.size(), meant.row_count) << name;
        ASSERT_EQ(json.size(), meant.row_count) << name;
        ASSERT_EQ(gpkg.size(), meant.row_count) << name;
        for (std::size_t i = 0; i < meant.row_count; ++i) {
            EXPECT_EQ(gpkg[i].values, meant.row(i).values) << name;
            EXPECT_EQ(gpkg[i].shape, meant.row(i).shape) << name;
            EXPECT_EQ(json[i].values, meant.row(i).values) << name;
            EXPECT_EQ(sorted_points(shp[i].shape), sorted_points(meant.row(i).shape)) << name;
            for (const Column& column : columns) EXPECT_LE(column.name.size(), 10u);
        }
    }
}

TEST(ExportFile, PutsInputsAndResultsIntoOneGeoPackageWithoutTheProjectsOwnTables) {
    const Folder folder;
    EXPECT_THAT(file_names(run(folder, ExportFormat::GeoPackage)), ElementsAre("示范镇.gpkg"));
    const Dataset dataset{GDALOpenEx((folder / "out" / "示范镇.gpkg").c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)};
    ASSERT_TRUE(dataset);
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i) {
        names.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(dataset.get(), i)));
    }
    EXPECT_THAT(names, testing::UnorderedElementsAre("zones", "sites", "bays", "clearances", "checks", "grounds", "phases", "layer_styles", "compound", "building",
                                                     "danger", "exit", "hazard"));
}

TEST(ExportFile, WritesGeoJsonWithinAMillimetre) {
    const Folder folder;
    run(folder, ExportFormat::GeoJson);
    const Transform back{"EPSG:4326", "EPSG:4544"};
    const auto rows = rows_of(folder / "out" / "zones.geojson", result_columns(ResultTable::Zones));
    const Results results = small_results();
    const Table meant = result_rows(ResultTable::Zones, results);
    ASSERT_EQ(rows.size(), 3u);
    double worst = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Shape read = rows[i].shape, wanted = meant.row(i).shape;
        back.apply(read);
        std::vector<Point> a, b;
        each_vertex(read, [&](const Point& p) { a.push_back(p); });
        each_vertex(wanted, [&](const Point& p) { b.push_back(p); });
        ASSERT_EQ(a.size(), b.size());
        for (std::size_t k = 0; k < a.size(); ++k) worst = std::max(worst, std::hypot(a[k].x - b[k].x, a[k].y - b[k].y));
    }
    EXPECT_LT(worst, 0.001);
    const auto text = bytes_of(folder / "out" / "clearances.geojson");
    EXPECT_THAT(text, HasSubstr("\"geometry\":null"));
    EXPECT_THAT(text, HasSubstr("符合"));
    EXPECT_THAT(bytes_of(folder / "out" / "building.geojson"), HasSubstr("\"source\""));
}

// A last digit behind zeros counts as well: 121.500000003 is not 121.5.
TEST(ExportFile, WritesAllNineDecimals) {
    const Folder folder;
    Project town = small_town();
    const Transform to_metres{"EPSG:4326", "EPSG:4544"};
    const Point place = to_metres({105.5, 29.500000003});
    town.inputs.layers[4].features[0].shape.points = {place};
    town.inputs.layers[4].features[0].name = "引号\"反斜\\换行\n";
    std::vector<Finding> findings;
    export_files({.format = ExportFormat::GeoJson, .encoding = "", .folder = folder / "out", .name = "x", .overwrite = false}, town,
                 small_results(), findings);
    EXPECT_THAT(bytes_of(folder / "out" / "exit.geojson"), HasSubstr("[105.500000000,29.500000003]"));
    EXPECT_THAT(texts_of(folder / "out" / "exit.geojson", "name"), ElementsAre("引号\"反斜\\换行\n"));
    const auto danger = rows_of(folder / "out" / "danger.geojson", {{"id", FieldType::Text}});
    ASSERT_EQ(danger.size(), 3u);
    EXPECT_EQ(danger[2].shape.areas.size() + danger[2].shape.lines.size() + danger[2].shape.points.size(), 1u + 2u + 2u);
}

TEST(ExportFile, SaysWhatGbkCannotHold) {
    const Folder folder;
    Project town = small_town();
    town.inputs.layers[0].features[0].name = "𠮷祥苑😀";  // Neither the first nor the last is in GBK.
    std::vector<Finding> findings;
    export_files({.format = ExportFormat::Shapefile, .encoding = "GBK", .folder = folder / "out", .name = "x", .overwrite = false}, town,
                 small_results(), findings);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].code, "characters-replaced");
    EXPECT_EQ(findings[0].where, "compound.shp");
    EXPECT_EQ(findings[0].feature, "C1");
    EXPECT_THAT(findings[0].text.en, HasSubstr("2 characters"));
    EXPECT_THAT(findings[0].text.zh, HasSubstr("𠮷"));
    EXPECT_THAT(texts_of(folder / "out" / "compound.shp", "name"), ElementsAre("?祥苑?"));
}

// 100 characters of three bytes: 84 fit into 254 bytes of UTF-8; of two bytes in GBK all fit.
TEST(ExportFile, CutsLongTextsAtAWholeCharacter) {
    const Folder folder;
    Project town = small_town();
    std::string name;
    for (int i = 0; i < 100; ++i) name += "楼";
    town.inputs.layers[0].features[0].name = name;
    std::vector<Finding> findings;
    ExportRequest request{.format = ExportFormat::Shapefile, .encoding = "UTF-8", .folder = folder / "out", .name = "x", .overwrite = false};
    export_files(request, town, small_results(), findings);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].code, "text-cut");
    EXPECT_THAT(texts_of(folder / "out" / "compound.shp", "name"), ElementsAre(name.substr(0, 84u * 3u)));
    findings.clear();
    request.encoding = "GBK";
    request.overwrite = true;
    export_files(request, town, small_results(), findings);
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_THAT(texts_of(folder / "out" / "compound.shp", "name"), ElementsAre(name));
}

TEST(ExportFile, LeavesNumbersBeyondADbfEmpty) {
    const Folder folder;
    Project town = small_town();
    town.inputs.layers[1].features[0].values[1] = 1e300;
    std::vector<Finding> findings;
    export_files({.format = ExportFormat::Shapefile, .encoding = "UTF-8", .folder = folder / "out", .name = "x", .overwrite = false}, town,
                 small_results(), findings);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].code, "number-left-out");
    EXPECT_EQ(findings[0].feature, "B1");
    EXPECT_EQ(rows_of(folder / "out" / "building.shp", {{"height", FieldType::Real}})[0].values[0], Value{});
}

TEST(ExportFile, WritesEmptyTablesWithTheirColumns) {
    const Folder folder;
    std::vector<Finding> findings;
    Project town = small_town();
    town.inputs.layers.resize(1);
    for (const auto format : {ExportFormat::Shapefile, ExportFormat::GeoJson, ExportFormat::GeoPackage}) {
        export_files({.format = format, .encoding = "GBK", .folder = folder / "out", .name = "x", .overwrite = false}, town, {}, findings);
    }
    EXPECT_THAT(rows_of(folder / "out" / "zones.shp", result_columns(ResultTable::Zones)), IsEmpty());
    EXPECT_THAT(rows_of(folder / "out" / "checks.dbf", result_columns(ResultTable::Checks)), IsEmpty());
    EXPECT_THAT(rows_of(folder / "out" / "x.gpkg", result_columns(ResultTable::Sites), "sites"), IsEmpty());
    EXPECT_THAT(bytes_of(folder / "out" / "sites.geojson"), HasSubstr("FeatureCollection"));
}

TEST(ExportFile, RepeatsByteForByte) {
    const Environment epoch{"SOURCE_DATE_EPOCH", "1700000000"};
    const Folder a, b;
    for (const auto format : {ExportFormat::Shapefile, ExportFormat::GeoJson, ExportFormat::GeoPackage}) {
        run(a, format, "GBK");
        run(b, format, "GBK");
    }
    const auto names = listing(a / "out");
    ASSERT_EQ(names, listing(b / "out"));
    for (const std::string& name : names) EXPECT_EQ(sha256_file(a / "out" / name), sha256_file(b / "out" / name)) << name;
    // 2023-11-14: years since 1900, month, day.
    EXPECT_EQ(bytes_of(a / "out" / "zones.dbf").substr(1, 3), "\x7B\x0B\x0E");
}

TEST(ExportFile, RefusesAnUnknownEncoding) {
    const Folder folder;
    EXPECT_THROW(run(folder, ExportFormat::Shapefile, "Big5"), UsageError);
    EXPECT_THROW(run(folder, ExportFormat::Shapefile, "nonsense"), UsageError);
    EXPECT_THAT(folder.names(), IsEmpty());
}
