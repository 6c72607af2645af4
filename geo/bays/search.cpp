#include "geo/bays/search.hpp"

#include "geo/bays/squeeze.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo::rows {
namespace {

constexpr double right_angle = 0.5 * std::numbers::pi;

/// Directions of the walls, the longest in sum first, each with its perpendicular after it; then every 15 degrees.
std::vector<double> directions(const MultiPolygon& ring) {
    struct Bin {
        double sum = 0.0, longest = 0.0, angle = 0.0;
    };
    constexpr int bins = 90;
    constexpr std::size_t most_walls = 6;
    std::vector<Bin> by_degree(bins);
    const auto add_ring = [&](const Ring& points) {
        for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            const double dx = points[i].x - points[j].x, dy = points[i].y - points[j].y, length = std::hypot(dx, dy);
            if (length < 0.3) continue;
            double angle = std::fmod(std::atan2(dy, dx) + 2.0 * std::numbers::pi, right_angle);
            Bin& bin = by_degree[static_cast<std::size_t>(
                std::clamp(std::floor(angle / right_angle * bins), 0.0, bins - 1.0))];
            bin.sum += length;
            if (length > bin.longest) bin.longest = length, bin.angle = angle;
        }
    };
    for (const Polygon& polygon : ring) {
        add_ring(polygon.outer);
        for (const Ring& hole : polygon.holes) add_ring(hole);
    }
    std::stable_sort(by_degree.begin(), by_degree.end(), [](const Bin& a, const Bin& b) { return a.sum > b.sum; });
    std::vector<double> angles;
    for (std::size_t i = 0; i < most_walls && by_degree[i].sum > 0.0; ++i) {
        angles.push_back(by_degree[i].angle);
        angles.push_back(by_degree[i].angle + right_angle);
    }
    for (int i = 0; i < 12; ++i) angles.push_back(i * std::numbers::pi / 12.0);
    return angles;
}

/// The best arrangement in one ring, or none.
class Search {
public:
    Search(const MultiPolygon& ring, const Terrain& aisle_ground, const Sizes& sizes, bool with_aisle)
        : m_ring{ring},
          m_rows{aisle_ground.origin()},
          m_aisles{aisle_ground},
          m_sizes{sizes},
          m_with_aisle{with_aisle} {
        m_rows.require(ring);
    }

    Found run() {
        const std::vector<double> angles = directions(m_ring);
        try_directions(angles);
        if (m_best.bays < m_sizes.least) squeeze_in(m_sizes.least, 8'000'000);
        // Where only a few fit, one more may fit at an odd angle.
        for (int before = -1; m_best.bays >= m_sizes.least && m_best.bays < few && m_best.bays != before;) {
            before = m_best.bays;
            if (before < m_sizes.site_bays && before < m_sizes.row_bays) squeeze_in(before + 1, 400'000);
        }
        return {std::move(m_best), m_met_a_row};
    }

private:
    static constexpr int few = 7;

    void try_directions(const std::vector<double>& angles) {
        constexpr std::size_t at_once = 2, in_full = 6;
        std::vector<std::pair<double, std::size_t>> rest;
        for (std::size_t i = 0; i < angles.size(); ++i) {
            const Survey survey{m_rows, m_aisles, m_sizes, angles[i], m_with_aisle};
            if (i < at_once) {
                keep(arrange(survey));
                if (is_full(m_best, m_sizes)) return;
            } else {
                rest.emplace_back(-survey.worth(), i);
            }
        }
        std::sort(rest.begin(), rest.end());
        for (std::size_t i = 0; i < rest.size() && i < in_full; ++i) {
            if (-rest[i].first <= 0.0) continue;
            keep(arrange(Survey{m_rows, m_aisles, m_sizes, angles[rest[i].second], m_with_aisle}));
            if (is_full(m_best, m_sizes)) return;
        }
    }

    void squeeze_in(int bays, long effort) {
        constexpr long effort_for_an_aisle = 500'000;
        const auto accept = [&](const Fit& fit) {
            m_met_a_row = true;
            const Survey survey{m_rows, m_aisles, m_sizes, fit.angle, m_with_aisle};
            std::vector<Slot> slots;
            survey.slots_at(fit.y, slots);
            // A row fits; a place for its aisle is worth a look at the angles near by, not at every one there is.
            effort = std::min(effort, effort_for_an_aisle) - survey.visits();
            const double length = bays * m_sizes.width;
            return std::any_of(slots.begin(), slots.end(),
                               [&](const Slot& slot) { return slot.span.length() >= length; });
        };
        if (const auto fit = squeeze(m_rows, bays * m_sizes.width, m_sizes.depth, accept, effort)) {
            keep(arrange(Survey{m_rows, m_aisles, m_sizes, fit->angle, m_with_aisle}, {fit->y}));
        }
    }

    void keep(Arrangement&& next) {
        if (next.bays > 0) m_met_a_row = true;
        if (is_better(next, m_best)) m_best = std::move(next);
    }

    const MultiPolygon& m_ring;
    Terrain m_rows;
    const Terrain& m_aisles;
    const Sizes& m_sizes;
    bool m_with_aisle;
    bool m_met_a_row = false;
    Arrangement m_best;
};

}  // namespace

Found search(const MultiPolygon& ring, const Terrain& aisle_ground, const Sizes& sizes, bool with_aisle) {
    return Search{ring, aisle_ground, sizes, with_aisle}.run();
}

}  // namespace geo::rows
