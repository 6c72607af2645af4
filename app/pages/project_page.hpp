#pragma once

#include "app/pages/page_column.hpp"
#include "app/pages/plan_facts.hpp"

#include <functional>

namespace app {

/// A drawing of the whole project: one map, and a table that may go on over further pages.
struct ProjectDrawing {
    Sheet::Kind kind = Sheet::Kind::Overview;
    geo::Message title;          ///< `试点总平面图`
    QString number;
    geo::Message phase;          ///< as the title block says it
    MapOnPage map;
    std::function<void(PageWriter&)> marks = {};                ///< onto the map; may be empty
    std::function<void(PageWriter&, PageColumn&)> legend = {};  ///< besides the map's own; may be empty
    PageTable table;
    PageNotes notes;
};

std::vector<Sheet> project_sheets(const PlanFacts& facts, const PageTemplate& page, ProjectDrawing drawing);

/// A map of all compounds at the largest round scale that holds them.
MapOnPage project_map(const PlanFacts& facts, const MapPlace& place, const std::vector<std::string>& hidden);

/// Where a place of the working CRS lies on the paper, mm.
QPointF on_paper(const SheetMap& map, geo::Point place);
QPainterPath on_paper(const SheetMap& map, const geo::MultiPolygon& areas);
/// A place inside of the largest part of an area, well away from its edge.
QPointF middle_on_paper(const SheetMap& map, const geo::MultiPolygon& areas);

}  // namespace app
