#pragma once

#include "app/pages/page_writer.hpp"
#include "app/render/legend.hpp"

namespace app {

/// What is drawn on any of the maps, in the order of the page's looks.
std::vector<LegendLine> legend_rows(const SheetSource& source, const std::vector<MapOnPage>& maps);

/// In two columns under a block heading. Rows move closer where they would not fit. @return y of its lower end
double write_legend(PageWriter& writer, const std::vector<LegendLine>& rows, double top, double bottom);
/// Height that the legend takes where there is room.
double legend_height(const PageWriter& writer, const std::vector<LegendLine>& rows);
double least_legend_height(const PageWriter& writer, const std::vector<LegendLine>& rows);

/// Heading of a block of the column, both languages beside each other.
void write_block_heading(PageWriter& writer, const geo::Message& title, double left, double top, double width);

}  // namespace app
