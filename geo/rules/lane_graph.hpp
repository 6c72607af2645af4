#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/rule_pack.hpp"

#include <vector>

namespace geo {

/// Fire lanes drawn as lines, joined where they meet: ends within 0.5 m of another vertex are one node with it, ends within 0.5 m of another lane's line
/// make a junction there.
struct LaneGraph {
    struct Stretch {
        std::size_t from = 0, to = 0;  ///< nodes
        std::size_t lane = 0;          ///< position in `lanes`
        double length = 0.0;           ///< grid metres
    };
    struct Lane {
        const Feature* feature = nullptr;
        double accuracy_m = 3.0;
    };
    std::vector<Point> nodes;
    std::vector<Stretch> stretches;
    std::vector<std::vector<std::size_t>> at;  ///< stretches of each node
    std::vector<Lane> lanes;

    std::size_t other_end(std::size_t stretch, std::size_t node) const;
    Point direction(std::size_t stretch, std::size_t node) const;  ///< unit, away from the node
};

LaneGraph lane_graph(const Inputs& inputs, const RulePack& pack);

}  // namespace geo
