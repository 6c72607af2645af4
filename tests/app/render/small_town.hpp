#pragma once

#include "app/render/map_scene.hpp"

#include <initializer_list>
#include <utility>

namespace small_town {

/// Where the town's coordinates count from: whole metres in EPSG:4547.
constexpr geo::Point corner{500000.0, 3400000.0};

geo::Point at(double x, double y);
geo::Polygon box(double x, double y, double width, double height);
geo::Shape area(double x, double y, double width, double height);
geo::Shape point(double x, double y);
geo::Shape line(std::initializer_list<std::pair<double, double>> places);

using Fields = std::initializer_list<std::pair<const char*, geo::Value>>;
void add(geo::Project& project, geo::Role role, const char* id, const char* name, geo::Shape shape, Fields fields = {});

/// A made-up compound of 120 × 80 m with one thing of every role, buildings of every height class, both rings, and three sites, one of each verdict.
geo::Project project();
geo::Results results();
std::shared_ptr<const app::MapData> data();

/// A density with its peak in the compound's middle.
std::shared_ptr<const geo::Heat> heat();

/// The compound in a picture of 640 × 440, without heat.
app::MapScene scene(std::shared_ptr<const app::MapData> data, double denominator = 1000.0);
QImage picture(const app::MapScene& scene);

}  // namespace small_town
