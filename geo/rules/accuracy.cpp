#include "geo/rules/accuracy.hpp"

#include "geo/rules/presumed_ground.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace geo {

bool is_accuracy_source(std::string_view word) { return std::ranges::find(accuracy_sources, word) != accuracy_sources.end(); }

double accuracy_of(const Provenance& provenance, const RulePack& pack) {
    const std::string source = provenance.accuracy_from == "assumed" ? "unknown" : provenance.accuracy_from;
    if (!is_accuracy_source(source)) return provenance.accuracy_m;
    return stated(pack, "accuracy." + source).value_or(provenance.accuracy_m);
}

std::vector<Compound> compounds_of(const Inputs& inputs, const RulePack& pack) {
    std::map<std::string_view, double> accuracy_m;
    for (const Layer& layer : inputs.layers) {
        if (layer.role != Role::Compound) continue;
        for (const Feature& feature : layer.features) accuracy_m.emplace(feature.id, accuracy_of(layer.provenance, pack));
    }
    std::vector<Compound> compounds = inputs.compounds();
    for (Compound& compound : compounds) compound.accuracy_m = accuracy_m.at(compound.id);
    return compounds;
}

}  // namespace geo
