#include "geo/checks/existing_groups.hpp"

#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/rules/row_verdict.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace geo {
namespace {

/// Which facilities hang together, by the first of each.
class Links {
   public:
    explicit Links(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), std::size_t{0}); }

    std::size_t first_of(std::size_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = first_of(a), b = first_of(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

   private:
    std::vector<std::size_t> m_parent;
};

double greatest_distance(const std::vector<Point>& points) {
    double greatest = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = i + 1; j < points.size(); ++j) greatest = std::max(greatest, std::hypot(points[i].x - points[j].x, points[i].y - points[j].y));
    return greatest;
}

FacilityGroup measured(std::vector<std::size_t> members, std::span<const ExistingFacility> facilities, double scale, const LayoutLimits& limits) {
    FacilityGroup group{.members = std::move(members)};
    bool is_known = true;
    std::vector<Point> corners;
    for (const std::size_t i : group.members) {
        const ExistingFacility& facility = facilities[i];
        group.bays += std::max(1, facility.bays.value_or(1));
        is_known = is_known && facility.bays && !facility.is_point();
        each_vertex(facility.ground, [&](const Point& p) { corners.push_back(p); });
    }
    group.length_m = greatest_distance(corners) / scale;
    // The diagonal of a group as long and as deep as allowed: a corner to corner distance is no length.
    const double longest_m = std::hypot(limits.group_max_length_m, 2 * limits.bay_depth_m);
    const bool is_large = (limits.group_max_bays > 0 && group.bays > limits.group_max_bays) ||
                          (limits.group_max_length_m > 0 && group.length_m > longest_m + exact_m);
    group.size = is_large ? GroupSize::TooLarge : is_known ? GroupSize::Allowed : GroupSize::Unknown;
    return group;
}

}  // namespace

std::vector<FacilityGroup> facility_groups(std::span<const ExistingFacility> facilities, std::span<const double> scales, const LayoutLimits& limits) {
    std::vector<Box> boxes;
    for (const ExistingFacility& facility : facilities) boxes.push_back(box_of(facility.ground));
    const BoxIndex index{boxes};
    Links links{facilities.size()};
    for (std::size_t i = 0; i < facilities.size(); ++i) {
        const double gap = limits.group_gap_m * scales[i];
        for (const std::size_t j : index.meeting(boxes[i].grown(gap))) {
            if (j <= i || facilities[j].compound != facilities[i].compound) continue;
            if (distance(facilities[i].ground, facilities[j].ground) < gap - exact_m) links.join(i, j);
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> together;
    for (std::size_t i = 0; i < facilities.size(); ++i) together[links.first_of(i)].push_back(i);
    std::vector<FacilityGroup> groups;
    for (auto& [first, members] : together)
        if (members.size() > 1) groups.push_back(measured(std::move(members), facilities, scales[first], limits));
    return groups;
}

}  // namespace geo
