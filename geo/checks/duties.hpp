#pragma once

#include "geo/checks/tally.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

#include <span>
#include <string>
#include <vector>

namespace geo {

/// Site id of the rows of a compound that has no ground for charging: `compound:C7`.
std::string compound_row_id(const std::string& compound);

/// The duties of every site of the results, in their order, each in the order of the code list; then, for each compound that was computed and has no
/// legal ground, the list of what charging indoors by way of exception takes (duties with `indoor`), under `compound_row_id`.
///
/// A row is one duty of the pack at one site: what is needed, what was found, and by which clause. `data/codelists/duties.json` says what each value is.
/// Group size, length and gap, bays of a site and the width left of roads come from the pack's parameters, the others from its duty rules.
/// Sites at or below both thresholds of a rule have no row of it.
///
/// *Verdict.* 不符合 where what was computed from the data breaks a number of strength 应; 待核实 where it breaks 宜, where the number is `unverified` or an
/// `assumption`, where the margin is below the accuracy of what was measured to, where the data have nothing to compute from, and for everything that
/// only the spot can show (cameras, signs, extinguishers in place); 符合 otherwise. Of extinguishers `need` is the number computed from the ground taken:
/// ground ÷ `extinguisher.area_per_a`, in As, ÷ `extinguisher.rating`, rounded up, no fewer than the rule's own value.
///
/// These verdicts are of duties. They do not change a site's own verdict, which is of its distances and bans; what is a ban as well (pipes, fire lanes)
/// fails there by its distance.
///
/// Uses neither the zone engine nor the bay layout.
/// @param obstacles  of the same inputs
std::vector<CheckRow> duty_rows(const Results& results, const Inputs& inputs, const RulePack& pack, std::span<const Obstacle> obstacles, ZoneType type);

/// Compares stored rows with their recomputation: code `check-differs`, one finding for each row that is missing, too many or other, one alone where nothing is stored.
/// @param tolerance_m  of lengths; areas within 0.01 m²
Tally check_duties(std::span<const CheckRow> stored, std::span<const CheckRow> computed, double tolerance_m);

}  // namespace geo
