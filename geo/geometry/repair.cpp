#include "geo/geometry/repair.hpp"

#include "geo/geometry/geos.hpp"
#include "geo/geometry/outlines.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

constexpr double farthest_m = 1e8;

bool is_usable(Point p) { return std::abs(p.x) <= farthest_m && std::abs(p.y) <= farthest_m; }  // false for NaN too

/// Drops unusable and repeated vertices. @return whether an unusable one was among them
bool clean(std::vector<Point>& points, bool closed) {
    const auto before = points.size();
    std::erase_if(points, [](Point p) { return !is_usable(p); });
    const bool dropped = points.size() != before;
    points.erase(std::unique(points.begin(), points.end()), points.end());
    while (closed && points.size() > 1 && points.front() == points.back()) points.pop_back();
    return dropped;
}

void orient(MultiPolygon& polygons) {
    for (Polygon& polygon : polygons) {
        if (signed_area(polygon.outer) < 0) std::ranges::reverse(polygon.outer);
        for (Ring& hole : polygon.holes)
            if (signed_area(hole) > 0) std::ranges::reverse(hole);
    }
}

/// Why GEOS calls it invalid, in a word; empty when valid.
std::string invalid_reason(const GEOSGeometry* g) {
    char* text = nullptr;
    const char valid = GEOSisValidDetail_r(geos::context(), g, 0, &text, nullptr);
    std::string reason = text ? text : "";
    GEOSFree_r(geos::context(), text);
    if (valid == 1) return "";
    std::ranges::transform(reason, reason.begin(), [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return reason.empty() ? "invalid" : reason;
}

/// By GEOS's structure method: outer rings that overlap are merged, holes taken out of them.
MultiPolygon made_valid(const GEOSGeometry* g) {
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(geos::context());
    GEOSMakeValidParams_setMethod_r(geos::context(), params, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(geos::context(), params, 0);
    const geos::Geometry valid{GEOSMakeValidWithParams_r(geos::context(), g, params)};
    GEOSMakeValidParams_destroy_r(geos::context(), params);
    return valid ? geos::areas(valid.get()) : MultiPolygon{};
}

void append(Shape& shape, Shape&& more) {
    shape.areas.insert(shape.areas.end(), more.areas.begin(), more.areas.end());
    shape.lines.insert(shape.lines.end(), more.lines.begin(), more.lines.end());
    shape.points.insert(shape.points.end(), more.points.begin(), more.points.end());
}

/// Outer rings with fewer than three places left: they cover nothing as areas, yet something stands there, and round their holes.
void split_off_thin(Shape& shape, std::string& reason) {
    Shape hulls;
    for (Polygon& polygon : shape.areas) {
        if (polygon.outer.size() < 3) {
            reason = "too few points";
            append(hulls, convex_hull({{polygon}, {}, {}}));
        } else {
            std::erase_if(polygon.holes, [](const Ring& hole) { return hole.size() < 3; });
        }
    }
    std::erase_if(shape.areas, [](const Polygon& polygon) { return polygon.outer.size() < 3; });
    append(shape, std::move(hulls));
}

/// The line that stands for an area thinner than coordinates can tell.
Shape spine(const MultiPolygon& thin) {
    const Ring& ring = thin.front().outer;
    const auto before = [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
    return {{}, {{*std::ranges::min_element(ring, before), *std::ranges::max_element(ring, before)}}, {}};
}

}  // namespace

Repair repair(Shape& shape) {
    Repair result;
    bool unusable = false;
    for (Polygon& polygon : shape.areas) {
        unusable |= clean(polygon.outer, true);
        for (Ring& hole : polygon.holes) unusable |= clean(hole, true);
    }
    for (Line& line : shape.lines) {
        unusable |= clean(line, false);
        if (line.size() == 1) shape.points.push_back(line.front());
    }
    std::erase_if(shape.lines, [](const Line& line) { return line.size() < 2; });
    const auto points_before = shape.points.size();
    std::erase_if(shape.points, [](Point p) { return !is_usable(p); });
    unusable |= shape.points.size() != points_before;

    if (unusable) result.reason = "not finite";
    split_off_thin(shape, result.reason);
    if (shape.empty()) {
        result.kind = Repair::Kind::Dropped;
        if (result.reason.empty()) result.reason = "empty";
        return result;
    }
    if (!result.reason.empty()) result.kind = result.reason == "too few points" ? Repair::Kind::Hull : Repair::Kind::Repaired;
    if (shape.areas.empty()) return result;

    // Near the origin there are more digits for the crossings that repair has to compute.
    const Box box = box_of(shape.areas);
    const double ox = std::floor(box.min_x), oy = std::floor(box.min_y);
    Shape local = moved(Shape{shape.areas, {}, {}}, -ox, -oy);
    std::string reason = invalid_reason(geos::from(local.areas).get());
    if (reason.empty()) reason = invalid_reason(geos::from(shape.areas).get());
    if (reason.empty()) {
        orient(shape.areas);
        return result;
    }
    const double before = area(shape.areas);
    Shape mended = moved(Shape{made_valid(geos::from(local.areas).get()), {}, {}}, ox, oy);
    // Rounding back to full coordinates may cross edges anew; judged both there and near the origin, as others will see it.
    const auto is_sound = [&](const MultiPolygon& areas) {
        return invalid_reason(geos::from(areas).get()).empty() &&
               invalid_reason(geos::from(moved(Shape{areas, {}, {}}, -ox, -oy).areas).get()).empty();
    };
    result.reason = reason;
    if (!mended.areas.empty() && area(mended.areas) > 0.0 && is_sound(mended.areas)) {
        result.kind = Repair::Kind::Repaired;
    } else {
        mended = convex_hull(shape);
        if (!mended.areas.empty() && !is_sound(mended.areas)) mended = spine(mended.areas);
        result.kind = Repair::Kind::Hull;
    }
    result.area_change_m2 = area(mended.areas) - before;
    shape.areas.clear();
    append(shape, std::move(mended));
    orient(shape.areas);
    return result;
}

bool has_lost_places(const Shape& shape) {
    bool any = false;
    each_vertex(shape, [&](Point p) { any = any || !is_usable(p); });
    return any;
}

bool has_broken_pieces(const Shape& shape) {
    bool any = std::ranges::any_of(shape.lines, [](const Line& line) { return line.size() < 2; });
    each_ring(shape.areas, [&](const Ring& ring) { any = any || ring.size() < 3; });
    return any;
}

Shape convex_hull(const Shape& shape) {
    std::vector<Point> all;
    each_vertex(shape, [&](Point p) {
        if (is_usable(p)) all.push_back(p);
    });
    if (all.empty()) return {};
    const geos::Geometry hull{GEOSConvexHull_r(geos::context(), geos::points(all).get())};
    return hull ? geos::shape(hull.get()) : Shape{};
}

}  // namespace geo
