#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/rule_pack.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace geo {

/// What a layer may be drawn from; the pack states how far positions of each may be off, as parameter `accuracy.` and the word, in ground metres.
inline constexpr std::array<std::string_view, 6> accuracy_sources{"survey_500", "survey_2000", "cadastral", "osm", "gcj02", "unknown"};

bool is_accuracy_source(std::string_view word);

/// Positional accuracy of a layer, ground metres: what was given as a number, else what the pack says of its source, else (packs without the
/// parameter, layers that note no source) what was noted when it was read.
double accuracy_of(const Provenance& provenance, const RulePack& pack);

/// `Inputs::compounds` with the accuracy that the pack says of their source.
std::vector<Compound> compounds_of(const Inputs& inputs, const RulePack& pack);

}  // namespace geo
