#include "app/canvas/overlay_style.hpp"

#include "app/canvas/embedded_overlays.hpp"
#include "app/render/map_scene.hpp"
#include "app/render/style_layers.hpp"
#include "geo/core/error.hpp"

#include <nlohmann/json.hpp>

namespace app {
namespace {

constexpr auto file_name = "overlays.json";

QColor colour_in(const nlohmann::json& colours, const char* key) {
    const auto word = colours.at(key).get<std::string>();
    const QColor colour{QString::fromStdString(word)};
    if (!colour.isValid())
        throw geo::InvalidInput{geo::say("{}：“{}”不是颜色：{}。请写作 #RRGGBB。", "{}: \"{}\" is no colour: {}. Write it as #RRGGBB.",
                                         file_name, key, word)};
    return colour;
}

}  // namespace

OverlayStyle parse_overlay_style(std::string_view json, const MapStyle& map_style, bool is_dark) {
    try {
        const auto document = nlohmann::json::parse(json);
        const auto& colours = document.at(is_dark ? "dark" : "light");
        const auto& strokes = document.at("strokes_mm");
        const auto px = [&](const char* key) { return strokes.at(key).get<double>() * screen_px_per_mm; };
        OverlayStyle style;
        style.ground = is_dark ? map_style.layers().dark_ground : map_style.layers().ground;
        style.paper = colour_in(colours, "paper");
        style.ink = colour_in(colours, "ink");
        style.ink_second = colour_in(colours, "ink_second");
        style.frame = colour_in(colours, "frame");
        style.accent = colour_in(colours, "accent");
        style.on_accent = colour_in(colours, "on_accent");
        style.halo = colour_in(colours, "halo");
        style.selection_px = px("selection");
        style.selection_halo_px = px("selection_halo");
        style.mark_px = px("mark");
        style.kept_mark_px = px("kept_mark");
        style.measure_px = px("measure");
        style.measure_halo_px = px("measure_halo");
        style.band_px = px("band");
        style.dot_px = px("dot");
        style.band_opacity = document.at("band_opacity").get<double>();
        style.paper_opacity = document.at("paper_opacity").get<double>();
        style.text_px = document.at("text_px").at("body").get<int>();
        style.small_text_px = document.at("text_px").at("small").get<int>();
        return style;
    } catch (const nlohmann::json::exception& fault) {
        throw geo::InvalidInput{geo::say("{} 无法使用：{}。请对照随附的文件改正。", "{} cannot be used: {}. Correct it by the file supplied.",
                                         file_name, fault.what())};
    }
}

const OverlayStyle& overlay_style(bool is_dark) {
    static const auto text = geo::embedded::map_overlays().front().text;
    static const auto map_style = MapStyle::standard();
    static const OverlayStyle light = parse_overlay_style(text, *map_style, false);
    static const OverlayStyle dark = parse_overlay_style(text, *map_style, true);
    return is_dark ? dark : light;
}

}  // namespace app
