#pragma once

#include "app/render/map_filter.hpp"
#include "app/render/map_style.hpp"
#include "geo/model/role.hpp"

#include <QColor>
#include <QStringList>

#include <limits>
#include <optional>
#include <utility>

namespace app {

/// What a style layer draws: the layers of a role, or a part of the results.
struct MapSource {
    enum class Kind { Role, Zones, Sites, Bays, Changes, Heat };
    Kind kind = Kind::Role;
    geo::Role role = geo::Role::Background;  ///< of Kind::Role
    bool operator==(const MapSource&) const = default;
};
std::optional<MapSource> source_named(std::string_view name);
/// Whether things of the source have such a property: a field of the role, or one that `property_of` works out.
bool has_property(const MapSource& source, std::string_view key);

struct Hatch {
    std::vector<double> angles_deg;  ///< anticlockwise from level lines
    double spacing_mm = 1.0, line_mm = 0.1;
    QColor colour;
};

/// Colours that are not valid draw nothing; opacity is in the colour.
struct Paint {
    QColor fill, stroke;
    double stroke_mm = 0.0;
    double stroke_to = std::numeric_limits<double>::infinity();  ///< scale denominator
    std::vector<double> dash_mm;
    std::optional<Hatch> hatch;
    bool merges = false;
    std::string width_field;  ///< empty: lines are as wide as their stroke
    double width_missing_m = 0.0;
};

/// Colours of densities.
struct Ramp {
    std::vector<std::pair<double, QColor>> steps;  ///< share, ascending
    double transparent_below = 0.0;
    double opacity_from = 1.0, opacity_to = 1.0;   ///< at the first step and at 1
};

/// Disc, phase and ring of a site stand together, where labels leave room.
enum class MarkerShape { Triangle, Square, Circle, Diamond, Box, Letter, Disc, Phase, Ring };
enum class Glyph { None, Bang, Flame, Bolt, Arrow, Dot };

struct Marker {
    MarkerShape shape = MarkerShape::Circle;
    double size_mm = 2.0, height_mm = 0.0;
    Glyph glyph = Glyph::None;
    double glyph_mm = 0.0;
    QColor glyph_colour;
    std::string text;       ///< template, as labels
    double leader_mm = 0.0;
    double every_mm = 0.0;  ///< > 0: repeated along lines
};

enum class LabelPlace { Inside, Along, Beside };
enum class LabelPriority { Site, Building, Compound, Obstacle, Road };  ///< the later gives way

struct Label {
    geo::Message text;  ///< template
    double size_mm = 2.0;
    bool is_bold = false;
    QColor colour, halo, dark_colour, dark_halo;
    LabelPlace place = LabelPlace::Inside;
    LabelPriority priority = LabelPriority::Obstacle;
    double from = 0.0, to = std::numeric_limits<double>::infinity();
};

enum class LayerType { Fill, Line, Symbol, Heatmap };

struct StyleLayer {
    std::string id;
    std::size_t group = 0;  ///< position in `Layers::groups`
    MapSource source;
    LayerType type = LayerType::Fill;
    Filter filter;
    double from = 0.0, to = std::numeric_limits<double>::infinity();  ///< scale denominators
    bool thins = true;
    std::size_t crowd = 0;  ///< > 0: with more than this in view …
    std::string instead;    ///< … and this group shown, only that is drawn
    std::optional<geo::Message> legend;        ///< title of this class under its group's
    std::optional<geo::Message> legend_alone;  ///< where it does not stand under its group's; absent: as `legend`
    std::vector<std::string> explained_by;     ///< layers whose entries tell what this one is
    QColor legend_fill;       ///< under it in the legend
    std::string legend_text;  ///< in it there, instead of the marker's
    Paint paint, dark;      ///< on light and on dark ground
    std::optional<Ramp> ramp;
    std::optional<Marker> marker;
    std::optional<Label> label;
};

struct MapStyle::Layers {
    std::string id;
    geo::Message title;
    QStringList fonts;
    QColor ground, dark_ground;
    double screen_hatch = 1.0, screen_text = 1.0;
    double shrink_from = 1.0, shrink_to = 1.0, shrink_least = 1.0;  ///< scale denominators, share
    double thin_factor = 1.0, thin_stroke_mm = 0.1, thin_dot_mm = 1.0;
    std::vector<std::pair<std::string, geo::Message>> sections;
    std::vector<LayerGroup> groups;      ///< lowest first
    std::vector<std::size_t> group_key;  ///< the style layer that stands for each group in the legend
    std::vector<StyleLayer> layers;      ///< in drawing order
    std::vector<LayerGroup> tree;        ///< groups, topmost first

    std::optional<std::size_t> group_named(std::string_view name) const;
};

/// @throws geo::InvalidInput  every fault, with file, layer and key
MapStyle::Layers style_from_json(std::string_view text, const std::string& file);

}  // namespace app
