#pragma once

#include "geo/rules/presumed_ground.hpp"

namespace geo {

/// Strips for aerial operation that are derived, as `presumed_places` says; without decisions. @param threads  0: all
std::vector<PresumedPlace> aerial_strips(const Inputs& inputs, const RulePack& pack, std::vector<Finding>& findings, int threads = 1);

}  // namespace geo
