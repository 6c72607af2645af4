#pragma once

#include "app/panels/inspector/inspected.hpp"
#include "geo/io/project_file.hpp"

#include <string>

namespace app {

/// @param why  of the place; null while it is not known
Inspected describePlace(const geo::Project& project, geo::Point place, const geo::Why* why);
/// @param why  of the site; null while it is not known: then without rows
Inspected describeSite(const geo::Project& project, const geo::Site& site, const geo::Why* why);
/// Nothing when there is no such compound.
std::optional<Inspected> describeCompound(const geo::Project& project, const geo::Results& results, const std::string& id);
/// Nothing when there is no such feature.
std::optional<Inspected> describeFeature(const geo::Project& project, const std::string& id);

}  // namespace app
