#include "geo/zones/proven_ground.hpp"

namespace geo {
namespace {

/// Where chords of two arcs bulge into the same narrow passage they may come too near to the other side: drawn finer, step by step, there
/// alone.
constexpr double finer_m[] = {0.0, 1e-3, 5e-5, 1e-6};
constexpr float beside_m = 0.02F;

RoughBox grown(RoughBox box) {
    box.min_x -= beside_m, box.min_y -= beside_m, box.max_x += beside_m, box.max_y += beside_m;
    return box;
}

Message not_closed() { return say("边界线段无法闭合", "pieces of the outline do not close"); }

}  // namespace

/// Parts that were dropped for being small have to be what they seem, too.
std::optional<Fault> ProvenGround::crossing(const MultiPolygon& ground, const std::vector<char>* is_known) {
    MultiPolygon left_over;
    for (const Ring& ring : m_engine.rings().drawn)
        if (!ring.empty()) left_over.push_back({ring, {}});
    if (!left_over.empty()) left_over.insert(left_over.end(), ground.begin(), ground.end());
    const std::vector<RoughBox>& places = !left_over.empty() ? m_crossings.find(left_over) : is_known ? m_crossings.find(ground, *is_known) : m_crossings.find(ground);
    if (places.empty()) return std::nullopt;
    return Fault{say("核验未通过：面的边线相交", "certificate: outlines cross"), places};
}

/// @param check  of the ground, what is wrong with it
template <typename Check>
std::optional<Message> ProvenGround::draw(MultiPolygon& ground, Check&& check) {
    for (;; ++m_finer) {
        const bool is_whole = m_engine.draw(m_fine, finer_m[m_finer], ground);
        std::optional<Fault> fault = check(is_whole);
        if (!fault) return std::nullopt;
        if (fault->places.empty() || m_finer + 1 == std::size(finer_m)) return std::move(fault->message);
        for (const RoughBox& place : fault->places) m_fine.push_back(grown(place));
    }
}

std::optional<Message> ProvenGround::run(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, OffsetGround::Spread spread,
                                         MultiPolygon& ground) {
    m_is_prepared = false;
    if (!m_engine.run(boundary, keeps, setback_m, spread)) return not_closed();
    m_fine.clear();
    m_finer = 0;
    const auto check = [&](bool is_whole) -> std::optional<Fault> {
        if (std::optional<Fault> fault = crossing(ground, nullptr)) return fault;
        if (!is_whole) return Fault{say("核验未通过：孔洞不在任何面内", "certificate: a hole lies in no part"), {}};
        return m_certificate.check(ground, boundary, keeps, setback_m);
    };
    if (std::optional<Message> wrong = draw(ground, check)) return wrong;
    m_account = {};
    return completeness_fault(m_engine, ground, boundary, keeps, setback_m, m_account);
}

std::optional<Message> ProvenGround::change(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, std::size_t changed,
                                            MultiPolygon& ground) {
    if (!m_is_prepared) m_certificate.prepare(boundary, keeps, setback_m);
    m_is_prepared = true;
    m_known.set(ground);
    const std::optional<bool> is_closed = m_engine.change(keeps, changed);
    if (!is_closed.value_or(false)) return not_closed();
    m_certificate.change(boundary, keeps, setback_m, changed);
    const auto check = [&](bool is_whole) -> std::optional<Fault> {
        const std::vector<char>& is_known = m_known.find(ground);
        if (std::optional<Fault> fault = crossing(ground, &is_known)) return fault;
        if (!is_whole) return Fault{say("核验未通过：孔洞不在任何面内", "certificate: a hole lies in no part"), {}};
        return m_certificate.check_change(ground, boundary, keeps, is_known);
    };
    if (std::optional<Message> wrong = draw(ground, check)) return wrong;
    m_account.changed = static_cast<int>(changed);
    return completeness_fault(m_engine, ground, boundary, keeps, setback_m, m_account);
}

}  // namespace geo
