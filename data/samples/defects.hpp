#pragma once

#include "data/samples/draft.hpp"

namespace samples {

/// What surveys get wrong: one building's ring crosses itself, another repeats vertices, and some buildings lack floors,
/// heights, structures or fire grades.
void spoil(Draft& draft);

}  // namespace samples
