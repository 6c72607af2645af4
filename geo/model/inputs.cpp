#include "geo/model/inputs.hpp"

namespace geo {

std::vector<Compound> Inputs::compounds() const {
    std::vector<Compound> result;
    for (const Layer& layer : layers) {
        if (layer.role != Role::Compound) continue;
        for (const Feature& feature : layer.features) {
            Compound compound{.id = feature.id, .name = feature.name, .boundary = feature.shape.areas, .households = {}};
            if (const auto n = number_of(Role::Compound, feature, "households")) compound.households = static_cast<int>(*n);
            compound.is_derived = number_of(Role::Compound, feature, "derived").value_or(0) != 0;
            compound.accuracy_m = layer.provenance.accuracy_m;
            result.push_back(std::move(compound));
        }
    }
    return result;
}

}  // namespace geo
