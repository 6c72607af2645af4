#include "geo/zones/estate.hpp"

#include "geo/geometry/outlines.hpp"
#include "geo/rules/requirement.hpp"

#include <utility>

namespace geo {

Estate estate_of(Compound compound, const CrsName& crs) {
    Estate estate{.compound = std::move(compound), .fence = {}};
    const Box box = box_of(estate.compound.boundary);
    if (!box.empty()) estate.scale = scale_factor(crs, box.centre());
    estate.fence.id = estate.compound.id;
    estate.fence.name = estate.compound.name;
    estate.fence.what.role = Role::Compound;
    estate.fence.what.kind = "boundary";
    estate.fence.shape = line_of(estate.compound.boundary);
    estate.fence.accuracy_m = estate.compound.accuracy_m;
    return estate;
}

ClearanceRule setback_rule(const RulePack& pack) {
    ClearanceRule rule;
    rule.id = "setback";
    rule.distance_m = parameter(pack, rule.id);
    const ParameterRule& setback = pack.parameters.at(rule.id);
    rule.strength = setback.strength;
    rule.clause = setback.clause;
    rule.text = setback.text;
    return rule;
}

}  // namespace geo
