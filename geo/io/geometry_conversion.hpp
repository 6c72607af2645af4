#pragma once

#include "geo/core/message.hpp"
#include "geo/geometry/shapes.hpp"
#include "geo/model/role.hpp"

#include <ogr_api.h>

#include <string>

namespace geo::reading {

/// Appends a geometry to a shape: collections flattened, curves in steps of one degree, Z and M dropped, rings without the
/// repeated last point. Nothing is judged or repaired.
void add_geometry(Shape& shape, OGRGeometryH geometry);

/// Plain words for what a shape holds, as `(zh, en)`: `线`, `lines`.
Message kinds_of(const Shape& shape);
/// What a role takes, in the same words.
Message kinds_taken(const RoleInfo& role);

/// What `fit_to_role` did.
enum class Fit { Whole, ClosedLines, Partly, Nothing };

/// Leaves only what the role takes. Closed lines become areas where the role takes areas but no lines.
Fit fit_to_role(Shape& shape, const RoleInfo& role);

}  // namespace geo::reading
