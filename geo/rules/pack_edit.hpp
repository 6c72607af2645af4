#pragma once

#include "geo/model/rule_pack.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A number put into a pack, with what is known of where it comes from.
struct NumberEdit {
    std::string id;  ///< of a distance, parameter or duty that has a number
    double value = 0.0;
    std::string unit;            ///< empty: that of the rule, metres for distances
    std::string source, clause;  ///< empty: nothing is known of it
    std::optional<Status> status;  ///< nothing: an assumption. Others need a source, `verified` a clause besides
};

/// `ID=VALUE` as typed, with the unit behind the value where it is not the rule's: `to-building=20ft`. @throws RuleError
NumberEdit number_edit(std::string_view text);

/// The pack with those numbers. What they take the place of, and with what claim, is for the caller to say: a number without a source is an assumption of the user.
/// @throws RuleError  an id that the pack has not (names those that are near), a number or unit that the rule cannot have, a status without its source
RulePack with_numbers(RulePack pack, std::span<const NumberEdit> edits);

/// The text of a pack's file with those numbers; a rule that the file itself has not is restated from `folded`, in the file's own order behind the others.
/// @param text    of a file that `load_pack` takes @param folded  what it made of it
/// @throws RuleError  as above
std::string with_numbers(std::string_view text, const RulePack& folded, std::span<const NumberEdit> edits);

/// The text of a pack without rules of its own. @throws RuleError  an id that is none
struct NewPack {
    std::string id, extends, edition = "1";
    Message title, jurisdiction;
};
std::string new_pack_text(const NewPack& pack);

/// Ids of distances, parameters and duties that the one written may have been meant for, nearest first, joined.
std::string ids_near(const RulePack& pack, std::string_view written);

}  // namespace geo
