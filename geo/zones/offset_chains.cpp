#include "geo/zones/offset_chains.hpp"

namespace geo {
namespace {

constexpr double same_m = 1e-9;   // vertices nearer to one another are one
constexpr double straight = 1e-9;  // sine of the least turn

double spread(Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

/// From one direction to another, both unit vectors of at most a quarter turn, where the circle reaches farthest along the axes.
Box box_of_arc(Point centre, double radius, Point from, Point to, Point middle) {
    Box box;
    box.add(centre + from * radius);
    box.add(centre + to * radius);
    if (from.y < 0 && to.y > 0 && middle.x > 0) box.max_x = centre.x + radius;
    if (from.y > 0 && to.y < 0 && middle.x < 0) box.min_x = centre.x - radius;
    if (from.x > 0 && to.x < 0 && middle.y > 0) box.max_y = centre.y + radius;
    if (from.x < 0 && to.x > 0 && middle.y < 0) box.min_y = centre.y - radius;
    return box;
}

}  // namespace

void OffsetChains::clear(const Box& reach) {
    chains.clear(), capsules.clear(), primitives.clear(), capsule_boxes.clear(), primitive_boxes.clear(), index.clear();
    m_reach = reach;
    m_source = -1;
    m_rough_reach = RoughBox{reach};
}

void OffsetChains::begin(double radius, bool is_boundary, bool is_reversed) {
    Chain chain;
    chain.first_capsule = static_cast<int>(capsules.size());
    chain.first_primitive = static_cast<int>(primitives.size());
    chain.source = m_source;
    chain.radius = radius;
    chain.is_boundary = is_boundary;
    chain.is_reversed = is_reversed;
    chains.push_back(chain);
    index.begin_group();
}

void OffsetChains::end() {
    Chain& chain = chains.back();
    chain.capsule_end = static_cast<int>(capsules.size());
    chain.primitive_end = static_cast<int>(primitives.size());
    primitives.back().next = chain.first_primitive;
}

int OffsetChains::add_capsule(Point from, Point along, double length) {
    const Chain& chain = chains.back();
    const Capsule capsule{from, along, length, chain.radius, static_cast<int>(chains.size()) - 1};
    Box box;
    box.add(from), box.add(capsule.to());
    const RoughBox grown{box.grown(chain.radius)};
    if (!grown.meets(m_rough_reach)) return -1;
    capsules.push_back(capsule);
    capsule_boxes.push_back(grown);
    index.add(grown);
    return static_cast<int>(capsules.size()) - 1;
}

void OffsetChains::add_primitive(Primitive primitive, const Box& box) {
    primitive.chain = static_cast<int>(chains.size()) - 1;
    primitive.next = static_cast<int>(primitives.size()) + 1;
    primitives.push_back(primitive);
    primitive_boxes.emplace_back(box);
}

void OffsetChains::add_segment(Point from, Point along, double length, const int (&own)[3], bool is_smooth) {
    Primitive p;
    p.origin = from + right_of(along) * chains.back().radius;
    p.along = along;
    p.to = length;
    std::ranges::copy(own, p.own);
    p.is_smooth = is_smooth;
    Box box;
    box.add(p.origin), box.add(p.at(length));
    add_primitive(p, box);
}

void OffsetChains::add_arc(Point centre, Point from, Point to, int own_before, int own_after) {
    Primitive p;
    p.origin = centre;
    p.along = unit(from + to);
    p.from = cross(p.along, from);
    p.to = cross(p.along, to);
    p.radius = chains.back().radius;
    p.own[0] = own_before, p.own[1] = own_after;
    p.is_smooth = true;
    add_primitive(p, box_of_arc(centre, p.radius, from, to, p.along));
}

/// The arc round a vertex where the chain turns left, in halves where that is more than a quarter.
void OffsetChains::add_turn(Point centre, Point before, Point after, double turn, double ahead, int own_before, int own_after) {
    const Point from = right_of(before);
    if (ahead > -1e-12 && turn > straight) return add_arc(centre, from, right_of(after), own_before, own_after);
    const bool is_back = turn <= 1e-3;  // almost half a turn: the sum of the normals would have no digits
    const Point middle = is_back ? before : unit(from + right_of(after));
    const Point to = turn <= straight ? -from : right_of(after);
    add_arc(centre, from, middle, own_before, own_after);
    add_arc(centre, middle, to, own_before, own_after);
}

void OffsetChains::trace(bool is_open) {
    const int n = static_cast<int>(m_vertices.size());
    m_directions.resize(n), m_lengths.resize(n), m_capsule_of.resize(n);
    const int edges = is_open ? n / 2 : n;  // a line's way back has the edges of its way there
    for (int k = 0; k < n; ++k) {
        const Point edge = m_vertices[k + 1 < n ? k + 1 : 0] - m_vertices[k];
        m_lengths[k] = length(edge);
        m_directions[k] = edge * (1.0 / m_lengths[k]);
        m_capsule_of[k] = k < edges ? add_capsule(m_vertices[k], m_directions[k], m_lengths[k]) : m_capsule_of[2 * edges - 1 - k];
    }
    struct Corner {
        double turn, ahead;
        bool is_left, is_right;
    };
    const auto corner = [&](int k, int next) {
        const double turn = cross(m_directions[k], m_directions[next]), ahead = dot(m_directions[k], m_directions[next]);
        const bool is_left = turn > straight || (turn >= -straight && ahead < 0.0);
        return Corner{turn, ahead, is_left, !is_left && turn < -straight};
    };
    Corner before = corner(n - 1, 0);
    for (int k = 0; k < n; ++k) {
        const int next = k + 1 < n ? k + 1 : 0, last = k > 0 ? k - 1 : n - 1;
        const Corner after = corner(k, next);
        // A neighbour to the left or straight ahead touches this edge's line in its end and covers nothing of it.
        const int own[3] = {m_capsule_of[k], before.is_right ? -1 : m_capsule_of[last], after.is_right ? -1 : m_capsule_of[next]};
        add_segment(m_vertices[k], m_directions[k], m_lengths[k], own, after.is_left);
        if (after.is_left)
            add_turn(m_vertices[next], m_directions[k], m_directions[next], after.turn, after.ahead, m_capsule_of[k], m_capsule_of[next]);
        before = after;
    }
}

bool OffsetChains::replace(int source, const OffsetChains& with) {
    const auto old = std::ranges::equal_range(chains, source, {}, &Chain::source);
    const auto count = [](const Chain& chain) { return std::pair{chain.capsule_end - chain.first_capsule, chain.primitive_end - chain.first_primitive}; };
    if (!std::ranges::equal(old, with.chains, {}, count, count)) return false;
    if (with.chains.empty()) return true;
    const int at = static_cast<int>(old.begin() - chains.begin()), capsule = old.begin()->first_capsule, primitive = old.begin()->first_primitive;
    const auto moved = [&](int own) { return own < 0 ? own : own + capsule; };
    for (std::size_t i = 0; i < with.capsules.size(); ++i) {
        capsules[capsule + i] = with.capsules[i];
        capsules[capsule + i].chain += at;
        capsule_boxes[capsule + i] = with.capsule_boxes[i];
    }
    for (std::size_t i = 0; i < with.primitives.size(); ++i) {
        Primitive p = with.primitives[i];
        p.chain += at, p.next += primitive;
        for (int& own : p.own) own = moved(own);
        primitives[primitive + i] = p;
        primitive_boxes[primitive + i] = with.primitive_boxes[i];
    }
    for (std::size_t i = 0; i < with.chains.size(); ++i) {
        Chain& chain = chains[at + i];
        chain.radius = with.chains[i].radius, chain.is_reversed = with.chains[i].is_reversed;
    }
    index.clear();
    for (const Chain& chain : chains) {
        index.begin_group();
        for (int i = chain.first_capsule; i < chain.capsule_end; ++i) index.add(capsule_boxes[i]);
    }
    index.build();
    return true;
}

void OffsetChains::add_ring(std::span<const Point> ring, bool reversed, double radius, bool is_boundary) {
    m_vertices.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point p = ring[reversed ? ring.size() - 1 - i : i];
        if (m_vertices.empty() || spread(p, m_vertices.back()) >= same_m) m_vertices.push_back(p);
    }
    while (m_vertices.size() > 1 && spread(m_vertices.front(), m_vertices.back()) < same_m) m_vertices.pop_back();
    if (m_vertices.size() < 3) {
        const std::vector<Point> thin = m_vertices;
        return add_line(thin, radius, is_boundary);
    }
    begin(radius, is_boundary, reversed);
    trace(false);
    end();
}

void OffsetChains::add_line(std::span<const Point> line, double radius, bool is_boundary) {
    m_vertices.clear();
    for (const Point p : line)
        if (m_vertices.empty() || spread(p, m_vertices.back()) >= same_m) m_vertices.push_back(p);
    if (m_vertices.empty()) return;
    if (m_vertices.size() == 1) return add_point(m_vertices.front(), radius);
    for (std::size_t i = m_vertices.size() - 1; i-- > 1;) m_vertices.push_back(m_vertices[i]);
    begin(radius, is_boundary, false);
    trace(true);
    end();
}

void OffsetChains::add_point(Point p, double radius) {
    begin(radius, false, false);
    const int own = add_capsule(p, {1.0, 0.0}, 0.0);
    constexpr Point quarters[] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    for (int i = 0; i < 4; ++i) add_arc(p, quarters[i], quarters[i + 1], own, -1);
    end();
}

}  // namespace geo
