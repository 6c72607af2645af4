#include "geo/io/import.hpp"

#include "geo/core/error.hpp"
#include "tests/geo/io/fixtures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace geo {
namespace {

using fixtures::box;
using fixtures::Folder;
using fixtures::Row;
using fixtures::Table;
using testing::HasSubstr;

LayerRequest request(Role role, const std::filesystem::path& file) {
    LayerRequest r;
    r.role = role;
    r.file = file;
    return r;
}

Table areas(std::vector<Row> rows, int epsg = 4544) { return {.layer = "a", .epsg = epsg, .columns = {"id", "name"}, .rows = std::move(rows)}; }

std::vector<Finding> of_code(const Imported& imported, const std::string& code) {
    std::vector<Finding> result;
    std::ranges::copy_if(imported.findings, std::back_inserter(result), [&](const Finding& f) { return f.code == code; });
    return result;
}

const std::string bow_tie = "POLYGON((500000 3320000,500010 3320010,500010 3320000,500000 3320010,500000 3320000))";

TEST(ImportLayers, BringsMixedCrsTogether) {
    const Folder folder;
    fixtures::write(folder / "c.gpkg", "GPKG", areas({{box(499900, 3319900, 500100, 3320100), {"C1", "甲小区"}}}));
    fixtures::write(folder / "b.gpkg", "GPKG", areas({{box(104.9999, 30.0, 105.0, 30.0001), {"B1", ""}}}, 4326));
    fixtures::write(folder / "p.gpkg", "GPKG", areas({{"POINT(11688546.533 3503549.844)", {"H1", ""}}}, 3857));  // 105 E, 30 N
    const LayerRequest requests[] = {request(Role::Hydrant, folder / "p.gpkg"), request(Role::Building, folder / "b.gpkg"),
                                     request(Role::Compound, folder / "c.gpkg")};
    const Imported imported = import_layers(requests);
    EXPECT_EQ(imported.inputs.crs, "EPSG:4544");
    ASSERT_EQ(imported.inputs.layers.size(), 3u);
    EXPECT_EQ(imported.inputs.layers[0].role, Role::Compound) << "in the order of the roles";
    EXPECT_EQ(imported.inputs.layers[2].role, Role::Hydrant);
    EXPECT_EQ(imported.inputs.layers[1].provenance.crs, "EPSG:4326");
    EXPECT_EQ(imported.inputs.layers[1].crs, "EPSG:4544");
    // 0.0001 degrees at 30° N: 11.09 m of latitude × 9.65 m of longitude.
    EXPECT_NEAR(area(imported.inputs.layers[1].features[0].shape.areas), 11.0855 * 9.6486, 0.1);
    EXPECT_NEAR(imported.inputs.layers[2].features[0].shape.points[0].x, 500000.0, 0.01);
    EXPECT_NEAR(imported.inputs.layers[2].features[0].shape.points[0].y, 3320113.4, 0.1);
    EXPECT_TRUE(of_code(imported, "layer-far").empty());
}

TEST(ImportLayers, ListsEachRepair) {
    const Folder folder;
    fixtures::write(folder / "建筑.gpkg", "GPKG",
                    areas({{box(500020, 3320000, 500030, 3320010), {"B1"}},
                           {bow_tie, {"B2"}},
                           {"POLYGON((500040 3320000,500050 3320000,500040 3320000))", {"B3"}},
                           {"POLYGON((1e300 1e300,1e300 -1e300,-1e300 1e300,1e300 1e300))", {"B4"}}}));
    const LayerRequest requests[] = {request(Role::Building, folder / "建筑.gpkg")};
    const Imported imported = import_layers(requests);
    const Layer& layer = imported.inputs.layers[0];
    ASSERT_EQ(layer.features.size(), 3u);
    EXPECT_NEAR(area(layer.features[1].shape.areas), 50.0, 1e-6) << "two triangles of 5 × 5 m each twice";
    EXPECT_FALSE(layer.features[1].is_hull);
    EXPECT_TRUE(layer.features[2].is_hull);
    EXPECT_EQ(layer.provenance.read, 4);
    EXPECT_EQ(layer.provenance.repaired, 1);
    EXPECT_EQ(layer.provenance.hulls, 1);
    EXPECT_EQ(layer.provenance.dropped, 1);

    const auto repaired = of_code(imported, "ring-repaired");
    ASSERT_EQ(repaired.size(), 1u);
    EXPECT_EQ(repaired[0].feature, "2");
    EXPECT_THAT(repaired[0].text.zh, testing::StartsWith("建筑.gpkg 第 2 个要素：面自相交，已修复，面积变化 "));
    ASSERT_EQ(of_code(imported, "ring-hull").size(), 1u);
    EXPECT_EQ(of_code(imported, "ring-hull")[0].feature, "3");
    ASSERT_EQ(of_code(imported, "feature-dropped").size(), 1u);
    EXPECT_EQ(of_code(imported, "feature-dropped")[0].feature, "4");
}

TEST(ImportLayers, ChoosesTheCrsBesideAStrayFeature) {
    const Folder folder;
    std::vector<Row> rows;
    for (int i = 0; i < 9; ++i) rows.push_back({box(106.6 + 0.001 * i, 29.5, 106.6005 + 0.001 * i, 29.5005), {}});
    rows.push_back({box(0, 0, 0.001, 0.001), {}});
    fixtures::write(folder / "b.gpkg", "GPKG", areas(rows, 4490));
    const LayerRequest requests[] = {request(Role::Building, folder / "b.gpkg")};
    EXPECT_EQ(import_layers(requests).inputs.crs, "EPSG:4545");
}

TEST(ImportLayers, TakesAGivenWorkingCrsIfItIsMetric) {
    const Folder folder;
    fixtures::write(folder / "b.gpkg", "GPKG", areas({{box(500000, 3320000, 500010, 3320010), {}}}));
    const LayerRequest requests[] = {request(Role::Building, folder / "b.gpkg")};
    EXPECT_EQ(import_layers(requests, "EPSG:4545").inputs.crs, "EPSG:4545");
    EXPECT_THROW(import_layers(requests, "EPSG:4490"), CrsError);
    EXPECT_THROW(import_layers(requests, "EPSG:3857"), CrsError);
    EXPECT_THROW(import_layers(requests, "EPSG:2263"), CrsError) << "feet";
}

TEST(ImportLayers, TellsAMeridianFromTheOtherLayers) {
    const Folder folder;
    fixtures::write(folder / "b.shp", "ESRI Shapefile", areas({{box(363000, 3264000, 363010, 3264010), {}}}, 0));
    fixtures::write(folder / "c.gpkg", "GPKG", areas({{box(106.58, 29.48, 106.6, 29.5), {}}}, 4490));
    const LayerRequest requests[] = {request(Role::Building, folder / "b.shp"), request(Role::Compound, folder / "c.gpkg")};
    const Imported imported = import_layers(requests);
    EXPECT_EQ(imported.inputs.layers[1].provenance.crs, "EPSG:4545");
    EXPECT_EQ(of_code(imported, "crs-guessed").size(), 1u);
    EXPECT_THROW(import_layers(std::span{requests}.first(1)), CrsError);
}

TEST(ImportLayers, MakesIdsUniqueInTheProject) {
    const Folder folder;
    fixtures::write(folder / "c.gpkg", "GPKG", areas({{box(499900, 3319900, 500100, 3320100), {"1"}}}));
    fixtures::write(folder / "b.gpkg", "GPKG", areas({{box(500000, 3320000, 500010, 3320010), {"1"}}, {box(500020, 3320000, 500030, 3320010), {"building-1"}}}));
    fixtures::write(folder / "d.gpkg", "GPKG", areas({{box(500040, 3320000, 500050, 3320010), {"1"}}}));
    const LayerRequest first[] = {request(Role::Compound, folder / "c.gpkg"), request(Role::Building, folder / "b.gpkg"),
                                  request(Role::Building, folder / "d.gpkg")};
    const Imported imported = import_layers(first);
    EXPECT_EQ(imported.inputs.layers[0].features[0].id, "1");
    EXPECT_EQ(imported.inputs.layers[1].features[0].id, "building-1");
    EXPECT_EQ(imported.inputs.layers[1].features[1].id, "building-1#2");
    EXPECT_EQ(imported.inputs.layers[2].features[0].id, "building-1#3");

    const LayerRequest again[] = {request(Role::Building, folder / "d.gpkg")};
    const Imported more = import_layers(again, {}, imported.inputs.layers);
    ASSERT_EQ(more.inputs.layers.size(), 1u) << "only what is new";
    EXPECT_EQ(more.inputs.layers[0].features[0].id, "building-1#4");
}

TEST(ImportLayers, FindsOverlappingAndDuplicateCompounds) {
    const Folder folder;
    fixtures::write(folder / "c.gpkg", "GPKG",
                    areas({{box(500000, 3320000, 500100, 3320100), {"A"}},
                           {box(500090, 3320000, 500190, 3320100), {"B"}},   // 10 × 100 m on A
                           {box(500190, 3320000, 500290, 3320100), {"C"}},   // only touches B
                           {box(500190, 3320000, 500290, 3320100), {"D"}}}));
    const LayerRequest requests[] = {request(Role::Compound, folder / "c.gpkg")};
    const Imported imported = import_layers(requests);
    const auto overlaps = of_code(imported, "compounds-overlap");
    ASSERT_EQ(overlaps.size(), 1u);
    EXPECT_THAT(overlaps[0].text.en, HasSubstr("overlap by 1000.0 m²"));
    const auto same = of_code(imported, "compound-duplicate");
    ASSERT_EQ(same.size(), 1u);
    EXPECT_EQ(same[0].feature, "D");
}

TEST(ImportLayers, CountsBuildingsOutsideEveryCompound) {
    const Folder folder;
    fixtures::write(folder / "c.gpkg", "GPKG", areas({{box(500000, 3320000, 500100, 3320100), {"C"}}}));
    fixtures::write(folder / "b.gpkg", "GPKG",
                    areas({{box(500010, 3320010, 500020, 3320020), {"in"}},
                           {box(500095, 3320010, 500110, 3320020), {"across"}},
                           {box(499990, 3320040, 500110, 3320050), {"through"}},
                           {box(500200, 3320010, 500210, 3320020), {"out"}}}));
    const LayerRequest requests[] = {request(Role::Compound, folder / "c.gpkg"), request(Role::Building, folder / "b.gpkg")};
    const auto outside = of_code(import_layers(requests), "buildings-outside");
    ASSERT_EQ(outside.size(), 1u);
    EXPECT_EQ(outside[0].text.en, "1 of 4 buildings lie in no compound and count as neighbours' obstacles only: out.");
}

TEST(ImportLayers, NoticesALayerFarAway) {
    const Folder folder;
    fixtures::write(folder / "c.gpkg", "GPKG", areas({{box(500000, 3320000, 500100, 3320100), {"C"}}}));
    fixtures::write(folder / "b.gpkg", "GPKG", areas({{box(500010, 3350000, 500020, 3350020), {"B"}}}));
    const LayerRequest requests[] = {request(Role::Compound, folder / "c.gpkg"), request(Role::Building, folder / "b.gpkg")};
    const auto far = of_code(import_layers(requests), "layer-far");
    ASSERT_EQ(far.size(), 1u);
    EXPECT_THAT(far[0].text.en, HasSubstr("lies 30 km from"));
}

TEST(ImportLayers, RefusesALayerWithNothingLeft) {
    const Folder folder;
    fixtures::write(folder / "b.gpkg", "GPKG", areas({{box(500010, 3320000, 500020, 3320020), {"B"}}}));
    fixtures::write(folder / "d.gpkg", "GPKG", areas({{"POINT(1e300 1e300)", {}}}));
    const LayerRequest requests[] = {request(Role::Building, folder / "b.gpkg"), request(Role::Danger, folder / "d.gpkg")};
    EXPECT_THROW(import_layers(requests), InvalidInput);
}

// Layers are sorted by role on the way; the error still counts as the caller does.
TEST(ImportLayers, AnErrorSaysWhichLayerItConcerns) {
    const Folder folder;
    fixtures::write(folder / "b.gpkg", "GPKG", areas({{box(500010, 3320000, 500020, 3320020), {"B"}}}));
    fixtures::write(folder / "d.gpkg", "GPKG", areas({{"POINT(1e300 1e300)", {}}}));
    const auto layer_of = [](const std::vector<LayerRequest>& requests) -> std::optional<std::size_t> {
        try {
            import_layers(requests);
        } catch (const Error& error) {
            return error.layer();
        }
        return std::nullopt;
    };
    const LayerRequest good = request(Role::Building, folder / "b.gpkg");
    EXPECT_EQ(layer_of({good, request(Role::Hydrant, folder / "none.gpkg")}), 1u);
    EXPECT_EQ(layer_of({request(Role::Hydrant, folder / "d.gpkg"), good}), 0u);
}

}  // namespace
}  // namespace geo
