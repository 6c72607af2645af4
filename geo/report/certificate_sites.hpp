#pragma once

#include "geo/report/certificate_document.hpp"
#include "geo/scenario/run.hpp"

#include <map>
#include <string>
#include <vector>

namespace geo {

/// The sites of a certificate that can be measured: of a compound there is, with a ground that is one. Those that leave their compound or claim the robust ring without
/// keeping it from the boundary are told, and the claim is taken away.
std::vector<Site> sound_sites(const CertificateDocument& given, const Task& task, std::vector<Finding>& differences);

/// What a project holds of a site besides its ground takes the place of what the certificate says.
void take_over(const Site& held, Site& site);

using HeldSites = std::map<std::string, const Site*>;  ///< that a project holds, by id

/// Whether certificate and project speak of the same sites on the same grounds.
void compare_held(const CertificateDocument& given, const HeldSites& held, std::vector<Finding>& differences);

}  // namespace geo
