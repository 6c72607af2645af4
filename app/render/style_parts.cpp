#include "app/render/style_parts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace app {
namespace {

using nlohmann::json;

template <typename T>
T value_at(const json& object, const char* key, T otherwise) {
    return object.contains(key) ? object.at(key).get<T>() : otherwise;
}

std::optional<Hatch> hatch_of(const json& paint) {
    if (!paint.contains("hatch")) return std::nullopt;
    const json& hatch = paint.at("hatch");
    return Hatch{hatch.at("angles").get<std::vector<double>>(), hatch.at("spacing_mm").get<double>(),
                 hatch.at("line_mm").get<double>(), colour_at(hatch, "colour")};
}

template <typename E, std::size_t n>
E enum_at(const json& object, const char* key, const std::array<std::pair<std::string_view, E>, n>& names,
          E otherwise) {
    if (!object.contains(key)) return otherwise;
    const std::string word = object.at(key).get<std::string>();
    return std::ranges::find(names, std::string_view{word}, &std::pair<std::string_view, E>::first)
        ->second;  // The schema knows them all.
}

constexpr std::array<std::pair<std::string_view, MarkerShape>, 9> shapes{{{"triangle", MarkerShape::Triangle},
                                                                          {"square", MarkerShape::Square},
                                                                          {"circle", MarkerShape::Circle},
                                                                          {"diamond", MarkerShape::Diamond},
                                                                          {"box", MarkerShape::Box},
                                                                          {"letter", MarkerShape::Letter},
                                                                          {"disc", MarkerShape::Disc},
                                                                          {"phase", MarkerShape::Phase},
                                                                          {"ring", MarkerShape::Ring}}};
constexpr std::array<std::pair<std::string_view, Glyph>, 5> glyphs{{{"bang", Glyph::Bang},
                                                                    {"flame", Glyph::Flame},
                                                                    {"bolt", Glyph::Bolt},
                                                                    {"arrow", Glyph::Arrow},
                                                                    {"dot", Glyph::Dot}}};
constexpr std::array<std::pair<std::string_view, LabelPlace>, 3> places{
    {{"inside", LabelPlace::Inside}, {"along", LabelPlace::Along}, {"beside", LabelPlace::Beside}}};
constexpr std::array<std::pair<std::string_view, LabelPriority>, 5> priorities{{{"site", LabelPriority::Site},
                                                                                {"building", LabelPriority::Building},
                                                                                {"compound", LabelPriority::Compound},
                                                                                {"obstacle", LabelPriority::Obstacle},
                                                                                {"road", LabelPriority::Road}}};
constexpr std::array<std::pair<std::string_view, LayerType>, 4> types{{{"fill", LayerType::Fill},
                                                                       {"line", LayerType::Line},
                                                                       {"symbol", LayerType::Symbol},
                                                                       {"heatmap", LayerType::Heatmap}}};

}  // namespace

geo::Message message_of(const json& text) {
    return {text.at("zh").get<std::string>(), text.at("en").get<std::string>()};
}

QColor colour_at(const json& object, const char* key) {
    return object.contains(key) ? QColor{QString::fromStdString(object.at(key).get<std::string>())} : QColor{};
}

void read_scale(const json& object, double& from, double& to) {
    if (!object.contains("scale")) return;
    const json& scale = object.at("scale");
    if (!scale[0].is_null()) from = scale[0].get<double>();
    if (!scale[1].is_null()) to = scale[1].get<double>();
}

Paint paint_of(const json& json_paint) {
    Paint paint;
    paint.fill = colour_at(json_paint, "fill");
    if (paint.fill.isValid()) paint.fill.setAlphaF(static_cast<float>(value_at(json_paint, "fill_opacity", 1.0)));
    paint.stroke = colour_at(json_paint, "stroke");
    paint.stroke_mm = value_at(json_paint, "stroke_mm", 0.0);
    paint.stroke_to = value_at(json_paint, "stroke_to", paint.stroke_to);
    paint.dash_mm = value_at(json_paint, "dash_mm", std::vector<double>{});
    paint.hatch = hatch_of(json_paint);
    paint.merges = value_at(json_paint, "merge", false);
    if (json_paint.contains("ground_width")) {
        paint.width_field = json_paint.at("ground_width").at("field").get<std::string>();
        paint.width_missing_m = json_paint.at("ground_width").at("missing_m").get<double>();
    }
    return paint;
}

Paint dark_of(const Paint& light, const json& layer) {
    Paint dark = light;
    if (!layer.contains("dark")) return dark;
    if (QColor fill = colour_at(layer.at("dark"), "fill"); fill.isValid()) {
        fill.setAlphaF(light.fill.isValid() ? light.fill.alphaF() : 1.0F);
        dark.fill = fill;
    }
    if (const QColor stroke = colour_at(layer.at("dark"), "stroke"); stroke.isValid()) dark.stroke = stroke;
    return dark;
}

Marker marker_of(const json& marker) {
    return {enum_at(marker, "shape", shapes, MarkerShape::Circle),
            marker.at("size_mm").get<double>(),
            value_at(marker, "height_mm", marker.at("size_mm").get<double>()),
            enum_at(marker, "glyph", glyphs, Glyph::None),
            value_at(marker, "glyph_mm", 0.0),
            colour_at(marker, "glyph_colour"),
            value_at(marker, "text", std::string{}),
            value_at(marker, "leader_mm", 0.0),
            value_at(marker, "every_mm", 0.0)};
}

Label label_of(const json& json_label) {
    Label label;
    label.text = message_of(json_label.at("text"));
    label.size_mm = json_label.at("size_mm").get<double>();
    label.is_bold = value_at(json_label, "bold", false);
    label.colour = label.dark_colour = colour_at(json_label, "colour");
    label.halo = label.dark_halo = colour_at(json_label, "halo");
    if (json_label.contains("dark")) {
        const json& dark = json_label.at("dark");
        if (dark.contains("colour")) label.dark_colour = colour_at(dark, "colour");
        if (dark.contains("halo")) label.dark_halo = colour_at(dark, "halo");
    }
    label.place = enum_at(json_label, "place", places, LabelPlace::Inside);
    label.priority = enum_at(json_label, "priority", priorities, LabelPriority::Obstacle);
    read_scale(json_label, label.from, label.to);
    return label;
}

Ramp ramp_of(const json& paint) {
    Ramp ramp;
    for (const json& step : paint.at("ramp"))
        ramp.steps.emplace_back(step[0].get<double>(), QColor{QString::fromStdString(step[1].get<std::string>())});
    ramp.transparent_below = value_at(paint, "transparent_below", 0.0);
    if (paint.contains("opacity"))
        ramp.opacity_from = paint.at("opacity")[0].get<double>(),
        ramp.opacity_to = paint.at("opacity")[1].get<double>();
    return ramp;
}

LayerType type_of(const json& layer) { return enum_at(layer, "type", types, LayerType::Fill); }

}  // namespace app
