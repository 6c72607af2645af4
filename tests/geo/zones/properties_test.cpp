#include "geo/geometry/distance.hpp"
#include "geo/zones/free_ground.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// A house as integers, so that what fails shrinks to something readable: corner in metres, size, turn in degrees, clearance.
struct House {
    int x, y, width, depth, turn_deg, need_m;
};

std::ostream& operator<<(std::ostream& out, const House& h) {
    return out << h.width << "x" << h.depth << " at " << h.x << "," << h.y << " turned " << h.turn_deg << " keeps " << h.need_m;
}

rc::Gen<std::vector<House>> houses() {
    return rc::gen::container<std::vector<House>>(
        rc::gen::construct<House>(rc::gen::inRange(-10, 110), rc::gen::inRange(-10, 90), rc::gen::inRange(1, 40), rc::gen::inRange(1, 20),
                                  rc::gen::inRange(0, 90), rc::gen::inRange(0, 15)));
}

Shape shape_of(const House& h) {
    const double a = h.turn_deg * 3.14159265358979 / 180;
    Polygon p;
    for (const Point c : {Point{0, 0}, Point{1.0 * h.width, 0}, Point{1.0 * h.width, 1.0 * h.depth}, Point{0, 1.0 * h.depth}})
        p.outer.push_back({h.x + c.x * std::cos(a) - c.y * std::sin(a), h.y + c.x * std::sin(a) + c.y * std::cos(a)});
    return {{p}, {}, {}};
}

std::vector<Keep> keeps_of(const std::vector<House>& all) {
    std::vector<Keep> keeps;
    for (const House& h : all) keeps.push_back({shape_of(h), static_cast<double>(h.need_m)});
    return keeps;
}

const MultiPolygon compound{{{{0, 0}, {100, 0}, {100, 60}, {70, 80}, {0, 80}}, {}}};

MultiPolygon ground_of(const MultiPolygon& boundary, const std::vector<Keep>& keeps) {
    const FreeGround found = free_ground(boundary, keeps, 0.0);
    RC_ASSERT(found.is_certified);
    return found.ground;
}

template <typename Move>
MultiPolygon moved(MultiPolygon polygons, Move&& move) {
    Shape shape{std::move(polygons), {}, {}};
    each_vertex(shape, [&](Point& p) { p = move(p); });
    return shape.areas;
}

template <typename Move>
std::vector<Keep> moved(std::vector<Keep> keeps, Move&& move) {
    for (Keep& keep : keeps) each_vertex(keep.shape, [&](Point& p) { p = move(p); });
    return keeps;
}

/// What two ways to the same ground may differ by: arcs are drawn up to 1 cm long, differently where they start elsewhere, and
/// needles between them come and go.
double slack_m2(const std::vector<House>& all) { return 0.5 + 0.01 * 80.0 * static_cast<double>(all.size()); }

RC_GTEST_PROP(CandidateZonesProperty, NoGroundIsCloserThanItsClearance, ()) {
    const auto keeps = keeps_of(*houses());
    const MultiPolygon ground = ground_of(compound, keeps);
    for (const Polygon& polygon : ground) {
        for (const Keep& keep : keeps) RC_ASSERT(distance(Shape{{polygon}, {}, {}}, keep.shape) >= keep.distance_m - 1e-9);
    }
}

RC_GTEST_PROP(CandidateZonesProperty, TheOrderOfTheObstaclesChangesNothing, ()) {
    const auto all = *houses();
    auto reversed = all;
    std::ranges::reverse(reversed);
    RC_ASSERT(std::abs(area(ground_of(compound, keeps_of(all))) - area(ground_of(compound, keeps_of(reversed)))) <= slack_m2(all));
}

RC_GTEST_PROP(CandidateZonesProperty, TranslationChangesNothing, ()) {
    const auto all = *houses();
    const double dx = *rc::gen::inRange(-300, 300) + 0.37, dy = *rc::gen::inRange(-300, 300) - 0.81;
    const auto move = [&](Point p) { return Point{p.x + dx, p.y + dy}; };
    const double here = area(ground_of(compound, keeps_of(all))), there = area(ground_of(moved(compound, move), moved(keeps_of(all), move)));
    RC_ASSERT(std::abs(here - there) <= slack_m2(all));
}

RC_GTEST_PROP(CandidateZonesProperty, RotationChangesNothing, ()) {
    const auto all = *houses();
    const double a = *rc::gen::inRange(1, 360) * 3.14159265358979 / 180;
    const auto turn = [&](Point p) { return Point{p.x * std::cos(a) - p.y * std::sin(a), p.x * std::sin(a) + p.y * std::cos(a)}; };
    const double here = area(ground_of(compound, keeps_of(all))), there = area(ground_of(moved(compound, turn), moved(keeps_of(all), turn)));
    RC_ASSERT(std::abs(here - there) <= slack_m2(all));
}

// More to keep away from, or farther, never gives more ground: what the wider ground leaves lies within the narrower.
RC_GTEST_PROP(CandidateZonesProperty, MonotoneInTheClearance, ()) {
    const auto all = *houses();
    auto wider = keeps_of(all);
    const double more = *rc::gen::inRange(1, 50) * 0.1;
    for (Keep& keep : wider) keep.distance_m += more;
    const MultiPolygon large = ground_of(compound, keeps_of(all)), small = ground_of(compound, wider);
    RC_ASSERT(area(small) <= area(large) + slack_m2({}));
    // Arcs of the larger ground are up to 1 cm long; those of the smaller lie at least 10 cm farther out.
    for (const Polygon& polygon : small)
        for (const Point p : polygon.outer)
            RC_ASSERT(contains(large, p) || std::ranges::any_of(large, [&](const Polygon& q) { return distance(Shape{{}, {}, {p}}, Shape{{q}, {}, {}}) < 1e-4; }));
}

}  // namespace
}  // namespace geo
