#include "geo/io/geometry_conversion.hpp"


#include <ogr_api.h>

#include <memory>

namespace geo::reading {
namespace {

struct DestroyGeometry {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};

std::vector<Point> vertices(OGRGeometryH line) {
    const int count = OGR_G_GetPointCount(line);
    std::vector<Point> points(count > 0 ? static_cast<std::size_t>(count) : 0);
    if (!points.empty())
        OGR_G_GetPoints(line, &points.front().x, sizeof(Point), &points.front().y, sizeof(Point), nullptr, 0);
    return points;
}

Ring ring_of(OGRGeometryH line) {
    Ring ring = vertices(line);
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring;
}

void add_polygon(Shape& shape, OGRGeometryH polygon) {
    const int rings = OGR_G_GetGeometryCount(polygon);
    if (rings == 0) return;
    Polygon result;
    result.outer = ring_of(OGR_G_GetGeometryRef(polygon, 0));
    for (int i = 1; i < rings; ++i)
        if (Ring hole = ring_of(OGR_G_GetGeometryRef(polygon, i)); !hole.empty()) result.holes.push_back(std::move(hole));
    if (!result.outer.empty()) shape.areas.push_back(std::move(result));
}

void add_linear(Shape& shape, OGRGeometryH geometry) {
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
        case wkbPoint:
            if (!OGR_G_IsEmpty(geometry)) shape.points.push_back({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
            break;
        case wkbLineString:
        case wkbLinearRing:
            if (Line line = vertices(geometry); !line.empty()) shape.lines.push_back(std::move(line));
            break;
        case wkbPolygon:
        case wkbTriangle: add_polygon(shape, geometry); break;
        default:
            for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) add_linear(shape, OGR_G_GetGeometryRef(geometry, i));
    }
}

Message listed(bool points, bool lines, bool areas) {
    Message text;
    const auto add = [&text](bool is_there, const char* zh, const char* en) {
        if (!is_there) return;
        text.zh += (text.zh.empty() ? "" : "、") + std::string{zh};
        text.en += (text.en.empty() ? "" : ", ") + std::string{en};
    };
    add(points, "点", "points");
    add(lines, "线", "lines");
    add(areas, "面", "areas");
    return text.zh.empty() ? Message{"无几何", "no geometry"} : text;
}

}  // namespace

void add_geometry(Shape& shape, OGRGeometryH geometry) {
    if (!geometry) return;
    if (!OGR_GT_IsNonLinear(OGR_G_GetGeometryType(geometry)) && !OGR_G_HasCurveGeometry(geometry, 1)) return add_linear(shape, geometry);
    // One degree: the chord of an arc of 50 m radius lies at most 2 mm inside it.
    constexpr double step_deg = 1.0;
    const std::unique_ptr<void, DestroyGeometry> linear{OGR_G_GetLinearGeometry(geometry, step_deg, nullptr)};
    if (linear) add_linear(shape, linear.get());
}

Message kinds_of(const Shape& shape) { return listed(!shape.points.empty(), !shape.lines.empty(), !shape.areas.empty()); }

Message kinds_taken(const RoleInfo& role) { return listed(role.takes_points, role.takes_lines, role.takes_areas); }

Fit fit_to_role(Shape& shape, const RoleInfo& role) {
    bool was_closed = false, was_cut = false;
    if (!role.takes_lines && role.takes_areas) {
        std::vector<Line> open;
        for (Line& line : shape.lines) {
            if (line.size() >= 4 && line.front() == line.back()) {
                line.pop_back();
                shape.areas.push_back({std::move(line), {}});
                was_closed = true;
            } else {
                open.push_back(std::move(line));
            }
        }
        shape.lines = std::move(open);
    }
    const auto leave = [&was_cut](auto& parts, bool is_taken) {
        if (is_taken || parts.empty()) return;
        parts.clear();
        was_cut = true;
    };
    Shape kept = shape;
    leave(kept.points, role.takes_points);
    leave(kept.lines, role.takes_lines);
    leave(kept.areas, role.takes_areas);
    if (kept.empty()) return Fit::Nothing;
    shape = std::move(kept);
    return was_cut ? Fit::Partly : was_closed ? Fit::ClosedLines : Fit::Whole;
}

}  // namespace geo::reading
