#pragma once

#include "app/cli/console.hpp"

#include <optional>
#include <string>

namespace app {

/// `export --format pdf` as asked for.
struct SheetExport {
    std::string project, scenario = "base", folder;
    std::optional<int> phase;      ///< rank; absent: all
    std::string language = "both"; ///< of the sheets: `zh`, `en` or `both`
    bool in_one = false;           ///< all sheets in one file
};

/// Writes the sheets of a project. @return the exit code
int export_sheets(const SheetExport& request, const Console& console);

}  // namespace app
