#include "geo/scenario/other_rules.hpp"

#include "geo/rules/missing_numbers.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <set>

namespace geo {

std::vector<OtherRules> other_rules(const std::map<std::string, std::string>& packs, const Scenario& scenario) {
    std::vector<OtherRules> others;
    const RulePack pack = pack_of(packs, scenario);
    for (const ZoneType type : {ZoneType::OpenAir, ZoneType::Shed, ZoneType::ChargingCabinet, ZoneType::SwapCabinet})
        if (type != scenario.zone_type) others.push_back({RemedyKind::ZoneType, pack, type, scenario.barrier_h});
    std::set<double> ratings;
    const RulePack whole = pack_from_text(packs.at(scenario.pack));
    for (const ClearanceRule& rule : whole.clearances)
        if (rule.barrier_h > scenario.barrier_h) ratings.insert(rule.barrier_h);
    for (const double rating : ratings) {
        Scenario divided = scenario;
        divided.barrier_h = rating;
        others.push_back({RemedyKind::Divider, with_assumptions(whole, divided), scenario.zone_type, rating});
    }
    return others;
}

Takings takings_of(const Inputs& inputs, const std::map<std::string, std::string>& packs, const Scenario& scenario) {
    RulePack pack = pack_of(packs, scenario);
    require_numbers(inputs, pack, scenario.zone_type);
    return {inputs, std::move(pack), scenario.zone_type, other_rules(packs, scenario)};
}

}  // namespace geo
