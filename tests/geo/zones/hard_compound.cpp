#include "tests/geo/zones/hard_compound.hpp"

#include "geo/geometry/repair.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo::testing {
namespace {

constexpr double pi = std::numbers::pi;

Ring rectangle(double x, double y, double width, double depth) { return {{x, y}, {x + width, y}, {x + width, y + depth}, {x, y + depth}}; }

Shape area_of(Ring ring) { return {{{std::move(ring), {}}}, {}, {}}; }

Ring turned(Ring ring, double angle, Point about) {
    const double c = std::cos(angle), s = std::sin(angle);
    for (Point& p : ring) p = {about.x + c * (p.x - about.x) - s * (p.y - about.y), about.y + s * (p.x - about.x) + c * (p.y - about.y)};
    return ring;
}

/// A yard of about 120 × 90 m, sometimes digitised with many vertices.
RandomCompound yard(Dice& dice) {
    RandomCompound c;
    Ring ring{{0, 0}, {dice.uniform(90, 150), 0}, {dice.uniform(90, 150), dice.uniform(70, 110)}, {0, dice.uniform(70, 110)}};
    if (dice.chance(0.3)) ring.insert(ring.begin() + 2, {dice.uniform(50, 80), dice.uniform(30, 50)});
    c.boundary = {{ring, {}}};
    if (dice.chance(0.5)) c.setback = static_cast<double>(dice.whole(1, 6));
    return c;
}

/// Whole metres, and again and again the same distances: nothing is in general position.
double whole_need(Dice& dice) { return std::array{0.0, 3.0, 4.0, 6.0, 6.0, 6.0}[static_cast<std::size_t>(dice.whole(0, 5))]; }

RandomCompound rows(Dice& dice, bool equal) {
    RandomCompound c = yard(dice);
    const double width = dice.whole(4, 14), gap = dice.whole(0, 12), depth = dice.whole(3, 10), need = dice.whole(2, 8);
    for (int row = 0; row < 4; ++row)
        for (int i = 0; i < 7; ++i)
            if (!dice.chance(0.2)) c.keeps.push_back({area_of(rectangle(i * (width + gap) + 5, row * (depth + 12) + 4, width, depth)), equal ? need : whole_need(dice)});
    return c;
}

RandomCompound collinear_rows(Dice& dice) { return rows(dice, false); }
RandomCompound equal_clearances(Dice& dice) { return rows(dice, true); }

RandomCompound party_walls(Dice& dice) {
    RandomCompound c = yard(dice);
    for (int row = 0; row < 3; ++row) {
        double x = dice.whole(0, 10);
        const double y = row * 30.0 + dice.whole(0, 5);
        for (int i = dice.whole(3, 8); i > 0; --i) {
            const double width = dice.whole(3, 15), depth = dice.chance(0.5) ? 10 : dice.whole(4, 14);
            c.keeps.push_back({area_of(rectangle(x, y, width, depth)), whole_need(dice)});
            x += width;
        }
    }
    return c;
}

RandomCompound duplicates(Dice& dice) {
    RandomCompound c = rows(dice, dice.chance(0.5));
    const std::size_t n = c.keeps.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (int k = dice.whole(0, 3); k > 0; --k) {
            c.keeps.push_back(c.keeps[i]);
            if (dice.chance(0.3)) c.keeps.back().distance_m = whole_need(dice);
            if (dice.chance(0.3)) std::ranges::rotate(c.keeps.back().shape.areas[0].outer, c.keeps.back().shape.areas[0].outer.begin() + 1);
        }
    }
    return c;
}

RandomCompound touching_at_a_point(Dice& dice) {
    RandomCompound c = yard(dice);
    double x = 5, y = 5;
    for (int i = 0; i < 8; ++i) {
        const double size = dice.whole(3, 9);
        c.keeps.push_back({area_of(dice.chance(0.5) ? rectangle(x, y, size, size) : Ring{{x, y}, {x + size, y}, {x + size, y + size}}), whole_need(dice)});
        x += size, y += size;
    }
    // Circles that just touch one another, and the boundary.
    const double r = dice.whole(3, 8);
    for (int i = 0; i < 4; ++i) c.keeps.push_back({Shape{{}, {}, {{r + 2 * r * i, 60}}}, r});
    return c;
}

RandomCompound across_the_boundary(Dice& dice) {
    RandomCompound c = yard(dice);
    const Ring& ring = c.boundary[0].outer;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[(i + 1) % ring.size()];
        for (int k = dice.whole(1, 3); k > 0; --k) {
            const double t = dice.chance(0.2) ? 0.0 : dice.uniform(0, 1);
            const Point at{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
            const double width = dice.whole(4, 20), depth = dice.whole(4, 12);
            c.keeps.push_back({area_of(turned(rectangle(at.x - width / 2, at.y - depth / 2, width, depth), dice.chance(0.5) ? 0 : dice.uniform(0, pi), at)),
                               whole_need(dice)});
        }
    }
    return c;
}

RandomCompound holes(Dice& dice) {
    RandomCompound c = rows(dice, dice.chance(0.5));
    for (int i = dice.whole(1, 4); i > 0; --i) {
        Ring hole = turned(rectangle(15.0 * i, 15, dice.whole(2, 9), dice.whole(2, 30)), dice.chance(0.5) ? 0 : dice.uniform(0, 0.3), {15.0 * i, 15});
        std::ranges::reverse(hole);
        c.boundary[0].holes.push_back(hole);
    }
    return c;
}

RandomCompound courtyards(Dice& dice) {
    RandomCompound c = yard(dice);
    for (int i = 0; i < 4; ++i) {
        const double width = dice.whole(10, 45), depth = dice.whole(10, 40), wall = dice.chance(0.3) ? 0.2 : dice.whole(1, 4);
        const double x = dice.whole(0, 60), y = dice.whole(0, 50);
        Polygon block{rectangle(x, y, width, depth), {rectangle(x + wall, y + wall, width - 2 * wall, depth - 2 * wall)}};
        std::ranges::reverse(block.holes[0]);
        c.keeps.push_back({Shape{{block}, {}, {}}, whole_need(dice)});
    }
    return c;
}

RandomCompound hair_thin_walls(Dice& dice) {
    RandomCompound c = yard(dice);
    for (int i = 0; i < 10; ++i) {
        const Point at{dice.uniform(0, 120), dice.uniform(0, 90)};
        const double width = dice.uniform(5, 60), depth = std::pow(10.0, dice.uniform(-8, -1));
        c.keeps.push_back({area_of(turned(rectangle(at.x, at.y, width, depth), dice.chance(0.5) ? 0 : dice.uniform(0, pi), at)), whole_need(dice)});
    }
    return c;
}

RandomCompound spikes(Dice& dice) {
    RandomCompound c = yard(dice);
    for (int i = 0; i < 8; ++i) {
        const Point at{dice.uniform(5, 110), dice.uniform(5, 80)};
        Ring star;
        const int points = dice.whole(3, 9);
        for (int k = 0; k < 2 * points; ++k) {
            const double a = pi * k / points, r = k % 2 == 0 ? dice.uniform(4, 20) : std::pow(10.0, dice.uniform(-4, 0.5));
            star.push_back({at.x + r * std::cos(a), at.y + r * std::sin(a)});
        }
        if (dice.chance(0.3)) star.insert(star.begin() + 1, {Point{star[0].x + 5, star[0].y}, star[0]});  // there and back
        c.keeps.push_back({area_of(star), whole_need(dice)});
    }
    return c;
}

Ring wavy(Dice& dice, Point at, double radius, int vertices) {
    Ring ring;
    const double waves = dice.whole(3, 40), depth = dice.uniform(0.01, 0.2) * radius;
    for (int i = 0; i < vertices; ++i) {
        const double a = 2 * pi * i / vertices, r = radius + depth * std::sin(waves * a) + dice.uniform(-1, 1) * 0.2 * radius * pi / vertices;
        ring.push_back({at.x + r * std::cos(a), at.y + r * std::sin(a)});
    }
    return ring;
}

RandomCompound long_rings(Dice& dice) {
    RandomCompound c;
    c.boundary = {{wavy(dice, {0, 0}, dice.uniform(50, 200), dice.whole(100, 2000)), {}}};
    if (dice.chance(0.5)) c.setback = dice.uniform(0.5, 8);
    for (int i = dice.whole(1, 5); i > 0; --i)
        c.keeps.push_back({area_of(wavy(dice, {dice.uniform(-60, 60), dice.uniform(-60, 60)}, dice.uniform(2, 40), dice.whole(50, 1500))), whole_need(dice)});
    return c;
}

void scale(RandomCompound& c, double k, bool and_distances) {
    Shape boundary{std::move(c.boundary), {}, {}};
    each_vertex(boundary, [&](Point& p) { p = {p.x * k, p.y * k}; });
    c.boundary = std::move(boundary.areas);
    for (Keep& keep : c.keeps) {
        each_vertex(keep.shape, [&](Point& p) { p = {p.x * k, p.y * k}; });
        if (and_distances) keep.distance_m *= k;
    }
    if (and_distances) c.setback *= k;
}

RandomCompound of_a_metre(Dice& dice) {
    RandomCompound c = rows(dice, dice.chance(0.5));
    scale(c, dice.uniform(0.005, 0.02), true);
    return c;
}

RandomCompound of_100_km2(Dice& dice) {
    RandomCompound c = rows(dice, dice.chance(0.5));
    scale(c, dice.uniform(60, 100), dice.chance(0.5));
    return c;
}

RandomCompound far_from_the_origin(Dice& dice) {
    RandomCompound c = random_compound(static_cast<std::uint64_t>(dice.whole(1, 1'000'000)));
    const double x = dice.uniform(-1e7, 1e7), y = dice.uniform(-1e7, 1e7);
    Shape boundary{std::move(c.boundary), {}, {}};
    each_vertex(boundary, [&](Point& p) { p = {p.x + x, p.y + y}; });
    c.boundary = std::move(boundary.areas);
    for (Keep& keep : c.keeps) each_vertex(keep.shape, [&](Point& p) { p = {p.x + x, p.y + y}; });
    return c;
}

RandomCompound equal_to_the_compound(Dice& dice) {
    RandomCompound c = yard(dice);
    if (dice.chance(0.7)) c.keeps.push_back({Shape{c.boundary, {}, {}}, whole_need(dice)});
    Line outline = c.boundary[0].outer;
    outline.push_back(outline.front());
    if (dice.chance(0.5)) c.keeps.push_back({Shape{{}, {outline}, {}}, whole_need(dice)});
    if (dice.chance(0.5)) c.keeps.push_back({area_of(rectangle(-10, -10, 300, 10)), whole_need(dice)});  // shares its lower side
    return c;
}

RandomCompound out_of_order(Dice& dice) {
    RandomCompound c = dice.chance(0.5) ? courtyards(dice) : random_compound(static_cast<std::uint64_t>(dice.whole(1, 1'000'000)));
    const auto stir = [&](Ring& ring) {
        if (dice.chance(0.5)) std::ranges::reverse(ring);
        std::ranges::rotate(ring, ring.begin() + dice.whole(0, static_cast<int>(ring.size()) - 1));
        if (dice.chance(0.3)) ring.push_back(ring.back());
        if (dice.chance(0.3)) ring.push_back(ring.front());
    };
    for (Polygon& polygon : c.boundary) stir(polygon.outer);
    for (Keep& keep : c.keeps)
        for (Polygon& polygon : keep.shape.areas) {
            stir(polygon.outer);
            for (Ring& hole : polygon.holes) stir(hole);
        }
    return c;
}

RandomCompound estate(Dice& dice) { return random_compound(static_cast<std::uint64_t>(dice.whole(1, 1'000'000))); }

constexpr HardKind kinds[] = {{"CollinearRows", collinear_rows},
                              {"EqualClearances", equal_clearances},
                              {"PartyWalls", party_walls},
                              {"Duplicates", duplicates},
                              {"TouchingAtAPoint", touching_at_a_point},
                              {"AcrossTheBoundary", across_the_boundary},
                              {"Holes", holes},
                              {"Courtyards", courtyards},
                              {"HairThinWalls", hair_thin_walls},
                              {"Spikes", spikes},
                              {"LongRings", long_rings},
                              {"OfAMetre", of_a_metre},
                              {"Of100SquareKilometres", of_100_km2},
                              {"FarFromTheOrigin", far_from_the_origin},
                              {"EqualToTheCompound", equal_to_the_compound},
                              {"OutOfOrder", out_of_order},
                              {"Estates", estate}};

}  // namespace

std::span<const HardKind> hard_kinds() { return kinds; }

RandomCompound hard_compound(const HardKind& kind, std::uint64_t seed) {
    Dice dice{0x9e3779b97f4a7c15U * seed + static_cast<std::uint64_t>(&kind - kinds)};
    RandomCompound c = kind.make(dice);
    if (kind.make == out_of_order) return c;  // as a caller of the engine may hand them over, unrepaired
    Shape boundary{std::move(c.boundary), {}, {}};
    repair(boundary);
    c.boundary = std::move(boundary.areas);
    for (Keep& keep : c.keeps) repair(keep.shape);
    return c;
}

}  // namespace geo::testing
