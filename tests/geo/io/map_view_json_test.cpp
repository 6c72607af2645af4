#include "geo/io/map_view_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

using namespace geo;
using namespace std::chrono_literals;

namespace {

MapView full_view() {
    MapView view;
    view.layers = {{.id = "heat", .is_visible = false, .opacity = 0.1 + 0.2}, {.id = "sites", .is_visible = true, .opacity = 1.0}};
    view.heat = {.kernel = Kernel::Gaussian,
                 .bandwidth_m = 80.5,
                 .cell_m = 2.0,
                 .filter = {.types = std::set<std::string>{"飞线充电", "\"x\""}, .statuses = std::set<std::string>{},
                            .from = std::chrono::sys_days{2024y / 2 / 29}, .to = std::chrono::sys_days{2025y / 12 / 31}},
                 .weights = {.by_severity = {{"重大", 3.0}, {"", 0.0}}, .half_life_days = 365.25, .as_of = std::chrono::sys_days{2026y / 1 / 1}}};
    view.camera = Camera{.centre = {492013.123456789012, 3274551.987654321098}, .metres_per_px = 0.27};
    return view;
}

}  // namespace

TEST(MapViewJson, GivesBackWhatWasWritten) {
    EXPECT_EQ(map_view_from_text(map_view_to_text(full_view())), full_view());
    EXPECT_EQ(map_view_from_text(map_view_to_text(MapView{})), MapView{});
}

TEST(MapViewJson, AnEmptyFilterIsNotNoFilter) {
    const auto heat = map_view_from_text(map_view_to_text(full_view())).heat;
    ASSERT_TRUE(heat.filter.statuses);
    EXPECT_TRUE(heat.filter.statuses->empty());
}

TEST(MapViewJson, ReadsANewerVersionAsFarAsItIsKnown) {
    auto json = nlohmann::json::parse(map_view_to_text(full_view()));
    json["version"] = 99;
    json["grid"] = {1, 2, 3};
    json["heat"]["kernel"] = "cosine";
    json["layers"][0]["blend"] = "multiply";
    MapView expected = full_view();
    expected.heat.kernel = Kernel::Quartic;
    EXPECT_EQ(map_view_from_text(json.dump()), expected);
}

TEST(MapViewJson, NeverFails) {
    for (const char* text : {"", "{", "[]", "null", "7", "\"x\"", R"({"layers":{},"heat":[],"camera":1})",
                             R"({"layers":[1,null,{"id":5},{}],"heat":{"bandwidth_m":-4,"cell_m":0,"filter":3,"weights":{"by_severity":[1]}}})",
                             R"({"heat":{"bandwidth_m":"80","filter":{"from":"tomorrow"}},"camera":{"x":1,"y":2,"metres_per_px":0}})"}) {
        EXPECT_EQ(map_view_from_text(text), MapView{}) << text;
    }
}

TEST(MapViewJson, PutsOpacityInItsRangeAndTakesALayerOnce) {
    const auto view = map_view_from_text(R"({"layers":[{"id":"a","opacity":7},{"id":"b","opacity":-1},{"id":"a","visible":false}]})");
    EXPECT_EQ(view.layers, (std::vector<LayerView>{{.id = "a", .is_visible = true, .opacity = 1.0}, {.id = "b", .is_visible = true, .opacity = 0.0}}));
}

TEST(MapViewJson, SurvivesTextThatIsNoUtf8) {
    MapView view;
    view.heat.filter.types = std::set<std::string>{"\xff\xfe"};
    EXPECT_EQ(map_view_from_text(map_view_to_text(view)).heat.filter.types->size(), 1u);
}
