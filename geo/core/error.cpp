#include "geo/core/error.hpp"

#include <new>

namespace geo {

Message sentence_of(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const Error& error) {
        return error.message();
    } catch (const std::bad_alloc&) {
        return say("内存不足。请缩小范围，或在内存更大的机器上运行。", "Out of memory. Take a smaller extent, or a machine with more.");
    } catch (const std::exception& error) {
        return say("内部错误：{}", "Internal error: {}", error.what());
    }
}

}  // namespace geo
