#pragma once

#include "geo/rules/facades.hpp"
#include "geo/zones/ground_taken.hpp"

namespace geo {

/// Square metres as sentences have them: `42`, `4.2`.
std::string square_metres(double m2);
std::string percent(double share);  ///< `83`, `0.4`

/// Fills in the sentences of rows, rules and the whole. @param least_width_m  of a least site
void add_sentences(GroundTaken& taken, double least_width_m);
Message not_computed_words(const GroundTaken& taken);

/// Conditions of remedies, without an end mark: `若25# 楼的外墙为防火墙（条款，0 m）`, `with a firewall at building 25 (clause, 0 m)`.
/// @param names  of the obstacles @param survey  what would have to be shown too; empty: nothing
Message wall_condition(const std::vector<Message>& names, Facade facade, std::optional<Side> side, const Message& survey, const Remedy& remedy);
/// @param known  what would have to be shown; empty: the best of whatever is unknown
Message survey_condition(const std::vector<Message>& names, const Message& known, const Remedy& remedy);
Message remove_condition(const std::vector<Message>& names, bool is_illegal, const Remedy& remedy);
Message replace_condition(const std::vector<Message>& names, bool is_unknown, const Remedy& remedy);
Message depart_condition(const std::vector<Message>& names, const Remedy& remedy);
Message scenario_condition(const OtherRules& rules, const Clause& clause);

/// Condition and outcome. @param zones_now  that there are without it
Message remedy_sentence(const Remedy& remedy, std::size_t zones_now);

}  // namespace geo
