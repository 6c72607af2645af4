#include "geo/zones/free_ground.hpp"

#include "geo/geometry/crossings.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/zones/certify.hpp"
#include "geo/zones/completeness.hpp"
#include "geo/zones/offset_ground.hpp"
#include "geo/zones/overlay_ground.hpp"

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

/// Where chords of two arcs bulge into the same narrow passage they may come too near to the other side: drawn finer, step by step, there
/// alone.
constexpr double finer_m[] = {1e-3, 5e-5, 1e-6};
constexpr float beside_m = 0.02F;

RoughBox grown(RoughBox box) {
    box.min_x -= beside_m, box.min_y -= beside_m, box.max_x += beside_m, box.max_y += beside_m;
    return box;
}

/// The engine with what proves its results; one a thread, for its arrays.
class Coverage {
   public:
    /// @param is_like_last  see `OffsetGround::run`
    /// @return why the result is refused, if it is
    std::optional<Message> run(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, OffsetGround::Spread spread,
                               bool is_like_last, MultiPolygon& ground) {
        if (!m_engine.run(boundary, keeps, setback_m, spread, is_like_last)) return say("边界线段无法闭合", "pieces of the outline do not close");
        m_fine.clear();
        std::optional<Fault> fault = draw(0.0, boundary, keeps, setback_m, ground);
        for (const double tolerance_m : finer_m) {
            if (!fault || fault->places.empty()) break;
            for (const RoughBox& place : fault->places) m_fine.push_back(grown(place));
            fault = draw(tolerance_m, boundary, keeps, setback_m, ground);
        }
        if (fault) return std::move(fault->message);
        return completeness_fault(m_engine, ground, boundary, keeps, setback_m);
    }

   private:
    std::optional<Fault> draw(double fine_tolerance_m, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m,
                              MultiPolygon& ground) {
        const bool is_whole = m_engine.draw(m_fine, fine_tolerance_m, ground);
        if (std::optional<Fault> fault = crossing(ground)) return fault;
        if (!is_whole) return Fault{say("核验未通过：孔洞不在任何面内", "certificate: a hole lies in no part"), {}};
        return clearance_fault(ground, boundary, keeps, setback_m);
    }

    /// Parts that were dropped for being small have to be what they seem, too.
    std::optional<Fault> crossing(const MultiPolygon& ground) {
        MultiPolygon left_over;
        for (const Ring& ring : m_engine.rings().drawn)
            if (!ring.empty()) left_over.push_back({ring, {}});
        if (!left_over.empty()) left_over.insert(left_over.end(), ground.begin(), ground.end());
        const std::vector<RoughBox>& places = m_crossings.find(left_over.empty() ? ground : left_over);
        if (places.empty()) return std::nullopt;
        return Fault{say("核验未通过：面的边线相交", "certificate: outlines cross"), places};
    }

    OffsetGround m_engine;
    Crossings m_crossings;
    std::vector<RoughBox> m_fine;
};

/// @param is_like_last  the thread's last call had the same boundary and shapes, and was answered by the first way
FreeGround near_origin(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, bool is_like_last = false) {
    thread_local Coverage coverage;
    FreeGround result;
    for (const Way& way : ways) {
        std::optional<Message> wrong = coverage.run(boundary, keeps, setback_m, way.spread, is_like_last && &way == ways, result.ground);
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
