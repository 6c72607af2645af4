#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/phase.hpp"
#include "geo/model/results.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geo {

/// Which way of a number is the better one.
enum class Better { More, Less, Neither };
enum class Reading { Better, Worse, Same, Neutral };

/// One number of several scenarios side by side.
struct Indicator {
    std::string id;     ///< `legal_m2`, `sites`, `sites_pilot` …: stable in every language
    Message title;
    std::string unit;   ///< `m²`, `m` or empty
    int decimals = 0;
    Better better = Better::More;
    std::vector<std::optional<double>> values;  ///< one for each scenario; nothing where it has no meaning

    /// Of a scenario against the first. Nothing where one of them is unknown.
    std::optional<double> difference(std::size_t scenario) const;
    std::optional<double> percent(std::size_t scenario) const;  ///< nothing besides where the first is 0
    Reading reading(std::size_t scenario) const;                ///< Same where unknown
};

/// Legal and robust ground, zones, sites, bays, compounds without ground and without site, sites by verdict, sites and bays by phase, least margin: of each
/// scenario, in that order. What one cannot know is left out.
/// @param phasing  names the phases; those in which no site of any scenario stands are left out
std::vector<Indicator> indicators_of(std::span<const Results* const> scenarios, const Phasing& phasing);

/// Legal ground of one compound that only one of two scenarios has.
struct GroundChange {
    std::string compound;
    MultiPolygon added, removed;              ///< working CRS; slivers thinner than 12 mm are left out
    double added_m2 = 0.0, removed_m2 = 0.0;  ///< ground square metres
};

/// A site that the two scenarios do not share. Sites are the same where their outlines are (1 mm), whatever their ids.
struct SiteChange {
    enum class Kind { Added, Removed, Changed };  ///< Changed: they share ground, but are not the same
    Kind kind = Kind::Added;
    std::string compound;
    std::string a, b;  ///< ids; empty where there is none
};

/// What a second scenario has that the first has not, and the other way round.
struct ScenarioChanges {
    std::vector<GroundChange> ground;  ///< by compound, in input order; only those that differ
    std::vector<SiteChange> sites;
    std::vector<std::string> verdicts; ///< ids (of b) of sites that are the same but for their verdict
    std::vector<RuleDifference> rules; ///< empty where the caller does not know the packs

    double added_m2() const;    ///< of every compound
    double removed_m2() const;
};

/// @throws GeometryError  both overlay engines refuse a compound's ground @throws Cancelled
ScenarioChanges changes_between(const Results& a, const Results& b, int threads = 0, const Progress& progress = {});

}  // namespace geo
