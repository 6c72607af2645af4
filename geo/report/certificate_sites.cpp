#include "geo/report/certificate_sites.hpp"

#include "geo/checks/certificate.hpp"
#include "geo/checks/self_crossing.hpp"
#include "geo/checks/within.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/rules/row_verdict.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace geo {
namespace {

constexpr double same_m = 1e-6;  ///< what rereading coordinates from a file may cost

bool is_ground(const MultiPolygon& ground) {
    const auto is_ring = [](const Ring& ring) { return ring.size() >= 3 && std::abs(signed_area(ring)) > 0.0; };
    return !ground.empty() && std::ranges::all_of(ground, [&](const Polygon& p) { return is_ring(p.outer) && std::ranges::all_of(p.holes, is_ring) && !self_crossing(p, same_m); });
}

Shape lines_of(const MultiPolygon& areas) {
    Shape lines;
    const auto add = [&](Ring ring) {
        if (!ring.empty()) ring.push_back(ring.front());
        lines.lines.push_back(std::move(ring));
    };
    for (const Polygon& polygon : areas) {
        add(polygon.outer);
        std::ranges::for_each(polygon.holes, add);
    }
    return lines;
}

/// What the boundary says of a site.
void check_boundary(Site& site, const Compound& compound, double scale, double setback_m, std::vector<Finding>& differences) {
    const double out = depth_outside(site.outline, compound.boundary, EdgeSet{compound.boundary}, same_m * scale) / scale;
    const double to_line_m = out > 0.0 ? -out : distance({site.outline, {}, {}}, lines_of(compound.boundary)) / scale;
    if (to_line_m < setback_m - 2 * same_m)
        differences.push_back({"site-differs", "sites", site.id,
                               say("点位 {} 距小区 {} 的边界 {:.6f} m（负数为越界），应不小于 {} m。", "Site {} is {2:.6f} m inside the boundary of compound {1} (negative: outside); {3} m are needed.", site.id,
                                   compound.id, to_line_m, setback_m)});
    if (!site.in_robust || to_line_m >= setback_m + compound.accuracy_m - 2 * same_m) return;
    site.in_robust = false;
    differences.push_back({"not-robust", "sites", site.id,
                           say("证书称点位 {} 在稳妥环内，但它距小区边界 {:.6f} m，小于退距与边界精度之和 {:.6f} m。",
                               "The certificate has site {} in the robust ring, but it is {:.6f} m from the compound's boundary: setback and the boundary's accuracy make {:.6f} m.", site.id, to_line_m,
                               setback_m + compound.accuracy_m)});
}

bool is_same_ring(const Ring& a, const Ring& b) {
    return std::ranges::equal(a, b, [](Point p, Point q) { return std::hypot(p.x - q.x, p.y - q.y) <= 2 * same_m; });
}

bool is_same_ground(const MultiPolygon& a, const MultiPolygon& b) {
    return std::ranges::equal(a, b, [](const Polygon& p, const Polygon& q) { return is_same_ring(p.outer, q.outer) && std::ranges::equal(p.holes, q.holes, is_same_ring); });
}

}  // namespace

std::vector<Site> sound_sites(const CertificateDocument& given, const Task& task, std::vector<Finding>& differences) {
    const std::vector<double> scale = scales(task.compounds(), task.inputs().crs);
    std::map<std::string, std::size_t> position;
    for (std::size_t i = 0; i < task.compounds().size(); ++i) position.emplace(task.compounds()[i].id, i);
    const double setback_m = parameter(task.pack(), "setback");
    std::vector<Site> sites;
    for (Site site : given.sites) {
        const auto it = position.find(site.compound);
        if (it == position.end()) {
            differences.push_back({"site-unknown", "sites", site.id, say("证书的点位 {} 属于小区 {}，本工程没有这个小区。", "Site {} of the certificate belongs to compound {}, which the project has not.", site.id, site.compound)});
            continue;
        }
        if (!is_ground(site.outline)) {
            differences.push_back({"site-broken", "sites", site.id, say("证书中点位 {} 的范围缺失、自交或没有面积，无法测量。", "The ground of site {} in the certificate is missing, crosses itself or has no area: it cannot be measured.", site.id)});
            continue;
        }
        check_boundary(site, task.compounds()[it->second], scale[it->second], setback_m, differences);
        sites.push_back(std::move(site));
    }
    return sites;
}

void take_over(const Site& held, Site& site) {
    const bool is_robust = site.in_robust || !held.in_robust;  // A claim that was just refuted stays so.
    site.zone_id = held.zone_id, site.compound = held.compound, site.type = held.type, site.phase = held.phase;
    site.bay_count = held.bay_count, site.group_count = held.group_count, site.area_m2 = held.area_m2;
    site.in_robust = held.in_robust && is_robust, site.has_aisle = held.has_aisle;
}

void compare_held(const CertificateDocument& given, const HeldSites& held, std::vector<Finding>& differences) {
    std::set<std::string_view> named;
    for (const Site& site : given.sites) {
        named.insert(site.id);
        const auto it = held.find(site.id);
        if (it == held.end())
            differences.push_back({"site-extra", "sites", site.id, say("证书的点位 {} 不在本工程该方案的结果中。", "Site {} of the certificate is not among the project's results of the scenario.", site.id)});
        else if (!is_same_ground(site.outline, it->second->outline))
            differences.push_back({"site-differs", "sites", site.id, say("点位 {} 的范围与本工程所存的不同。", "The ground of site {} is not the one that the project holds.", site.id)});
    }
    for (const auto& [id, site] : held)
        if (!named.contains(id)) differences.push_back({"site-missing", "sites", id, say("证书缺少本工程的点位 {}。", "The certificate lacks site {} of the project.", id)});
}

}  // namespace geo
