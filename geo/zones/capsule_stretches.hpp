#pragma once

#include "geo/zones/offset_chains.hpp"

#include <algorithm>

namespace geo {

/// Whether all of a primitive certainly lies in the capsule: its ends do and, on an arc, the places farthest from the capsule's segment, which are
/// where the arc's radius points away from it, across or from one of its ends.
inline bool holds_whole(const Capsule& c, const Primitive& p) {
    constexpr double deep_m = 1e-8;  // enough for rounding, also that of the proof
    const double reach = c.radius - deep_m, reach2 = reach * reach;
    const auto is_in = [&](Point at) {
        const Point to = at - c.from;
        const double along = dot(to, c.along), off = cross(to, c.along), beyond = along - std::clamp(along, 0.0, c.length);
        return off * off + beyond * beyond <= reach2;
    };
    const Point start = p.at(p.from), end = p.at(p.to);
    if (!is_in(start) || !is_in(end)) return false;
    if (!p.is_arc()) return true;
    const Point first = start - p.origin, last = end - p.origin;
    const auto holds_towards = [&](Point away) {
        if (cross(first, away) <= 0 || cross(away, last) <= 0) return true;  // not on the arc
        return is_in(p.origin + away * (p.radius / length(away)));
    };
    return holds_towards(left_of(c.along)) && holds_towards(right_of(c.along)) && holds_towards(p.origin - c.from) && holds_towards(p.origin - c.to());
}

/// Calls `add(from, to)` with the stretch of the segment's line inside the capsule, when the segment has part in it. A line meets a convex
/// body in one stretch: from the first of rectangle and discs that it enters to the last that it leaves.
template <typename Add>
void segment_stretch(const Primitive& p, const Capsule& c, Add&& add) {
    const Point q = p.origin - c.from;
    const double x = dot(q, c.along), y = cross(c.along, q), ux = dot(p.along, c.along), uy = cross(c.along, p.along);
    const double r = c.radius, x_end = x + ux * p.to, y_end = y + uy * p.to;
    if (std::min(y, y_end) >= r || std::max(y, y_end) <= -r || std::min(x, x_end) >= c.length + r || std::max(x, x_end) <= -r) return;
    constexpr double far = 1e300;
    double from = far, to = -far;
    double in = -far, out = far;
    bool meets = true;
    if (std::abs(ux) > 1e-15) {
        const double t0 = -x / ux, t1 = (c.length - x) / ux;
        in = std::min(t0, t1), out = std::max(t0, t1);
    } else {
        meets = x >= 0 && x <= c.length;
    }
    if (meets && std::abs(uy) > 1e-15) {
        const double t0 = (-r - y) / uy, t1 = (r - y) / uy;
        in = std::max(in, std::min(t0, t1)), out = std::min(out, std::max(t0, t1));
    } else {
        meets = meets && std::abs(y) < r;
    }
    if (meets && in < out) from = in, to = out;
    for (const double end : {0.0, c.length}) {
        const double dx = x - end, foot = -(dx * ux + y * uy), off = dx * uy - y * ux, half2 = (r - off) * (r + off);
        if (half2 <= 0) continue;
        const double half = std::sqrt(half2);
        from = std::min(from, foot - half), to = std::max(to, foot + half);
    }
    if (from < to && from < p.to && to > p.from) add(from, to);
}

/// Calls `add(from, to)` with each stretch of the arc inside the capsule; parameters beyond the arc's stand for its ends.
///
/// The arc's circle meets the capsule's outline in at most eight places; between two of them the middle tells. All in the capsule's frame.
template <typename Add>
void arc_stretches(const Primitive& p, const Capsule& c, Add&& add) {
    const Point q = p.origin - c.from;
    const double x = dot(q, c.along), y = cross(c.along, q), r = c.radius, radius = p.radius;
    const double beyond = x - std::clamp(x, 0.0, c.length), off2 = beyond * beyond + y * y;
    if (off2 >= (r + radius) * (r + radius)) return;
    if (r > radius && off2 <= (r - radius) * (r - radius)) return add(p.from - 1.0, p.to + 1.0);
    const double mx = dot(p.along, c.along), my = cross(c.along, p.along);
    double keys[10];
    int count = 0;
    keys[count++] = p.from;
    // (wx, wy): a unit vector from the arc's centre to a place on its circle.
    const auto meet_at = [&](double wx, double wy) {
        if (mx * wx + my * wy <= 0) return;
        const double s = mx * wy - my * wx;
        if (s > p.from && s < p.to) keys[count++] = s;
    };
    for (int end = 0; end < (c.length > 0 ? 2 : 1); ++end) {
        const double dx = (end == 1 ? c.length : 0.0) - x, dy = -y, d2 = dx * dx + dy * dy;
        if (d2 >= (radius + r) * (radius + r) || d2 <= (radius - r) * (radius - r)) continue;
        // How far short of the arc's circle the line through both meeting places passes; a product keeps digits where squares lose them.
        const double d = std::sqrt(d2), between = d - radius, shy = (r - between) * (r + between) / (2 * d), a = radius - shy, h2 = shy * (radius + a);
        if (h2 <= 0) continue;
        const double h = std::sqrt(h2), k = 1 / (radius * d);
        for (const double side : {-h, h}) {
            const double wx = (a * dx - side * dy) * k, wy = (a * dy + side * dx) * k, at = x + radius * wx;
            if (c.length == 0 || (end == 1 ? at >= c.length : at <= 0)) meet_at(wx, wy);
        }
    }
    if (c.length > 0) {
        for (const double side : {-r, r}) {
            const double wy = (side - y) / radius;
            if (wy <= -1 || wy >= 1) continue;
            const double wx = std::sqrt(1 - wy * wy);
            for (const double w : {-wx, wx})
                if (const double at = x + radius * w; at > 0 && at < c.length) meet_at(w, wy);
        }
    }
    for (int i = 2; i < count; ++i)
        for (int j = i; j > 1 && keys[j] < keys[j - 1]; --j) std::swap(keys[j], keys[j - 1]);
    keys[count] = p.to;
    for (int i = 0; i < count; ++i) {
        const double s = 0.5 * (keys[i] + keys[i + 1]), ahead = std::sqrt(1 - s * s);
        const double px = x + radius * (mx * ahead - my * s), py = y + radius * (my * ahead + mx * s);
        const double dx = px - std::clamp(px, 0.0, c.length);
        if (dx * dx + py * py < r * r) add(i == 0 ? p.from - 1.0 : keys[i], i == count - 1 ? p.to + 1.0 : keys[i + 1]);
    }
}

}  // namespace geo
