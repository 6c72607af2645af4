#include "geo/zones/wide_parts.hpp"

#include "geo/rules/requirement.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace geo {

WideParts wide_parts(MultiPolygon ground, double least_width) {
    WideParts result;
    for (Polygon& polygon : ground) {
        constexpr double coarse = 0.1, fine = 0.002;
        const double size = std::sqrt(area(polygon));
        Circle circle = size * size < 0.25 * least_width * least_width ? Circle{} : inscribed_circle(polygon, coarse);
        if (2 * circle.radius < least_width && 2 * (circle.radius + coarse) >= least_width) circle = inscribed_circle(polygon, fine);
        if (2 * (circle.radius + fine) < least_width) {
            ++result.dropped;
            result.dropped_area += area(polygon);
        } else {
            result.parts.push_back({std::move(polygon), circle});
        }
    }
    std::ranges::sort(result.parts, [](const WidePart& a, const WidePart& b) {
        const double x = area(a.polygon), y = area(b.polygon);
        if (x != y) return x > y;
        return std::pair{a.circle.centre.x, a.circle.centre.y} < std::pair{b.circle.centre.x, b.circle.centre.y};
    });
    return result;
}

double least_width_m(const RulePack& pack) {
    return std::min(parameter(pack, "least_site.bays") * parameter(pack, "bay.width"), parameter(pack, "bay.depth"));
}

}  // namespace geo
