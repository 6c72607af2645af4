#include "tests/app/render/small_town.hpp"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace small_town {

using geo::Role;

geo::Point at(double x, double y) { return {corner.x + x, corner.y + y}; }

geo::Polygon box(double x, double y, double width, double height) {
    return {{at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)}, {}};
}

geo::Shape area(double x, double y, double width, double height) { return {{box(x, y, width, height)}, {}, {}}; }

geo::Shape point(double x, double y) { return {{}, {}, {at(x, y)}}; }

geo::Shape line(std::initializer_list<std::pair<double, double>> places) {
    geo::Line vertices;
    for (const auto& [x, y] : places) vertices.push_back(at(x, y));
    return {{}, {vertices}, {}};
}

void add(geo::Project& project, Role role, const char* id, const char* name, geo::Shape shape, Fields fields) {
    auto& layers = project.inputs.layers;
    auto layer = std::ranges::find(layers, role, &geo::Layer::role);
    if (layer == layers.end()) {
        layers.push_back({.role = role, .crs = project.inputs.crs, .provenance = {}, .features = {}});
        layer = layers.end() - 1;
    }
    geo::Feature feature;
    feature.id = id;
    feature.name = name;
    feature.shape = std::move(shape);
    feature.values.resize(geo::role_info(role).fields.size());
    for (const auto& [field, value] : fields) feature.values.at(*geo::field_index(role, field)) = value;
    layer->features.push_back(std::move(feature));
}

geo::Project project() {
    geo::Project p;
    p.inputs.crs = "EPSG:4547";
    add(p, Role::Compound, "C1", "示例小区", area(0, 0, 120, 80));
    add(p, Role::Building, "B1", "示例小区1号楼", area(5, 58, 30, 14), {{"floors", std::int64_t{6}}, {"height", 18.0}});
    add(p, Role::Building, "B2", "示例小区2号楼", area(45, 58, 22, 14),
        {{"floors", std::int64_t{11}}, {"height", 33.0}});
    add(p, Role::Building, "B3", "示例小区3号楼", area(78, 56, 18, 18),
        {{"floors", std::int64_t{24}}, {"height", 72.0}});
    add(p, Role::Building, "B4", "示例小区4号楼", area(6, 6, 26, 12), {{"floors", std::int64_t{5}}});
    add(p, Role::Building, "B5", "", area(40, 6, 14, 10));
    add(p, Role::Building, "B6", "邻楼", area(130, 20, 16, 40), {{"floors", std::int64_t{3}}});
    add(p, Role::Combustible, "K1", "", area(36, 20, 5, 3), {{"kind", std::string{"木材堆"}}});
    add(p, Role::Danger, "D1", "", point(34, 8), {{"kind", std::string{"燃气调压箱"}}});
    add(p, Role::FireLane, "L1", "", line({{-4, 44}, {120, 44}}), {{"width", 4.0}});
    add(p, Role::FireLane, "L2", "", line({{72, 44}, {72, 2}}), {{"width", 4.0}});
    add(p, Role::AerialSite, "A1", "", area(78, 47, 18, 8), {{"surveyed", std::int64_t{1}}});
    add(p, Role::AerialSite, "A2", "", area(45, 48, 22, 8), {{"surveyed", std::int64_t{0}}});
    add(p, Role::Exit, "E1", "1单元门", point(20, 58));
    add(p, Role::Gate, "G1", "西门", point(0, 44));
    add(p, Role::Hydrant, "H1", "", point(68, 40));
    add(p, Role::Utility, "U1", "", line({{-8, 84}, {150, 84}}),
        {{"kind", std::string{"燃气管线"}}, {"pressure", 0.4}});
    add(p, Role::PowerSource, "P1", "", point(112, 70), {{"kind", std::string{"箱式变电站"}}, {"capacity", 200.0}});
    add(p, Role::NoBuild, "N1", "", area(-30, 5, 22, 24), {{"kind", std::string{"水体"}}});
    add(p, Role::Consent, "S1", "", area(36, 24, 32, 14),
        {{"kind", std::string{"绿地"}}, {"owner", std::string{"业主"}}});
    add(p, Role::Path, "R1", "人民街", line({{-40, -10}, {150, -10}}),
        {{"kind", std::string{"支路"}}, {"width", 10.0}});
    add(p, Role::Path, "R2", "", line({{124, -4}, {124, 90}}), {{"kind", std::string{"步道"}}});
    add(p, Role::Charging, "X1", "", area(104, 4, 10, 4), {{"bays", std::int64_t{12}}});
    add(p, Role::Hazard, "Z1", "", point(24, 66), {{"status", std::string{"待整改"}}});
    add(p, Role::Hazard, "Z2", "", point(28, 62), {{"status", std::string{"已销号"}}});
    add(p, Role::Area, "Y1", "一社区", area(-60, -40, 240, 160));
    add(p, Role::Background, "W1", "", area(-36, 60, 26, 16));
    return p;
}

namespace {

geo::Site site(const char* id, geo::Verdict verdict, double x, double y, const char* phase) {
    geo::Site site;
    site.id = id;
    site.compound = "C1";
    site.zone_id = "C1-Z1";
    site.verdict = verdict;
    site.phase = phase;
    site.bay_count = 8;
    site.outline = {box(x, y, 6.4, 2.0)};
    for (int i = 0; i < 8; ++i) site.bays.push_back({id, 1, i + 1, false, box(x + 0.8 * i, y, 0.8, 2.0)});
    site.bays.push_back({id, 1, 0, true, box(x, y - 1.5, 6.4, 1.5)});
    return site;
}

}  // namespace

geo::Results results() {
    geo::Results results;
    geo::Ground ground;
    ground.compound = "C1";
    geo::Zone zone;
    zone.id = "C1-Z1";
    zone.compound = "C1";
    zone.legal = box(78, 4, 40, 37);
    zone.robust = {box(81, 7, 34, 31)};
    ground.zones.push_back(zone);
    results.grounds.push_back(ground);
    results.sites = {site("C1-S1", geo::Verdict::Complies, 84, 31, "pilot"),
                     site("C1-S2", geo::Verdict::ToVerify, 84, 20, "rollout-1"),
                     site("C1-S3", geo::Verdict::Fails, 100, 12, "")};
    return results;
}

std::shared_ptr<const app::MapData> data() {
    return std::make_shared<app::MapData>(std::make_shared<geo::Project>(project()),
                                          std::make_shared<geo::Results>(results()), app::MapStyle::standard());
}

std::shared_ptr<const geo::Heat> heat() {
    auto heat = std::make_shared<geo::Heat>();
    geo::Raster& raster = heat->raster;
    raster.crs = "EPSG:4547";
    raster.grid = {at(0, 80), 2.0, 60, 40};
    for (int row = 0; row < raster.grid.rows; ++row)
        for (int column = 0; column < raster.grid.columns; ++column) {
            const geo::Point p = raster.grid.centre_of(column, row), middle = at(60, 40);
            const double share = std::max(0.0, 1.0 - std::hypot(p.x - middle.x, p.y - middle.y) / 35.0);
            raster.values.push_back(static_cast<float>(8.0 * share));
        }
    heat->maximum = *std::ranges::max_element(raster.values);
    return heat;
}

app::MapScene scene(std::shared_ptr<const app::MapData> data, double denominator) {
    app::MapScene scene;
    scene.data = std::move(data);
    scene.size = {640, 440};
    scene.centre = at(60, 40);
    scene.metres_per_px = denominator / 1000.0 / scene.px_per_mm;
    return scene;
}

QImage picture(const app::MapScene& scene) {
    QImage image{scene.size.toSize(), QImage::Format_RGB32};
    image.fill(Qt::magenta);
    QPainter painter{&image};
    app::draw(painter, scene);
    return image;
}

}  // namespace small_town
