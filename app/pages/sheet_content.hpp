#pragma once

#include "app/pages/page_looks.hpp"
#include "app/pages/sheet_maps.hpp"

#include <QPainterPath>

#include <variant>

namespace app {

/// Words on a page. Millimetres.
struct PageText {
    QPointF base;  ///< left end of the base line
    QString text;
    Type type = Type::Table;
    QColor colour;

    QRectF room() const;  ///< that its letters take
};

/// Lines and areas on a page.
struct PageShape {
    QPainterPath path;  ///< mm
    QColor fill, stroke;      ///< not valid: none
    double stroke_mm = 0.0;
    std::vector<double> dash_mm;
};

/// A layer of the map style as the legend shows it.
struct PageKey {
    QRectF box;
    std::string layer;
};

using PageItem = std::variant<PageText, PageShape, PageKey>;

struct MapOnPage {
    SheetMap map;
    std::vector<DimensionLine> dimensions = {};
    std::optional<SheetSource> source = {};  ///< where it is not the sheet's
};

/// What stands on a page: maps, and upon them everything else in drawing order.
struct Sheet::Content {
    SheetSource source;
    QSizeF paper;
    geo::Language map_language = geo::Language::Chinese;
    std::vector<MapOnPage> maps;
    std::vector<PageItem> items;
};

}  // namespace app
