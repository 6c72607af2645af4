#include "data/samples/plot.hpp"

#include "data/samples/kinds.hpp"

#include "geo/geometry/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samples {
namespace {

using geo::Point;

geo::Line on_ground(const Plot& plot, geo::Line local) {
    for (Point& p : local) p = plot.frame.out(p);
    return local;
}

geo::Value known(const std::optional<int>& number) {
    return number ? geo::Value{std::int64_t{*number}} : geo::Value{};
}
geo::Value to_cm(const std::optional<double>& metres) {
    return metres ? geo::Value{std::round(*metres * 100.0) / 100.0} : geo::Value{};
}
geo::Value known(const std::string& text) { return text.empty() ? geo::Value{} : geo::Value{text}; }

Point centre(const geo::Ring& ring) { return geo::box_of(ring).centre(); }

/// The lane's edges and ends as a band.
geo::Ring band(Point a, Point b, double width_m) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const double nx = -(b.y - a.y) / length * width_m / 2, ny = (b.x - a.x) / length * width_m / 2;
    return {{a.x - nx, a.y - ny}, {b.x - nx, b.y - ny}, {b.x + nx, b.y + ny}, {a.x + nx, a.y + ny}};
}

}  // namespace

geo::Shape on_ground(const Plot& plot, const geo::Polygon& local) {
    geo::Polygon polygon = local;
    for (Point& p : polygon.outer) p = plot.frame.out(p);
    for (geo::Ring& hole : polygon.holes)
        for (Point& p : hole) p = plot.frame.out(p);
    return {{std::move(polygon)}, {}, {}};
}

geo::Box core(const geo::Ring& boundary) {
    const geo::Box all = geo::box_of(boundary);
    geo::Box box{-1e9, -1e9, 1e9, 1e9};
    const double half_x = (all.max_x - all.min_x) / 2, half_y = (all.max_y - all.min_y) / 2;
    for (Point p : boundary) {
        const double x = (p.x - all.centre().x) / half_x, y = (p.y - all.centre().y) / half_y;
        if (std::abs(y) >= std::abs(x)) (y < 0 ? box.min_y : box.max_y) = y < 0 ? std::max(box.min_y, p.y) : std::min(box.max_y, p.y);
        if (std::abs(x) >= std::abs(y)) (x < 0 ? box.min_x : box.max_x) = x < 0 ? std::max(box.min_x, p.x) : std::min(box.max_x, p.x);
    }
    return box;
}

Span across(const Plot& plot, Span y, double at, double margin_m) {
    Span reach{-1e9, 1e9};
    const std::size_t n = plot.boundary.size();
    for (int step = 0; step <= 8; ++step) {
        const double line = y.from + y.length() * step / 8.0;
        for (std::size_t k = 0; k < n; ++k) {
            const Point a = plot.boundary[k], b = plot.boundary[(k + 1) % n];
            if ((a.y > line) == (b.y > line)) continue;
            const double x = a.x + (line - a.y) / (b.y - a.y) * (b.x - a.x);
            if (x < at) reach.from = std::max(reach.from, x);
            else reach.to = std::min(reach.to, x);
        }
    }
    return {reach.from + margin_m, reach.to - margin_m};
}

geo::Ring rectangle(Span x, Span y) { return {{x.from, y.from}, {x.to, y.from}, {x.to, y.to}, {x.from, y.to}}; }

geo::Ring rectangle(Point c, double width_m, double depth_m) {
    return rectangle(Span{c.x - width_m / 2, c.x + width_m / 2}, Span{c.y - depth_m / 2, c.y + depth_m / 2});
}

double gap(const geo::Ring& a, const geo::Ring& b) { return geo::distance(area_shape(a), area_shape(b)); }
double gap_to_line(const geo::Ring& ring, const geo::Line& line) { return geo::distance(area_shape(ring), line_shape(line)); }

bool fits(const Plot& plot, const geo::Ring& ring, double margin_m, double wall_gap_m) {
    for (Point p : ring)
        if (!geo::contains(plot.boundary, p)) return false;
    geo::Line edge = plot.boundary;
    edge.push_back(edge.front());
    if (gap_to_line(ring, edge) < margin_m) return false;
    const geo::Box near = geo::box_of(ring).grown(wall_gap_m);
    for (const geo::Ring& wall : plot.walls)
        if (near.meets(geo::box_of(wall)) && gap(ring, wall) < wall_gap_m) return false;
    for (const Plot::Lane& lane : plot.lanes)
        if (gap_to_line(ring, lane.line) < lane.width_m / 2 + 0.5) return false;
    return true;
}

std::string add_building(Plot& plot, const geo::Polygon& footprint, const BuildingCard& card) {
    ++plot.buildings;
    std::string name = card.name;
    if (name.empty()) name = fmt::format("{}{}", plot.buildings, plot.is_named_by_village ? "号" : "号楼");
    if (card.households) plot.households += *card.households;
    plot.walls.push_back(footprint.outer);
    return plot.draft.add(Sheet::Buildings, plot.name + name, on_ground(plot, footprint),
                          {{"floors", known(card.floors)},
                           {"height", to_cm(card.height_m)},
                           {"fire_grade", known(card.fire_grade)},
                           {"structure", known(card.structure)},
                           {"use", known(card.use)},
                           {"households", known(card.households)},
                           {"built_year", known(card.built_year)}});
}

void add_lane(Plot& plot, const geo::Line& line, double width_m, bool is_curve) {
    plot.lanes.push_back({line, width_m});
    const std::string name = fmt::format("{}消防车道{}", plot.name, plot.lanes.size());
    if (plot.lanes_as_areas) {
        for (std::size_t k = 0; k + 1 < line.size(); ++k)
            plot.draft.add(Sheet::FireLaneAreas, name, on_ground(plot, geo::Polygon{band(line[k], line[k + 1], width_m), {}}),
                           {{"width", width_m}});
    } else {
        plot.draft.add(Sheet::FireLanes, name, line_shape(on_ground(plot, line)), {{"width", width_m}});
    }
    const auto add_path = [&](geo::Line piece) {
        plot.draft.add(Sheet::Paths, plot.name + "内部路", line_shape(on_ground(plot, std::move(piece))),
                       {{"kind", "小区路"}, {"width", width_m}});
    };
    if (is_curve) return add_path(line);
    for (std::size_t k = 0; k + 1 < line.size(); ++k) add_path({line[k], line[k + 1]});
}

void add_exit(Plot& plot, const std::string& building, Point at, int unit) {
    plot.draft.add(Sheet::Exits, fmt::format("{}单元门", unit), point_shape(plot.frame.out(at)), {{"building", building}});
}

Point add_gate(Plot& plot, Point at, const std::string& name) {
    Point best = at;
    double least = 1e300;
    const std::size_t n = plot.boundary.size();
    for (std::size_t k = 0; k < n; ++k) {
        const Point p = foot(at, plot.boundary[k], plot.boundary[(k + 1) % n]);
        if (const double d = std::hypot(p.x - at.x, p.y - at.y); d < least) least = d, best = p;
    }
    plot.draft.add(Sheet::Gates, plot.name + name, point_shape(plot.frame.out(best)), {{"compound", plot.name}});
    plot.streets.join(plot.frame.out(best), plot.name + name);
    return best;
}

void add_hydrant(Plot& plot, Point at) {
    const auto room = find_room(plot, at, 0.4, 0.4, 2.0);
    if (!room) return;
    plot.fixtures.push_back(*room);
    plot.draft.add(Sheet::Hydrants, {}, point_shape(plot.frame.out(centre(*room))));
}

bool add_consent(Plot& plot, const char* kind, const std::string& owner, const geo::Ring& ring) {
    if (!fits(plot, ring, 0.3, 0.4)) return false;
    plot.draft.add(Sheet::Consent, {}, on_ground(plot, geo::Polygon{ring, {}}), {{"kind", kind}, {"owner", owner}});
    return true;
}

std::optional<geo::Ring> find_room(const Plot& plot, Point near, double width_m, double depth_m, double wall_gap_m) {
    for (double radius = 0.0; radius <= 70.0; radius += 1.5) {
        const int directions = radius == 0.0 ? 1 : 16;
        for (int k = 0; k < directions; ++k) {
            const double angle = 2.0 * std::numbers::pi * k / directions;
            geo::Ring ring =
                rectangle(Point{near.x + radius * std::cos(angle), near.y + radius * std::sin(angle)}, width_m, depth_m);
            if (std::ranges::any_of(plot.fixtures, [&](const geo::Ring& other) { return gap(ring, other) < 0.8; })) continue;
            if (fits(plot, ring, 0.8, wall_gap_m)) return ring;
        }
    }
    return std::nullopt;
}

void add_refuse_room(Plot& plot, Point near) {
    const auto room = find_room(plot, near, 4.2, 3.0, 5.0);
    if (!room) return;
    plot.fixtures.push_back(*room);
    plot.draft.add(Sheet::DangerAreas, plot.name + "垃圾房", on_ground(plot, geo::Polygon{*room, {}}), {{"kind", kinds::refuse_room}});
}

void add_transformer(Plot& plot, Point near, double spare_kva) {
    const auto room = find_room(plot, near, 3.6, 2.4, 3.0);
    if (!room) return;
    plot.fixtures.push_back(*room);
    plot.draft.add(Sheet::DangerAreas, plot.name + "箱变", on_ground(plot, geo::Polygon{*room, {}}),
                   {{"kind", kinds::transformer}, {"voltage", 10.0}});
    plot.draft.add(Sheet::PowerSources, plot.name + "箱变", point_shape(plot.frame.out(centre(*room))),
                   {{"kind", kinds::transformer}, {"capacity", spare_kva}});
}

void add_gas_cabinet(Plot& plot, Point near) {
    const auto room = find_room(plot, near, 1.8, 0.9, 4.0);
    if (!room) return;
    plot.fixtures.push_back(*room);
    plot.draft.add(Sheet::DangerAreas, plot.name + "调压柜", on_ground(plot, geo::Polygon{*room, {}}),
                   {{"kind", kinds::gas_regulator_cabinet}, {"pressure", 0.3}});
}

void add_septic_vent(Plot& plot, Point near) {
    const auto room = find_room(plot, near, 0.6, 0.6, 1.5);
    if (!room) return;
    plot.fixtures.push_back(*room);
    plot.draft.add(Sheet::Dangers, {}, point_shape(plot.frame.out(centre(*room))), {{"kind", kinds::septic_vent}});
}

void add_stack(Plot& plot, Point near, const char* kind, double width_m, double depth_m, double cubic_m) {
    const auto room = find_room(plot, near, width_m, depth_m, 0.6);
    if (!room) return;
    plot.fixtures.push_back(*room);
    plot.draft.add(Sheet::Combustibles, {}, on_ground(plot, geo::Polygon{*room, {}}), {{"kind", kind}, {"quantity", cubic_m}});
}

void add_gas_box(Plot& plot, Point at_wall) {
    plot.draft.add(Sheet::Dangers, {}, point_shape(plot.frame.out(at_wall)), {{"kind", kinds::gas_regulator_box}, {"pressure", 0.2}});
}

void add_aerial_site(Plot& plot, const std::string& building, const geo::Ring& ring) {
    plot.fixtures.push_back(ring);
    plot.draft.add(Sheet::AerialSites, {}, on_ground(plot, geo::Polygon{ring, {}}),
                   {{"building", building}, {"surveyed", std::int64_t{1}}});
}

void add_charging_shed(Plot& plot, Point near, double width_m, int bays, const char* status) {
    const auto room = find_room(plot, near, width_m, 2.2, 3.0);
    if (!room) return;
    plot.fixtures.push_back(*room);
    plot.draft.add(Sheet::Charging, plot.name + "充电棚", on_ground(plot, geo::Polygon{*room, {}}),
                   {{"bays", std::int64_t{bays}}, {"status", status}});
}

}  // namespace samples
