#include "app/jobs/job.hpp"

#include "geo/core/error.hpp"

#include <new>

namespace app {

geo::Message reason_of(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const geo::Error& error) {
        return error.message();
    } catch (const std::bad_alloc&) {
        return geo::say("内存不足。请缩小范围，或在内存更大的机器上运行。", "Out of memory. Take a smaller extent, or a machine with more.");
    } catch (const std::exception& error) {
        return geo::say("内部错误：{}", "Internal error: {}", error.what());
    }
}

}  // namespace app
