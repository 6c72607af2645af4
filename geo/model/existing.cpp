#include "geo/model/existing.hpp"

#include <algorithm>

namespace geo {

std::string_view whereabouts_name(Whereabouts where) {
    switch (where) {
        case Whereabouts::Inside: return "inside";
        case Whereabouts::Crossing: return "crossing";
        case Whereabouts::Outside: break;
    }
    return "outside";
}

Message whereabouts_words(Whereabouts where) {
    switch (where) {
        case Whereabouts::Inside: return {"小区内", "in a compound"};
        case Whereabouts::Crossing: return {"跨越小区边界", "across the boundary"};
        case Whereabouts::Outside: break;
    }
    return {"小区外", "outside all compounds"};
}

std::size_t ExistingFacilities::count(Verdict verdict) const {
    return static_cast<std::size_t>(std::ranges::count(facilities, verdict, &ExistingFacility::verdict));
}

}  // namespace geo
