#include "app/render/style_layers.hpp"
#include "tests/app/render/colour_difference.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace {

using namespace colours;
constexpr std::array<Sight, 4> all_sights{Sight::Normal, Sight::Protan, Sight::Deutan, Sight::Tritan};

const app::StyleLayer& layer(const std::string& id) {
    for (const app::StyleLayer& layer : app::MapStyle::standard()->layers().layers)
        if (layer.id == id) return layer;
    throw std::out_of_range{id};
}

QColor opaque(QColor colour) {
    colour.setAlphaF(1.0F);
    return colour;
}
std::vector<QColor> fills(std::initializer_list<const char*> ids) {
    std::vector<QColor> colours;
    for (const char* id : ids) colours.push_back(opaque(layer(id).paint.fill));
    return colours;
}
std::vector<QColor> strokes(std::initializer_list<const char*> ids) {
    std::vector<QColor> colours;
    for (const char* id : ids) colours.push_back(layer(id).paint.stroke);
    return colours;
}
std::vector<QColor> heat_steps() {
    std::vector<QColor> colours;
    for (const auto& [share, colour] : layer("heat").ramp->steps) colours.push_back(colour);
    return colours;
}
std::vector<QColor> rings() {
    std::vector<QColor> colours = fills({"zones-legal", "zones-robust"});
    colours.push_back(app::MapStyle::standard()->layers().ground);
    return colours;
}

/// A set of colours that are told apart on the map, with the least CIEDE2000 of any two.
struct Group {
    const char* name;
    std::vector<QColor> colours;
    std::array<double, 4> least;  ///< normal, protan, deutan, tritan
};

std::vector<Group> groups() {
    return {
        {"verdicts, solid marks",
         fills({"sites-dot-complies", "sites-dot-to_verify", "sites-dot-fails"}),
         {48.6, 25.7, 31.7, 35.8}},
        {"verdicts, strokes", strokes({"sites-complies", "sites-to_verify", "sites-fails"}), {35.1, 22.7, 10.8, 11.7}},
        {"verdicts, discs", fills({"disc-complies", "disc-to_verify", "disc-fails"}), {35.1, 22.7, 10.8, 11.7}},
        {"verdicts, bays", fills({"bays-complies", "bays-to_verify", "bays-fails"}), {24.9, 14.3, 13.2, 17.9}},
        {"verdicts, rows of bays",
         fills({"sites-plain-complies", "sites-plain-to_verify", "sites-plain-fails"}),
         {24.9, 14.3, 13.2, 17.9}},
        {"phases", fills({"phase-pilot", "phase-1", "phase-2", "phase-later"}), {30.4, 21.6, 17.2, 18.9}},
        {"phases of compounds", fills({"phase-mark-pilot", "phase-mark-1", "phase-mark-2", "phase-mark-later"}), {30.4, 21.6, 17.2, 18.9}},
        {"outlines of phases", strokes({"phase-area-pilot", "phase-area-1", "phase-area-2", "phase-area-later"}), {30.4, 21.6, 17.2, 18.9}},
        {"rings and ground", rings(), {10.2, 9.4, 10.7, 11.2}},
        {"heat", heat_steps(), {14.6, 11.6, 9.4, 14.2}},
        {"building heights", fills({"building-low", "building-mid", "building-high"}), {9.6, 9.8, 9.5, 9.9}},
        {"building heights by storeys",
         fills({"building-low-by-storeys", "building-mid-by-storeys", "building-high-by-storeys"}),
         {9.6, 9.8, 9.5, 9.9}},
        {"lane, aerial, legal, robust",
         strokes({"fire_lane", "aerial_site-surveyed", "zones-legal", "zones-robust"}),
         {20.2, 13.0, 19.0, 20.4}}};
}

// Known colours come out: black and white are 100 apart, and a colour is nothing apart
// from itself.
TEST(ColourDifference, OfBlackAndWhiteIsAHundred) {
    for (const Sight sight : all_sights) EXPECT_NEAR(difference(Qt::black, Qt::white, sight), 100.0, 0.05);
    EXPECT_EQ(difference(QColor{10, 200, 30}, QColor{10, 200, 30}, Sight::Deutan), 0.0);
}

TEST(Colours, KeepTheirDistanceForColourBlindEyes) {
    for (const Group& group : groups())
        for (std::size_t s = 0; s < all_sights.size(); ++s) {
            const double least = least_difference(group.colours, all_sights[s]);
            EXPECT_NEAR(least, group.least[s], 0.06) << group.name << ", sight " << s;
            EXPECT_GE(least, 9.0) << group.name << ", sight " << s;
        }
}

TEST(Colours, HeatDarkensStepByStep) {
    std::vector<double> lightnesses;
    for (const QColor& colour : heat_steps()) lightnesses.push_back(std::round(lightness(colour)));
    EXPECT_THAT(lightnesses, testing::ElementsAre(90, 77, 59, 42, 19));
}

TEST(Colours, BuildingsDifferInLightness) {
    std::vector<double> lightnesses;
    for (const QColor& colour : fills({"building-low", "building-mid", "building-high"}))
        lightnesses.push_back(std::round(lightness(colour)));
    EXPECT_THAT(lightnesses, testing::ElementsAre(90, 78, 60));
}

/// Contrast of WCAG 2.
double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& c) {
        const double l = lightness(c);
        return l > 8.0 ? std::pow((l + 16.0) / 116.0, 3.0) : l * 27.0 / 24389.0;
    };
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(Colours, LabelsAreLegibleOnTheirHalos) {
    for (const app::StyleLayer& layer : app::MapStyle::standard()->layers().layers) {
        if (!layer.label) continue;
        EXPECT_GE(contrast(layer.label->colour, layer.label->halo), 4.5) << layer.id;
        EXPECT_GE(contrast(layer.label->dark_colour, layer.label->dark_halo), 4.5) << layer.id << " on dark ground";
    }
}

TEST(Colours, TextInDiscsIsLegible) {
    for (const app::StyleLayer& layer : app::MapStyle::standard()->layers().layers) {
        if (!layer.marker || layer.marker->text.empty() || layer.marker->shape == app::MarkerShape::Letter) continue;
        EXPECT_GE(contrast(layer.marker->glyph_colour, layer.paint.fill), 4.0) << layer.id;
    }
}

}  // namespace
