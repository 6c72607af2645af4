#pragma once

#include "app/cli/comparison_report.hpp"
#include "app/cli/console.hpp"
#include "geo/model/rule_pack.hpp"

#include <filesystem>
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

/// The comparison as sheets, in one PDF.
void write_comparison_pdf(const geo::Comparison& comparison, const std::filesystem::path& file, const Console& console);

/// A pack as a guide, in one PDF. @param language  `zh`, `en` or `both` @return its pages
std::size_t write_guide_pdf(const geo::RulePack& pack, const std::filesystem::path& file, const std::string& language, const Console& console);

}  // namespace app
