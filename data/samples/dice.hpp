#pragma once

#include <cstdint>
#include <random>
#include <span>

namespace samples {

/// Repeatable chance. The distributions of <random> differ between libraries, those here do not.
class Dice {
   public:
    explicit Dice(std::uint64_t seed) : m_engine{seed} {}

    double share() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }  ///< 0 ≤ share < 1
    double between(double low, double high) { return low + (high - low) * share(); }
    int whole(int low, int high) { return low + static_cast<int>(share() * (high - low + 1)); }  ///< both ends included
    bool chance(double probability) { return share() < probability; }

    /// Bell-shaped with mean 0 and deviation 1, as the sum of twelve (Irwin–Hall): exact arithmetic, within ±6.
    double bell() {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i) sum += share();
        return sum;
    }

    template <typename T, std::size_t n>
    const T& pick(const T (&from)[n]) {
        return from[static_cast<std::size_t>(share() * n)];
    }

    /// Position drawn with a chance in proportion to its weight (all ≥ 0, some > 0).
    std::size_t weighted(std::span<const double> weights) {
        double total = 0.0;
        for (double w : weights) total += w;
        double left = share() * total;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
            if (left < weights[i]) return i;
            left -= weights[i];
        }
        return weights.size() - 1;
    }

   private:
    std::mt19937_64 m_engine;
};

}  // namespace samples
