#pragma once

#include "geo/core/message.hpp"

#include <optional>
#include <string_view>

namespace geo {

/// What is wrong with a parameter that the program reads by its name: it asks for a length and gets an area, for bays and gets half a one, for a width and
/// gets none. Of parameters that only a pack's own rules speak of, whole numbers (`count`) and yes or no (`flag`) are looked at alone.
/// @param base   unit that the value is in: `m`, `m2`, `count`, `flag`, `share`, `h`
/// @param value  nothing where the pack states none
std::optional<Message> parameter_fault(std::string_view id, std::string_view base, std::optional<double> value);

}  // namespace geo
