#pragma once

#include "geo/zones/why.hpp"

namespace geo {

/// An obstacle in words, with its class: `25# 建筑（二级，一类高层）`; by its id where it has no name.
Message obstacle_words(const Obstacle& obstacle);
/// The same without its class, as a sentence has it: `25# 楼`, `青禾苑1号楼`, `燃气调压箱 WX0001`.
Message obstacle_name(const Obstacle& obstacle);

/// The sentence of an answer that has a compound. @param because  the row that decides the verdict; null when there is none
Message why_summary(Verdict verdict, const WhyRow* because);
Message why_summary_outside();
/// Of a site to be verified though all its rows are kept.
Message why_summary_of_site(const Site& site);

}  // namespace geo
