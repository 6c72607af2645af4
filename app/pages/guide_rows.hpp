#pragma once

#include "geo/model/rule_pack.hpp"

#include <string>
#include <vector>

namespace app {

/// A rule as the guide prints it.
struct GuideRow {
    geo::Message number;  ///< `≥ 6 m`, `禁设`, `× 75 %`; blanks where it is to be stated
    geo::Message strength;  ///< 应 / 宜
    geo::Message what;    ///< obstacles and zone types; empty where the text says all
    geo::Message text;
    geo::Message notes;   ///< what an exception stands in for, that a rule is switched off
    geo::Clause clause;
    std::string id;
};

struct GuideGroup {
    geo::Message title;
    std::vector<GuideRow> rows;
};

/// Every rule of the pack, by group: buildings, exceptions, fire access, dangers and combustibles, gas and power, other obstacles, sizes, duties, indoor duties.
/// Groups without rules are left out; in a group the larger distance first.
std::vector<GuideGroup> guide_groups(const geo::RulePack& pack);

geo::Message status_on_page(geo::Status status);

}  // namespace app
