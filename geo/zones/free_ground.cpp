#include "geo/zones/free_ground.hpp"

#include "geo/geometry/outlines.hpp"
#include "geo/zones/overlay_ground.hpp"
#include "geo/zones/proven_ground.hpp"

#include <cmath>

namespace geo {
namespace {

struct Way {
    const char* name;
    OffsetGround::Spread spread;
};

constexpr Way ways[] = {{"coverage", OffsetGround::Spread::Rings},
                        {"coverage-again", OffsetGround::Spread::OtherRings},
                        {"coverage-edges", OffsetGround::Spread::Edges}};

constexpr double farthest_m = 1e5;  // beyond, coordinates have too few digits left for a micrometre

FreeGround near_origin(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m) {
    thread_local ProvenGround proven;
    FreeGround result;
    for (const Way& way : ways) {
        std::optional<Message> wrong = proven.run(boundary, keeps, setback_m, way.spread, result.ground);
        if (wrong) continue;
        result.way = way.name;
        result.is_certified = true;
        return result;
    }
    return ground_by_overlays(boundary, keeps, setback_m);
}

}  // namespace

FreeGround free_ground(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m) {
    const Box box = box_of(boundary);
    if (box.empty()) return {{}, true, first_way, {}};
    if (std::max({-box.min_x, -box.min_y, box.max_x, box.max_y}) <= farthest_m) return near_origin(boundary, keeps, setback_m);
    // Rounding back costs less than a nanometre; sources keep a thousand more than is asked.
    const Point origin{std::floor(box.centre().x), std::floor(box.centre().y)};
    std::vector<Keep> moved_keeps(keeps.begin(), keeps.end());
    for (Keep& keep : moved_keeps) each_vertex(keep.shape, [&](Point& p) { p.x -= origin.x, p.y -= origin.y; });
    FreeGround result = near_origin(moved(boundary, -origin.x, -origin.y), moved_keeps, setback_m);
    result.ground = moved(std::move(result.ground), origin.x, origin.y);
    return result;
}

int rank_of_way(std::string_view way) {
    constexpr std::string_view names[] = {"coverage", "coverage-again", "coverage-edges", "boost",      "boost-order-1",
                                          "boost-order-2", "boost-wider", "geos",         "geos-pieces"};
    return static_cast<int>(std::ranges::find(names, way) - names);
}

}  // namespace geo
