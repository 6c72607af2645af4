#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/geometry/repair.hpp"
#include "geo/zones/changing_ground.hpp"
#include "tests/fuzz/target.hpp"

#include <cmath>

using namespace geo;

namespace {

/// Places of a small grid, where everything coincides; to the centimetre; or any double within a hundred kilometres.
double coordinate(fuzz::Supply& supply, unsigned mode) {
    switch (mode % 3) {
        case 0: return supply.take<unsigned char>() % 32;
        case 1: return supply.take<short>() / 100.0;
        default: {
            const auto value = supply.take<double>();
            return std::isfinite(value) ? std::fmod(value, 1e5) : 0.0;
        }
    }
}

double distance_from(fuzz::Supply& supply, unsigned mode) {
    const unsigned whole = supply.take<unsigned char>();
    return mode & 0x10U ? whole / 7.0 : whole % 16;
}

std::vector<Point> points_from(fuzz::Supply& supply, unsigned mode, unsigned count) {
    std::vector<Point> points;
    for (unsigned i = 0; i < count && !supply.empty(); ++i) {
        const double x = coordinate(supply, mode), y = coordinate(supply, mode);
        points.push_back({x, y});
    }
    return points;
}

struct Compound {
    MultiPolygon boundary;
    std::vector<Keep> keeps;
    double setback = 0.0;
};

/// A boundary, then things to keep away from: the head of each says how many vertices it has, and whether it is an area, a line, points, or
/// a hole of the area before.
Compound compound_from(fuzz::Supply supply) {
    const unsigned mode = supply.take<unsigned char>();
    Compound c;
    c.setback = mode & 0x20U ? distance_from(supply, mode) : 0.0;
    Shape boundary{{{points_from(supply, mode, 3 + supply.take<unsigned char>() % 12U), {}}}, {}, {}};
    std::size_t vertices = 0;
    while (!supply.empty() && vertices < 150 && c.keeps.size() < 30) {
        const unsigned head = supply.take<unsigned char>();
        const double need = distance_from(supply, mode);
        std::vector<Point> points = points_from(supply, mode, 1 + head % 16U);
        vertices += points.size() + 1;
        const bool is_after_area = !c.keeps.empty() && !c.keeps.back().shape.areas.empty();
        switch (head >> 6U) {
            case 1: c.keeps.push_back({{{}, {std::move(points)}, {}}, need}); break;
            case 2: c.keeps.push_back({{{}, {}, std::move(points)}, need}); break;
            case 3:
                if (is_after_area) {
                    c.keeps.back().shape.areas.back().holes.push_back(std::move(points));
                    break;
                }
                [[fallthrough]];
            default: c.keeps.push_back({{{{std::move(points), {}}}, {}, {}}, need}); break;
        }
    }
    repair(boundary);
    c.boundary = std::move(boundary.areas);
    for (Keep& keep : c.keeps) repair(keep.shape);
    return c;
}

/// Ground that follows a change is the ground computed from the start, but for arcs that may be drawn finer.
void try_change(Compound c, const FreeGround& before) {
    ChangingGround changing{c.boundary, c.keeps, c.setback};
    fuzz::require(changing.ground().is_certified == before.is_certified, "certified twice or never");
    c.keeps.front().distance_m += 1.25;
    const FreeGround& followed = changing.change(0, c.keeps.front());
    const FreeGround anew = free_ground(c.boundary, c.keeps, c.setback);
    if (!followed.is_certified || !anew.is_certified) return;
    fuzz::require(is_valid(followed.ground), "followed ground is valid");
    fuzz::require(std::abs(area(followed.ground) - area(anew.ground)) <= 0.01 * (perimeter(followed.ground) + perimeter(anew.ground)) + 1e-3, "followed ground is complete");
    const Shape outline = line_of(followed.ground);
    for (const Keep& keep : c.keeps) fuzz::require(distance(outline, keep.shape) >= keep.distance_m - 1e-9, "every distance is kept after a change");
}

}  // namespace

// Whatever stands in and round whatever compound: the ground keeps every distance, is valid and inside; or there is a reason for none.
void fuzz::try_input(Bytes input) {
    const Compound c = compound_from(Supply{input});
    const FreeGround found = free_ground(c.boundary, c.keeps, c.setback);
    if (!found.is_certified) {
        require(!found.reason.en.empty() && found.ground.empty(), "ground that is not certified is not shown");
        return;
    }
    require(is_valid(found.ground), "ground is valid");
    require(area(found.ground) <= area(c.boundary) + 1e-6, "ground lies in the compound");
    const Shape outline = line_of(found.ground);
    for (const Keep& keep : c.keeps) require(distance(outline, keep.shape) >= keep.distance_m - 1e-9, "every distance is kept");
    for (const Polygon& part : found.ground) {
        const Point p = part.outer.front();
        for (const Keep& keep : c.keeps) require(keep.distance_m <= 0 || !contains(keep.shape.areas, p), "no ground inside of an obstacle");
    }
    if (c.setback > 0) require(distance(outline, line_of(c.boundary)) >= c.setback - 1e-9, "the setback is kept");
    if (!c.keeps.empty()) try_change(c, found);
}

std::vector<std::string> fuzz::seeds() {
    const auto bytes = [](std::initializer_list<int> all) {
        std::string text;
        for (const int byte : all) text += static_cast<char>(byte);
        return text;
    };
    // Mode, boundary of (3 + 1) corners, then heads with their distances.
    const std::initializer_list<int> yard{0, 1, 0, 0, 30, 0, 30, 30, 0, 30};
    const auto with = [&](std::initializer_list<int> rest) { return bytes(yard) + bytes(rest); };
    return {with({3, 4, 10, 10, 20, 10, 20, 14, 10, 14}),                                               // a house
            with({3, 4, 10, 10, 20, 10, 20, 14, 10, 14, 3, 4, 20, 10, 25, 10, 25, 14, 20, 14}),           // a party wall
            with({3, 2, 5, 5, 25, 5, 25, 25, 5, 25, 0xC3, 0, 8, 8, 8, 22, 22, 22, 22, 8}),                // a courtyard
            with({0x42, 3, 0, 0, 15, 15, 30, 15}), with({0x44, 3, 5, 5, 9, 5, 9, 9, 5, 9, 5, 5}),         // lines, one closed
            with({0x80, 6, 15, 15}), with({0x81, 5, 10, 15, 20, 15}),                                     // discs, two that touch
            with({3, 0, 0, 0, 30, 0, 30, 30, 0, 30}),                                                     // as large as the compound
            bytes({0x20, 3, 1, 0, 0, 30, 0, 30, 30, 0, 30, 3, 4, 28, 10, 31, 10, 31, 14, 28, 14}),        // with a setback, across the boundary
            with({2, 5, 10, 10, 20, 10, 15, 11, 2, 5, 10, 10, 20, 10, 15, 11})};                          // a spike, twice
}
