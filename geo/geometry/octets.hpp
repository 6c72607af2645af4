#pragma once

#include "geo/geometry/shapes.hpp"

#include <cstddef>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace geo {

/// A box rounded outward to single precision: holds the box that it was made of, whatever its coordinates (below 1e30 m).
struct RoughBox {
    float min_x = 3e38F, min_y = 3e38F, max_x = -3e38F, max_y = -3e38F;  ///< nothing, and meets nothing

    RoughBox() = default;
    explicit RoughBox(const Box& b) : min_x{below(b.min_x)}, min_y{below(b.min_y)}, max_x{above(b.max_x)}, max_y{above(b.max_y)} {}
    void add(const RoughBox& b) {
        min_x = std::min(min_x, b.min_x), min_y = std::min(min_y, b.min_y);
        max_x = std::max(max_x, b.max_x), max_y = std::max(max_y, b.max_y);
    }
    bool meets(const RoughBox& b) const { return min_x <= b.max_x && b.min_x <= max_x && min_y <= b.max_y && b.min_y <= max_y; }

   private:
    // Twice the greatest error of rounding: the subtraction is rounded too.
    static float below(double v) { return static_cast<float>(v) - std::max(static_cast<float>(v), -static_cast<float>(v)) * 2.4e-7F; }
    static float above(double v) { return static_cast<float>(v) + std::max(static_cast<float>(v), -static_cast<float>(v)) * 2.4e-7F; }
};

/// Eight boxes side by side, so that one box is compared with all of them at once.
struct Octet {
    alignas(32) float min_x[8], min_y[8], max_x[8], max_y[8];

    Octet() {
        for (int i = 0; i < 8; ++i) set(i, {});
    }
    void set(int i, const RoughBox& b) { min_x[i] = b.min_x, min_y[i] = b.min_y, max_x[i] = b.max_x, max_y[i] = b.max_y; }
    RoughBox box() const {
        RoughBox all;
        for (int i = 0; i < 8; ++i) {
            all.min_x = std::min(all.min_x, min_x[i]), all.min_y = std::min(all.min_y, min_y[i]);
            all.max_x = std::max(all.max_x, max_x[i]), all.max_y = std::max(all.max_y, max_y[i]);
        }
        return all;
    }
    /// Bit i is set where box i meets `b`.
    unsigned meeting(const RoughBox& b) const { return between(b.max_x, b.max_y, b.min_x, b.min_y); }
    /// Bit i is set where box i holds all of `b`.
    unsigned holding(const RoughBox& b) const { return between(b.min_x, b.min_y, b.max_x, b.max_y); }

   private:
    /// Bit i is set where box i begins no further than (x0, y0) and ends no nearer than (x1, y1).
    unsigned between(float x0, float y0, float x1, float y1) const {
#if defined(__SSE2__)
        const __m128 first_x = _mm_set1_ps(x0), first_y = _mm_set1_ps(y0), last_x = _mm_set1_ps(x1), last_y = _mm_set1_ps(y1);
        const auto half = [&](int i) {
            const __m128 in_x = _mm_and_ps(_mm_cmple_ps(_mm_load_ps(min_x + i), first_x), _mm_cmple_ps(last_x, _mm_load_ps(max_x + i)));
            const __m128 in_y = _mm_and_ps(_mm_cmple_ps(_mm_load_ps(min_y + i), first_y), _mm_cmple_ps(last_y, _mm_load_ps(max_y + i)));
            return static_cast<unsigned>(_mm_movemask_ps(_mm_and_ps(in_x, in_y)));
        };
        return half(0) | half(4) << 4;
#else
        unsigned bits = 0;
        for (unsigned i = 0; i < 8; ++i)
            bits |= static_cast<unsigned>(min_x[i] <= x0 && x1 <= max_x[i] && min_y[i] <= y0 && y1 <= max_y[i]) << i;
        return bits;
#endif
    }
};

/// Finds which of many boxes meet a given one: boxes under boxes of eight, those under boxes of eight again, in the order in which they were
/// added. Made for boxes that lie beside one another when added one after the other; rebuilt without allocation.
class Octets {
   public:
    Octets() { clear(); }
    void clear();
    void add(const RoughBox& box);
    /// The next box begins a new group of eight: of a ring, of an obstacle. Groups stay tight.
    void begin_group();
    /// To be called after the last `add`.
    void build();

    /// Calls `f(int)` with the place in the order of adding, ascending.
    template <typename F>
    void each_meeting(const RoughBox& box, F&& f) const {
        if (m_depth > 0) descend_to(0, m_depth - 1, 0, box, f);
    }

    /// Calls `f(int)` with each octet of the lowest level whose common box meets the given one, ascending.
    template <typename F>
    void each_octet_meeting(const RoughBox& box, F&& f) const {
        if (m_depth > 1) descend_to(1, m_depth - 1, 0, box, f);
        else if (m_depth == 1) f(0);
    }
    int octet_count() const { return static_cast<int>(m_levels.front().size()); }
    const Octet& octet(int i) const { return m_levels.front()[i]; }
    /// What was added as the i-th of an octet.
    int item(int octet, int i) const { return m_items[8 * octet + i]; }

   private:
    template <typename F>
    void descend_to(int last, int level, int octet, const RoughBox& box, F& f) const {
        for (unsigned bits = m_levels[level][octet].meeting(box); bits != 0; bits &= bits - 1) {
            const int slot = 8 * octet + __builtin_ctz(bits);
            if (level > last) descend_to(last, level - 1, slot, box, f);
            else if (last == 0) f(m_items[slot]);
            else f(slot);
        }
    }

    std::vector<std::vector<Octet>> m_levels;  ///< the lowest first; only `m_depth` of them are in use
    int m_depth = 0;
    std::vector<int> m_items;                  ///< of the slots of the lowest level
    int m_count = 0;
};

}  // namespace geo
