#pragma once

namespace geo {

/// Sets of machine instructions that the inner loops of the density are compiled for. Results are the same bits with each.
enum class Instructions { Plain, Avx2, Avx512 };

/// The widest that this processor has.
Instructions best_instructions();

}  // namespace geo

/// Before a function that is compiled once more for such processors; elsewhere they are just functions.
#if defined(__x86_64__)
#define ANCHONG_AVX2 __attribute__((target("avx2")))
#define ANCHONG_AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw")))
#else
#define ANCHONG_AVX2
#define ANCHONG_AVX512
#endif

/// Before a function that becomes part of each of those that call it, and so is compiled for what they are.
#define ANCHONG_INLINE __attribute__((always_inline)) inline
