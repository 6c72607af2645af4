#pragma once

#include "data/samples/draft.hpp"

namespace samples {

/// What lies between the compounds: river, stream, park with its pond, square, mains along the streets, the bottle depot, and
/// a pump house that stands outside every compound.
void draw_surroundings(Draft& draft);

}  // namespace samples
