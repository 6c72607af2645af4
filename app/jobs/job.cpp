#include "app/jobs/job.hpp"

#include "geo/core/error.hpp"

namespace app {

geo::Message reason_of(const std::exception_ptr& failure) { return geo::sentence_of(failure); }

}  // namespace app
