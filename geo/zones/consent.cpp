#include "geo/zones/consent.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/rules/consent_label.hpp"

#include <fmt/ranges.h>

#include <set>

namespace geo {
namespace {

constexpr double least_overlap_m2 = 0.01;

struct Item {
    Shape shape;
    double half_width_m;
    std::string label;
};

std::vector<Item> items_of(const Inputs& inputs) {
    std::vector<Item> items;
    for (const Layer& layer : inputs.layers) {
        if (!takes_consent(layer.role)) continue;
        for (const Feature& feature : layer.features)
            items.push_back({feature.shape, 0.5 * number_of(layer.role, feature, "width").value_or(0.0), consent_label(layer.role, feature)});
    }
    return items;
}

bool covers(const MultiPolygon& areas, const Item& item) {
    if (!item.shape.areas.empty()) {
        // A refused overlay must not hide that somebody has to be asked.
        try {
            if (area(intersection(areas, item.shape.areas, OverlayEngine::Geos)) > least_overlap_m2) return true;
        } catch (const GeometryError&) {
            return true;
        }
    }
    const Shape lines{{}, item.shape.lines, item.shape.points};
    return !lines.empty() && distance(Shape{areas, {}, {}}, lines) <= item.half_width_m;
}

bool covers(Point where, const Item& item) {
    if (contains(item.shape.areas, where)) return true;
    const Shape lines{{}, item.shape.lines, item.shape.points};
    return !lines.empty() && distance(Shape{{}, {}, {where}}, lines) <= item.half_width_m;
}

std::vector<Box> boxes_of(const std::vector<Item>& items) {
    std::vector<Box> boxes;
    for (const Item& item : items) boxes.push_back(box_of(item.shape).grown(item.half_width_m));
    return boxes;
}

/// @param place  areas or a point
std::string labels_at(const auto& place, const Box& box, const std::vector<Item>& items, const BoxIndex& index) {
    std::set<std::string> labels;
    for (std::size_t i : index.meeting(box))
        if (!labels.contains(items[i].label) && covers(place, items[i])) labels.insert(items[i].label);
    return fmt::format("{}", fmt::join(labels, ";"));
}

}  // namespace

struct ConsentGround::Items {
    std::vector<Item> items;
    BoxIndex index{boxes_of(items)};
};

ConsentGround::ConsentGround(const Inputs& inputs) : m_items{std::make_unique<Items>(Items{items_of(inputs)})} {}
ConsentGround::~ConsentGround() = default;

std::string ConsentGround::in(const MultiPolygon& areas) const {
    return labels_at(areas, box_of(areas), m_items->items, m_items->index);
}

std::string ConsentGround::at(Point where) const {
    return labels_at(where, {where.x, where.y, where.x, where.y}, m_items->items, m_items->index);
}

void mark_consent(std::span<Ground> grounds, const Inputs& inputs) {
    const ConsentGround consent{inputs};
    for (Ground& ground : grounds)
        for (Zone& zone : ground.zones) zone.consent = consent.in({zone.legal});
}

}  // namespace geo
