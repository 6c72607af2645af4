#pragma once

#include "app/panels/inspector/inspected.hpp"

#include <optional>
#include <string_view>

namespace app {

/// A feature with the layer that holds it.
struct Found {
    const geo::Layer* layer = nullptr;
    const geo::Feature* feature = nullptr;
};

std::optional<Found> featureWithId(const geo::Inputs& inputs, std::string_view id);
/// A compound's name, or its id where it has none.
QString compoundName(const geo::Inputs& inputs, const std::string& id);

/// All fields of its role, with units, then what the source said; what is unknown is said.
void addAttributes(std::vector<Fact>& facts, const Found& found);

}  // namespace app
