#pragma once

#include "app/pages/page_writer.hpp"

namespace app {

/// A row of the legend.
struct LegendRow {
    geo::Message title;
    std::size_t layer = 0;             ///< of the map style
    std::optional<std::size_t> under;  ///< another one below it
};

/// What is drawn on any of the maps, in the order of the page's looks.
std::vector<LegendRow> legend_rows(const SheetSource& source, const std::vector<MapOnPage>& maps);

/// In two columns under a block heading. Rows move closer where they would not fit. @return y of its lower end
double write_legend(PageWriter& writer, const std::vector<LegendRow>& rows, double top, double bottom);
/// Height that the legend takes where there is room.
double legend_height(const PageWriter& writer, const std::vector<LegendRow>& rows);

/// Heading of a block of the column, both languages beside each other.
void write_block_heading(PageWriter& writer, const geo::Message& title, double left, double top, double width);

}  // namespace app
