#include "geo/zones/overlay_ground.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/zones/certify.hpp"

#include <cmath>
#include <numeric>

namespace geo {
namespace {

constexpr double surplus_m = 1e-4;       // overlays move edges by up to 58 µm
constexpr double clip_margin_m = 20.0;     // what is cut away is farther from the compound than it reaches
constexpr double least_distance_m = 1e-3;  // thinner bands than this drown in the overlay's own grid

struct Way {
    const char* name;
    int order;
    double extra_m;
    OverlayEngine engine;
    bool in_pieces;
};

constexpr Way ways[] = {
    {"boost", 0, 0.0, OverlayEngine::Boost, false},         {"boost-order-1", 1, 0.0, OverlayEngine::Boost, false},
    {"boost-order-2", 2, 0.0, OverlayEngine::Boost, false}, {"boost-wider", 0, 1e-3, OverlayEngine::Boost, false},
    {"geos", 0, 0.0, OverlayEngine::Geos, false},           {"geos-pieces", 0, 0.0, OverlayEngine::Geos, true},
};

void append(std::vector<MultiPolygon>& to, std::vector<MultiPolygon> from) {
    for (MultiPolygon& part : from) to.push_back(std::move(part));
}

std::vector<MultiPolygon> taken_parts(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback, const Way& way) {
    std::vector<MultiPolygon> parts;
    const auto take = [&](const Shape& shape, double distance) {
        const double d = std::max(distance + surplus_m, least_distance_m) + way.extra_m;
        append(parts, way.in_pieces ? buffer_pieces(shape, d) : buffers(shape, d));
    };
    const Box reach = box_of(boundary);
    if (setback > 0) take(line_of(boundary), setback);
    for (const Keep& keep : keeps) {
        const Box box = box_of(keep.shape), near = reach.grown(keep.distance_m + clip_margin_m);
        if (!box.grown(keep.distance_m + least_distance_m).meets(reach)) continue;
        // The overlay's grid grows with the extent: a forest of kilometres would take the digits from the walls beside it.
        if (near.holds(box)) take(keep.shape, keep.distance_m);
        else take(clip(keep.shape, near), keep.distance_m);
    }
    return parts;
}

/// Overlay crossings may come to lie up to 58 µm outside the boundary: moved onto its inner side. The surplus covers the move.
void pull_inside(MultiPolygon& ground, const MultiPolygon& boundary) {
    std::vector<std::pair<Point, Point>> edges;
    const auto collect = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) edges.emplace_back(ring[i], ring[(i + 1) % ring.size()]);
    };
    for (const Polygon& polygon : boundary) {
        collect(polygon.outer);
        for (const Ring& hole : polygon.holes) collect(hole);
    }
    const auto pull = [&](Point& p) {
        if (contains(boundary, p)) return;
        double nearest = std::numeric_limits<double>::infinity();
        std::pair<Point, Point> edge;
        for (const auto& e : edges) {
            if (const double d = distance(p, e.first, e.second); d < nearest) nearest = d, edge = e;
        }
        if (nearest <= 1e-9 || nearest > 2 * surplus_m) return;
        const double dx = edge.second.x - edge.first.x, dy = edge.second.y - edge.first.y, length = std::hypot(dx, dy);
        p.x -= (nearest + 1e-6) * dy / length;  // the boundary's ground lies left of its edges
        p.y += (nearest + 1e-6) * dx / length;
    };
    for (Polygon& polygon : ground) {
        for (Point& p : polygon.outer) pull(p);
        for (Ring& hole : polygon.holes)
            for (Point& p : hole) pull(p);
    }
}

/// area(C) − area(zone) = area(C ∩ U): a difference that lost a piece shows here and nowhere else.
std::optional<Message> area_holds(const MultiPolygon& boundary, const MultiPolygon& taken, const MultiPolygon& ground, OverlayEngine engine) {
    const double lost = area(boundary) - area(ground) - area(intersection(boundary, taken, engine));
    if (std::abs(lost) <= 1e-3 + surplus_m * (perimeter(ground) + perimeter(boundary))) return std::nullopt;
    return say("核验未通过：面积不符 {:.3f} m²", "certificate: areas differ by {:.3f} m²", lost);
}

/// Needles and specks below a square millimetre come from the overlay's grid, not from the ground.
void drop_specks(MultiPolygon& ground) {
    std::erase_if(ground, [](const Polygon& polygon) { return area(polygon) < 1e-6; });
    for (Polygon& polygon : ground)
        std::erase_if(polygon.holes, [](const Ring& hole) { return std::abs(signed_area(hole)) < 1e-9; });
}

}  // namespace

FreeGround ground_by_overlays(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m) {
    FreeGround result;
    for (const Way& way : ways) {
        try {
            const MultiPolygon taken = unite(taken_parts(boundary, keeps, setback_m, way), way.order, way.engine);
            result.way = way.name;
            result.ground = difference(boundary, taken, way.engine);
            std::optional<Message> wrong = area_holds(boundary, taken, result.ground, way.engine);
            drop_specks(result.ground);
            if (!wrong && !(setback_m > 0)) pull_inside(result.ground, boundary);
            if (!wrong && !is_valid(result.ground)) wrong = say("核验未通过：面不合法", "certificate: the ground is not a valid polygon");
            if (!wrong) wrong = certify(result.ground, boundary, keeps, setback_m);
            if (!wrong) {
                result.is_certified = true;
                return result;
            }
            result.reason = *wrong;
        } catch (const GeometryError& e) {
            result.reason = e.message();
        }
    }
    result.ground.clear();
    return result;
}

}  // namespace geo
