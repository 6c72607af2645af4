#pragma once

#include <QColor>
#include <QSizeF>

#include <string_view>
#include <vector>

namespace app {

/// Looks of what is drawn onto a sheet's map, from `styles/pages/sheet_maps.json`; lengths in mm.
struct MarkText {
    double size_mm = 2.0;
    bool is_bold = false;
    QColor colour;
};

struct FrameMarks {
    QColor colour;
    double line_mm, inside_mm;
};

struct GridMarks {
    QColor colour;
    double line_mm, cross_mm, tick_mm, gap_mm;
    MarkText text;
};

struct DimensionMarks {
    QColor colour, halo;
    double line_mm, tick_mm, tick_line_mm, extension_mm, extension_line_mm, gap_mm, leader_dot_mm;
    std::vector<double> reach_mm;
    MarkText value, tag;
};

struct ExtentMarks {
    QColor colour, fill;
    double line_mm;
    std::vector<double> dash_mm;
    QSizeF room_mm;
    MarkText text;
};

struct ScaleBarMarks {
    QSizeF plate_mm, from_mm;
    QColor fill, colour;
    double line_mm, most_mm, height_mm, tick_mm;
    int parts;
    MarkText title, words, text;
};

struct NorthMarks {
    QSizeF plate_mm, arrow_mm;
    QColor fill, colour;
    double line_mm, top_mm;
    MarkText text;
};

struct MapMarks {
    FrameMarks frame;
    QColor outside;  ///< over the ground outside of a sheet's compound, with opacity
    GridMarks grid;
    DimensionMarks dimension;
    ExtentMarks extent;
    ScaleBarMarks scale_bar;
    NorthMarks north_arrow;

    /// Those that are compiled in.
    static const MapMarks& standard();
    /// @throws geo::InvalidInput  what breaks the schema, with its place
    static MapMarks parse(std::string_view json, const std::string& file);
};

}  // namespace app
