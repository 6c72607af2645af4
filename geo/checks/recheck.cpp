#include "geo/checks/recheck.hpp"

namespace geo {

Recheck recheck(const Results& stored, const Inputs& inputs, const RulePack& pack, ZoneType type, double tolerance_m, int threads,
                const Progress& progress) {
    std::vector<Finding> of_inputs;  // Listed when the inputs were read; no differences.
    const std::vector<Obstacle> obstacles = obstacles_of(inputs, pack, of_inputs);
    const std::vector<Kept> kept = governing(pack, type, obstacles);
    return recheck(stored, inputs.compounds(), kept, parameter(pack, "setback"), inputs.crs, tolerance_m, threads, progress);
}

}  // namespace geo
