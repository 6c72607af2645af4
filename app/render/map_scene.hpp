#pragma once

#include "app/render/map_data.hpp"
#include "geo/core/progress.hpp"
#include "geo/density/hazard_density.hpp"
#include "geo/model/map_view.hpp"

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QPolygonF>
#include <QSizeF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace app {

/// Logical pixels that a millimetre of paper takes on the screen.
inline constexpr double screen_px_per_mm = 3.78;

/// A camera and the part of the screen or page that it fills; north is up.
struct Viewport {
    geo::Camera camera;
    QSizeF size;  ///< logical pixels

    QPointF to_screen(geo::Point place) const;
    geo::Point to_map(QPointF place) const;
    geo::Box extent() const;
};

/// Everything one picture of the map needs, by value or shared and constant: painted on any thread.
struct MapScene {
    std::shared_ptr<const MapData> data;         ///< null: an empty sheet
    std::shared_ptr<const geo::Heat> heat;       ///< null: none
    std::vector<geo::LayerView> layers;          ///< topmost first; groups not listed stand where the style has them
    geo::Point centre;                           ///< working CRS
    double metres_per_px = 1.0;                  ///< grid metres per logical pixel
    double scale_factor = 1.0;                   ///< grid metres per ground metre: of sheets, whose scale is the ground's
    QSizeF size;                                 ///< logical pixels
    std::optional<geo::Box> seen;                ///< what of it is looked at, where the picture reaches further: crowds are counted there
    double px_per_mm = screen_px_per_mm;         ///< logical pixels a millimetre of the style is wide
    geo::Language language = geo::Language::Chinese;
    bool is_draft = false;                       ///< moving: no antialiasing, no labels
    bool is_dark = false;                        ///< dark ground
    bool is_paper = false;                       ///< a page: hatches and text as the style has them, not in their sizes for screens; heat as vectors
    bool has_labels = true;                      ///< and discs; else the caller places and paints them
    std::string compound;                        ///< id: zones, sites and names of buildings are this one's only, and its own name is not written; empty: everyone's
    std::vector<QPolygonF> taken;                ///< convex, logical pixels: labels and discs keep off

    double scale_denominator() const;            ///< to a millionth, so that 1:1000 is within a range that ends there
    Viewport view() const { return {{centre, metres_per_px}, size}; }
    QPointF to_screen(geo::Point place) const { return view().to_screen(place); }
    geo::Point to_map(QPointF place) const { return view().to_map(place); }
    geo::Box extent() const { return view().extent(); }
    double seen_share() const;  ///< of the extent
};

/// A layer that could not be drawn; the others were.
struct LayerFailure {
    std::string group;
    geo::Message reason;
};

/// Draws the map into a painter whose logical pixels are the scene's: the same for screen, page and test.
/// @throws geo::Cancelled
std::vector<LayerFailure> draw(QPainter& painter, const MapScene& scene, const geo::Progress& progress = {});

/// Key of one layer group as the legend shows it. @param size  logical pixels
QImage legend_key(const MapStyle& style, const std::string& group, QSize size, double device_ratio);

/// Classes of a group as the legend lists them: `≤ 27 m`, `27–54 m` …, each with its key; one entry where there are none.
struct LegendEntry {
    geo::Message title;
    QImage key;
};
std::vector<LegendEntry> legend_of(const MapStyle& style, const std::string& group, QSize size, double device_ratio);

/// Colour (with opacity) of a share of the greatest density, by the style's ramp; transparent below its threshold.
QColor heat_colour(const MapStyle& style, double share);

}  // namespace app
