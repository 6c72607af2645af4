#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"

#include <memory>
#include <span>
#include <string>

namespace geo {

/// Greens, parking and roads, and whose consent charging on them needs. Keeps copies; may be asked from several threads.
class ConsentGround {
   public:
    explicit ConsentGround(const Inputs& inputs);
    ~ConsentGround();

    /// What areas cover: `绿地(业主委员会);道路`, in alphabetical order; empty when nothing.
    std::string in(const MultiPolygon& areas) const;
    std::string at(Point where) const;

   private:
    struct Items;
    std::unique_ptr<Items> m_items;
};

/// Writes into each zone which consent ground (greens, parking) and roads it covers and whose consent that needs, as
/// `ConsentGround` says.
void mark_consent(std::span<Ground> grounds, const Inputs& inputs);

}  // namespace geo
