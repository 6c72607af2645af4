#pragma once

#include "app/pages/sheet.hpp"

#include <filesystem>
#include <vector>

namespace app {

/// Makes sure that Qt can draw text where no window is open (a QGuiApplication without display), once.
void begin_pages(int& argc, char** argv);

/// @throws geo::OutputError  no font with Chinese characters is installed: says which packages to install
void require_page_fonts();

/// Writes drawings as PDF: vectors, fonts embedded as subsets, text extractable. One file a drawing (`AC-P-002 青禾苑.pdf`), or all in one (`<name>.pdf`).
/// Complete or absent; with SOURCE_DATE_EPOCH set the same sheets give the same bytes.
/// @return the files made, in the order of the sheets
/// @throws geo::OutputError  fonts missing, not writable, disk full, or files exist and not `overwrite` @throws geo::Cancelled
std::vector<std::filesystem::path> write_sheets(const std::filesystem::path& folder, const std::vector<Sheet>& sheets, const QString& name, bool in_one,
                                                bool overwrite, const geo::Progress& progress = {});

/// All sheets into one file of the name given. @throws as write_sheets
void write_sheet_file(const std::filesystem::path& file, const std::vector<Sheet>& sheets, const QString& title, bool overwrite, const geo::Progress& progress = {});

}  // namespace app
