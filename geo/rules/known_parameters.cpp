#include "geo/rules/known_parameters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace geo {
namespace {

struct Known {
    std::string_view id, base;
    double least = 0.0;
    double most = std::numeric_limits<double>::infinity();
    bool is_above_least = false;  ///< the least itself is too little
};

constexpr double any = std::numeric_limits<double>::infinity();
constexpr Known known[] = {{"accuracy.cadastral", "m"},
                           {"accuracy.gcj02", "m"},
                           {"accuracy.osm", "m"},
                           {"accuracy.survey_2000", "m"},
                           {"accuracy.survey_500", "m"},
                           {"accuracy.unknown", "m"},
                           {"aerial_site.depth", "m", 0.0, any, true},
                           {"aerial_site.least_length", "m", 0.0, any, true},
                           {"aerial_site.least_length_tall", "m", 0.0, any, true},
                           {"aerial_site.offset", "m"},
                           {"aerial_site.offset_max", "m"},
                           {"aerial_site.side_share", "share", 0.0, 1.0},
                           {"aerial_site.tall_over", "m"},
                           {"aisle.may_leave_zone", "flag"},
                           {"aisle.one_side", "m", 0.0, 50.0},
                           {"aisle.two_sides", "m", 0.0, 50.0},
                           {"bay.depth", "m", 0.0, 20.0, true},
                           {"bay.width", "m", 0.0, 20.0, true},
                           {"extinguisher.area_per_a", "m2", 0.0, any, true},
                           {"extinguisher.rating", "count", 1.0},
                           {"fire_lane.clear_width", "m", 0.0, any, true},
                           {"fire_lane.dead_end_over", "m"},
                           {"fire_lane.turnaround", "m"},
                           {"fire_lane.turning_radius", "m"},
                           {"group.divider_gap", "m"},
                           {"group.divider_h", "h"},
                           {"group.divider_height", "m"},
                           {"group.gap", "m"},
                           {"group.max_bays", "count", 1.0},
                           {"group.max_length", "m", 0.0, any, true},
                           {"least_site.bays", "count", 1.0},
                           {"setback", "m"},
                           {"site.max_bays", "count", 1.0}};

std::string_view units_for(std::string_view base) {
    if (base == "m") return "m, cm, mm, km, ft, in";
    if (base == "m2") return "m2, ft2";
    return base;
}

}  // namespace

std::optional<Message> parameter_fault(std::string_view id, std::string_view base, std::optional<double> value) {
    const Known* const as = std::ranges::find(known, id, &Known::id);
    const bool is_known = as != std::end(known);
    if (is_known && as->base != base) return say("单位须为 {0}", "its unit must be one of: {0}", units_for(as->base));
    if (!value) return std::nullopt;
    if (base == "count" && *value != std::floor(*value)) return say("{} 不是整数", "{} is no whole number", *value);
    if (base == "flag" && *value != 0.0 && *value != 1.0) return say("{} 既不是 0（否）也不是 1（是）", "{} is neither 0 (no) nor 1 (yes)", *value);
    if (!is_known) return std::nullopt;
    if (*value < as->least || (as->is_above_least && *value == as->least))
        return as->is_above_least ? say("{} 不大于 {}", "{} is not above {}", *value, as->least) : say("{} 小于 {}", "{} is below {}", *value, as->least);
    if (*value > as->most) return say("{} 大于 {}，不合情理", "{} is above {}, which makes no sense", *value, as->most);
    return std::nullopt;
}

}  // namespace geo
