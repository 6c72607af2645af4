#pragma once

#include "geo/model/rule_pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo {

enum class RuleSort { Distance, Ban, Exception, Parameter, Duty };

/// A rule of whatever sort as one row of a table.
struct RuleRow {
    std::string id;
    RuleSort sort = RuleSort::Distance;
    Message what;                  ///< which obstacles; of parameters and duties the rule's own text
    std::vector<ZoneType> zones;   ///< empty: all
    std::optional<double> value;   ///< nothing: asked for and not stated, or a duty without a number
    std::string unit;              ///< `m`, `m2`, `count`, `flag`, `share`, `none`
    Strength strength = Strength::Must;
    Clause clause;
    Message text;

    bool operator==(const RuleRow&) const = default;
};

/// Every rule of a folded pack: distances with bans among them, exceptions, parameters, duties; each sort by id.
std::vector<RuleRow> rule_rows(const RulePack& pack);

}  // namespace geo
