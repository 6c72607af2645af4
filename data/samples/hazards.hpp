#pragma once

#include "data/samples/dice.hpp"
#include "data/samples/draft.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace samples {

/// A compound as those who report hazards know it.
struct Neighbourhood {
    enum class Kind { Slabs, Towers, Courtyards, Walkups, Village };
    std::string name;
    Kind kind;
    double risk;                              ///< reports per building relative to the others
    std::size_t first_building, end_building; ///< range in the draft's buildings
};

/// Adds `count` reports from 2024-11-01 to 2026-10-31, ordered by date: a few buildings and compounds get most, more come in
/// winter, in midsummer and on working days, and the older ones are mostly closed.
void report_hazards(Draft& draft, std::span<const Neighbourhood> neighbourhoods, int count, Dice& dice);

}  // namespace samples
