#include "data/samples/compounds.hpp"
#include "data/samples/kinds.hpp"

#include <algorithm>

namespace samples {
namespace {

using geo::Point;
using geo::Ring;

constexpr double wing_m = 12.0, opening_m = 9.0, lane_width_m = 4.0;

/// A court in its own axes: y = 0 at the lane, growing away from it; `flip` is -1 for courts south of the lane.
struct Court {
    Span x;
    double lane_side, depth, flip;

    Point at(double px, double py) const { return {px, lane_side + flip * py}; }
    Ring ring(std::initializer_list<Point> points) const {
        Ring result;
        for (Point p : points) result.push_back(at(p.x, p.y));
        if (flip < 0) std::ranges::reverse(result);
        return result;
    }
    double middle() const { return x.from + x.length() / 2; }
};

BuildingCard block_card(Plot& plot, int units) {
    BuildingCard card;
    card.floors = plot.dice.whole(5, 7);
    if (plot.dice.chance(0.6)) card.height_m = *card.floors * 3.0 + 1.5;
    card.fire_grade = "二级";
    card.structure = plot.dice.chance(0.7) ? "钢混" : "砖混";
    card.use = "住宅";
    card.households = units * 2 * *card.floors;
    card.built_year = plot.built_year;
    return card;
}

struct Door {
    double x, y;
};

void build(Plot& plot, const Court& court, const Ring& ring, std::initializer_list<Door> doors) {
    if (!fits(plot, ring, 3.0, 4.0)) return;
    const int units = static_cast<int>(doors.size());
    const std::string id = add_building(plot, {ring, {}}, block_card(plot, units));
    int unit = 0;
    for (const Door& door : doors) add_exit(plot, id, court.at(door.x, door.y), ++unit);
}

/// Two L-shaped blocks around the opening and a bar behind; doors in the court.
void lay_two_l(Plot& plot, const Court& c) {
    const double w = c.x.from, e = c.x.to, mid = c.middle(), far = c.depth - wing_m - 5.0;
    build(plot, c, c.ring({{w, 0}, {mid - opening_m / 2, 0}, {mid - opening_m / 2, wing_m}, {w + wing_m, wing_m}, {w + wing_m, far}, {w, far}}),
          {{(w + wing_m + mid - opening_m / 2) / 2, wing_m}, {w + wing_m, (wing_m + far) / 2}});
    build(plot, c, c.ring({{mid + opening_m / 2, 0}, {e, 0}, {e, far}, {e - wing_m, far}, {e - wing_m, wing_m}, {mid + opening_m / 2, wing_m}}),
          {{(e - wing_m + mid + opening_m / 2) / 2, wing_m}, {e - wing_m, (wing_m + far) / 2}});
    build(plot, c, c.ring({{w + 4, c.depth - wing_m}, {e - 4, c.depth - wing_m}, {e - 4, c.depth}, {w + 4, c.depth}}),
          {{w + 0.3 * (e - w), c.depth - wing_m}, {w + 0.7 * (e - w), c.depth - wing_m}});
}

/// A U whose arms reach to the lane, and two short bars that narrow its opening.
void lay_u(Plot& plot, const Court& c) {
    const double w = c.x.from, e = c.x.to, mid = c.middle(), inner = c.depth - wing_m;
    build(plot, c, c.ring({{w, 0}, {w + wing_m, 0}, {w + wing_m, inner}, {e - wing_m, inner}, {e - wing_m, 0}, {e, 0}, {e, c.depth}, {w, c.depth}}),
          {{w + wing_m, 0.45 * inner}, {w + 0.35 * (e - w), inner}, {w + 0.65 * (e - w), inner}, {e - wing_m, 0.45 * inner}});
    for (double side : {-1.0, 1.0}) {
        const double near = mid + side * opening_m / 2, far = mid + side * ((e - w) / 2 - wing_m - 5.0);
        if (std::abs(far - near) < 11.0) continue;
        const double from = std::min(near, far), to = std::max(near, far);
        build(plot, c, c.ring({{from, 0}, {to, 0}, {to, 11.0}, {from, 11.0}}), {{(from + to) / 2, 11.0}});
    }
}

void furnish(Plot& plot, const Court& c) {
    const double mid = c.middle(), end = 0.55 * c.depth;
    const auto strip = [&](double from, double to, double low, double high) {
        return c.ring({{from, low}, {to, low}, {to, high}, {from, high}});
    };
    const double low = wing_m + 3.0, high = c.depth - wing_m - 7.0;
    add_consent(plot, kinds::green, "全体业主", strip(mid + 3.5, c.x.to - wing_m - 3.0, low, high));
    add_consent(plot, plot.dice.chance(0.5) ? kinds::parking : kinds::green, "全体业主",
                strip(c.x.from + wing_m + 3.0, mid - 3.5, low + 2.0, high - 2.0));
    add_septic_vent(plot, c.at(c.x.from + wing_m + 5.0, end));
    add_gas_box(plot, c.at(c.x.from - 0.15, 0.3 * c.depth));
    if (plot.dice.chance(0.6)) add_gas_box(plot, c.at(c.x.to + 0.15, 0.3 * c.depth));
}

}  // namespace

void lay_courtyards(Plot& plot) {
    const geo::Box box = core(plot.boundary);
    const double spine = box.min_x + 0.5 * (box.max_x - box.min_x), cross = box.min_y + 0.5 * (box.max_y - box.min_y);
    const double off = 6.5;  // façade to the middle of a lane

    std::vector<Court> courts;
    for (double flip : {-1.0, 1.0}) {
        const double lane_side = cross + flip * off;
        const double depth = flip < 0 ? lane_side - box.min_y - 4.0 : box.max_y - 4.0 - lane_side;
        const Span y = flip < 0 ? Span{box.min_y + 4.0, lane_side} : Span{lane_side, box.max_y - 4.0};
        const Span reach = across(plot, y, spine, 4.5);
        courts.push_back({{reach.from, spine - off}, lane_side, depth, flip});
        courts.push_back({{spine + off, reach.to}, lane_side, depth, flip});
    }
    for (std::size_t k = 0; k < courts.size(); ++k) (k % 3 == 1 ? lay_u : lay_two_l)(plot, courts[k]);

    const Point south = add_gate(plot, {spine, box.min_y}, "南门"), north = add_gate(plot, {spine, box.max_y}, "北门");
    add_lane(plot, {south, {spine, cross}, north}, 6.0);
    const double west_x = courts[0].middle(), east_x = courts[1].middle();
    const double north_west_x = courts[2].middle(), north_east_x = courts[3].middle();
    geo::Line line{{std::min(west_x, north_west_x), cross}, {std::max(west_x, north_west_x), cross}, {spine, cross},
                   {std::min(east_x, north_east_x), cross}, {std::max(east_x, north_east_x), cross}};
    add_lane(plot, line, 5.0);
    for (const Court& c : courts) add_lane(plot, {{c.middle(), cross}, c.at(c.middle(), 0.5 * c.depth)}, lane_width_m);

    add_refuse_room(plot, {south.x + 9.0, south.y + 4.0});
    add_transformer(plot, {spine + 8.0, north.y - 5.0}, plot.dice.whole(12, 25) * 10.0);
    add_gas_cabinet(plot, {spine - 9.0, north.y - 4.0});
    add_hydrant(plot, {spine + 4.2, cross + 4.0});
    add_hydrant(plot, {courts[0].x.from + 3.0, cross + 3.5});
    add_hydrant(plot, {courts[1].x.to - 3.0, cross + 3.5});
    for (const Court& c : courts) furnish(plot, c);
}

}  // namespace samples
