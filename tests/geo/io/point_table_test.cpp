#include "geo/io/point_table.hpp"

#include "geo/core/error.hpp"
#include "geo/crs/crs.hpp"
#include "tests/geo/io/io_fixtures.hpp"

#include <gdal.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>

namespace geo {
namespace {

using io_fixtures::Folder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class PointFile : public ::testing::Test {
   protected:
    PointRequest file(const std::string& name, const std::string& text) {
        std::ofstream{folder / name, std::ios::binary} << text;
        PointRequest request;
        request.file = folder / name;
        return request;
    }
    PointRequest plane(const std::string& text) {
        PointRequest request = file("plane.csv", text);
        request.is_plane = true;
        return request;
    }
    Folder folder;
};

std::vector<double> weights_of(const PointTable& table) {
    std::vector<double> weights;
    for (const WeightedPoint& p : table.points) weights.push_back(p.weight);
    return weights;
}

std::string message_of(const PointRequest& request) {
    try {
        read_points(request);
    } catch (const Error& error) {
        return error.message().en;
    }
    return "no error";
}

TEST_F(PointFile, ColumnsInAnyOrderUnderAnyKnownName) {
    // Chongqing: 106.55 E, 29.56 N, in the CGCS2000 zone of 105 E, 150 km east of its meridian.
    for (const std::string text : {"lon,lat\n106.55,29.56\n", "lat,lon\n29.56,106.55\n", "编号,纬度,经度\n1,29.56,106.55\n", "\"Latitude\";\"Longitude\"\n29.56;106.55\n",
                                   "lat,lng,note\n29.56,106.55,\"a, b\"\n"}) {
        const PointTable table = read_points(file("p.csv", text));
        ASSERT_EQ(table.points.size(), 1u) << text;
        EXPECT_EQ(table.crs, working_crs({106.55, 29.56})) << text;
        EXPECT_NEAR(table.points[0].y, 3'272'000, 3'000) << text;
        EXPECT_EQ(table.points[0].weight, 1.0);
    }
}

TEST_F(PointFile, NamedColumns) {
    PointRequest request = plane("a,b,c,n\n1,2,3,4\n5,6,7,8\n");
    request.x = "b", request.y = "C", request.weight = "n";
    const PointTable table = read_points(request);
    ASSERT_EQ(table.points.size(), 2u);
    EXPECT_EQ(table.points[1].x, 6);
    EXPECT_EQ(table.points[1].y, 7);
    EXPECT_THAT(weights_of(table), ElementsAre(4, 8));
    EXPECT_EQ(table.x, "b");
    EXPECT_EQ(table.y, "c");
    EXPECT_EQ(table.weight, "n");
    request.y = "nothing";
    EXPECT_THAT(message_of(request), HasSubstr("no column \"nothing\"; the columns are: a, b, c, n. Correct --y"));
    request.y.reset();
    EXPECT_THROW(read_points(request), UsageError);
}

TEST_F(PointFile, WeightsAreFoundByName) {
    EXPECT_THAT(weights_of(read_points(plane("x,y,权重\n0,0,2.5\n1,1,0\n"))), ElementsAre(2.5, 0));
    EXPECT_THAT(weights_of(read_points(plane("x,y,Weight\n0,0,1e3\n"))), ElementsAre(1000));
    EXPECT_THAT(weights_of(read_points(plane("x,y,height\n0,0,7\n"))), ElementsAre(1));
}

// Row numbers as a spreadsheet shows them: the header is row 1.
TEST_F(PointFile, BadRowsAreFindingsAndTheOthersLoad) {
    const PointTable table = read_points(plane("x,y,weight\n1,1,1\nabc,2,1\n3,,1\n4,4,-2\n5,5,\nnan,6,1\n7,7,inf\n8,8,2\n\"9\",9,3\n"));
    EXPECT_THAT(weights_of(table), ElementsAre(1, 2, 3));
    EXPECT_EQ(table.read, 9);
    std::vector<std::string> rows;
    for (const Finding& f : table.findings) {
        EXPECT_EQ(f.code, "row-skipped");
        rows.push_back(f.feature);
    }
    EXPECT_THAT(rows, ElementsAre("3", "4", "5", "6", "7", "8"));
    EXPECT_THAT(table.findings[0].text.en, HasSubstr("row 3: column \"x\" is no number (\"abc\")"));
    EXPECT_THAT(table.findings[1].text.zh, HasSubstr("第 4 行：列“y”是空的"));
    EXPECT_THAT(table.findings[2].text.en, HasSubstr("below 0"));
}

TEST_F(PointFile, AThousandBadRowsAreCounted) {
    std::string text = "x,y\n0,0\n";
    for (int i = 0; i < 1500; ++i) text += "bad,0\n";
    const PointTable table = read_points(plane(text));
    EXPECT_EQ(table.points.size(), 1u);
    ASSERT_EQ(table.findings.size(), 1001u);
    EXPECT_THAT(table.findings.back().text.en, HasSubstr("500 more rows"));
}

TEST_F(PointFile, WhatCannotBeRead) {
    EXPECT_THAT(message_of(file("none.csv", "name,size\na,1\n")), HasSubstr("no coordinate columns are found; the columns are: name, size"));
    EXPECT_THAT(message_of(plane("x,y\n")), HasSubstr("no rows of data"));
    EXPECT_THAT(message_of(plane("x,y\na,b\n")), HasSubstr("none of 1 rows can be used"));
    EXPECT_THAT(message_of(file("km.csv", "x,y\n325.0,774.8\n284.9,304.8\n")), HasSubstr("--crs EPSG:n|local"));
    EXPECT_THROW(read_points(file("empty.csv", "")), SourceError);
    PointRequest missing;
    missing.file = folder / "missing.csv";
    EXPECT_THROW(read_points(missing), SourceError);
    PointRequest degrees = file("deg.csv", "lon,lat\n106.55,29.56\n");
    degrees.crs = "EPSG:4326";
    degrees.metres_per_unit = 1000;
    EXPECT_THROW(read_points(degrees), UsageError);
    degrees.metres_per_unit = 0;
    EXPECT_THROW(read_points(degrees), UsageError);
    PointRequest wrong = file("far.csv", "x,y\n500000,3270000\n");
    wrong.crs = "EPSG:4326";
    EXPECT_THROW(read_points(wrong), CrsError);
    wrong.crs = "EPSG:999999";
    EXPECT_THROW(read_points(wrong), CrsError);
}

TEST_F(PointFile, AStrayLatitudeIsOneBadRow) {
    std::string text = "lon,lat\n";
    for (int i = 0; i < 20; ++i) text += "106.5" + std::to_string(i) + ",29.56\n";
    const PointTable table = read_points(file("stray.csv", text + "106.55,295.6\n"));
    EXPECT_EQ(table.points.size(), 20u);
    ASSERT_EQ(table.findings.size(), 2u) << "the guessed CRS and the row";
    EXPECT_EQ(table.findings[1].feature, "22");
}

TEST_F(PointFile, PlanesMayBeInKilometres) {
    PointRequest request = plane("x,y\n325.5,74.25\n");
    request.metres_per_unit = 1000;
    const PointTable table = read_points(request);
    EXPECT_TRUE(table.crs.empty());
    EXPECT_EQ(table.points[0].x, 325'500);
    EXPECT_EQ(table.points[0].y, 74'250);
}

TEST_F(PointFile, AProjectedCrsStays) {
    PointRequest request = file("p.csv", "x,y\n500000,3270000\n");
    request.crs = "EPSG:4544";
    const PointTable table = read_points(request);
    EXPECT_EQ(table.crs, "EPSG:4544");
    EXPECT_EQ(table.points[0].x, 500'000);
    EXPECT_THAT(table.findings, IsEmpty());
}

// One scale factor cannot serve an equal-area projection, and Web Mercator's changes too fast.
TEST_F(PointFile, ACrsThatIsNotConformalIsChanged) {
    const Point place = Transform{"EPSG:4326", "EPSG:3035"}({-9.1, 38.7});
    PointRequest request = file("p.csv", fmt::format("x,y\n{},{}\n", place.x, place.y));
    request.crs = "EPSG:3035";
    EXPECT_EQ(read_points(request).crs, "EPSG:32629");
    const Point mercator = Transform{"EPSG:4326", "EPSG:3857"}({106.55, 29.56});
    request = file("p.csv", fmt::format("x,y\n{},{}\n", mercator.x, mercator.y));
    request.crs = "EPSG:3857";
    EXPECT_EQ(read_points(request).crs, working_crs({106.55, 29.56}));
}

TEST_F(PointFile, SurveyorsAxesAreSwapped) {
    const PointTable table = read_points(file("p.csv", "x,y\n3270000,36492000\n3270100,36492100\n"));
    EXPECT_EQ(table.findings[0].code, "axes-swapped");
    EXPECT_NEAR(table.points[0].y, 3'270'000, 1);
    // What the user says is not doubted.
    PointRequest request = file("q.csv", "x,y\n3270000,492000\n");
    request.is_plane = true, request.x = "x", request.y = "y";
    EXPECT_EQ(read_points(request).points[0].x, 3'270'000);
}

TEST_F(PointFile, GbkAndByteOrderMarks) {
    const PointTable gbk = read_points(file("gbk.csv", "\xBE\xAD\xB6\xC8,\xCE\xB3\xB6\xC8\n106.55,29.56\n"));  // 经度,纬度
    EXPECT_EQ(gbk.points.size(), 1u);
    EXPECT_EQ(gbk.x, "经度");
    const PointTable marked = read_points(file("bom.csv", "\xEF\xBB\xBFlon,lat\n106.55,29.56\n"));
    EXPECT_EQ(marked.points.size(), 1u);
}

TEST_F(PointFile, ReportsCarryWhatIsKnownOfThem) {
    PointRequest request = plane("x,y,日期,隐患类型,等级,状态,权重\n1,2,2024-05-01,飞线充电,高,open,3\nbad,2,,,,,1\n3,4,,楼道停放,,closed,1\n");
    EXPECT_THAT(read_points(request).reports, IsEmpty());
    request.with_reports = true;
    const PointTable table = read_points(request);
    ASSERT_EQ(table.reports.size(), 2u);
    EXPECT_EQ(table.reports[0].type, "飞线充电");
    EXPECT_EQ(table.reports[0].severity, "高");
    EXPECT_EQ(table.reports[0].weight, 3);
    EXPECT_EQ(table.reports[0].date, date_in("2024-05-01"));
    EXPECT_EQ(table.reports[1].where.x, 3);
    EXPECT_EQ(table.reports[1].status, "closed");
    EXPECT_FALSE(table.reports[1].date);
}

TEST_F(PointFile, GzippedTables) {
    std::ofstream{folder / "plain.csv"} << "x,y\n1,2\n3,4\n";
    ASSERT_EQ(std::system(("gzip -k '" + (folder / "plain.csv").string() + "'").c_str()), 0);
    PointRequest request;
    request.file = folder / "plain.csv.gz", request.is_plane = true;
    EXPECT_EQ(read_points(request).points.size(), 2u);
    EXPECT_EQ(folder.names().size(), 2u) << "nothing was written beside it";
    std::filesystem::resize_file(folder / "plain.csv.gz", std::filesystem::file_size(folder / "plain.csv.gz") - 12);
    EXPECT_THROW(read_points(request), SourceError);
    EXPECT_THROW(read_points(file("text.csv.gz", "x,y\n1,2\n")), SourceError);
}

/// Writes points to a file by GDAL: `(i, 2 i)` from `first`, weight i / 2, those divisible by seven without a weight or without a geometry.
void write_points(const std::filesystem::path& path, const char* driver, int count, OGRFieldType type, bool with_gaps) {
    GDALAllRegister();
    const std::unique_ptr<void, int (*)(GDALDatasetH)> dataset{
        GDALCreate(GDALGetDriverByName(driver), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr), [](GDALDatasetH d) { return GDALClose(d), 0; }};
    const std::unique_ptr<void, void (*)(OGRSpatialReferenceH)> srs{OSRNewSpatialReference(nullptr), OSRRelease};
    OSRImportFromEPSG(srs.get(), 4544);
    const OGRLayerH layer = GDALDatasetCreateLayer(dataset.get(), "points", srs.get(), wkbPoint, nullptr);
    for (const auto& [name, field_type] : {std::pair{"note", OFTString}, {"weight", type}}) {
        const OGRFieldDefnH field = OGR_Fld_Create(name, field_type);
        OGR_L_CreateField(layer, field, true);
        OGR_Fld_Destroy(field);
    }
    ASSERT_EQ(OGR_L_StartTransaction(layer), OGRERR_NONE);
    for (int i = 1; i <= count; ++i) {
        const std::unique_ptr<void, void (*)(OGRFeatureH)> feature{OGR_F_Create(OGR_L_GetLayerDefn(layer)), OGR_F_Destroy};
        OGR_F_SetFieldString(feature.get(), 0, "some text");
        if (!with_gaps || i % 7 != 0 || i % 2 == 0) OGR_F_SetFieldDouble(feature.get(), 1, type == OFTReal ? i / 2.0 : i);
        const OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
        OGR_G_SetPoint_2D(point, 0, 500'000 + i, 3'270'000 + 2 * i);
        if (!with_gaps || i % 7 != 0 || i % 2 == 1) OGR_F_SetGeometry(feature.get(), point);
        OGR_G_DestroyGeometry(point);
        ASSERT_EQ(OGR_L_CreateFeature(layer, feature.get()), OGRERR_NONE);
    }
    ASSERT_EQ(OGR_L_CommitTransaction(layer), OGRERR_NONE);
}

// By columns and feature by feature alike; more than one batch of Arrow's.
TEST_F(PointFile, VectorFilesByEitherWay) {
    constexpr int count = 70'000;
    for (const auto& [name, driver] : {std::pair{"p.gpkg", "GPKG"}, {"p.fgb", "FlatGeobuf"}, {"p.shp", "ESRI Shapefile"}}) {
        write_points(folder / name, driver, count, OFTReal, false);
        PointRequest request;
        request.file = folder / name;
        const PointTable fast = read_points(request);
        request.with_reports = true;
        const PointTable slow = read_points(request);
        ASSERT_EQ(fast.points.size(), std::size_t{count}) << name;
        ASSERT_EQ(slow.points.size(), std::size_t{count}) << name;
        EXPECT_EQ(fast.crs, "EPSG:4544");
        EXPECT_EQ(fast.weight, "weight");
        double sum = 0;
        for (std::size_t i = 0; i < fast.points.size(); ++i) {
            ASSERT_EQ(fast.points[i].x, slow.points[i].x) << name;
            ASSERT_EQ(fast.points[i].weight, slow.points[i].weight) << name;
            ASSERT_EQ(fast.points[i].y - 3'270'000, 2 * (fast.points[i].x - 500'000));
            sum += fast.points[i].weight;
        }
        EXPECT_EQ(sum, 0.25 * count * (count + 1.0)) << name;
    }
}

TEST_F(PointFile, GapsAreFoundByEitherWay) {
    for (const OGRFieldType type : {OFTReal, OFTInteger, OFTInteger64}) {
        std::filesystem::remove(folder / "p.gpkg");
        write_points(folder / "p.gpkg", "GPKG", 70, type, true);
        PointRequest request;
        request.file = folder / "p.gpkg";
        const PointTable fast = read_points(request);
        request.with_reports = true;
        const PointTable slow = read_points(request);
        EXPECT_EQ(fast.points.size(), 60u);
        EXPECT_EQ(fast.read, 70);
        EXPECT_EQ(weights_of(fast), weights_of(slow));
        std::vector<std::string> rows_fast, rows_slow;
        for (const Finding& f : fast.findings) rows_fast.push_back(f.feature);
        for (const Finding& f : slow.findings) rows_slow.push_back(f.feature);
        EXPECT_EQ(rows_fast, rows_slow);
        EXPECT_THAT(rows_fast, ElementsAre("7", "14", "21", "28", "35", "42", "49", "56", "63", "70"));
    }
}

TEST_F(PointFile, TextWeightsAndOtherShapes) {
    write_points(folder / "text.gpkg", "GPKG", 5, OFTString, false);
    PointRequest request;
    request.file = folder / "text.gpkg";
    EXPECT_THAT(weights_of(read_points(request)), ElementsAre(1, 2, 3, 4, 5));
    const PointRequest mixed = file("mixed.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[106.55,29.56]}},
        {"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[[106.56,29.56],[106.57,29.56]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[106.56,29.56],[106.57,29.56]]}},
        {"type":"Feature","properties":{},"geometry":null}]})");
    const PointTable table = read_points(mixed);
    EXPECT_EQ(table.points.size(), 3u);
    EXPECT_EQ(table.read, 4);
    EXPECT_EQ(table.findings.size(), 2u);
}

TEST_F(PointFile, StopsWhenAsked) {
    std::string text = "x,y\n";
    for (int i = 0; i < 20'000; ++i) text += "1,1\n";
    int looks = 0;
    EXPECT_THROW(read_points(plane(text), Progress{{}, [&] { return ++looks > 2; }}), Cancelled);
}

}  // namespace
}  // namespace geo
