#include "geo/geometry/overlay.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/arcs.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/overlay_boost.hpp"

#include <cmath>
#include <numbers>

namespace geo {
namespace {

void arc(Ring& out, Point centre, double radius, double from, double sweep, double tolerance, int least) {
    const int count = arc_steps(radius, sweep, tolerance, least);
    const double step = sweep / count, r = radius / std::cos(0.5 * step);
    for (int i = 0; i < count; ++i) {
        const double a = from + (i + 0.5) * step;
        out.push_back({centre.x + r * std::cos(a), centre.y + r * std::sin(a)});
    }
}

MultiPolygon disc(Point centre, double radius, double tolerance) {
    Polygon p;
    arc(p.outer, centre, radius, 0.0, 2 * std::numbers::pi, tolerance, 8);
    return {p};
}

/// Everything nearer than the radius to a segment, circumscribed and convex.
MultiPolygon capsule(Point a, Point b, double radius, double tolerance) {
    if (a == b) return disc(a, radius, tolerance);
    const double along = std::atan2(b.y - a.y, b.x - a.x), quarter = std::numbers::pi / 2;
    Polygon p;
    arc(p.outer, b, radius, along - quarter, 2 * quarter, tolerance, 4);
    arc(p.outer, a, radius, along + quarter, 2 * quarter, tolerance, 4);
    return {p};
}

/// Takes out of `from` every polygon whose box meets none of the others'.
MultiPolygon take_apart(MultiPolygon& from, std::span<const Box> others) {
    const auto [apart, end] = std::ranges::stable_partition(from, [&](const Polygon& polygon) {
        const Box box = box_of(polygon.outer);
        return std::ranges::any_of(others, [&](const Box& other) { return box.meets(other); });
    });
    MultiPolygon taken(std::make_move_iterator(apart), std::make_move_iterator(end));
    from.erase(apart, end);
    return taken;
}

std::vector<Box> boxes_of(const MultiPolygon& polygons) {
    std::vector<Box> boxes;
    for (const Polygon& polygon : polygons) boxes.push_back(box_of(polygon.outer));
    return boxes;
}

/// What lies apart needs no library: most of the time goes into large unions whose halves hardly touch.
MultiPolygon unite_pair(MultiPolygon a, MultiPolygon b) {
    const std::vector<Box> a_boxes = boxes_of(a), b_boxes = boxes_of(b);
    MultiPolygon apart = take_apart(a, b_boxes);
    std::ranges::move(take_apart(b, a_boxes), std::back_inserter(apart));
    if (!a.empty() || !b.empty()) std::ranges::move(boosted::unite(a, b), std::back_inserter(apart));
    return apart;
}

MultiPolygon tree(std::span<const MultiPolygon> parts) {
    if (parts.empty()) return {};
    if (parts.size() == 1) return parts.front();
    const std::size_t half = parts.size() / 2;
    return unite_pair(tree(parts.first(half)), tree(parts.subspan(half)));
}

/// Neighbours first, so that the tree's inner unions stay small; the other orders merely differ.
std::vector<MultiPolygon> ordered(std::span<const MultiPolygon> parts, int order) {
    std::vector<std::pair<double, std::size_t>> keys;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Point c = box_of(parts[i]).centre();
        keys.emplace_back(order == 1 ? c.x : order == 2 ? c.y : c.x + c.y * 0.618, i);
    }
    if (order != 0) std::ranges::sort(keys);
    std::vector<MultiPolygon> out;
    for (const auto& [key, i] : keys) out.push_back(parts[i]);
    return out;
}

MultiPolygon checked(geos::Geometry g, const char* what) {
    if (!g) throw GeometryError{say("几何运算“{}”失败。", "The geometry operation “{}” failed.", what)};
    return geos::areas(g.get());
}

}  // namespace

int arc_steps(double radius, double sweep_rad, double tolerance, int least) {
    const double step = 2 * std::acos(radius / (radius + tolerance));
    // A chord over half a turn would reach to infinity.
    const double widest = std::min(step, 0.9 * std::numbers::pi);
    return std::max(least, static_cast<int>(std::ceil(sweep_rad / widest)));
}

std::vector<MultiPolygon> buffers(const Shape& shape, double distance_m, double tolerance_m) {
    std::vector<MultiPolygon> parts;
    for (const Polygon& polygon : shape.areas) parts.push_back(boosted::buffer(polygon, distance_m, tolerance_m));
    for (const Line& line : shape.lines) {
        const bool is_point = std::ranges::all_of(line, [&](Point p) { return p == line.front(); });
        parts.push_back(is_point ? disc(line.front(), distance_m, tolerance_m) : boosted::buffer(line, distance_m, tolerance_m));
    }
    for (Point p : shape.points) parts.push_back(disc(p, distance_m, tolerance_m));
    return parts;
}

std::vector<MultiPolygon> buffer_pieces(const Shape& shape, double distance_m, double tolerance_m) {
    std::vector<MultiPolygon> parts;
    const auto add = [&](Point a, Point b) { parts.push_back(capsule(a, b, distance_m, tolerance_m)); };
    const auto around = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) add(ring[i], ring[(i + 1) % ring.size()]);
    };
    for (const Polygon& polygon : shape.areas) {
        parts.push_back({polygon});
        around(polygon.outer);
        for (const Ring& hole : polygon.holes) around(hole);
    }
    for (const Line& line : shape.lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i) add(line[i], line[i + 1]);
    for (Point p : shape.points) parts.push_back(disc(p, distance_m, tolerance_m));
    return parts;
}

MultiPolygon unite(std::span<const MultiPolygon> parts, int order, OverlayEngine engine) {
    if (engine == OverlayEngine::Boost) return tree(order == 0 ? std::vector<MultiPolygon>(parts.begin(), parts.end()) : ordered(parts, order));
    std::vector<GEOSGeometry*> all;
    for (const MultiPolygon& part : parts) {
        geos::Geometry g = geos::from(part);
        all.push_back(g.release());
    }
    const geos::Geometry collection{
        GEOSGeom_createCollection_r(geos::context(), GEOS_GEOMETRYCOLLECTION, all.data(), static_cast<unsigned>(all.size()))};
    return checked(geos::Geometry{GEOSUnaryUnion_r(geos::context(), collection.get())}, "union");
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b, OverlayEngine engine) {
    if (engine == OverlayEngine::Boost) return boosted::difference(a, b);
    return checked(geos::Geometry{GEOSDifference_r(geos::context(), geos::from(a).get(), geos::from(b).get())}, "difference");
}

MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b, OverlayEngine engine) {
    if (engine == OverlayEngine::Boost) return boosted::intersection(a, b);
    return checked(geos::Geometry{GEOSIntersection_r(geos::context(), geos::from(a).get(), geos::from(b).get())}, "intersection");
}

MultiPolygon faces(std::span<const Line> lines, double grid_m) {
    std::vector<GEOSGeometry*> all;
    for (const Line& line : lines) {
        if (line.size() < 2) continue;
        geos::Geometry g = geos::from(line);
        all.push_back(g.release());
    }
    const geos::Geometry collection{
        GEOSGeom_createCollection_r(geos::context(), GEOS_MULTILINESTRING, all.data(), static_cast<unsigned>(all.size()))};
    const geos::Geometry noded{grid_m > 0 ? GEOSUnaryUnionPrec_r(geos::context(), collection.get(), grid_m)
                                          : GEOSUnaryUnion_r(geos::context(), collection.get())};
    if (!noded) throw GeometryError{say("线段求交失败。", "Lines could not be split where they cross.")};
    const GEOSGeometry* input = noded.get();
    MultiPolygon found = checked(geos::Geometry{GEOSPolygonize_r(geos::context(), &input, 1)}, "polygonize");
    std::ranges::sort(found, [](const Polygon& a, const Polygon& b) {
        const Box x = box_of(a.outer), y = box_of(b.outer);
        return std::pair{x.min_y, x.min_x} < std::pair{y.min_y, y.min_x};
    });
    return found;
}

Shape clip(const Shape& shape, const Box& box) {
    const auto cut = [&](const geos::Geometry& g) {
        const geos::Geometry inside{GEOSClipByRect_r(geos::context(), g.get(), box.min_x, box.min_y, box.max_x, box.max_y)};
        if (!inside) throw GeometryError{say("几何运算“{}”失败。", "The geometry operation “{}” failed.", "clip")};
        return geos::shape(inside.get());
    };
    Shape result;
    if (!shape.areas.empty()) result.areas = cut(geos::from(shape.areas)).areas;
    for (const Line& line : shape.lines) {
        Shape parts = cut(geos::from(line));
        std::ranges::move(parts.lines, std::back_inserter(result.lines));
    }
    std::ranges::copy_if(shape.points, std::back_inserter(result.points), [&](Point p) {
        return p.x >= box.min_x && p.x <= box.max_x && p.y >= box.min_y && p.y <= box.max_y;
    });
    return result;
}

MultiPolygon shrunk(const MultiPolygon& areas, double distance_m) {
    constexpr int steps_in_a_quarter = 4;
    return checked(geos::Geometry{GEOSBuffer_r(geos::context(), geos::from(areas).get(), -distance_m, steps_in_a_quarter)}, "buffer");
}

bool is_valid(const MultiPolygon& polygons) { return GEOSisValid_r(geos::context(), geos::from(polygons).get()) == 1; }

}  // namespace geo
