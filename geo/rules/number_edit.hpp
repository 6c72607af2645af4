#pragma once

#include "geo/rules/pack_edit.hpp"

#include <span>
#include <string>
#include <string_view>

namespace geo {

/// A number for a rule as typed, `ID=VALUE`, with the unit behind the value where it is not the rule's: `to-building=20ft`. @throws RuleError
RuleEdit number_edit(std::string_view text);

/// The pack with those numbers (`with_edit` for each). @throws RuleError  besides: a rule given twice, one that has no number, or a status other than `assumption`
/// without a source
RulePack with_numbers(RulePack pack, std::span<const RuleEdit> edits);

/// The text of a pack's file with those numbers, in the units typed: a rule of its own is changed where it stands, one that only a parent has is restated
/// behind the others. @param text  of a file that `load_pack` takes @param folded  what it made of it @throws RuleError  as above
std::string with_numbers(std::string_view text, RulePack folded, std::span<const RuleEdit> edits);

/// A pack without rules of its own.
struct NewPack {
    std::string id, extends, edition = "1";
    Message title, jurisdiction;
};
/// Its text as a file. @throws RuleError  an id that is none, or empty words
std::string new_pack_text(const NewPack& pack);

}  // namespace geo
