#include "data/samples/defects.hpp"

#include <cmath>

namespace samples {
namespace {

using geo::Point;

/// Two vertices of one edge digitised in the wrong order: the ring crosses itself there.
void cross_itself(geo::Ring& ring) {
    const Point a = ring[0], b = ring[1];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const Point out{(b.y - a.y) / length * 0.25, -(b.x - a.x) / length * 0.25};
    const auto along = [&](double t) {
        const auto mm = [](double v) { return std::round(v * 1000.0) / 1000.0; };
        return Point{mm(a.x + t * (b.x - a.x) + out.x), mm(a.y + t * (b.y - a.y) + out.y)};
    };
    ring.insert(ring.begin() + 1, {along(0.55), along(0.45)});
}

/// The digitiser's button pressed too often.
void repeat_vertices(geo::Ring& ring) {
    const Point twice = ring[2], thrice = ring[1];
    ring.insert(ring.begin() + 2, twice);
    ring.insert(ring.begin() + 1, 2, thrice);
}

}  // namespace

void spoil(Draft& draft) {
    auto& buildings = draft.of(Sheet::Buildings);
    cross_itself(buildings.at(27).shape.areas.front().outer);
    repeat_vertices(buildings.at(71).shape.areas.front().outer);
    const auto forget = [&](std::size_t nth, std::initializer_list<std::string_view> fields) {
        for (std::string_view field : fields) set(buildings.at(nth), Sheet::Buildings, field, {});
    };
    for (std::size_t nth : {5u, 33u, 64u, 88u, 133u, 171u, 260u, 301u}) forget(nth, {"floors", "height"});
    for (std::size_t nth : {12u, 47u, 95u, 150u, 222u, 318u}) forget(nth, {"structure", "fire_grade"});
    for (std::size_t nth : {20u, 110u, 244u}) forget(nth, {"floors", "height", "structure", "fire_grade", "use"});
}

}  // namespace samples
