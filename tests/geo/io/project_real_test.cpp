#include "geo/io/export_file.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/import.hpp"
#include "geo/io/ogr_rows.hpp"
#include "io_fixtures.hpp"

#include <gdal.h>
#include <gtest/gtest.h>
#include <ogr_api.h>

#include <chrono>
#include <cmath>

using namespace geo;
using namespace geo::storage;
using io_fixtures::Folder;

namespace {

const char* real_data() { return std::getenv("ANCHONG_REAL_DATA"); }

Project town_of(const std::string& file) {
    LayerRequest request;
    request.role = Role::Building;
    request.file = std::filesystem::path{real_data()} / "buildings" / file;
    request.layer = "buildings";
    Project town;
    Imported imported = import_layers({&request, 1});
    town.inputs = std::move(imported.inputs);
    town.findings = std::move(imported.findings);
    return town;
}

std::vector<Row> rows_of(const std::filesystem::path& file, const std::vector<Column>& columns) {
    register_gdal();
    const Dataset dataset{GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)};
    return dataset ? read_rows(GDALDatasetGetLayer(dataset.get(), 0), columns) : std::vector<Row>{};
}

std::vector<Point> vertices(const Shape& shape) {
    std::vector<Point> points;
    each_vertex(shape, [&](const Point& p) { points.push_back(p); });
    return points;
}

std::vector<Point> sorted(std::vector<Point> points) {
    std::ranges::sort(points, [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    return points;
}

}  // namespace

TEST(ProjectReal, KeepsLujiazuiThroughProjectAndExports) {
    if (!real_data()) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    const Folder folder;
    const Project town = town_of("shanghai-lujiazui.gpkg");
    create_project(folder / "town.gpkg", town, false);
    const Project read = read_project(folder / "town.gpkg");
    const auto& buildings = town.inputs.layers.front().features;
    EXPECT_TRUE(read.inputs.layers.front().features == buildings);
    EXPECT_TRUE(read.inputs.layers.front().provenance == town.inputs.layers.front().provenance);
    EXPECT_TRUE(read.findings == town.findings);

    std::vector<Finding> findings;
    ExportRequest request{.format = ExportFormat::Shapefile, .encoding = "GBK", .folder = folder / "out", .name = "x", .overwrite = false};
    export_files(request, read, {}, findings);
    request.format = ExportFormat::GeoJson;
    export_files(request, read, {}, findings);
    const std::vector<Column> columns{{"id", FieldType::Text}, {"name", FieldType::Text}};
    const auto shp = rows_of(folder / "out" / "building.shp", columns), json = rows_of(folder / "out" / "building.geojson", columns);
    ASSERT_EQ(shp.size(), buildings.size());
    ASSERT_EQ(json.size(), buildings.size());
    const Transform back{"EPSG:4326", read.inputs.crs};
    double worst = 0.0;
    for (std::size_t i = 0; i < buildings.size(); ++i) {
        EXPECT_EQ(shp[i].values[0], Value{buildings[i].id});
        EXPECT_EQ(json[i].values[1], Value{buildings[i].name});
        EXPECT_EQ(sorted(vertices(shp[i].shape)), sorted(vertices(buildings[i].shape))) << buildings[i].id;
        Shape metres = json[i].shape;
        back.apply(metres);
        const auto a = vertices(metres), b = vertices(buildings[i].shape);
        ASSERT_EQ(a.size(), b.size()) << buildings[i].id;
        for (std::size_t k = 0; k < a.size(); ++k) worst = std::max(worst, std::hypot(a[k].x - b[k].x, a[k].y - b[k].y));
    }
    EXPECT_LT(worst, 0.001);
}

TEST(ProjectReal, WritesNewYorkInSeconds) {
    if (!real_data()) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    const Folder folder;
    const Project town = town_of("nyc-north.gpkg");
    ASSERT_GT(town.inputs.layers.front().features.size(), 54000u);
    std::string times;
    const auto timed = [&](const char* what, auto&& work) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times += fmt::format(" {} {:.2f} s", what, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    };
    Project read;
    std::vector<Finding> findings;
    ExportRequest request{.format = ExportFormat::Shapefile, .encoding = "GBK", .folder = folder / "out", .name = "x", .overwrite = false};
    timed("project", [&] { create_project(folder / "town.gpkg", town, false); });
    timed("read", [&] { read = read_project(folder / "town.gpkg"); });
    timed("shp", [&] { export_files(request, read, {}, findings); });
    request.format = ExportFormat::GeoJson;
    timed("geojson", [&] { export_files(request, read, {}, findings); });
    request.format = ExportFormat::GeoPackage;
    timed("gpkg", [&] { export_files(request, read, {}, findings); });
    fmt::print("{} buildings:{}\n", town.inputs.layers.front().features.size(), times);
    EXPECT_TRUE(read.inputs.layers.front().features == town.inputs.layers.front().features);
}
