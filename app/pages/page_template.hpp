#pragma once

#include "app/pages/page_looks.hpp"

#include <QRectF>
#include <QString>

#include <optional>

namespace app {

/// Where a map stands on a page, and the scales it may take.
struct MapPlace {
    QRectF frame;
    int largest = 200, smallest = 2000;  ///< denominators
    double margin_m = 5.0;               ///< ground round what it must hold
    double grid_every = 50.0;
};

struct DetailPlaces {
    std::vector<QRectF> frames;  ///< with their captions
    double caption = 6.2;        ///< height, at the foot
    int largest = 250, smallest = 500;  ///< denominators; a site that fits at neither is shown in part, at the largest
    double grid_every = 40.0;
    double margin_m = 3.0;
};

struct TitleCell {
    std::string value;  ///< which of the sheet's facts: `project`, `scale` …
    geo::Message label;
    QRectF box;         ///< on the page
    Type type = Type::Value;
};

/// Where the parts of a kind of sheet stand, from `styles/pages/<id>.json` (schema in `data/schemas/page.schema.json`). Millimetres from the upper
/// left corner of the paper.
struct PageTemplate {
    std::string id;
    QString format;
    QSizeF paper;
    QRectF frame;
    struct Heading { double x, first, second, right; } heading{};
    MapPlace map;                         ///< no room in templates without maps
    std::vector<std::string> hidden;      ///< groups of the map style that maps leave out
    std::optional<MapPlace> wide_map;     ///< of tiles
    int most_tiles = 1;
    std::optional<MapPlace> second_map;
    std::optional<DetailPlaces> details, more_details;
    std::optional<QRectF> table;
    std::vector<QRectF> more_tables;
    struct Column { double x, left, right, top, legend_bottom; } column{};
    QSizeF disclaimer;
    QRectF title_block;
    std::vector<TitleCell> cells;
};

/// @param file  named in errors @throws geo::InvalidInput  every fault, with file and key
PageTemplate page_template_from_json(std::string_view json, const std::string& file);

/// One that is compiled in: `compound-a3`, `overview-a3`, `heat-a3`, `comparison-a3`, `guide-a4`.
const PageTemplate& page_template(std::string_view id);

}  // namespace app
