#pragma once

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace geo {

/// Tells the thread sanitizer that what one thread did before `give` is known to another after `take`, where a library that it cannot see into has
/// seen to that. Nothing in other builds.
class Handover {
   public:
#if defined(__SANITIZE_THREAD__)
    void give() { __tsan_release(this); }
    void take() { __tsan_acquire(this); }
#else
    void give() {}
    void take() {}
#endif
};

}  // namespace geo
