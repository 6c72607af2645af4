#pragma once

#include "geo/model/layer.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// An estate to plan in, as the algorithms see it.
struct Compound {
    std::string id;
    std::string name;
    MultiPolygon boundary;  ///< working CRS
    std::optional<int> households;
    bool is_derived = false;  ///< a planning unit made by the program
    double accuracy_m = 3.0;
};

/// What a planner decided of a strip for aerial operation that was only derived (推定).
enum class StripDecision { Confirmed, Dismissed };

/// All input layers of a project in its working CRS. Every layer's features carry ids unique in the project.
struct Inputs {
    CrsName crs;  ///< working CRS
    std::vector<Layer> layers;  ///< in the order of the roles; several layers may share a role
    std::map<std::string, StripDecision> strips{};  ///< by the strip's id; not listed: open

    std::vector<Compound> compounds() const;
};

}  // namespace geo
