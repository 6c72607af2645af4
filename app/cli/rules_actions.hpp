#pragma once

#include "app/cli/options.hpp"
#include "geo/model/rule_pack.hpp"

#include <nlohmann/json_fwd.hpp>

namespace app {

/// `rules show`: every rule in force with its clause.
int show_rules(const std::string& pack, const Console& console);

/// Each adds one verb to `rules`.
void add_rules_diff(CLI::App& rules, Console& console, Action& chosen);
void add_rules_set(CLI::App& rules, Console& console, Action& chosen);
void add_rules_new(CLI::App& rules, Console& console, Action& chosen);

/// What the documents about rules share.
nlohmann::json text_or_null(const std::string& text);
nlohmann::json clause_json(const geo::Clause& clause);

/// A pack as users name it: a built-in one, a JSON file, or a project, of which the pack of scenario `base` is meant, or its first.
/// @throws RuleError, SourceError, InvalidInput
geo::RulePack pack_meant(const std::string& word);
/// Whether a word names a project rather than a pack.
bool is_project(const std::string& word);

}  // namespace app
