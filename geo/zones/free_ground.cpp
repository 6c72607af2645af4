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

/// @param is_like_last  the thread's last call had the same boundary and shapes, and was answered by the first way
FreeGround near_origin(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, bool is_like_last = false) {
    thread_local ProvenGround proven;
    FreeGround result;
    for (const Way& way : ways) {
        std::optional<Message> wrong = proven.run(boundary, keeps, setback_m, way.spread, is_like_last && &way == ways, result.ground);
        if (wrong) continue;
        result.way = way.name;
        result.is_certified = true;
        return result;
    }
    return ground_by_overlays(boundary, keeps, setback_m);
}

/// Where coordinates have few digits left for a micrometre: whole metres to be taken off first. Rounding back costs less than a nanometre; sources keep a
/// thousand more than is asked.
Point origin_for(const Box& box) {
    if (std::max({-box.min_x, -box.min_y, box.max_x, box.max_y}) <= farthest_m) return {};
    return {std::floor(box.centre().x), std::floor(box.centre().y)};
}

void move(std::vector<Keep>& keeps, Point origin) {
    for (Keep& keep : keeps) each_vertex(keep.shape, [&](Point& p) { p.x -= origin.x, p.y -= origin.y; });
}

}  // namespace

FreeGround free_ground(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m) {
    const Box box = box_of(boundary);
    if (box.empty()) return {{}, true, first_way, {}};
    const Point origin = origin_for(box);
    if (origin == Point{}) return near_origin(boundary, keeps, setback_m);
    std::vector<Keep> moved_keeps(keeps.begin(), keeps.end());
    move(moved_keeps, origin);
    FreeGround result = near_origin(moved(boundary, -origin.x, -origin.y), moved_keeps, setback_m);
    result.ground = moved(std::move(result.ground), origin.x, origin.y);
    return result;
}

LegalAndRobust legal_and_robust(const MultiPolygon& boundary, std::vector<Keep> keeps, double setback_m, double setback_margin_m) {
    LegalAndRobust result;
    const Box box = box_of(boundary);
    if (box.empty()) return {{{}, true, first_way, {}}, {{}, true, first_way, {}}};
    const Point origin = origin_for(box);
    const MultiPolygon near_boundary = moved(boundary, -origin.x, -origin.y);
    move(keeps, origin);
    const auto ground = [&](double setback, bool is_like_last) {
        FreeGround found = near_origin(near_boundary, keeps, setback, is_like_last);
        found.ground = moved(std::move(found.ground), origin.x, origin.y);
        return found;
    };
    result.legal = ground(setback_m, false);
    if (!result.legal.is_certified) return result;
    for (Keep& keep : keeps) keep.distance_m += keep.margin_m;
    result.robust = ground(setback_m + setback_margin_m, result.legal.way == first_way);
    return result;
}

int rank_of_way(std::string_view way) {
    constexpr std::string_view names[] = {"coverage", "coverage-again", "coverage-edges", "boost",      "boost-order-1",
                                          "boost-order-2", "boost-wider", "geos",         "geos-pieces"};
    return static_cast<int>(std::ranges::find(names, way) - names);
}

}  // namespace geo
