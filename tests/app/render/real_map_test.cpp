#include "geo/io/import.hpp"
#include "tests/app/render/small_town.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

namespace {

double since_ms(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

TEST(RealMap, NewYorkNorthIsPreparedAndDrawnWhole) {
    const char* folder = std::getenv("ANCHONG_REAL_DATA");
    if (!folder || !*folder) GTEST_SKIP() << "set ANCHONG_REAL_DATA to the folder of real data";
    geo::LayerRequest request;
    request.role = geo::Role::Building;
    request.file = std::filesystem::path{folder} / "buildings" / "nyc-north.gpkg";
    request.layer = "buildings";
    auto project = std::make_shared<geo::Project>();
    project->inputs = geo::import_layers(std::vector{request}).inputs;

    const auto start = std::chrono::steady_clock::now();
    const auto data = std::make_shared<app::MapData>(project, nullptr, app::MapStyle::standard());
    RecordProperty("prepared_ms", static_cast<int>(since_ms(start)));
    ASSERT_EQ(data->groups().size(), 1u);
    EXPECT_EQ(data->groups()[0].second, 54203u);

    app::MapScene scene;
    scene.data = data;
    scene.size = {1440, 900};
    const geo::Box extent = data->extent();
    scene.centre = extent.centre();
    scene.metres_per_px = std::max((extent.max_x - extent.min_x) / scene.size.width(),
                                   (extent.max_y - extent.min_y) / scene.size.height());
    const auto drawing = std::chrono::steady_clock::now();
    const QImage image = small_town::picture(scene);
    RecordProperty("drawn_ms", static_cast<int>(since_ms(drawing)));
    const QRgb ground = QColor{"#FAFAF8"}.rgb();
    int built = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) built += image.pixel(x, y) != ground;
    EXPECT_GT(built, 100000);
    EXPECT_LT(built, 800000);
}

}  // namespace
