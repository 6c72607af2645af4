#include "geo/zones/remedy.hpp"

#include <array>

namespace geo {

std::string_view remedy_name(RemedyKind kind) {
    constexpr std::array<std::string_view, 7> names{"wall", "survey", "remove", "replace", "depart", "zone_type", "divider"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace geo
