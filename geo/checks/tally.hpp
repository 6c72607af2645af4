#pragma once

#include "geo/core/finding.hpp"

#include <cstddef>
#include <vector>

namespace geo {

/// How much a part of a recheck measured, and what it found.
struct Tally {
    std::size_t rings = 0, ring_edges = 0, pairs = 0, rows = 0;
    std::vector<Finding> differences;

    void add(Finding finding) { differences.push_back(std::move(finding)); }
};

}  // namespace geo
