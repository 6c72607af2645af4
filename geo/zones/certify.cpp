#include "geo/zones/certificate.hpp"

#include "geo/geometry/distance.hpp"
#include "geo/geometry/two.hpp"

namespace geo {
namespace {

constexpr double slack_m = 1e-9;
constexpr double least_apart_m = 5e-4;  ///< from what asks for nothing but itself: every way keeps a millimetre, so outlines never touch and one place tells the side

/// Bit i is set where one of three lines with a direction of its own parts edge i from the source by the distance: the edge's normal, the
/// source's normal, the source's direction. That proves the distance; where none does, it has to be measured.
unsigned parted(const EdgeRun& run, Point a, Point b, Point along, double length, double distance) {
    const Two d = both(distance), less = both(-distance), beyond = both(length + distance);
    unsigned bits = 0;
    for (int i = 0; i < 8; i += 2) {
        const Two px = load(run.ax + i), py = load(run.ay + i), qx = load(run.bx + i), qy = load(run.by + i), nx = load(run.nx + i), ny = load(run.ny + i);
        const Two to_a = (a.x - px) * nx + (a.y - py) * ny, to_b = (b.x - px) * nx + (b.y - py) * ny;
        const Two dx = px - a.x, dy = py - a.y, ex = qx - a.x, ey = qy - a.y;
        const Two side_p = along.x * dy - along.y * dx, side_q = along.x * ey - along.y * ex;
        const Two ahead_p = along.x * dx + along.y * dy, ahead_q = along.x * ex + along.y * ey;
        const TwoBits ok = ((to_a >= d) & (to_b >= d)) | ((to_a <= less) & (to_b <= less)) | ((side_p >= d) & (side_q >= d)) |
                           ((side_p <= less) & (side_q <= less)) | ((ahead_p <= less) & (ahead_q <= less)) | ((ahead_p >= beyond) & (ahead_q >= beyond));
#if defined(__SSE2__)
        bits |= static_cast<unsigned>(_mm_movemask_pd(reinterpret_cast<__m128d>(ok))) << i;
#else
        bits |= ((ok[0] != 0 ? 1U : 0U) | (ok[1] != 0 ? 2U : 0U)) << i;
#endif
    }
    return bits;
}

double turn(Point a, Point b, Point c) { return cross(b - a, c - a); }

/// How far two edges run through one another: 0 when they merely touch or miss.
double penetration(Point a, Point b, Point c, Point d) {
    if (turn(a, b, c) * turn(a, b, d) >= 0 || turn(c, d, a) * turn(c, d, b) >= 0) return 0.0;
    return std::min(std::min(distance(a, c, d), distance(b, c, d)), std::min(distance(c, a, b), distance(d, a, b)));
}

Point middle_of_first_edge(const Ring& ring) { return (ring[0] + ring[1]) * 0.5; }

bool holds(const Box& box, Point p) { return p.x >= box.min_x && p.x <= box.max_x && p.y >= box.min_y && p.y <= box.max_y; }

}  // namespace

void Certificate::add_source(Point a, Point b, double need, bool is_boundary, const Box& reach) {
    Box box;
    box.add(a), box.add(b);
    box = box.grown(need + slack_m);
    if (!box.meets(reach)) return;
    const double size = length(b - a);
    m_sources.push_back({a, b, size > 0 ? (b - a) * (1.0 / size) : Point{1.0, 0.0}, size, need, is_boundary, m_keep});
    m_boxes.emplace_back(box);
    m_index.add(m_boxes.back());
}

void Certificate::add_closed(const Ring& ring, double need, bool is_boundary, const Box& reach) {
    m_index.begin_group();
    for (std::size_t i = 0; i < ring.size(); ++i) add_source(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0], need, is_boundary, reach);
}

void Certificate::add_sources(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, const Box& reach) {
    m_sources.clear(), m_boxes.clear(), m_index.clear();
    m_keep = -1;
    m_boundary.clear();
    each_ring(boundary, [&](const Ring& ring) {
        add_closed(ring, setback_m, true, reach);
        m_boundary.add(ring);
    });
    m_boundary.build(64);
    for (const Keep& keep : keeps) {
        ++m_keep;
        add_keep(keep, reach);
    }
    m_index.build();
}

void Certificate::add_keep(const Keep& keep, const Box& reach) {
    const double need = std::max(keep.distance_m, least_apart_m);
    if (!box_of(keep.shape).grown(need + slack_m).meets(reach)) return;
    each_ring(keep.shape.areas, [&](const Ring& ring) { add_closed(ring, need, false, reach); });
    for (const Line& line : keep.shape.lines) {
        m_index.begin_group();
        for (std::size_t i = 0; i + 1 < line.size(); ++i) add_source(line[i], line[i + 1], need, false, reach);
        if (line.size() == 1) add_source(line[0], line[0], need, false, reach);
    }
    for (const Point p : keep.shape.points) add_source(p, p, need, false, reach);
}

void Certificate::fail(Message message, const EdgeRun* run, int edge) {
    if (!m_fault) m_fault = Fault{std::move(message), {}};
    if (!run) return;
    Box box;
    box.add(run->a(edge)), box.add(run->b(edge));
    m_fault->places.emplace_back(box);
}

void Certificate::check_pair(const EdgeRun& run, int i, const Source& s) {
    const Point a = run.a(i), b = run.b(i);
    if (s.need > 0) {
        const double have = distance(a, b, s.a, s.b);
        if (have < s.need - slack_m)
            fail(say("核验未通过：距离 {1:.9f} m 小于 {0:.9f} m", "certificate: distance {1:.9f} m is below {0:.9f} m", s.need, have), &run, i);
        return;
    }
    // Without a setback the ground may touch the compound's line, and no edge may run over it.
    if (penetration(a, b, s.a, s.b) > slack_m) fail(say("核验未通过：超出小区边界", "certificate: leaves the compound"), &run, i);
    m_touches_boundary = m_touches_boundary || distance(a, b, s.a, s.b) <= slack_m;
}

/// Holds some edges of a run against the sources of an index, the first of which is `first_source`.
void Certificate::check_run(const EdgeRun& run, const Octets& index, int first_source, unsigned edges) {
    index.each_meeting(run.box, [&](int i) {
        const Source& s = m_sources[first_source + i];
        if (s.keep == gone) return;
        const double proven = std::max(s.need, 2 * slack_m) - slack_m;
        unsigned open = ~parted(run, s.a, s.b, s.along, s.length, proven) & edges;
        for (; open != 0; open &= open - 1) check_pair(run, __builtin_ctz(open), s);
    });
}

/// Calls `check(run, first)` with eight edges at a time and the place of the first.
template <typename Check>
void Certificate::each_run(const Ring& ring, Check&& check) {
    const std::size_t n = ring.size();
    for (std::size_t first = 0; first < n; first += 8) {
        EdgeRun run;
        run.count = static_cast<int>(std::min<std::size_t>(8, n - first));
        Box box;
        for (int i = 0; i < 8; ++i) {
            const std::size_t at = first + static_cast<std::size_t>(std::min(i, run.count - 1)), next = at + 1 < n ? at + 1 : 0;
            const Point a = ring[at], b = ring[next], e = b - a;
            const double size = length(e), k = size > 0 ? 1 / size : 0.0;
            run.ax[i] = a.x, run.ay[i] = a.y, run.bx[i] = b.x, run.by[i] = b.y;
            run.nx[i] = -e.y * k, run.ny[i] = e.x * k;
            box.add(a), box.add(b);
        }
        run.box = RoughBox{box};
        check(run, first);
    }
}

bool Certificate::holds_part(const Shape& shape) const {
    const auto inside = [&](Point p) { return m_ground.contains(p); };
    return std::ranges::any_of(shape.areas, [&](const Polygon& polygon) { return inside(middle_of_first_edge(polygon.outer)); }) ||
           std::ranges::any_of(shape.lines, [&](const Line& line) { return inside(line.front()); }) || std::ranges::any_of(shape.points, inside);
}

/// Outlines that keep apart lie wholly on one side of each other: one place of each tells on which.
void Certificate::check_sides(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, const Box& reach) {
    const auto obstacle_inside = [] { return say("核验未通过：障碍物位于可设地内", "certificate: an obstacle lies inside the ground"); };
    for (const Keep& keep : keeps) {
        if (!box_of(keep.shape).meets(reach)) continue;
        if (holds_part(keep.shape)) fail(obstacle_inside(), nullptr, 0);
        for (const Polygon& area : keep.shape.areas) {
            const Box box = box_of(area.outer);
            for (const Polygon& part : ground) {
                const Point p = middle_of_first_edge(part.outer);
                if (holds(box, p) && contains(area, p)) fail(obstacle_inside(), nullptr, 0);
            }
        }
    }
    const auto covers_line = [&](const Ring& ring) {
        if (m_ground.contains(ring.front())) fail(say("核验未通过：覆盖小区边界线", "certificate: covers the compound's line"), nullptr, 0);
    };
    if (m_touches_boundary) return check_touching(ground, boundary);
    each_ring(boundary, covers_line);
    each_ring(ground, [&](const Ring& ring) {
        if (!m_boundary.contains(ring.front())) fail(say("核验未通过：超出小区边界", "certificate: leaves the compound"), nullptr, 0);
    });
}

/// Ground that may touch the boundary's line. Edges that do not run through one another, cut where the other outline's vertices lie on them, have pieces that
/// are on one side or on the line: the middle of each tells. Those of the ground have to be inside, those of the line not inside the ground.
void Certificate::check_touching(const MultiPolygon& ground, const MultiPolygon& boundary) {
    const auto on = [](const MultiPolygon& outline, Point p, double within) {
        bool is_on = false;
        each_edge(outline, [&](Point a, Point b) { is_on = is_on || distance(p, a, b) <= within; });
        return is_on;
    };
    const auto each_piece = [](const MultiPolygon& areas, const MultiPolygon& other, const auto& check) {
        std::vector<double> cuts;
        each_edge(areas, [&](Point a, Point b) {
            cuts.assign({0.0, 1.0});
            const double size2 = std::max(length2(b - a), 1e-300);
            each_ring(other, [&](const Ring& ring) {
                for (const Point p : ring)
                    if (distance(p, a, b) <= 2 * slack_m) cuts.push_back(std::clamp(dot(p - a, b - a) / size2, 0.0, 1.0));
            });
            std::ranges::sort(cuts);
            check(a);
            for (std::size_t i = 0; i + 1 < cuts.size(); ++i) check(a + (b - a) * (0.5 * (cuts[i] + cuts[i + 1])));
        });
    };
    each_piece(ground, boundary, [&](Point p) {
        if (m_boundary.contains(p) || on(boundary, p, slack_m)) return;
        fail(say("核验未通过：超出小区边界", "certificate: leaves the compound"), nullptr, 0);
    });
    each_piece(boundary, ground, [&](Point p) {
        if (!m_ground.contains(p) || on(ground, p, 1e-6)) return;
        fail(say("核验未通过：覆盖小区边界线", "certificate: covers the compound's line"), nullptr, 0);
    });
}

std::optional<Fault> Certificate::check(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m) {
    m_fault.reset();
    m_touches_boundary = false;
    if (ground.empty()) return std::nullopt;
    const Box reach = box_of(ground);
    add_sources(boundary, keeps, setback_m, reach);
    each_ring(ground, [&](const Ring& ring) {
        each_run(ring, [&](const EdgeRun& run, std::size_t) { check_run(run, m_index, 0, (1U << run.count) - 1U); });
    });
    return check_whole(ground, boundary, keeps, reach);
}

/// What no edge can tell alone, once each is found to be right.
std::optional<Fault> Certificate::check_whole(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, const Box& reach) {
    if (m_fault) return std::move(m_fault);
    m_ground.clear();
    each_ring(ground, [&](const Ring& ring) { m_ground.add(ring); });
    m_ground.build(64);  // asked once for each obstacle
    check_sides(ground, boundary, keeps, reach);
    return std::move(m_fault);
}

void Certificate::prepare(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m) {
    add_sources(boundary, keeps, setback_m, box_of(boundary));
}

void Certificate::change(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, std::size_t changed) {
    const auto keep = static_cast<int>(changed);
    const auto leave = [&] {
        for (Source& source : m_sources)
            if (source.keep == keep) source.keep = gone;
    };
    leave();
    // Sources that are gone stay where they are, until they are too many.
    if (4 * std::ranges::count(m_sources, gone, &Source::keep) > std::ssize(m_sources)) {
        add_sources(boundary, keeps, setback_m, box_of(boundary));
        leave();
    }
    m_first_changed = static_cast<int>(m_sources.size());
    m_keep = keep;
    add_keep(keeps[changed], box_of(boundary));
    m_index.clear(), m_changed_index.clear();
    for (int i = 0; i < static_cast<int>(m_boxes.size()); ++i) (i < m_first_changed ? m_index : m_changed_index).add(m_boxes[i]);
    m_index.build(), m_changed_index.build();
}

std::optional<Fault> Certificate::check_change(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps,
                                               const std::vector<char>& is_known) {
    m_fault.reset();
    if (ground.empty()) return std::nullopt;
    std::size_t begin = 0;
    each_ring(ground, [&](const Ring& ring) {
        each_run(ring, [&](const EdgeRun& run, std::size_t at) {
            const unsigned all = (1U << run.count) - 1U;
            unsigned fresh = 0;
            for (int i = 0; i < run.count; ++i) fresh |= is_known[begin + at + static_cast<std::size_t>(i)] ? 0U : 1U << i;
            if (fresh != 0) check_run(run, m_index, 0, fresh);
            check_run(run, m_changed_index, m_first_changed, all);
        });
        begin += ring.size();
    });
    return check_whole(ground, boundary, keeps, box_of(ground));
}

std::optional<Fault> clearance_fault(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m) {
    thread_local Certificate certificate;
    return certificate.check(ground, boundary, keeps, setback_m);
}

std::optional<Message> certify(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m) {
    std::optional<Fault> fault = clearance_fault(ground, boundary, keeps, setback_m);
    if (!fault) return std::nullopt;
    return std::move(fault->message);
}

}  // namespace geo
