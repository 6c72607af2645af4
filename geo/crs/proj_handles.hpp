#pragma once

#include "geo/crs/crs.hpp"

#include <proj.h>
#include <proj_experimental.h>

#include <memory>

namespace geo::proj {

struct Close {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
using Context = std::unique_ptr<PJ_CONTEXT, Close>;
using Object = std::unique_ptr<PJ, Close>;
using List = std::unique_ptr<PJ_OBJ_LIST, Close>;

/// A silent context without network: one per object, as PROJ's contexts are not to be shared by threads.
Context make_context();

/// The two-dimensional CRS of a name. @throws CrsError
Object make_crs(PJ_CONTEXT* context, const CrsName& name);

}  // namespace geo::proj
