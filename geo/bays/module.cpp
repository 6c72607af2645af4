#include "geo/bays/layout.hpp"
#include "geo/core/error.hpp"
#include "geo/rules/requirement.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

double number(const RulePack& pack, const std::string& id, double least) {
    const auto at = pack.parameters.find(id);
    if (at == pack.parameters.end()) {
        throw RuleError{say("读取规则包 {0} 的车位尺寸：缺少参数 {1}；请在规则包中补充 {1}，或让它继承 cn-base",
                            "reading bay sizes of rule pack {0}: it has no parameter {1}; add {1}, or extend cn-base",
                            pack.id, id)};
    }
    const double value = parameter(pack, id);  // Which refuses one that the pack only asks for.
    if (!std::isfinite(value) || value < least) {
        throw RuleError{
            say("读取规则包 {0} 的车位尺寸：参数 {1} = {2}，不得小于 {3}；请改正该值",
                "reading bay sizes of rule pack {0}: parameter {1} is {2}, but must be at least {3}; correct it",
                pack.id, id, value, least)};
    }
    return value;
}

int count(const RulePack& pack, const std::string& id) {
    return static_cast<int>(std::min(1e6, number(pack, id, 1.0)));
}

}  // namespace

BayModule bay_module(const RulePack& pack) {
    constexpr double least_size_m = 0.1;
    BayModule module;
    module.bay_width_m = number(pack, "bay.width", least_size_m);
    module.bay_depth_m = number(pack, "bay.depth", least_size_m);
    module.aisle_one_m = number(pack, "aisle.one_side", least_size_m);
    module.aisle_two_m = number(pack, "aisle.two_sides", least_size_m);
    module.group_max_bays = count(pack, "group.max_bays");
    module.group_max_length_m = number(pack, "group.max_length", module.bay_width_m);
    module.group_gap_m = number(pack, "group.gap", 0.0);
    module.site_max_bays = count(pack, "site.max_bays");
    module.least_bays = count(pack, "least_site.bays");
    module.aisle_may_leave_zone = number(pack, "aisle.may_leave_zone", 0.0) != 0.0;
    return module;
}

}  // namespace geo
