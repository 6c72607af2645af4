#include "data/samples/compounds.hpp"
#include "data/samples/kinds.hpp"

#include <algorithm>
#include <cmath>

namespace samples {
namespace {

using geo::Point;
using geo::Ring;

constexpr double lane_half_m = 3.6;    // façade to the middle of the lane
constexpr double strip_half_m = 19.5;  // boundary to the middle of the lane
constexpr double lane_width_m = 3.6;
constexpr double square_m = 42.0;

/// The lane with the distance from its beginning at each vertex.
struct Course {
    geo::Line line;
    std::vector<double> along;

    double length() const { return along.back(); }
    /// Place `s` metres along the lane and `aside` metres to its left.
    Point at(double s, double aside) const {
        auto k = static_cast<std::size_t>(std::ranges::upper_bound(along, s) - along.begin());
        k = std::clamp<std::size_t>(k, 1, line.size() - 1);
        const Point a = line[k - 1], b = line[k];
        const double run = along[k] - along[k - 1], t = (s - along[k - 1]) / run;
        return {a.x + t * (b.x - a.x) - aside * (b.y - a.y) / run, a.y + t * (b.y - a.y) + aside * (b.x - a.x) / run};
    }
};

Course course_of(const VillageLane& lane) {
    constexpr int pieces = 48;
    Course course;
    for (int k = 0; k <= pieces; ++k) {
        const double t = static_cast<double>(k) / pieces, s = 1.0 - t;
        const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
        course.line.push_back(on_ground({a * lane.from.x + b * lane.bend.x + c * lane.turn.x + d * lane.to.x,
                                         a * lane.from.y + b * lane.bend.y + c * lane.turn.y + d * lane.to.y}));
        const std::size_t i = course.line.size() - 1;
        course.along.push_back(i == 0 ? 0.0
                                      : course.along[i - 1] + std::hypot(course.line[i].x - course.line[i - 1].x,
                                                                         course.line[i].y - course.line[i - 1].y));
    }
    return course;
}

Course in_frame(Course course, const Frame& frame) {
    for (Point& p : course.line) p = frame.in(p);
    return course;
}

BuildingCard house_card(Plot& plot) {
    BuildingCard card;
    const bool is_old = plot.dice.chance(0.35);
    card.floors = is_old ? plot.dice.whole(1, 2) : plot.dice.whole(2, 4);
    if (plot.dice.chance(0.15)) card.height_m = *card.floors * 3.1 + 0.8;
    card.structure = is_old ? "砖木" : "砖混";
    if (plot.dice.chance(0.2)) card.fire_grade = is_old ? "三级" : "二级";
    card.use = plot.dice.chance(0.18) ? "商住" : "住宅";
    card.households = plot.dice.whole(1, 3);
    if (plot.dice.chance(0.7)) card.built_year = plot.built_year + plot.dice.whole(0, 20);
    return card;
}

/// Houses along one side (+1 left, -1 right), in terraces of up to three under one roof line.
void lay_side(Plot& plot, const Course& course, double side, int square_after) {
    double s = 4.0;
    int houses = 0;
    while (s < course.length() - 13.0) {
        if (houses == square_after) {
            s += square_m;
            square_after = -1;
            continue;
        }
        const int terrace = plot.dice.whole(1, 3);
        double front = 0.0;
        double widths[3];
        for (int k = 0; k < terrace; ++k) front += widths[k] = plot.dice.between(8.2, 10.2);
        if (s + front > course.length() - 3.0) break;
        const Point a = course.at(s, side * lane_half_m), b = course.at(s + front, side * lane_half_m);
        const double run = std::hypot(b.x - a.x, b.y - a.y);
        const Frame house{a, (b.x - a.x) / run, (b.y - a.y) / run};
        double x = 0.0;
        for (int k = 0; k < terrace && houses != square_after; ++k) {
            const double depth = plot.dice.between(10.5, 12.5), width = widths[k] * run / front;
            // The curve may bulge into the chord, so the front stands back a little.
            const double back = side * plot.dice.between(0.25, 0.6);
            Ring ring{house.out({x, back}), house.out({x + width, back}), house.out({x + width, side * depth}), house.out({x, side * depth})};
            if (side < 0) std::ranges::reverse(ring);
            // Neighbours of the same terrace share a wall; others must leave it free.
            const bool is_free = std::none_of(plot.walls.begin(), plot.walls.end() - (k > 0 ? 1 : 0),
                                              [&](const Ring& wall) { return gap(ring, wall) < 0.4; });
            if (is_free) {
                const std::string id = add_building(plot, {ring, {}}, house_card(plot));
                add_exit(plot, id, house.out({x + 0.4 * width, back}), 1);
                ++houses;
            }
            x += width;
        }
        s += front + (plot.dice.chance(0.25) ? 0.6 : plot.dice.between(0.8, 4.0));
    }
}

void lay_square(Plot& plot, const Course& course, int square_after) {
    if (square_after < 0) return;
    // The houses before the square end near here; rooms are looked for around its middle.
    double middle = 0.0, widest = 0.0;
    for (double s = 10.0; s < course.length() - 10.0; s += 2.0) {
        const Ring probe = rectangle(course.at(s, 11.0), 2.0, 2.0);
        double nearest = 1e9;
        for (const Ring& wall : plot.walls) nearest = std::min(nearest, gap(probe, wall));
        if (nearest > widest) widest = nearest, middle = s;
    }
    const auto strip = [&](double from, double to, double low, double high) {
        return Ring{course.at(middle + from, low), course.at(middle + to, low), course.at(middle + to, high), course.at(middle + from, high)};
    };
    add_consent(plot, kinds::road, "村民委员会", strip(-13.0, 4.0, 3.0, 12.0));
    add_consent(plot, kinds::green, "村民委员会", strip(6.0, 12.5, 4.0, 16.0));
    add_charging_shed(plot, course.at(middle - 8.0, 14.5), 6.4, 8, "在用");
}

void furnish(Plot& plot, const Course& course) {
    const double length = course.length();
    for (double share : {0.12, 0.4, 0.66, 0.93}) add_hydrant(plot, course.at(share * length, 2.6));
    for (double share : {0.2, 0.33, 0.52, 0.71, 0.88})
        add_stack(plot, course.at(share * length, -17.0), share < 0.5 ? kinds::timber_stack : kinds::waste_stack, 2.4, 1.4,
                  plot.dice.whole(4, 15));
    for (double share : {0.25, 0.5, 0.75}) add_septic_vent(plot, course.at(share * length, 17.5));
    add_refuse_room(plot, course.at(0.03 * length, 12.0));
    geo::Line wire;
    for (double s = 2.0; s <= length; s += 30.0) wire.push_back(plot.frame.out(course.at(s, -2.6)));
    plot.draft.add(Sheet::Utilities, plot.name + "低压线", line_shape(wire), {{"kind", kinds::overhead_line}, {"voltage", 0.4}});
    plot.draft.add(Sheet::PowerSources, plot.name + "台区变压器", point_shape(plot.frame.out(course.at(length - 3.0, -16.0))),
                   {{"kind", "柱上变压器"}, {"capacity", 40.0}});
}

}  // namespace

Block village_block(const VillageLane& lane) {
    const Course ground = course_of(lane);
    Block block;
    block.frame.origin = ground.line[ground.line.size() / 2];
    const Course course = in_frame(ground, block.frame);
    Ring left;
    for (std::size_t k = 0; k < course.line.size(); k += 3) {
        block.boundary.push_back(course.at(course.along[k], -strip_half_m));
        left.push_back(course.at(course.along[k], strip_half_m));
    }
    block.boundary.insert(block.boundary.end(), left.rbegin(), left.rend());
    return block;
}

void lay_village(Plot& plot, const VillageLane& lane) {
    const Course course = in_frame(course_of(lane), plot.frame);
    plot.is_named_by_village = true;
    lay_side(plot, course, 1.0, lane.square_after);
    lay_side(plot, course, -1.0, -1);
    geo::Line line = course.line;
    line.front() = add_gate(plot, course.line.front(), "村口");
    add_gate(plot, course.line.back(), "后口");
    add_lane(plot, line, lane_width_m, true);
    lay_square(plot, course, lane.square_after);
    furnish(plot, course);
}

}  // namespace samples
