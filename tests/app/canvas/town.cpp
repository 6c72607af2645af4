#include "tests/app/canvas/town.hpp"

#include <QTest>

#include <cmath>
#include <numbers>
#include <string>

namespace app::testing {
namespace {

geo::Feature feature_of(geo::Role role, std::string id, geo::Ring outline) {
    geo::Feature feature;
    feature.id = std::move(id);
    feature.shape.areas = {{std::move(outline), {}}};
    feature.values.resize(geo::role_info(role).fields.size());
    return feature;
}

/// A square of four corners, or a star-like ring of more.
geo::Ring outline_at(geo::Point middle, int vertices) {
    geo::Ring ring;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2.0 * std::numbers::pi * (i + 0.5) / vertices;
        const double radius = vertices == 4 ? std::numbers::sqrt2 * 10.0 : (i % 2 == 0 ? 10.0 : 8.5);
        ring.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
    return ring;
}

}  // namespace

geo::Box box_of_town(int columns, int rows) {
    return {town_corner.x, town_corner.y, town_corner.x + columns * town_pitch_m, town_corner.y + rows * town_pitch_m};
}

std::shared_ptr<const MapData> town(int columns, int rows, int vertices) {
    auto project = std::make_shared<geo::Project>();
    project->inputs.crs = "EPSG:4544";
    geo::Layer compounds{geo::Role::Compound, project->inputs.crs, {}, {}}, buildings{geo::Role::Building, project->inputs.crs, {}, {}};
    const geo::Box box = box_of_town(columns, rows);
    compounds.features.push_back(feature_of(
        geo::Role::Compound, "c1", {{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}}));
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            buildings.features.push_back(feature_of(
                geo::Role::Building, "b" + std::to_string(row) + "-" + std::to_string(column),
                outline_at({town_corner.x + (column + 0.5) * town_pitch_m, town_corner.y + (row + 0.5) * town_pitch_m}, vertices)));
    project->inputs.layers = {std::move(compounds), std::move(buildings)};
    return std::make_shared<const MapData>(std::move(project), nullptr, MapStyle::standard());
}

std::shared_ptr<const MapData> hazards(int columns, int rows) {
    auto project = std::make_shared<geo::Project>();
    project->inputs.crs = "EPSG:4544";
    geo::Layer reports{geo::Role::Hazard, project->inputs.crs, {}, {}};
    for (int i = 0; i < columns * rows; ++i) {
        geo::Feature report = feature_of(geo::Role::Hazard, "h" + std::to_string(i), {});
        report.shape.areas.clear();
        report.shape.points = {{town_corner.x + (i % columns + 0.5) * town_pitch_m, town_corner.y + (i / columns + 0.5) * town_pitch_m}};
        reports.features.push_back(std::move(report));
    }
    project->inputs.layers = {std::move(reports)};
    return std::make_shared<const MapData>(std::move(project), nullptr, MapStyle::standard());
}

std::shared_ptr<const MapData> large_town() {
    static const auto made = town(200, 200, 80);
    return made;
}

bool becomes_sharp(const MapCanvas& canvas) {
    constexpr int patience_ms = 30'000;
    return QTest::qWaitFor([&] { return canvas.isSharp(); }, patience_ms);
}

}  // namespace app::testing
