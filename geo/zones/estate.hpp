#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/rule_pack.hpp"

namespace geo {

/// A compound with its own line as something to keep away from.
struct Estate {
    Compound compound;
    double scale = 1.0;  ///< grid metres per ground metre at its centre
    Obstacle fence;      ///< its boundary as lines, of kind `boundary`
};

Estate estate_of(Compound compound, const CrsName& crs);

/// The setback from that line as a rule like the others. @throws RuleError as `parameter`
ClearanceRule setback_rule(const RulePack& pack);

}  // namespace geo
