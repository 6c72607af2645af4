#include "tests/geo/units/contract.hpp"

#include "geo/geometry/box_index.hpp"
#include "geo/geometry/overlay.hpp"

#include <fmt/format.h>

namespace test {
namespace {

using geo::MultiPolygon;
constexpr auto geos = geo::OverlayEngine::Geos;
constexpr double trace_m2 = 1e-4;

double common_m2(const MultiPolygon& a, const MultiPolygon& b) { return geo::area(geo::intersection(a, b, geos)); }

geo::BoxIndex index_of(const std::vector<geo::Compound>& units) {
    std::vector<geo::Box> boxes;
    for (const geo::Compound& unit : units) boxes.push_back(geo::box_of(unit.boundary));
    return geo::BoxIndex{boxes};
}

}  // namespace

std::size_t buildings_in(const geo::Compound& unit, const std::vector<MultiPolygon>& buildings) {
    std::size_t count = 0;
    const geo::Box box = geo::box_of(unit.boundary);
    for (const MultiPolygon& building : buildings)
        count += box.meets(geo::box_of(building)) && common_m2(building, unit.boundary) > trace_m2;
    return count;
}

std::size_t cut_buildings(const std::vector<MultiPolygon>& buildings, const std::vector<geo::Compound>& units) {
    const geo::BoxIndex index = index_of(units);
    std::size_t count = 0;
    for (const MultiPolygon& building : buildings) {
        std::size_t holders = 0;
        for (std::size_t u : index.meeting(geo::box_of(building)))
            holders += common_m2(building, units[u].boundary) > trace_m2;
        count += holders > 1;
    }
    return count;
}

std::vector<std::string> breaches(const std::vector<MultiPolygon>& buildings, const std::vector<geo::Compound>& units,
                                  const geo::UnitLimits& limits) {
    std::vector<std::string> found;
    const geo::BoxIndex index = index_of(units);
    for (std::size_t u = 0; u < units.size(); ++u) {
        const geo::Compound& unit = units[u];
        if (unit.id != fmt::format("U{:04}", u + 1)) found.push_back(fmt::format("unit {} has id {}", u + 1, unit.id));
        if (!unit.is_derived) found.push_back(unit.id + " is not marked as derived");
        if (!geo::is_valid(unit.boundary)) found.push_back(unit.id + " is not valid");
        if (unit.boundary.size() != 1) found.push_back(fmt::format("{} has {} parts", unit.id, unit.boundary.size()));
        if (const double m2 = geo::area(unit.boundary); m2 > limits.most_m2)
            found.push_back(fmt::format("{} has {} m²", unit.id, m2));
        for (std::size_t v : index.meeting(geo::box_of(unit.boundary))) {
            if (v <= u) continue;
            const double m2 = common_m2(unit.boundary, units[v].boundary);
            if (m2 > 1e-6) found.push_back(fmt::format("{} and {} overlap by {} m²", unit.id, units[v].id, m2));
        }
    }
    std::vector<std::size_t> counts(units.size(), 0);
    for (std::size_t b = 0; b < buildings.size(); ++b) {
        std::vector<MultiPolygon> grounds;
        for (std::size_t u : index.meeting(geo::box_of(buildings[b]))) {
            if (common_m2(buildings[b], units[u].boundary) > trace_m2) ++counts[u];
            grounds.push_back(units[u].boundary);
        }
        const double left = geo::area(geo::difference(buildings[b], geo::unite(grounds, 0, geos), geos));
        if (left > 1e-3) found.push_back(fmt::format("{} m² of building {} lie in no unit", left, b));
    }
    for (std::size_t u = 0; u < units.size(); ++u) {
        if (counts[u] == 0) found.push_back(units[u].id + " holds no building");
        if (counts[u] > limits.most_buildings)
            found.push_back(fmt::format("{} holds {} buildings", units[u].id, counts[u]));
    }
    return found;
}

}  // namespace test
