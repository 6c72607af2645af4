#pragma once

#include "app/cli/options.hpp"

namespace app {

/// Each adds one command; when it was called, its action stands in `chosen`.
void add_new(CLI::App& app, Console& console, Action& chosen);
void add_plan(CLI::App& app, Console& console, Action& chosen);  ///< also `zones` and `site`
void add_check(CLI::App& app, Console& console, Action& chosen);
void add_why(CLI::App& app, Console& console, Action& chosen);
void add_export(CLI::App& app, Console& console, Action& chosen);
void add_heatmap(CLI::App& app, Console& console, Action& chosen);
void add_rules(CLI::App& app, Console& console, Action& chosen);
void add_scenario(CLI::App& app, Console& console, Action& chosen);
void add_strips(CLI::App& app, Console& console, Action& chosen);
void add_compare(CLI::App& app, Console& console, Action& chosen);
void add_demo(CLI::App& app, Console& console, Action& chosen);

}  // namespace app
