#include "app/render/embedded_styles.hpp"
#include "app/render/label_text.hpp"
#include "app/render/style_parts.hpp"
#include "geo/core/json_schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

using geo::Message;
using geo::say;
using nlohmann::json;

/// A schema's path in words: the layer by its id, the rest as keys.
Message place_of(const json& style, const std::vector<std::string>& path) {
    std::string keys;
    const auto join = [&](std::size_t from) {
        for (std::size_t i = from; i < path.size(); ++i) keys += (keys.empty() ? "" : ".") + path[i];
    };
    if (path.size() >= 2 && (path[0] == "layers" || path[0] == "groups") && style.contains(path[0])) {
        const json& item = style.at(path[0]).at(std::stoul(path[1]));
        const std::string id = item.is_object() && item.contains("id") && item.at("id").is_string()
                                   ? item.at("id").get<std::string>()
                                   : path[1];
        join(2);
        if (path[0] == "groups")
            return keys.empty() ? say("组 {}", "group {}", id) : say("组 {} 的 {}", "group {}, key {}", id, keys);
        return keys.empty() ? say("图层 {}", "layer {}", id) : say("图层 {} 的 {}", "layer {}, key {}", id, keys);
    }
    join(0);
    return keys.empty() ? say("文件", "file") : say("键 {}", "key {}", keys);
}

void check_fields(const StyleLayer& layer, StyleFaults& faults) {
    const auto check = [&](const char* key, const std::string& text) {
        for (const std::string& field : fields_of(text))
            if (!has_property(layer.source, field))
                faults.add(layer.id, key, say("该图层没有字段 {}", "its source has no field {}", field));
    };
    if (layer.label) check("label.text", layer.label->text.zh), check("label.text", layer.label->text.en);
    if (layer.marker) check("marker.text", layer.marker->text);
    if (!layer.paint.width_field.empty()) check("paint.ground_width", "{" + layer.paint.width_field + "}");
}

void check_layer(const StyleLayer& layer, const MapStyle::Layers& style, StyleFaults& faults) {
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

void read_layers(const json& document, MapStyle::Layers& style, StyleFaults& faults) {
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
        layer.type = type_of(item);
        if (item.contains("filter")) layer.filter = filter_of(item.at("filter"), layer, faults);
        read_scale(item, layer.from, layer.to);
        layer.thins = item.value("thins", true);
        if (item.contains("crowd")) {
            layer.crowd = item.at("crowd").at("most").get<std::size_t>();
            layer.instead = item.at("crowd").at("instead").get<std::string>();
        }
        if (item.contains("legend")) layer.legend = message_of(item.at("legend"));
        if (item.contains("legend_alone")) layer.legend_alone = message_of(item.at("legend_alone"));
        layer.explained_by = item.value("explained_by", std::vector<std::string>{});
        layer.legend_fill = colour_at(item, "legend_fill");
        layer.legend_text = item.value("legend_text", std::string{});
        layer.paint = paint_of(item.at("paint"));
        layer.dark = dark_of(layer.paint, item);
        if (item.at("paint").contains("ramp")) layer.ramp = ramp_of(item.at("paint"));
        if (item.contains("marker")) layer.marker = marker_of(item.at("marker"));
        if (item.contains("label")) layer.label = label_of(item.at("label"));
        check_layer(layer, style, faults);
        style.layers.push_back(std::move(layer));
    }
}

/// Layers may be explained by later ones, so that this waits for all.
void check_explained(const MapStyle::Layers& style, StyleFaults& faults) {
    for (const StyleLayer& layer : style.layers)
        for (const std::string& id : layer.explained_by) {
            const auto other = std::ranges::find(style.layers, id, &StyleLayer::id);
            if (other == style.layers.end() || other->group != layer.group || !other->legend)
                faults.add(layer.id, "explained_by", say("同组中没有带图例的图层 {}", "its group has no layer {} with a legend", id));
        }
}

void read_groups(const json& document, MapStyle::Layers& style, StyleFaults& faults) {
    for (const json& item : document.at("sections"))
        style.sections.emplace_back(item.at("id").get<std::string>(), message_of(item.at("title")));
    for (const json& item : document.at("groups")) {
        LayerGroup group{item.at("id").get<std::string>(), item.at("section").get<std::string>(),
                         message_of(item.at("title")), item.value("visible", true), item.at("z").get<int>()};
        const Message where = say("组 {}", "group {}", group.id);
        if (std::ranges::find(style.sections, group.section, &std::pair<std::string, Message>::first) ==
            style.sections.end())
            faults.add(where, say("没有节 {}", "there is no section {}", group.section));
        if (style.group_named(group.id)) faults.add(where, say("重复", "occurs twice"));
        if (!style.groups.empty() && group.z < style.groups.back().z) faults.add(where, say("z 须递增", "z must rise"));
        style.groups.push_back(std::move(group));
    }
}

void read_keys(const json& document, MapStyle::Layers& style, StyleFaults& faults) {
    for (std::size_t i = 0; i < style.groups.size(); ++i) {
        const std::string key = document.at("groups")[i].at("key").get<std::string>();
        const auto layer = std::ranges::find(style.layers, key, &StyleLayer::id);
        if (layer == style.layers.end() || layer->group != i)
            faults.add(say("组 {} 的 key", "group {}, key key", style.groups[i].id),
                       say("它没有图层 {}", "it has no layer {}", key));
        style.group_key.push_back(layer == style.layers.end() ? 0
                                                              : static_cast<std::size_t>(layer - style.layers.begin()));
    }
}

}  // namespace

MapStyle::Layers style_from_json(std::string_view text, const std::string& file) {
    static const geo::JsonSchema schema{geo::embedded::map_schemas().front().text};
    StyleFaults faults{file};
    json document;
    try {
        document = json::parse(text);
    } catch (const json::parse_error& error) {
        faults.add(say("字节 {}", "byte {}", error.byte), {"不是有效的 JSON", "is no valid JSON"});
    }
    faults.throw_if_any();
    for (const geo::SchemaFault& fault : schema.faults(document))
        faults.add(place_of(document, fault.path), fault.reason);
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
    if (style.shrink_from >= style.shrink_to)
        faults.add(say("键 screen.shrink", "key screen.shrink"), say("起点须小于终点", "from must be below to"));
    const json& thin = document.at("thin");
    style.thin_factor = thin.at("factor").get<double>();
    style.thin_stroke_mm = thin.at("stroke_mm").get<double>();
    style.thin_dot_mm = thin.at("dot_mm").get<double>();
    read_groups(document, style, faults);
    read_layers(document, style, faults);
    check_explained(style, faults);
    read_keys(document, style, faults);
    faults.throw_if_any();
    style.tree.assign(style.groups.rbegin(), style.groups.rend());
    return style;
}

}  // namespace app
