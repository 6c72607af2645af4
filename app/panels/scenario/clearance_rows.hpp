#pragma once

#include "app/tables/status_words.hpp"
#include "geo/model/results.hpp"
#include "geo/model/rule_pack.hpp"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace app {

/// A distance of a scenario's pack, and what the scenario takes in its place.
struct ClearanceOfPack {
    std::string rule;
    geo::Message what;               ///< which obstacles, in words; of rules that the pack lacks, that
    std::optional<double> pack_m;    ///< nothing where the pack lacks the rule, or its number
    std::optional<double> own_m;     ///< nothing: the pack's
    geo::Clause clause;
    geo::Message text;
    int sites = 0;                   ///< that it governs
    int distances = 0;               ///< rows of the certificate that rest on it

    bool isUsed() const { return distances > 0 || sites > 0 || own_m.has_value(); }
    bool operator==(const ClearanceOfPack&) const = default;
};

/// Distances that the pack asks of the scenario's zone type, without bans, in which no number is asked for. First those that the scenario changes or its results
/// rest on, those that govern most sites first; then the others by id. Changes to rules that the pack lacks are among them.
/// @param pack  as it stands, without the scenario's changes @param results  null: none
std::vector<ClearanceOfPack> clearances_of_pack(const geo::RulePack& pack, const geo::Scenario& scenario, const geo::Results* results);

/// What was typed for a distance.
struct TypedDistance {
    std::optional<double> metres;  ///< nothing where nothing was typed
    QString fault;                 ///< in words; empty when it can be taken
};
/// `3`, `3.5`, `3,5`, `3 m`; empty: the pack's.
TypedDistance typed_distance(QString typed);

}  // namespace app
