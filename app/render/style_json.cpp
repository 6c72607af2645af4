#include "app/render/embedded_styles.hpp"
#include "app/render/label_text.hpp"
#include "app/render/style_layers.hpp"
#include "geo/core/error.hpp"
#include "geo/core/json_schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace app {
namespace {

using geo::Message;
using geo::say;
using nlohmann::json;

/// Faults in the order in which they were met, each with its place.
class Faults {
   public:
    explicit Faults(std::string file) : m_file{std::move(file)} {}

    void add(const Message& where, const Message& reason) {
        m_text.zh += (m_text.zh.empty() ? "" : "；") + where.zh + "：" + reason.zh;
        m_text.en += (m_text.en.empty() ? "" : "; ") + where.en + ": " + reason.en;
    }
    void add(const std::string& layer, const std::string& key, const Message& reason) {
        add(say("图层 {} 的 {}", "layer {}, key {}", layer, key), reason);
    }
    void throw_if_any() const {
        if (m_text.zh.empty()) return;
        throw geo::InvalidInput{{fmt::format("读取图式 {} 时：{}。请改正后重试。", m_file, m_text.zh),
                                 fmt::format("Reading the map style {}: {}. Correct it and try again.", m_file, m_text.en)}};
    }

   private:
    std::string m_file;
    Message m_text;
};

/// A schema's path in words: the layer by its id, the rest as keys.
Message place_of(const json& style, const std::vector<std::string>& path) {
    std::string keys;
    const auto join = [&](std::size_t from) {
        for (std::size_t i = from; i < path.size(); ++i) keys += (keys.empty() ? "" : ".") + path[i];
    };
    if (path.size() >= 2 && (path[0] == "layers" || path[0] == "groups") && style.contains(path[0])) {
        const json& item = style.at(path[0]).at(std::stoul(path[1]));
        const std::string id = item.is_object() && item.contains("id") && item.at("id").is_string() ? item.at("id").get<std::string>() : path[1];
        join(2);
        if (path[0] == "groups") return keys.empty() ? say("组 {}", "group {}", id) : say("组 {} 的 {}", "group {}, key {}", id, keys);
        return keys.empty() ? say("图层 {}", "layer {}", id) : say("图层 {} 的 {}", "layer {}, key {}", id, keys);
    }
    join(0);
    return keys.empty() ? say("文件", "file") : say("键 {}", "key {}", keys);
}

Message message_of(const json& text) { return {text.at("zh").get<std::string>(), text.at("en").get<std::string>()}; }

QColor colour_at(const json& object, const char* key) {
    return object.contains(key) ? QColor{QString::fromStdString(object.at(key).get<std::string>())} : QColor{};
}

template <typename T>
T value_at(const json& object, const char* key, T otherwise) {
    return object.contains(key) ? object.at(key).get<T>() : otherwise;
}

void read_scale(const json& object, double& from, double& to) {
    if (!object.contains("scale")) return;
    const json& scale = object.at("scale");
    if (!scale[0].is_null()) from = scale[0].get<double>();
    if (!scale[1].is_null()) to = scale[1].get<double>();
}

std::optional<Hatch> hatch_of(const json& paint) {
    if (!paint.contains("hatch")) return std::nullopt;
    const json& hatch = paint.at("hatch");
    return Hatch{hatch.at("angles").get<std::vector<double>>(), hatch.at("spacing_mm").get<double>(), hatch.at("line_mm").get<double>(),
                 colour_at(hatch, "colour")};
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
    if (const QColor fill = colour_at(layer.at("dark"), "fill"); fill.isValid()) dark.fill = fill;
    if (const QColor stroke = colour_at(layer.at("dark"), "stroke"); stroke.isValid()) dark.stroke = stroke;
    return dark;
}

MarkLook mark_of(const json& mark) {
    const Paint paint = paint_of(mark);
    MarkLook look;
    look.fill = paint.fill;
    look.stroke = paint.stroke;
    look.casing = colour_at(mark, "casing");
    look.tag = colour_at(mark, "tag");
    look.tag_text = colour_at(mark, "tag_text");
    look.stroke_mm = paint.stroke_mm;
    look.casing_mm = value_at(mark, "casing_mm", 0.0);
    look.ring_mm = value_at(mark, "ring_mm", 0.0);
    look.dash_mm = paint.dash_mm;
    look.hatch = paint.hatch;
    return look;
}

template <typename E, std::size_t n>
E enum_at(const json& object, const char* key, const std::array<std::pair<std::string_view, E>, n>& names, E otherwise) {
    if (!object.contains(key)) return otherwise;
    const std::string word = object.at(key).get<std::string>();
    return std::ranges::find(names, std::string_view{word}, &std::pair<std::string_view, E>::first)->second;  // The schema knows them all.
}

constexpr std::array<std::pair<std::string_view, MarkerShape>, 8> shapes{{{"triangle", MarkerShape::Triangle},
                                                                          {"square", MarkerShape::Square},
                                                                          {"circle", MarkerShape::Circle},
                                                                          {"diamond", MarkerShape::Diamond},
                                                                          {"box", MarkerShape::Box},
                                                                          {"letter", MarkerShape::Letter},
                                                                          {"disc", MarkerShape::Disc},
                                                                          {"phase", MarkerShape::Phase}}};
constexpr std::array<std::pair<std::string_view, Glyph>, 5> glyphs{
    {{"bang", Glyph::Bang}, {"flame", Glyph::Flame}, {"bolt", Glyph::Bolt}, {"arrow", Glyph::Arrow}, {"dot", Glyph::Dot}}};
constexpr std::array<std::pair<std::string_view, LabelPlace>, 3> places{
    {{"inside", LabelPlace::Inside}, {"along", LabelPlace::Along}, {"beside", LabelPlace::Beside}}};
constexpr std::array<std::pair<std::string_view, LabelPriority>, 5> priorities{{{"site", LabelPriority::Site},
                                                                                {"building", LabelPriority::Building},
                                                                                {"compound", LabelPriority::Compound},
                                                                                {"obstacle", LabelPriority::Obstacle},
                                                                                {"road", LabelPriority::Road}}};
constexpr std::array<std::pair<std::string_view, LayerType>, 4> types{
    {{"fill", LayerType::Fill}, {"line", LayerType::Line}, {"symbol", LayerType::Symbol}, {"heatmap", LayerType::Heatmap}}};
constexpr std::array<std::pair<std::string_view, Filter::Op>, 13> ops{{{"all", Filter::Op::All},
                                                                       {"any", Filter::Op::Any},
                                                                       {"none", Filter::Op::None},
                                                                       {"==", Filter::Op::Equal},
                                                                       {"!=", Filter::Op::NotEqual},
                                                                       {"<", Filter::Op::Less},
                                                                       {"<=", Filter::Op::AtMost},
                                                                       {">", Filter::Op::More},
                                                                       {">=", Filter::Op::AtLeast},
                                                                       {"in", Filter::Op::In},
                                                                       {"!in", Filter::Op::NotIn},
                                                                       {"has", Filter::Op::Has},
                                                                       {"!has", Filter::Op::NotHas}}};

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
    if (paint.contains("opacity")) ramp.opacity_from = paint.at("opacity")[0].get<double>(), ramp.opacity_to = paint.at("opacity")[1].get<double>();
    return ramp;
}

/// One style layer's filter, with the faults in it.
class FilterReader {
   public:
    FilterReader(const StyleLayer& layer, Faults& faults) : m_layer{layer}, m_faults{faults} {}

    Filter read(const json& filter) {
        if (!filter.is_array() || filter.empty() || !filter[0].is_string()) return fault(filter);
        const auto op = std::ranges::find(ops, std::string_view{filter[0].get_ref<const std::string&>()}, &std::pair<std::string_view, Filter::Op>::first);
        if (op == ops.end()) return fault(filter);
        if (op->second <= Filter::Op::None) {
            std::vector<Filter> parts;
            for (std::size_t i = 1; i < filter.size(); ++i) parts.push_back(read(filter[i]));
            return {op->second, std::move(parts)};
        }
        return comparison(filter, op->second);
    }

   private:
    Filter comparison(const json& filter, Filter::Op op) {
        if (filter.size() < 2 || !filter[1].is_string()) return fault(filter);
        const bool has_one = op >= Filter::Op::Equal && op <= Filter::Op::AtLeast, has_none = op >= Filter::Op::Has;
        if ((has_one && filter.size() != 3) || (has_none && filter.size() != 2)) return fault(filter);
        const std::string key = filter[1].get<std::string>();
        if (!has_property(m_layer.source, key))
            m_faults.add(m_layer.id, "filter", say("该图层没有字段 {}", "its source has no field {}", key));
        std::vector<Property> values;
        for (std::size_t i = 2; i < filter.size(); ++i) {
            const json& value = filter[i];
            if (value.is_boolean())
                values.emplace_back(value.get<bool>());
            else if (value.is_number())
                values.emplace_back(value.get<double>());
            else if (value.is_string())
                values.emplace_back(value.get<std::string>());
            else
                return fault(filter);
        }
        return {op, key, std::move(values)};
    }
    Filter fault(const json& filter) {
        m_faults.add(m_layer.id, "filter", say("无法理解 {}", "{} is no filter", filter.dump()));
        return {};
    }

    const StyleLayer& m_layer;
    Faults& m_faults;
};

void check_fields(const StyleLayer& layer, Faults& faults) {
    const auto check = [&](const char* key, const std::string& text) {
        for (const std::string& field : fields_of(text))
            if (!has_property(layer.source, field)) faults.add(layer.id, key, say("该图层没有字段 {}", "its source has no field {}", field));
    };
    if (layer.label) check("label.text", layer.label->text.zh), check("label.text", layer.label->text.en);
    if (layer.marker) check("marker.text", layer.marker->text);
    if (!layer.paint.width_field.empty()) check("paint.ground_width", "{" + layer.paint.width_field + "}");
}

void check_layer(const StyleLayer& layer, const MapStyle::Layers& style, Faults& faults) {
    if (layer.type == LayerType::Symbol && !layer.marker) faults.add(layer.id, "marker", say("缺少", "is missing"));
    if ((layer.type == LayerType::Heatmap) != layer.ramp.has_value())
        faults.add(layer.id, "paint.ramp", say("只用于 heatmap，且必有", "belongs to a heatmap, which needs one"));
    if (layer.from > layer.to) faults.add(layer.id, "scale", say("起点大于终点", "begins beyond its end"));
    if (layer.ramp && !std::ranges::is_sorted(layer.ramp->steps, {}, &std::pair<double, QColor>::first))
        faults.add(layer.id, "paint.ramp", say("各级须递增", "steps must rise"));
    if (!layer.instead.empty() && !style.group_named(layer.instead))
        faults.add(layer.id, "crowd.instead", say("没有组 {}", "there is no group {}", layer.instead));
    check_fields(layer, faults);
}

void read_layers(const json& document, MapStyle::Layers& style, Faults& faults) {
    for (const json& item : document.at("layers")) {
        StyleLayer layer;
        layer.id = item.at("id").get<std::string>();
        const std::string group = item.at("group").get<std::string>();
        if (const auto position = style.group_named(group))
            layer.group = *position;
        else
            faults.add(layer.id, "group", say("没有组 {}", "there is no group {}", group));
        if (std::ranges::find(style.layers, layer.id, &StyleLayer::id) != style.layers.end())
            faults.add(layer.id, "id", say("重复", "occurs twice"));
        if (!style.layers.empty() && layer.group < style.layers.back().group)
            faults.add(layer.id, "group", say("须按组的次序排列", "layers stand in the order of their groups"));
        layer.source = *source_named(item.at("source").get<std::string>());
        layer.type = enum_at(item, "type", types, LayerType::Fill);
        if (item.contains("filter")) layer.filter = FilterReader{layer, faults}.read(item.at("filter"));
        read_scale(item, layer.from, layer.to);
        layer.thins = value_at(item, "thins", true);
        if (item.contains("crowd")) {
            layer.crowd = item.at("crowd").at("most").get<std::size_t>();
            layer.instead = item.at("crowd").at("instead").get<std::string>();
        }
        if (item.contains("legend")) layer.legend = message_of(item.at("legend"));
        layer.legend_fill = colour_at(item, "legend_fill");
        layer.paint = paint_of(item.at("paint"));
        layer.dark = dark_of(layer.paint, item);
        if (item.at("paint").contains("ramp")) layer.ramp = ramp_of(item.at("paint"));
        if (item.contains("marker")) layer.marker = marker_of(item.at("marker"));
        if (item.contains("label")) layer.label = label_of(item.at("label"));
        check_layer(layer, style, faults);
        style.layers.push_back(std::move(layer));
    }
}

void read_groups(const json& document, MapStyle::Layers& style, Faults& faults) {
    for (const json& item : document.at("sections")) style.sections.emplace_back(item.at("id").get<std::string>(), message_of(item.at("title")));
    for (const json& item : document.at("groups")) {
        LayerGroup group{item.at("id").get<std::string>(), item.at("section").get<std::string>(), message_of(item.at("title")),
                         value_at(item, "visible", true), item.at("z").get<int>()};
        const Message where = say("组 {}", "group {}", group.id);
        if (std::ranges::find(style.sections, group.section, &std::pair<std::string, Message>::first) == style.sections.end())
            faults.add(where, say("没有节 {}", "there is no section {}", group.section));
        if (style.group_named(group.id)) faults.add(where, say("重复", "occurs twice"));
        if (!style.groups.empty() && group.z < style.groups.back().z) faults.add(where, say("z 须递增", "z must rise"));
        style.groups.push_back(std::move(group));
    }
}

void read_keys(const json& document, MapStyle::Layers& style, Faults& faults) {
    for (std::size_t i = 0; i < style.groups.size(); ++i) {
        const std::string key = document.at("groups")[i].at("key").get<std::string>();
        const auto layer = std::ranges::find(style.layers, key, &StyleLayer::id);
        if (layer == style.layers.end() || layer->group != i)
            faults.add(say("组 {} 的 key", "group {}, key key", style.groups[i].id), say("它没有图层 {}", "it has no layer {}", key));
        style.group_key.push_back(layer == style.layers.end() ? 0 : static_cast<std::size_t>(layer - style.layers.begin()));
    }
}

}  // namespace

MapStyle::Layers style_from_json(std::string_view text, const std::string& file) {
    static const geo::JsonSchema schema{geo::embedded::map_schemas().front().text};
    Faults faults{file};
    json document;
    try {
        document = json::parse(text);
    } catch (const json::parse_error& error) {
        faults.add(say("字节 {}", "byte {}", error.byte), {"不是有效的 JSON", "is no valid JSON"});
    }
    faults.throw_if_any();
    for (const geo::SchemaFault& fault : schema.faults(document)) faults.add(place_of(document, fault.path), fault.reason);
    faults.throw_if_any();

    MapStyle::Layers style;
    style.id = document.at("id").get<std::string>();
    style.title = message_of(document.at("title"));
    for (const json& font : document.at("fonts")) style.fonts << QString::fromStdString(font.get<std::string>());
    style.ground = colour_at(document.at("ground"), "light");
    style.dark_ground = colour_at(document.at("ground"), "dark");
    style.screen_hatch = document.at("screen").at("hatch").get<double>();
    style.screen_text = document.at("screen").at("text").get<double>();
    const json& shrink = document.at("screen").at("shrink");
    style.shrink_from = shrink.at("from").get<double>();
    style.shrink_to = shrink.at("to").get<double>();
    style.shrink_least = shrink.at("least").get<double>();
    if (style.shrink_from >= style.shrink_to) faults.add(say("键 screen.shrink", "key screen.shrink"), say("起点须小于终点", "from must be below to"));
    const json& thin = document.at("thin");
    style.thin_factor = thin.at("factor").get<double>();
    style.thin_stroke_mm = thin.at("stroke_mm").get<double>();
    style.thin_dot_mm = thin.at("dot_mm").get<double>();
    for (const auto& [name, mark] : document.at("marks").items()) style.marks[name] = mark_of(mark);
    read_groups(document, style, faults);
    read_layers(document, style, faults);
    read_keys(document, style, faults);
    faults.throw_if_any();
    style.tree.assign(style.groups.rbegin(), style.groups.rend());
    return style;
}

}  // namespace app
