#include "geo/io/map_view_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;

Json date_json(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

template <typename T, typename F>
void put(Json& json, const char* key, const std::optional<T>& value, F&& shape) {
    if (value) json[key] = shape(*value);
}

/// The value of a key where it is of the right kind; null otherwise.
const Json* find(const Json& json, const char* key, bool (Json::*is_kind)() const noexcept) {
    if (!json.is_object()) return nullptr;
    const auto found = json.find(key);
    return found != json.end() && ((*found).*is_kind)() ? &*found : nullptr;
}

const Json* object_in(const Json& json, const char* key) { return find(json, key, &Json::is_object); }
const Json* array_in(const Json& json, const char* key) { return find(json, key, &Json::is_array); }

std::optional<std::string> text_in(const Json& json, const char* key) {
    const Json* found = find(json, key, &Json::is_string);
    return found ? std::optional{found->get<std::string>()} : std::nullopt;
}

std::optional<double> number_in(const Json& json, const char* key) {
    const Json* found = find(json, key, &Json::is_number);
    if (!found || !std::isfinite(found->get<double>())) return {};
    return found->get<double>();
}

std::optional<double> positive_in(const Json& json, const char* key) {
    const auto number = number_in(json, key);
    return number && *number > 0.0 ? number : std::nullopt;
}

std::optional<std::chrono::sys_days> date_in(const Json& json, const char* key) {
    const auto text = text_in(json, key);
    return text ? geo::date_in(*text) : std::nullopt;
}

std::optional<std::set<std::string>> words_in(const Json& json, const char* key) {
    const Json* list = array_in(json, key);
    if (!list) return {};
    std::set<std::string> words;
    for (const Json& word : *list) {
        if (word.is_string()) words.insert(word.get<std::string>());
    }
    return words;
}

std::vector<LayerView> layers_from(const Json& list) {
    std::vector<LayerView> layers;
    for (const Json& json : list) {
        const auto id = text_in(json, "id");
        if (!id || std::ranges::find(layers, *id, &LayerView::id) != layers.end()) continue;
        LayerView layer{.id = *id};
        if (const Json* visible = find(json, "visible", &Json::is_boolean)) layer.is_visible = visible->get<bool>();
        layer.opacity = std::clamp(number_in(json, "opacity").value_or(layer.opacity), 0.0, 1.0);
        layers.push_back(std::move(layer));
    }
    return layers;
}

HeatSettings heat_from(const Json& json) {
    HeatSettings heat;
    heat.kernel = kernel_named(text_in(json, "kernel").value_or("")).value_or(heat.kernel);
    heat.bandwidth_m = positive_in(json, "bandwidth_m").value_or(heat.bandwidth_m);
    heat.cell_m = positive_in(json, "cell_m");
    if (const Json* filter = object_in(json, "filter")) {
        heat.filter = {.types = words_in(*filter, "types"), .statuses = words_in(*filter, "statuses"), .from = date_in(*filter, "from"),
                       .to = date_in(*filter, "to")};
    }
    if (const Json* weights = object_in(json, "weights")) {
        if (const Json* severities = object_in(*weights, "by_severity")) {
            for (const auto& [severity, weight] : severities->items()) {
                const auto number = number_in(*severities, severity.c_str());
                if (number && *number >= 0.0) heat.weights.by_severity[severity] = *number;
            }
        }
        heat.weights.half_life_days = positive_in(*weights, "half_life_days");
        heat.weights.as_of = date_in(*weights, "as_of");
    }
    return heat;
}

std::optional<Camera> camera_from(const Json& json) {
    const auto x = number_in(json, "x"), y = number_in(json, "y"), scale = positive_in(json, "metres_per_px");
    if (!x || !y || !scale) return {};
    return Camera{.centre = {*x, *y}, .metres_per_px = *scale};
}

}  // namespace

std::string map_view_to_text(const MapView& view) {
    const auto same = [](const auto& value) { return value; };
    Json json{{"version", version}, {"layers", Json::array()}};
    for (const LayerView& layer : view.layers) {
        json["layers"].push_back({{"id", layer.id}, {"visible", layer.is_visible}, {"opacity", layer.opacity}});
    }
    const HeatSettings& heat = view.heat;
    Json filter = Json::object(), weights{{"by_severity", heat.weights.by_severity}};
    put(filter, "types", heat.filter.types, same);
    put(filter, "statuses", heat.filter.statuses, same);
    put(filter, "from", heat.filter.from, date_json);
    put(filter, "to", heat.filter.to, date_json);
    put(weights, "half_life_days", heat.weights.half_life_days, same);
    put(weights, "as_of", heat.weights.as_of, date_json);
    json["heat"] = {{"kernel", kernel_name(heat.kernel)}, {"bandwidth_m", heat.bandwidth_m}, {"filter", filter}, {"weights", weights}};
    put(json["heat"], "cell_m", heat.cell_m, same);
    put(json, "camera", view.camera,
        [](const Camera& camera) { return Json{{"x", camera.centre.x}, {"y", camera.centre.y}, {"metres_per_px", camera.metres_per_px}}; });
    // Texts of a source may be no UTF-8; a view is worth no failure.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

MapView map_view_from_text(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    MapView view;
    if (const Json* layers = array_in(json, "layers")) view.layers = layers_from(*layers);
    if (const Json* heat = object_in(json, "heat")) view.heat = heat_from(*heat);
    if (const Json* camera = object_in(json, "camera")) view.camera = camera_from(*camera);
    return view;
}

}  // namespace geo
