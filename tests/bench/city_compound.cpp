#include "tests/bench/city_compound.hpp"

#include <algorithm>
#include <cmath>

namespace bench {
namespace {

using geo::Point;
using geo::Polygon;
using geo::Ring;
using samples::Dice;

Point rounded(Point p) { return {std::round(p.x * 1000.0) / 1000.0, std::round(p.y * 1000.0) / 1000.0}; }

/// Metres from the south-west corner, along the southern wall and away from it.
struct Frame {
    Point origin, along;
    Point at(Point p) const { return rounded({origin.x + p.x * along.x - p.y * along.y, origin.y + p.x * along.y + p.y * along.x}); }
};

Frame frame_of(const Quad& ground, double turn_rad) {
    const double angle = std::atan2(ground[1].y - ground[0].y, ground[1].x - ground[0].x) + turn_rad;
    return {ground[0], {std::cos(angle), std::sin(angle)}};
}

Ring wall_of(const Quad& ground, Dice& dice) {
    Ring wall;
    const int cut = dice.chance(0.3) ? dice.whole(0, 3) : -1;
    for (int i = 0; i < 4; ++i) {
        const Point here = ground[static_cast<std::size_t>(i)], before = ground[static_cast<std::size_t>((i + 3) % 4)],
                    after = ground[static_cast<std::size_t>((i + 1) % 4)];
        if (i != cut) {
            wall.push_back(rounded(here));
            continue;
        }
        const double share = dice.between(0.05, 0.15);
        for (const Point end : {before, after}) wall.push_back(rounded({here.x + share * (end.x - here.x), here.y + share * (end.y - here.y)}));
    }
    return wall;
}

Ring rectangle(double x, double y, double width, double depth) { return {{x, y}, {x + width, y}, {x + width, y + depth}, {x, y + depth}}; }

/// Stairwells that stand out of the northern wall.
Ring toothed(double x, double y, double width, double depth) {
    Ring ring{{x, y}, {x + width, y}, {x + width, y + depth}};
    const int stairs = std::max(1, static_cast<int>(width / 16.0));
    for (int i = stairs - 1; i >= 0; --i) {
        const double middle = x + width * (i + 0.5) / stairs;
        for (const Point p : {Point{middle + 1.4, y + depth}, Point{middle + 1.4, y + depth + 1.5}, Point{middle - 1.4, y + depth + 1.5}, Point{middle - 1.4, y + depth}})
            ring.push_back(p);
    }
    ring.push_back({x, y + depth});
    return ring;
}

Ring winged(double x, double y, double width, double depth) {
    return {{x, y}, {x + width, y}, {x + width, y + depth}, {x + 0.35 * width, y + depth}, {x + 0.35 * width, y + 1.5 * depth}, {x, y + 1.5 * depth}};
}

Ring cross(double x, double y, double width, double depth) {
    const double a = 0.25 * width, b = 0.25 * depth;
    return {{x + a, y}, {x + width - a, y}, {x + width - a, y + b}, {x + width, y + b}, {x + width, y + depth - b}, {x + width - a, y + depth - b},
            {x + width - a, y + depth}, {x + a, y + depth}, {x + a, y + depth - b}, {x, y + depth - b}, {x, y + b}, {x + a, y + b}};
}

/// Puts a building where it stands inside the walls.
void add_building(City& city, const Frame& frame, const Ring& wall, Ring ring, int floors) {
    for (Point& p : ring) p = frame.at(p);
    if (std::ranges::all_of(ring, [&](Point p) { return geo::contains(wall, p); })) city.buildings.push_back({{std::move(ring), {}}, floors});
}

void add_slabs(City& city, const Frame& frame, const Ring& wall, double width, double depth, Dice& dice) {
    const int floors = dice.chance(0.1) ? 0 : dice.whole(5, 7);
    const double house_depth = dice.between(10.5, 13.5), pitch = house_depth + dice.between(14, 22);
    for (double y = dice.between(6, 10); y + house_depth < depth; y += pitch) {
        for (double x = dice.between(4, 9); x < width;) {
            const double length = dice.between(26, 58);
            if (dice.chance(0.55)) add_building(city, frame, wall, toothed(x, y, length, house_depth), floors);
            else if (dice.chance(0.2)) add_building(city, frame, wall, winged(x, y, length, house_depth), floors);
            else add_building(city, frame, wall, rectangle(x, y, length, house_depth), floors);
            if (dice.chance(0.3)) add_building(city, frame, wall, rectangle(x + 4, y + house_depth + 7.5, dice.between(6, 14), 3.2), 1);
            x += length + dice.between(6, 12);
        }
    }
}

void add_towers(City& city, const Frame& frame, const Ring& wall, double width, double depth, Dice& dice) {
    const int floors = dice.whole(11, 33);
    const double house = dice.between(22, 28);
    for (double y = dice.between(8, 14); y + house < depth; y += house + dice.between(18, 30))
        for (double x = dice.between(6, 14); x + house < width; x += house + dice.between(16, 26)) {
            add_building(city, frame, wall, cross(x, y, house, house - 2), floors);
            if (dice.chance(0.25)) add_building(city, frame, wall, rectangle(x + 3, y + house + 6, 8, 4), 1);
        }
}

}  // namespace

void add_compound(City& city, const Quad& ground, Dice& dice) {
    const Ring wall = wall_of(ground, dice);
    const Frame frame = frame_of(ground, dice.between(-0.03, 0.03));
    const double width = std::hypot(ground[1].x - ground[0].x, ground[1].y - ground[0].y), depth = std::hypot(ground[3].x - ground[0].x, ground[3].y - ground[0].y);
    const auto add_houses = dice.chance(0.8) ? add_slabs : add_towers;
    add_houses(city, frame, wall, width, depth, dice);
    city.compounds.push_back({wall, {}});
}

}  // namespace bench
