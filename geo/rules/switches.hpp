#pragma once

#include "geo/model/rule_pack.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace geo {

constexpr std::string_view switch_ending = ".applies";

/// Which distance rules of a pack are switched off: those whose id begins with `NAME.` where the pack has a flag parameter `NAME.applies` of 0. So a
/// pack may hold a reading of the law that is used only where it is asked for. Must not outlive the pack.
class Switches {
   public:
    explicit Switches(const RulePack& pack);

    bool is_on(std::string_view rule) const { return switch_of(rule).empty(); }
    /// Id of the parameter that switches the rule off; empty where it is on.
    std::string switch_of(std::string_view rule) const;

   private:
    std::vector<std::string_view> m_off;  ///< beginnings of ids, with their dot
};

}  // namespace geo
