#pragma once

#include "geo/model/hazard.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/phase.hpp"
#include "geo/model/results.hpp"

#include <span>
#include <string>
#include <vector>

namespace geo {

/// Id of the phase that a compound is in; empty: none.
std::string compound_phase(const Phasing& phasing, const std::string& compound);

/// How urgent a compound is (先急后缓), with what speaks for it.
struct Urgency {
    std::string compound;
    double open_hazards = 0.0;      ///< open reports inside, weighted by severity (the weights of the density)
    int reports = 0;                ///< of them, unweighted
    double per_hectare = 0.0;       ///< open_hazards by ground area
    double density = 0.0;           ///< greatest hazard density over the compound, 1/ha; 0 without reports near
    bool has_ground = false;        ///< legal ground was found
    int sites = 0;
    std::vector<Message> reasons;   ///< in words, the weightiest first: why it stands where it does, or why it cannot be in the pilot
};

/// Every compound, most urgent first: by greatest density, then weighted open hazards, then by id; compounds without legal ground come after all others.
/// @param settings  of the density (kernel, bandwidth, weights); closed reports never count
std::vector<Urgency> by_urgency(const Inputs& inputs, const Results& results, const HeatSettings& settings);

/// The pilot proposed: the `count` most urgent compounds that have a site; of the others, those with a site that are in no phase or were in the pilot go into
/// rollout 1, and those without one leave the pilot. What was put into a later batch by hand stays there.
Phasing with_pilot(Phasing phasing, std::span<const Urgency> urgency, int count);

/// Sites follow their compounds; where `before` has a site on the same ground, that one's phase is kept if it differed from its compound's then (it was put
/// there by hand). @param before_phasing  of when `before` was made; the same as `phasing` where only the plan is new
void put_into_phases(Results& results, const Phasing& phasing, const Results& before, const Phasing& before_phasing);

}  // namespace geo
