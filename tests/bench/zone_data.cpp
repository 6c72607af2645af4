#include "tests/bench/zone_data.hpp"

#include "geo/rules/pack_file.hpp"
#include "tests/geo/zones/place_compounds.hpp"

#include <cstdlib>

namespace bench {

using namespace geo;

std::vector<Yard> generated_yards(int count) {
    std::vector<Yard> yards;
    for (int seed = 1; seed <= count; ++seed) yards.push_back(testing::random_compound(static_cast<std::uint64_t>(seed)));
    return yards;
}

WholeCompound::WholeCompound(const Yard& yard) : pack{load_pack("cn-base")} {
    // Somewhere in Chongqing, where the working CRS is at home.
    const auto placed = [](Shape shape) {
        each_vertex(shape, [](Point& p) { p.x += 643'000, p.y += 3'271'000; });
        return shape;
    };
    pack.parameters.at("setback").value = yard.setback;
    compound.id = "C";
    compound.boundary = placed({yard.boundary, {}, {}}).areas;
    for (const Keep& keep : yard.keeps) obstacles.push_back({.id = "B", .name = {}, .what = {}, .shape = placed(keep.shape), .accuracy_m = 0.5});
    for (std::size_t i = 0; i < obstacles.size(); ++i) kept.push_back({&obstacles[i], {.rule = nullptr, .need_m = yard.keeps[i].distance_m}});
}

Ground WholeCompound::zones() const { return candidate_zones(compound, kept, CrsName{"EPSG:32648"}, ZoneType::Shed, pack); }

std::vector<Yard> shenzhen_yards() {
    const char* folder = std::getenv("ANCHONG_REAL_DATA");
    if (!folder) return {};
    return testing::place_compounds(std::filesystem::path{folder} / "buildings" / "shenzhen-nanshan.gpkg");
}

}  // namespace bench
