#include "geo/core/error.hpp"
#include "geo/io/import.hpp"
#include "geo/model/hazard.hpp"
#include "tests/geo/io/fixtures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace geo {
namespace {

using fixtures::box;
using fixtures::Folder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Three buildings, two of which bear one name; the first is an L whose centre of gravity lies outside it.
class BuildingJoin : public ::testing::Test {
   protected:
    BuildingJoin() {
        const std::string angle = "POLYGON((500000 3320000,500060 3320000,500060 3320010,500010 3320010,500010 3320060,500000 3320060,500000 3320000))";
        fixtures::write(folder / "b.gpkg", "GPKG",
                        {.layer = "b", .epsg = 4544, .columns = {"id", "name"},
                         .rows = {{angle, {"B1", "1号楼"}}, {box(500100, 3320000, 500120, 3320020), {"B2", "2号楼"}}, {box(500200, 3320000, 500220, 3320020), {"B3", "2号楼"}}}});
        buildings.role = Role::Building;
        buildings.file = folder / "b.gpkg";
    }
    LayerRequest table(const std::string& text) {
        std::ofstream{folder / "h.csv"} << text;
        LayerRequest request;
        request.role = Role::Hazard;
        request.file = folder / "h.csv";
        return request;
    }
    Imported import_with(const LayerRequest& hazards) { return import_layers(std::vector{hazards, buildings}); }
    Folder folder;
    LayerRequest buildings;
};

TEST_F(BuildingJoin, ByIdOrName) {
    const Imported imported = import_with(table("编号,楼栋编号,发现日期,隐患类型\nH1,B1,2024-05-01,飞线充电\nH2,1号楼,2024-05-02,楼道停放\nH3,B3,,飞线充电\n"));
    const auto reports = hazard_reports(imported.inputs);
    ASSERT_EQ(reports.size(), 3u);
    EXPECT_EQ(reports[0].id, "H1");
    EXPECT_EQ(reports[0].type, "飞线充电");
    EXPECT_EQ(reports[0].date, date_in("2024-05-01"));
    EXPECT_EQ(reports[1].where.x, reports[0].where.x) << "the same building";
    // In the L, 5 m from its walls; and in the middle of the square.
    EXPECT_TRUE(reports[0].where.x < 500'010 || reports[0].where.y < 3'320'010) << reports[0].where.x << " " << reports[0].where.y;
    EXPECT_NEAR(reports[2].where.x, 500'210, 0.5);
    EXPECT_NEAR(reports[2].where.y, 3'320'010, 0.5);
    const Layer& layer = imported.inputs.layers.back();
    EXPECT_EQ(layer.crs, imported.inputs.crs);
    EXPECT_EQ(layer.provenance.crs_from, "derived");
    EXPECT_THAT(layer.provenance.mapping, HasSubstr(R"("building":"楼栋编号")"));
}

TEST_F(BuildingJoin, RowsThatFindNoneAreFindings) {
    const Imported imported = import_with(table("编号,楼栋\n1,B2\n2,2号楼\n3,9号楼\n4,\n"));
    EXPECT_EQ(hazard_reports(imported.inputs).size(), 1u);
    std::vector<std::string> codes;
    for (const Finding& f : imported.findings)
        if (f.code.starts_with("building-") && f.where == "h.csv") codes.push_back(f.code + " " + f.feature);
    EXPECT_THAT(codes, ElementsAre("building-missing 4", "building-ambiguous 2", "building-unknown 3"));
    EXPECT_EQ(imported.inputs.layers.back().provenance.dropped, 3);
}

TEST_F(BuildingJoin, TheColumnMayBeNamed) {
    LayerRequest request = table("no,where\n1,B2\n");
    EXPECT_THROW(import_with(request), InvalidInput) << "neither coordinates nor a building";
    request.mapping["building"] = "where";
    EXPECT_EQ(hazard_reports(import_with(request).inputs).size(), 1u);
    request.mapping["building"] = "nowhere";
    EXPECT_THROW(import_with(request), InvalidInput);
}

TEST_F(BuildingJoin, CoordinatesGoBeforeBuildings) {
    LayerRequest request = table("id,楼栋,x,y\n1,B2,500050,3320050\n");
    request.crs = "EPSG:4544";
    EXPECT_EQ(hazard_reports(import_with(request).inputs)[0].where.x, 500'050);
}

TEST_F(BuildingJoin, BuildingsOfTheProjectCountToo) {
    const Imported before = import_layers(std::vector{buildings});
    const LayerRequest request = table("id,楼栋\n1,B2\n");
    const Imported after = import_layers({&request, 1}, before.inputs.crs, before.inputs.layers);
    EXPECT_NEAR(hazard_reports(after.inputs).at(0).where.x, 500'110, 0.5);
    EXPECT_THROW(import_layers({&request, 1}, before.inputs.crs), InvalidInput) << "no buildings";
    const LayerRequest unknown = table("id,楼栋\n1,B9\n");
    EXPECT_THROW(import_layers({&unknown, 1}, before.inputs.crs, before.inputs.layers), InvalidInput) << "none is found";
}

}  // namespace
}  // namespace geo
