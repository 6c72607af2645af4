#pragma once

#include "app/pages/sheet.hpp"
#include "app/render/map_scene.hpp"

#include <QColor>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What of the ground a detail shows, as a dashed box on the main map.
struct MapExtent {
    geo::Box box;  ///< working CRS
    QString tag;   ///< stands outside of the box
};

/// Ground that the sheet marks, below the map's labels.
struct MapArea {
    geo::MultiPolygon area;  ///< working CRS
    QColor fill, stroke;     ///< with their opacity
    double stroke_mm = 0.5;
};

/// A map on a sheet: where on the paper (mm), which ground, at which scale. Its own ground is shown true to scale: a wall of 20.00 ground metres is 40.0 mm at 1:500.
struct SheetMap {
    QRectF frame;                  ///< on the paper, mm
    geo::Point centre;             ///< working CRS
    std::string compound;          ///< id: sites, zones and names are this one's only, and what lies outside of it is pale; empty: everyone's
    int denominator = 500;
    double scale_factor = 1.0;     ///< grid metres per ground metre
    double grid_every_mm = 50.0;   ///< of coordinate crosses
    bool has_grid_labels = true;   ///< outside of the frame: E below, N left
    bool has_heat = false;
    bool has_scale_bar = false;    ///< lower left, or in a corner where it hides nothing
    bool has_north_arrow = false;  ///< upper left, likewise
    std::vector<MapExtent> extents;
    std::vector<MapArea> areas;
    std::vector<QRectF> taken;     ///< on the paper, mm: what the sheet itself puts there, which texts keep off
    std::vector<geo::LayerView> layers;  ///< as `MapScene`
};

/// The ground that a map shows, working CRS.
geo::Box ground_of(const SheetMap& map);

/// What it draws, without its own marks.
MapScene scene_of(const SheetSource& source, const SheetMap& map, geo::Language language);

/// The round scales from which sheets choose, ascending: 200, 250, 500, 1 000, 2 000, 2 500, 5 000 …
/// The largest at which the box, with `margin_m` round it, fits the frame; nothing where none from `largest` to `smallest` does.
std::optional<int> round_scale(const geo::Box& box, QSizeF frame_mm, double margin_m, double scale_factor, int largest, int smallest);

/// Frames of ground that cover a box at a scale where one does not: row by row from the upper left, overlapping by 10 mm.
std::vector<geo::Point> tile_centres(const geo::Box& box, QSizeF frame_mm, int denominator, double scale_factor);

/// A true shortest line between a site and an obstacle that governs it.
struct DimensionLine {
    geo::Point from, to;     ///< working CRS; of the site, of the obstacle (of a lane: of its edge); the same where they touch
    double have_m = 0.0;
    std::optional<double> need_m;  ///< nothing: ground that may not be occupied
    geo::Message tag;        ///< below the line: `≥ 6.00 · 渝2024-20`
    std::string site;
};

/// Dimension lines of a plan's sites: made once, then asked for any site, from any thread.
class DimensionLines {
   public:
    /// @throws geo::InvalidInput  the results' scenario is not the project's @throws geo::RuleError as `geo::Reasons`
    explicit DimensionLines(const SheetSource& source);
    ~DimensionLines();

    /// To the site's governing obstacle and to the next one that lies another way; from its certificate rows. Fewer where it has no such rows.
    std::vector<DimensionLine> of(const geo::Site& site) const;

   private:
    struct State;
    std::unique_ptr<const State> m_state;
};

/// The lines of one site. @throws as DimensionLines
std::vector<DimensionLine> dimension_lines(const SheetSource& source, const geo::Site& site);

/// A clause for where there is little room, from its own data: `渝2024-20`, `GB 50016 表5.2.2`, `设定 cn-base`; what is assumed or unverified says so.
geo::Message short_clause(const geo::Clause& clause);

/// A text on a map and the room it takes.
struct TextOnMap {
    QString text;
    QPolygonF room;  ///< convex, on the paper, mm; no two overlap
};

/// What there is on a map once it is drawn.
struct DrawnMap {
    std::vector<std::string> layers;       ///< ids of the style's layers of which anything shows, for `legend_lines`
    std::vector<TextOnMap> texts;          ///< of dimensions, tags, plates and labels inside the frame
    std::vector<DimensionLine> left_out;   ///< dimensions that leave the frame, or whose text finds no room
};

/// Draws a map with its frame, coordinate grid, dimension lines and further marks, as vectors. @param painter  in page units
/// @throws geo::InvalidInput  a layer cannot be drawn: names it @throws geo::Cancelled
DrawnMap draw_sheet_map(QPainter& painter, const SheetSource& source, const SheetMap& map, const std::vector<DimensionLine>& dimensions,
                        geo::Language language, const geo::Progress& progress = {});

/// Where the paper does not offer the map's corners: the same marks, on their white plates. @param at  upper left corner, mm
void draw_scale_bar(QPainter& painter, QPointF at, int denominator, geo::Language language);
void draw_north_arrow(QPainter& painter, QPointF at);
QSizeF scale_bar_size();    ///< of the plates, mm
QSizeF north_arrow_size();

}  // namespace app
