#include "app/render/style_layers.hpp"
#include "geo/core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <functional>

namespace {

using app::MapStyle;
using nlohmann::json;
using testing::HasSubstr;

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in{file};
    return {std::istreambuf_iterator<char>{in}, {}};
}

json standard_json() {
    return json::parse(text_of(std::filesystem::path{ANCHONG_CHECKOUT} / "styles/map/anchong.json"));
}

json& layer_in(json& style, const std::string& id) {
    for (json& layer : style.at("layers"))
        if (layer.at("id") == id) return layer;
    throw std::out_of_range{id};
}

/// What is said of the standard style once it is changed; nothing when it is still good.
geo::Message fault_after(const std::function<void(json&)>& change) {
    json style = standard_json();
    change(style);
    try {
        MapStyle::parse(style.dump(), "own.json");
    } catch (const geo::InvalidInput& error) {
        return error.message();
    }
    return {};
}

const app::StyleLayer& layer(const std::string& id) {
    for (const app::StyleLayer& layer : MapStyle::standard()->layers().layers)
        if (layer.id == id) return layer;
    throw std::out_of_range{id};
}

TEST(MapStyle, EveryStyleFileLoads) {
    std::size_t count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator{std::filesystem::path{ANCHONG_CHECKOUT} / "styles/map"}) {
        const std::string text = text_of(entry.path());
        if (!json::parse(text).contains("layers")) continue;  // What is drawn over the map.
        EXPECT_NO_THROW(MapStyle::parse(text, entry.path().filename().string())) << entry.path();
        ++count;
    }
    EXPECT_GE(count, 1u);
}

TEST(MapStyle, EveryRoleAndResultIsDrawn) {
    const auto& layers = MapStyle::standard()->layers().layers;
    for (const geo::RoleInfo& role : geo::roles()) {
        const auto source = app::source_named(role.name);
        EXPECT_TRUE(std::ranges::any_of(layers, [&](const app::StyleLayer& l) { return l.source == source; }))
            << role.name;
    }
    for (const char* name : {"zones", "sites", "bays", "changes", "heat"}) {
        const auto source = app::source_named(name);
        ASSERT_TRUE(source);
        EXPECT_TRUE(std::ranges::any_of(layers, [&](const app::StyleLayer& l) { return l.source == source; })) << name;
    }
}

TEST(MapStyle, GroupsStandByTheirHeight) {
    std::vector<std::string> ids;
    int last = 1000;
    for (const app::LayerGroup& group : MapStyle::standard()->groups()) {
        ids.push_back(group.id);
        EXPECT_LE(group.z, last) << group.id;
        last = group.z;
        EXPECT_FALSE(MapStyle::standard()->section_title(group.section).zh.empty());
    }
    EXPECT_THAT(ids, testing::ElementsAre("sites", "charging", "power_source", "hydrant", "gate", "exit", "danger",
                                          "hazard", "heat", "changes", "compound", "area", "utility", "combustible", "building",
                                          "aerial_site", "fire_lane", "zones-robust", "zones-legal", "no_build",
                                          "consent", "path", "phases", "background"));
}

TEST(MapStyle, RangesAndLengthsAreRead) {
    EXPECT_EQ(layer("fire_lane").to, 5000.0);
    EXPECT_EQ(layer("exit").to, 2000.0);
    EXPECT_EQ(layer("bays-complies").to, 1000.0);
    EXPECT_EQ(layer("zones-legal").to, 10000.0);
    EXPECT_EQ(layer("sites-dot-fails").from, 5000.0);
    EXPECT_TRUE(std::isinf(layer("compound").to));
    EXPECT_EQ(layer("compound").paint.stroke_mm, 0.55);
    EXPECT_THAT(layer("compound").paint.dash_mm, testing::ElementsAre(6.0, 1.2, 1.0, 1.2));
    EXPECT_EQ(layer("hazard-open").crowd, 200u);
    EXPECT_NEAR(layer("zones-legal").paint.fill.alphaF(), 0.75, 0.01);
}

TEST(MapStyle, VerdictsDifferInHatchToo) {
    EXPECT_FALSE(layer("sites-complies").paint.hatch);
    ASSERT_TRUE(layer("sites-to_verify").paint.hatch);
    EXPECT_THAT(layer("sites-to_verify").paint.hatch->angles_deg, testing::ElementsAre(45.0));
    ASSERT_TRUE(layer("sites-fails").paint.hatch);
    EXPECT_THAT(layer("sites-fails").paint.hatch->angles_deg, testing::ElementsAre(45.0, 135.0));
}

TEST(MapStyle, MarkersThatMayStandTogetherDifferInShape) {
    EXPECT_NE(layer("sites-dot-complies").marker->shape, layer("sites-dot-to_verify").marker->shape);
    EXPECT_NE(layer("sites-dot-to_verify").marker->shape, layer("sites-dot-fails").marker->shape);
    EXPECT_NE(layer("power_source").marker->shape, layer("charging-mark").marker->shape);
    EXPECT_NE(layer("hydrant").marker->glyph, layer("charging-mark").marker->glyph);
    EXPECT_NE(layer("danger-mark").marker->glyph, layer("exit").marker->glyph);
}

TEST(MapStyleFault, TellsFileLayerAndKey) {
    const geo::Message fault = fault_after([](json& style) { layer_in(style, "hydrant")["paint"]["fill"] = "rot"; });
    EXPECT_THAT(fault.en, HasSubstr("own.json"));
    EXPECT_THAT(fault.en, HasSubstr("layer hydrant, key paint.fill"));
    EXPECT_THAT(fault.zh, HasSubstr("图层 hydrant 的 paint.fill"));
}

TEST(MapStyleFault, OfTheSchema) {
    const auto says = [](const std::function<void(json&)>& change, const char* words) {
        EXPECT_THAT(fault_after(change).en, HasSubstr(words));
    };
    says([](json& s) { layer_in(s, "exit")["paint"]["colour"] = "#FFFFFF"; },
         "layer exit, key paint: unknown key colour");
    says([](json& s) { layer_in(s, "exit")["source"] = "doors"; }, "layer exit, key source");
    says([](json& s) { layer_in(s, "exit")["marker"]["shape"] = "star"; }, "\"triangle\"");
    says([](json& s) { layer_in(s, "exit")["scale"] = {0}; }, "layer exit, key scale");
    says([](json& s) { layer_in(s, "no_build")["paint"]["hatch"]["spacing_mm"] = 0.0; },
         "layer no_build, key paint.hatch.spacing_mm");
    says([](json& s) { s.erase("fonts"); }, "fonts is missing");
    says([](json& s) { s["groups"][4].erase("title"); }, "group no_build: title is missing");
}

TEST(MapStyleFault, BeyondTheSchema) {
    const auto says = [](const std::function<void(json&)>& change, const char* words) {
        EXPECT_THAT(fault_after(change).en, HasSubstr(words));
    };
    says([](json& s) { layer_in(s, "exit")["group"] = "doors"; }, "layer exit, key group: there is no group doors");
    says(
        [](json& s) {
            layer_in(s, "exit")["filter"] = {"==", "colour", 3};
        },
        "layer exit, key filter: its source has no field colour");
    says([](json& s) { layer_in(s, "exit")["filter"] = {"like", "name", "a"}; }, "layer exit, key filter: [\"like\"");
    says([](json& s) { layer_in(s, "exit")["filter"] = {"==", "name"}; }, "layer exit, key filter");
    says([](json& s) { layer_in(s, "exit")["filter"] = json::parse(R"(["all", ["<", "name", {}]])"); },
         "layer exit, key filter");
    says([](json& s) { layer_in(s, "exit").erase("marker"); }, "layer exit, key marker: is missing");
    says([](json& s) { layer_in(s, "exit")["scale"] = {5000, 100}; }, "layer exit, key scale");
    says([](json& s) { layer_in(s, "compound")["label"]["text"]["en"] = "{nome}"; },
         "layer compound, key label.text: its source has no field nome");
    says([](json& s) { layer_in(s, "path-road")["paint"]["ground_width"]["field"] = "breadth"; },
         "layer path-road, key paint.ground_width");
    says([](json& s) { layer_in(s, "hazard-open")["crowd"]["instead"] = "hot"; },
         "layer hazard-open, key crowd.instead");
    says([](json& s) { std::swap(s["layers"][0], s["layers"][1]); }, "layers stand in the order of their groups");
    says([](json& s) { s["layers"].push_back(s["layers"].back()); }, "layer phase-later, key id: occurs twice");
    says([](json& s) { s["groups"][0]["key"] = "exit"; }, "group background, key key: it has no layer exit");
    says([](json& s) { s["groups"][2]["section"] = "attic"; }, "group path: there is no section attic");
    says([](json& s) { layer_in(s, "heat")["paint"]["ramp"] = json::parse(R"([[0.5, "#000000"], [0.2, "#FFFFFF"]])"); },
         "layer heat, key paint.ramp");
    says([](json& s) { s["screen"]["shrink"]["to"] = 1; }, "key screen.shrink");
}

TEST(MapStyleFault, NoJsonAtAll) {
    try {
        MapStyle::parse("{\"version\": 1,", "own.json");
        FAIL() << "no fault found";
    } catch (const geo::InvalidInput& error) {
        EXPECT_THAT(error.message().en, HasSubstr("own.json: byte"));
    }
}

}  // namespace
