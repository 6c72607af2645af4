#include "app/pages/map_marks.hpp"

#include "app/pages/embedded_marks.hpp"
#include "app/render/style_faults.hpp"
#include "geo/core/json_schema.hpp"

#include <nlohmann/json.hpp>

namespace app {
namespace {

using nlohmann::json;

double number_at(const json& object, const char* key) { return object.at(key).get<double>(); }

QColor colour_in(const json& object, const char* key) { return QColor{QString::fromStdString(object.at(key).get<std::string>())}; }

QSizeF pair_at(const json& object, const char* key) { return {object.at(key)[0].get<double>(), object.at(key)[1].get<double>()}; }

MarkText text_at(const json& object, const char* key) {
    const json& text = object.at(key);
    return {number_at(text, "size_mm"), text.value("bold", false), colour_in(text, "colour")};
}

QColor veil_of(const json& outside) {
    QColor colour = colour_in(outside, "fill");
    colour.setAlphaF(outside.at("opacity").get<float>());
    return colour;
}

DimensionMarks dimension_of(const json& o) {
    return {.colour = colour_in(o, "colour"),
            .halo = colour_in(o, "halo"),
            .line_mm = number_at(o, "line_mm"),
            .tick_mm = number_at(o, "tick_mm"),
            .tick_line_mm = number_at(o, "tick_line_mm"),
            .extension_mm = number_at(o, "extension_mm"),
            .extension_line_mm = number_at(o, "extension_line_mm"),
            .gap_mm = number_at(o, "gap_mm"),
            .leader_dot_mm = number_at(o, "leader_dot_mm"),
            .reach_mm = o.at("reach_mm").get<std::vector<double>>(),
            .value = text_at(o, "value"),
            .tag = text_at(o, "tag")};
}

ScaleBarMarks scale_bar_of(const json& o) {
    return {.plate_mm = pair_at(o, "plate_mm"),
            .from_mm = pair_at(o, "from_mm"),
            .fill = colour_in(o, "fill"),
            .colour = colour_in(o, "colour"),
            .line_mm = number_at(o, "line_mm"),
            .most_mm = number_at(o, "most_mm"),
            .height_mm = number_at(o, "height_mm"),
            .tick_mm = number_at(o, "tick_mm"),
            .parts = o.at("parts").get<int>(),
            .title = text_at(o, "title"),
            .words = text_at(o, "words"),
            .text = text_at(o, "text")};
}

}  // namespace

const MapMarks& MapMarks::standard() {
    static const MapMarks marks = [] {
        const geo::embedded::File& file = geo::embedded::sheet_map_marks().front();
        return parse(file.text, std::string{file.name});
    }();
    return marks;
}

MapMarks MapMarks::parse(std::string_view text, const std::string& file) {
    static const geo::JsonSchema schema{geo::embedded::sheet_map_schemas().front().text};
    StyleFaults faults{file};
    json document;
    try {
        document = json::parse(text);
    } catch (const json::parse_error& error) {
        faults.add(geo::say("字节 {}", "byte {}", error.byte), {"不是有效的 JSON", "is no valid JSON"});
    }
    faults.throw_if_any();
    for (const geo::SchemaFault& fault : schema.faults(document)) {
        std::string keys;
        for (const std::string& key : fault.path) keys += (keys.empty() ? "" : ".") + key;
        faults.add(geo::say("键 {}", "key {}", keys), fault.reason);
    }
    faults.throw_if_any();

    const json &frame = document.at("frame"), &grid = document.at("grid"), &extent = document.at("extent"), &north = document.at("north_arrow");
    return {.frame = {colour_in(frame, "colour"), number_at(frame, "line_mm"), number_at(frame, "inside_mm")},
            .outside = veil_of(document.at("outside")),
            .grid = {colour_in(grid, "colour"), number_at(grid, "line_mm"), number_at(grid, "cross_mm"), number_at(grid, "tick_mm"), number_at(grid, "gap_mm"),
                     text_at(grid, "text")},
            .dimension = dimension_of(document.at("dimension")),
            .extent = {colour_in(extent, "colour"), colour_in(extent, "fill"), number_at(extent, "line_mm"), extent.at("dash_mm").get<std::vector<double>>(),
                       pair_at(extent, "room_mm"), text_at(extent, "text")},
            .scale_bar = scale_bar_of(document.at("scale_bar")),
            .north_arrow = {pair_at(north, "plate_mm"), pair_at(north, "arrow_mm"), colour_in(north, "fill"), colour_in(north, "colour"),
                            number_at(north, "line_mm"), number_at(north, "top_mm"), text_at(north, "text")}};
}

}  // namespace app
