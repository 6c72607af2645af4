#pragma once

#include "geo/rules/pack_edit.hpp"
#include "geo/rules/rule_rows.hpp"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace app {

/// A rule of a pack beside what its parent has.
struct RuleOfPack {
    geo::RuleRow now;
    std::optional<geo::RuleRow> parent;  ///< nothing: the rule is the pack's own
    bool operator==(const RuleOfPack&) const = default;

    /// Differs from what the parent has; false where there is no parent to compare with.
    bool isChanged() const;
};

enum class RuleField { Value, Unit, Strength, Clause, Source, Status };

/// Rows of a pack. @param parent  null: nothing to compare with, nothing is marked
std::vector<RuleOfPack> rules_of_pack(const geo::RulePack& pack, const geo::RulePack* parent);

QString field_text(const geo::RuleRow& row, RuleField field);  ///< as the table shows it
bool differs(const RuleOfPack& row, RuleField field);

/// What may be chosen for a field, in the order of `choice_at`; empty where it is typed.
QStringList choices(const geo::RuleRow& row, RuleField field);
int choice_of(const geo::RuleRow& row, RuleField field);

/// What was typed or chosen as an edit.
struct TypedRule {
    std::optional<geo::RuleEdit> edit;  ///< nothing where it changes nothing
    QString fault;                      ///< in words; empty when it can be taken
};
TypedRule typed_rule(const geo::RuleRow& row, RuleField field, const QString& typed);
TypedRule chosen_rule(const geo::RuleRow& row, RuleField field, int choice);

QString sort_word(geo::RuleSort sort);

}  // namespace app
