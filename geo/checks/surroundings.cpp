#include "geo/checks/surroundings.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

std::vector<Box> clearance_boxes(std::span<const Kept> kept, double scale) {
    std::vector<Box> boxes;
    boxes.reserve(kept.size());
    for (const Kept& k : kept) {
        const Box box = box_of(k.obstacle->shape);
        const double by = (k.requirement.need_m + k.obstacle->half_width_m) * scale;
        boxes.push_back(box.empty() ? box : box.grown(by));
    }
    return boxes;
}

void sort_and_cut(std::vector<Measured>& rows) {
    std::erase_if(rows, [](const Measured& m) { return !std::isfinite(m.have_m); });
    std::ranges::sort(rows, is_tighter);
    const auto out_of_reach = [](const Measured& m) { return m.margin_m() > certificate_reach_m; };
    if (!rows.empty()) rows.erase(std::remove_if(rows.begin() + 1, rows.end(), out_of_reach), rows.end());
}

}  // namespace

Surroundings::Surroundings(std::span<const Kept> kept, double greatest_scale)
    : m_kept{kept},
      m_count{static_cast<std::size_t>(
          std::ranges::count_if(kept, [](const Kept& k) { return !box_of(k.obstacle->shape).empty(); }))},
      m_index{clearance_boxes(kept, greatest_scale)} {}

std::vector<std::size_t> Surroundings::near(const Box& box, double more_m, double scale) const {
    return m_index.meeting(box.grown(more_m * scale));
}

std::vector<Measured> Surroundings::in_reach(const MultiPolygon& ground, double scale) const {
    return in_reach(Shape{.areas = ground, .lines = {}, .points = {}}, scale);
}

std::vector<Measured> Surroundings::in_reach(const Shape& shape, double scale, const std::set<std::string_view>& except) const {
    const Box box = box_of(shape);
    if (box.empty()) return {};
    // Boxes that stay apart by the search distance prove a margin above it; so the first margin within it is the
    // governing one.
    for (double search_m = certificate_reach_m + 1e-3;; search_m *= 2.0) {
        const std::vector<std::size_t> found = near(box, search_m, scale);
        std::vector<Measured> rows;
        rows.reserve(found.size());
        for (const std::size_t i : found)
            if (!except.contains(m_kept[i].obstacle->id)) rows.push_back(measure(shape, m_kept[i], scale));
        const bool has_governing =
            std::ranges::any_of(rows, [&](const Measured& m) { return may_govern(m) && m.margin_m() <= search_m; });
        if (!has_governing && found.size() < m_count && std::isfinite(search_m)) continue;
        sort_and_cut(rows);
        return rows;
    }
}

std::vector<Measured> in_reach(const Shape& ground, std::span<const Kept> kept, double scale) {
    std::vector<Measured> rows;
    rows.reserve(kept.size());
    for (const Kept& k : kept) rows.push_back(measure(ground, k, scale));
    sort_and_cut(rows);
    return rows;
}

}  // namespace geo
