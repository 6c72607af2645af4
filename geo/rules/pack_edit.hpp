#pragma once

#include "geo/model/rule_pack.hpp"

#include <map>
#include <optional>
#include <string>

namespace geo {

/// What a planner writes into one rule; what is absent stays.
struct RuleEdit {
    std::string rule;
    std::optional<double> value;  ///< in `unit`
    std::string unit;             ///< as packs write them (`m`, `ft` …); empty: the unit that the rule is kept in
    std::optional<Strength> strength;
    std::optional<std::string> clause, source;
    std::optional<Status> status;
};

/// A folded pack with one rule changed; the rule then is the pack's own. Another value is an `assumption` that names what stood there, unless a status is
/// given with it. `verified` asks for a clause and a source that a reader could look up.
/// @throws RuleError  no such rule (names those that are near), or the change breaks what packs must keep; every reason
RulePack with_edit(const RulePack& pack, const RuleEdit& edit);

/// The rule again as the parent has it. @throws RuleError  the parent has no such rule
RulePack with_rule_of(const RulePack& pack, const RulePack& parent, const std::string& rule);

/// A pack of the same rules under its own id, child of the one given. @param id  not that of another pack
RulePack own_copy(const RulePack& parent, const std::string& id);

/// An id for `own_copy` that no pack of the project has: `cn-base.own`, `cn-base.own2` … @param packs  of the project, by id
std::string own_id(const std::string& parent, const std::map<std::string, std::string>& packs);

/// Whether an id is one of `own_id`: a pack that was made to be edited here.
bool is_own_id(const std::string& id);

/// Whether a pack came with the program, so that its numbers are not changed under its name.
bool is_builtin(const std::string& id);

/// The pack that this one extends, folded: one of the project's, else one that comes with the program; nothing where neither has it.
/// @param packs  of the project, by id, as text
std::optional<RulePack> parent_of(const RulePack& pack, const std::map<std::string, std::string>& packs);

/// The pack as its own file would state it: only the rules that differ from its parent's, as JSON that `load_pack` reads.
std::string own_rules_text(const RulePack& pack, const RulePack& parent);

}  // namespace geo
