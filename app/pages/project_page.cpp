#include "app/pages/project_page.hpp"

#include "app/render/layer_painting.hpp"
#include "geo/crs/crs.hpp"

#include <algorithm>

namespace app {
namespace {

QPolygonF ring_on_paper(const SheetMap& map, const geo::Ring& ring) {
    QPolygonF polygon;
    for (const geo::Point& p : ring) polygon.push_back(on_paper(map, p));
    return polygon;
}

double scale_factor_at(const PlanFacts& facts, geo::Point centre) {
    try {
        return geo::scale_factor(facts.source().project->inputs.crs, centre);
    } catch (const geo::CrsError&) {
        return 1.0;  // A local grid, whose metres are taken as they are.
    }
}

}  // namespace

QPointF on_paper(const SheetMap& map, geo::Point place) {
    const double mm_per_m = 1000.0 / map.denominator / map.scale_factor;
    return map.frame.center() + QPointF{(place.x - map.centre.x) * mm_per_m, (map.centre.y - place.y) * mm_per_m};
}

QPainterPath on_paper(const SheetMap& map, const geo::MultiPolygon& areas) {
    QPainterPath path;
    for (const geo::Polygon& polygon : areas) {
        path.addPolygon(ring_on_paper(map, polygon.outer));
        path.closeSubpath();
        for (const geo::Ring& hole : polygon.holes) path.addPolygon(ring_on_paper(map, hole)), path.closeSubpath();
    }
    return path;
}

QPointF middle_on_paper(const SheetMap& map, const geo::MultiPolygon& areas) {
    const auto largest = std::ranges::max_element(areas, {}, [](const geo::Polygon& polygon) { return geo::area(polygon); });
    return largest == areas.end() ? map.frame.center() : place_inside(ring_on_paper(map, largest->outer));
}

MapOnPage project_map(const PlanFacts& facts, const MapPlace& place, const std::vector<std::string>& hidden) {
    MapOnPage map;
    const geo::Box box = facts.source().map->extent();
    SheetMap& sheet = map.map;
    sheet.frame = place.frame;
    sheet.centre = box.centre();
    sheet.scale_factor = scale_factor_at(facts, sheet.centre);
    sheet.denominator = round_scale(box, place.frame.size(), place.margin_m, sheet.scale_factor, place.largest, place.smallest).value_or(place.smallest);
    sheet.grid_every_mm = place.grid_every;
    sheet.has_scale_bar = sheet.has_north_arrow = true;
    for (const std::string& group : hidden) sheet.layers.push_back({group, false, 1.0});
    return map;
}

std::vector<Sheet> project_sheets(const PlanFacts& facts, const PageTemplate& page, ProjectDrawing drawing) {
    std::vector<std::shared_ptr<Sheet::Content>> pages;
    const auto add_page = [&]() -> Sheet::Content& {
        auto content = std::make_shared<Sheet::Content>();
        content->source = facts.source();
        content->paper = page.paper;
        content->map_language = facts.words().mapLanguage();
        pages.push_back(std::move(content));
        return *pages.back();
    };
    PageTable none;
    add_page().maps.push_back(drawing.map);
    {
        PageWriter writer{page, facts.request().language, *pages.front()};
        if (drawing.marks) drawing.marks(writer);
        PageColumn column{writer};
        column.legend(legend_rows(facts.source(), pages.front()->maps), column.heightOf(drawing.table, none, drawing.notes));
        if (drawing.legend) drawing.legend(writer, column);
        column.tablesAndNotes(none, drawing.table, drawing.notes);
    }
    while (!drawing.table.isDone() || !drawing.notes.isDone()) {
        PageWriter writer{page, facts.request().language, add_page()};
        PageColumn column{writer};
        column.tablesAndNotes(none, none, drawing.notes);
        for (const QRectF& room : page.more_tables)
            if (!drawing.table.isDone()) write_table(writer, drawing.table, room);
    }
    std::vector<Sheet> sheets;
    const int count = static_cast<int>(pages.size());
    const geo::Message heading{facts.source().title.toStdString() + " · " + drawing.title.zh, drawing.title.en + ", " + facts.source().title.toStdString()};
    for (int p = 0; p < count; ++p) {
        Sheet::Content& content = *pages[static_cast<std::size_t>(p)];
        PageWriter writer{page, facts.request().language, content};
        write_frame(writer, facts.facts(page, heading, facts.words().both(drawing.title), drawing.phase, drawing.number, p + 1, count, content.maps));
        const geo::Message name{drawing.title.zh + " · " + facts.source().title.toStdString(), drawing.title.en + " · " + facts.source().title.toStdString()};
        sheets.emplace_back(drawing.kind, drawing.number, QString::fromStdString(name.in(facts.words().mapLanguage())), p + 1, count, pages[static_cast<std::size_t>(p)]);
    }
    return sheets;
}

}  // namespace app
