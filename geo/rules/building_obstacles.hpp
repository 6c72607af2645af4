#pragma once

#include "geo/core/finding.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/obstacle.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace geo {

/// A projecting part of a building, not one itself.
bool is_projection(const Feature& building);
/// As `building_class` and `building_height_m` say, by the attributes of the feature.
ObstacleClass class_of_building(const Feature& building);
std::optional<double> height_of_building(const Feature& building);

/// Buildings as obstacles. One whose walls are told apart becomes its walls by what is known of them, as lines, and the ground inside; a
/// projecting part that may burn counts as the building that it belongs to, one that cannot burn only bans its own ground.
class BuildingObstacles {
   public:
    /// @param inputs  must outlive this
    explicit BuildingObstacles(const Inputs& inputs);
    ~BuildingObstacles();

    void add(const Feature& feature, double accuracy_m, std::vector<Obstacle>& obstacles);

    /// One finding for each thing assumed, with its count.
    void tell(std::vector<Finding>& findings) const;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace geo
