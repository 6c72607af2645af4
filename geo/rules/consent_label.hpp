#pragma once

#include "geo/model/layer.hpp"

#include <string>

namespace geo {

/// Ground on which charging takes somebody's consent: greens, parking, roads.
bool takes_consent(Role role);

/// What a feature of it is, and whose: `绿地(业主委员会)`; the role's word where it has no kind.
std::string consent_label(Role role, const Feature& feature);

}  // namespace geo
