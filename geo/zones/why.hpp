#pragma once

#include "geo/core/message.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/row_verdict.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geo {

/// One rule that applies at a point: what it asks of one obstacle there, and what there is.
struct WhyRow {
    std::string obst_id, obst_name, obst_kind;  ///< the kind by its code; `boundary` for the compound's own line
    Message name;             ///< of the obstacle, as a sentence has it: `25# 楼`, `燃气调压箱 WX0001`
    Message obstacle;         ///< in words, with its class: `25# 建筑（二级，一类高层）`
    double need_m = 0.0;      ///< ground metres; 0 for ground that is banned itself
    double have_m = 0.0;      ///< ground metres; 0 inside
    double accuracy_m = 0.0;  ///< of the obstacle's source
    bool is_ban = false;
    bool is_derived = false;   ///< rests on a derived or unknown attribute
    bool is_presumed = false;  ///< 推定, not surveyed
    bool is_inside = false;    ///< the point lies on the obstacle's own ground
    bool governs_obstacle = false;  ///< the largest of the rules that apply to this obstacle
    std::string rule;         ///< id
    Clause clause;
    Strength strength = Strength::Must;
    Message text;             ///< of the rule
    Verdict verdict = Verdict::ToVerify;
    Cause cause = Cause::Kept;  ///< what decides the verdict
    Point here, there;        ///< ends of the shortest line, the second on the obstacle's edge; working CRS
    double margin_m() const { return have_m - need_m; }
};

/// Why charging may or may not stand at a point, or on a site's ground.
struct Why {
    Point at;                    ///< working CRS; of a site the centre of its box
    std::string compound;        ///< id; empty outside of every compound
    Verdict verdict = Verdict::Fails;
    Message summary;             ///< one sentence: may stand, may not, to be verified; with the governing numbers
    std::vector<WhyRow> rows;    ///< the governing first, then by margin; none outside of compounds
    std::string consent;         ///< consent ground here, as in zones; empty when none
    std::optional<double> boundary_m;  ///< ground metres from the compound's boundary
};

/// Answers for points of one scenario. Made once, asked often; may be asked from several threads.
class Reasons {
   public:
    /// Keeps what it needs of its arguments by copy. @throws RuleError as `governing`
    Reasons(const Inputs& inputs, RulePack pack, ZoneType type);
    ~Reasons();

    /// Every rule of every obstacle within its need + 10 m, and always the governing one however far; the compound's boundary
    /// where the pack has a setback, or where it is nearer than its accuracy. Of overlapping compounds the first counts.
    /// Legal (may stand, as far as this point goes) when every `must` is kept; to be verified as a site would be (design: verdicts).
    Why at(Point where) const;

    /// What a site's certificate says, in the same form: needs, distances and verdicts as stored, with names, lines and causes. The
    /// rows carry their clause's label alone where the pack has no such rule, and no line where the obstacle is not among the inputs.
    /// @param rows  those of this site
    Why of(const Site& site, std::span<const ClearanceRow> rows) const;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace geo
