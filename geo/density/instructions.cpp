#include "geo/density/instructions.hpp"

namespace geo {

Instructions best_instructions() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw"))
        return Instructions::Avx512;
    if (__builtin_cpu_supports("avx2")) return Instructions::Avx2;
#endif
    return Instructions::Plain;
}

}  // namespace geo
