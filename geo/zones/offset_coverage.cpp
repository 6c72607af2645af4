#include "geo/zones/offset_coverage.hpp"

#include "geo/zones/capsule_stretches.hpp"

namespace geo {
namespace {

/// Runs share a search for capsules: long where neighbours lie close together, short along the compound's boundary.
int run_length(const Chain& chain) {
    const int primitives = chain.primitive_end - chain.first_primitive;
    return chain.is_boundary ? 8 : primitives <= 24 ? 24 : 12;
}

}  // namespace

void OffsetCoverage::run(const OffsetChains& chains, const RoughBox& reach, const Bands& inside, std::span<const Solid> solids) {
    m_chains = &chains, m_reach = reach, m_inside = &inside;
    set_solids(solids);
    gaps.clear(), covered.clear(), outside.clear(), runs.clear();
    first_gap.clear();
    for (const Chain& chain : chains.chains) {
        const int length = run_length(chain);
        for (int first = chain.first_primitive; first < chain.primitive_end; first += length) {
            begin_run({.first = first, .end = std::min(first + length, chain.primitive_end), .is_boundary = chain.is_boundary});
            cover_run(runs.back().first, runs.back().end, chain.is_boundary);
        }
    }
    first_gap.push_back(static_cast<int>(gaps.size()));
}

void OffsetCoverage::set_solids(std::span<const Solid> solids) {
    m_solids = solids;
    m_solid_index.clear();
    for (const Solid& solid : solids) m_solid_index.add(solid.box);
    m_solid_index.build();
}

void OffsetCoverage::begin_run(PrimitiveRun run) {
    run.first_gap = static_cast<int>(gaps.size()), run.first_covered = static_cast<int>(covered.size()), run.first_outside = static_cast<int>(outside.size());
    runs.push_back(run);
}

void OffsetCoverage::run_again(std::span<const Solid> solids, const Octets& changed, int source) {
    set_solids(solids);
    m_old_gaps.swap(gaps), m_old_first_gap.swap(first_gap), m_old_covered.swap(covered), m_old_outside.swap(outside), m_old_runs.swap(runs);
    gaps.clear(), first_gap.clear(), covered.clear(), outside.clear(), runs.clear();
    for (std::size_t i = 0; i < m_old_runs.size(); ++i) {
        PrimitiveRun run = m_old_runs[i];
        RoughBox box;
        for (int p = run.first; p < run.end; ++p) box.add(m_chains->primitive_boxes[p]);
        run.is_kept = m_chains->chains[m_chains->primitives[run.first].chain].source != source;
        changed.each_meeting(box, [&](int) { run.is_kept = false; });
        begin_run(run);
        if (!run.is_kept) {
            cover_run(run.first, run.end, run.is_boundary);
            continue;
        }
        const bool is_last = i + 1 == m_old_runs.size();
        const auto copy = [](const auto& from, int first, std::size_t end, auto& to) { to.insert(to.end(), from.begin() + first, from.begin() + end); };
        const int moved = static_cast<int>(gaps.size()) - run.first_gap;
        for (int p = run.first; p < run.end; ++p) first_gap.push_back(m_old_first_gap[p] + moved);
        copy(m_old_gaps, run.first_gap, is_last ? m_old_gaps.size() : m_old_runs[i + 1].first_gap, gaps);
        copy(m_old_covered, run.first_covered, is_last ? m_old_covered.size() : m_old_runs[i + 1].first_covered, covered);
        copy(m_old_outside, run.first_outside, is_last ? m_old_outside.size() : m_old_runs[i + 1].first_outside, outside);
    }
    first_gap.push_back(static_cast<int>(gaps.size()));
}

void OffsetCoverage::find_near(const RoughBox& box) {
    m_near.clear(), m_near_capsules.clear(), m_near_solids.clear();
    m_chains->index.each_meeting(box, [&](int capsule) {
        if (m_near_capsules.size() % 8 == 0) m_near.emplace_back();
        m_near.back().set(static_cast<int>(m_near_capsules.size() % 8), m_chains->capsule_boxes[capsule]);
        m_near_capsules.push_back(capsule);
    });
    m_solid_index.each_meeting(box, [&](int solid) { m_near_solids.push_back(solid); });
}

void OffsetCoverage::cover_run(int first, int end, bool is_boundary) {
    RoughBox box;
    for (int p = first; p < end; ++p) box.add(m_chains->primitive_boxes[p]);
    const auto leave_out = [&] {
        outside.push_back({first, end, box});
        first_gap.insert(first_gap.end(), end - first, static_cast<int>(gaps.size()));
    };
    if (!box.meets(m_reach)) return leave_out();
    find_near(box);
    m_is_inside = !is_boundary && std::ranges::none_of(m_near_capsules, [&](int capsule) {
        return m_chains->chains[m_chains->capsules[capsule].chain].is_boundary;
    });
    m_free_through = m_last_whole = -1;
    if (m_is_inside) {
        // No edge of the boundary comes near: the whole box is on one side of it.
        const Primitive& p = m_chains->primitives[first];
        if (!m_inside->contains(p.at(p.from))) return leave_out();
    }
    for (int p = first; p < end; ++p) {
        first_gap.push_back(static_cast<int>(gaps.size()));
        cover(p);
    }
}

bool OffsetCoverage::covers_whole(int primitive, int capsule) {
    const Primitive& p = m_chains->primitives[primitive];
    if (std::ranges::find(p.own, capsule) != std::end(p.own) || !holds_whole(m_chains->capsules[capsule], p)) return false;
    add_whole(primitive, capsule);
    return true;
}

void OffsetCoverage::add_whole(int primitive, int capsule) {
    const Primitive& p = m_chains->primitives[primitive];
    covered.push_back({primitive, p.from, p.to, Covered::By::Capsule, capsule});
    m_last_whole = capsule;
}

/// Most that is covered is covered whole, which is quickly told; only then are stretches sought.
bool OffsetCoverage::is_whole(int primitive) {
    const Primitive& p = m_chains->primitives[primitive];
    const RoughBox& box = m_chains->primitive_boxes[primitive];
    if (m_last_whole >= 0 && covers_whole(primitive, m_last_whole)) return true;
    for (std::size_t octet = 0; octet < m_near.size(); ++octet)
        for (unsigned bits = m_near[octet].holding(box); bits != 0; bits &= bits - 1)
            if (covers_whole(primitive, m_near_capsules[8 * octet + __builtin_ctz(bits)])) return true;
    m_stretches.clear();
    double front = p.from, back = p.to;  // before the one and beyond the other all is covered
    for (std::size_t octet = 0; octet < m_near.size(); ++octet) {
        for (unsigned bits = m_near[octet].meeting(box); bits != 0; bits &= bits - 1) {
            const int capsule = m_near_capsules[8 * octet + __builtin_ctz(bits)];
            if (std::ranges::find(p.own, capsule) != std::end(p.own)) continue;
            bool is_all = false;
            const auto add = [&](double from, double to) {
                is_all = is_all || (from <= p.from && to >= p.to);
                if (from <= front) front = std::max(front, to);
                if (to >= back) back = std::min(back, from);
                m_stretches.push_back({from, to, capsule});
            };
            if (p.is_arc()) arc_stretches(p, m_chains->capsules[capsule], add);
            else segment_stretch(p, m_chains->capsules[capsule], add);
            if (is_all) add_whole(primitive, capsule);
            if (is_all || front >= back) return is_all;
        }
    }
    return false;
}

void OffsetCoverage::cover(int primitive) {
    if (is_whole(primitive)) return;
    const Primitive& p = m_chains->primitives[primitive];
    std::ranges::sort(m_stretches, {}, &Stretch::from);
    double at = p.from;
    for (const Stretch& s : m_stretches) {
        if (s.from > at) add_gap(primitive, at, std::min(s.from, p.to));
        if (s.from >= p.to) return;
        if (s.to <= at) continue;
        covered.push_back({primitive, std::max(s.from, at), std::min(s.to, p.to), Covered::By::Capsule, s.capsule});
        at = s.to;
        if (at >= p.to) return;
    }
    add_gap(primitive, at, p.to);
}

/// A gap comes near no edge, so all of it lies on one side of each: its middle speaks for it.
bool OffsetCoverage::is_free(int primitive, double from, double to, bool continues) {
    if (continues && m_free_through == primitive) return true;
    const Point middle = m_chains->primitives[primitive].at(0.5 * (from + to));
    if (!m_is_inside && !m_inside->contains(middle)) {
        covered.push_back({primitive, from, to, Covered::By::Outside, -1});
        return false;
    }
    for (const int solid : m_near_solids) {
        if (!contains(*m_solids[solid].polygon, middle)) continue;
        covered.push_back({primitive, from, to, Covered::By::Solid, solid});
        return false;
    }
    return true;
}

void OffsetCoverage::add_gap(int primitive, double from, double to) {
    const Primitive& p = m_chains->primitives[primitive];
    const bool starts_whole = from == p.from, ends_whole = to == p.to;
    if (to - from < p.least_step() && !(starts_whole && ends_whole)) return;
    if (!is_free(primitive, from, to, starts_whole)) return;
    if (ends_whole) m_free_through = p.next;
    gaps.push_back({primitive, from, to, p.at(from), p.at(to), -1, starts_whole, ends_whole});
}

}  // namespace geo
