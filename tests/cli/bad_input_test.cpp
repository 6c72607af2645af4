#include "tests/cli/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A good pair of layers to put one bad thing beside.
class BadInput : public ::testing::Test {
   protected:
    void SetUp() override {
        folder.write("compound.geojson", squares({{0, 0, 200, 150, R"({"id":"C1","name":"青禾苑"})"}}));
        folder.write("building.geojson", squares({{20, 20, 40, 12, R"({"id":"B1","floors":6,"structure":"砖混"})"}}));
    }
    std::string at(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    Outcome create(const std::string& compound, const std::string& building, const std::string& more = "") const {
        return anchong("new " + at("town.gpkg") + " --role compound=" + at(compound) + " --role building=" + at(building) + " --lang en " + more);
    }
    bool has_project() const { return std::filesystem::exists(folder / "town.gpkg"); }
    Folder folder;
};

TEST_F(BadInput, GoodLayersMakeAProject) {
    const Outcome made = create("compound.geojson", "building.geojson");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_TRUE(has_project());
}

TEST_F(BadInput, MissingFile) {
    const Outcome made = create("compound.geojson", "nothing.shp");
    EXPECT_EQ(made.exit, 3);
    EXPECT_THAT(made.err, HasSubstr("nothing.shp"));
    EXPECT_FALSE(has_project());
}

TEST_F(BadInput, Directory) {
    std::filesystem::create_directory(folder / "folder");
    const Outcome made = create("compound.geojson", "folder");
    EXPECT_EQ(made.exit, 3);
    EXPECT_THAT(made.err, HasSubstr("folder"));
}

TEST_F(BadInput, NotAGeographicFile) {
    folder.write("noise.shp", "this is no shapefile");
    EXPECT_EQ(create("compound.geojson", "noise.shp").exit, 3);
}

TEST_F(BadInput, EmptyLayer) {
    folder.write("empty.geojson", R"({"type":"FeatureCollection","features":[]})");
    const Outcome made = create("compound.geojson", "empty.geojson");
    EXPECT_EQ(made.exit, 4);
    EXPECT_THAT(made.err, HasSubstr("empty.geojson"));
}

TEST_F(BadInput, WrongGeometryType) {
    folder.write("points.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
        "geometry":{"type":"Point","coordinates":[106.55,29.56]}}]})");
    const Outcome made = create("points.geojson", "building.geojson");
    EXPECT_EQ(made.exit, 4);
    EXPECT_THAT(made.err, HasSubstr("points.geojson"));
}

TEST_F(BadInput, AProvinceIsNoBuilding) {
    folder.write("province.geojson", squares({{0, 0, 40, 12, R"({"id":"B1"})"}, {0, 0, 300'000, 300'000, R"({"id":"B2"})"}}));
    const Outcome made = anchong("new " + at("town.gpkg") + " --lang en --role compound=auto --role building=" + at("province.geojson"));
    EXPECT_EQ(made.exit, 4);
    EXPECT_THAT(made.err, HasSubstr("building B2 is 3"));  // some 300 km, in the working CRS
    EXPECT_FALSE(has_project());
}

TEST_F(BadInput, OverlappingAndDuplicateCompoundsAreFindings) {
    folder.write("two.geojson", squares({{0, 0, 200, 150, R"({"id":"C1"})"}, {0, 0, 200, 150, R"({"id":"C2"})"}, {150, 0, 200, 150, R"({"id":"C3"})"}}));
    const Outcome made = create("two.geojson", "building.geojson");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.err, HasSubstr("C1"));
    EXPECT_THAT(made.err, HasSubstr("C3"));
}

TEST_F(BadInput, BuildingOutsideEveryCompoundIsAFinding) {
    folder.write("outside.geojson", squares({{20, 20, 40, 12, R"({"id":"B1","floors":6})"}, {300, 20, 40, 12, R"({"id":"B2","floors":6})"}}));
    const Outcome made = create("compound.geojson", "outside.geojson");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.err, HasSubstr("B2"));
}

TEST_F(BadInput, CoordinatesThatAreNoPlaceLoseOneFeatureOnly) {
    std::string text = squares({{20, 20, 40, 12, R"({"id":"B1","floors":6})"}});
    text.insert(text.rfind("]}"), R"(,{"type":"Feature","properties":{"id":"B2"},"geometry":{"type":"Polygon","coordinates":[[[1e300,1e300],[1e300,2e300],[2e300,2e300],[1e300,1e300]]]}})");
    folder.write("far.geojson", text);
    const Outcome made = create("compound.geojson", "far.geojson");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.err, HasSubstr("far.geojson"));
    EXPECT_EQ(anchong("plan " + at("town.gpkg") + " --quiet").exit, 0);
}

TEST_F(BadInput, NaNCoordinatesInAShapefile) {
    ASSERT_EQ(shell("ogr2ogr " + at("nan.shp") + " " + at("building.geojson")).exit, 0);
    // The first vertex of the first record: 100 bytes of file header, 8 of record header, 44 of polygon header, 4 of its one part.
    std::fstream file{folder / "nan.shp", std::ios::in | std::ios::out | std::ios::binary};
    const double nan = std::nan("");
    file.seekp(100 + 8 + 44 + 4);
    file.write(reinterpret_cast<const char*>(&nan), sizeof nan);
    file.close();
    const Outcome made = create("compound.geojson", "nan.shp");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.err, HasSubstr("nan.shp"));
}

TEST_F(BadInput, MixedCrsAreBroughtTogether) {
    ASSERT_EQ(shell("ogr2ogr -t_srs EPSG:4545 " + at("building.shp") + " " + at("building.geojson")).exit, 0);
    const Outcome made = create("compound.geojson", "building.shp");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.err, Not(HasSubstr("outside")));
}

TEST_F(BadInput, NoCrsAndNoneToGuess) {
    ASSERT_EQ(shell("ogr2ogr -a_srs EPSG:4545 " + at("local.shp") + " " + at("building.geojson") + " && ogr2ogr -overwrite " + at("moved.shp") + " " +
                    at("local.shp") + " -dialect sqlite -sql \"select ST_Translate(geometry, 5000, 7000, 0) as geometry, id, floors from local\" && rm -f " +
                    at("moved.prj")).exit, 0);
    const Outcome made = create("compound.geojson", "moved.shp");
    EXPECT_EQ(made.exit, 4);
    EXPECT_THAT(made.err, HasSubstr("--crs building="));
}

TEST_F(BadInput, BrokenDbfKeepsTheGeometry) {
    ASSERT_EQ(shell("ogr2ogr " + at("broken.shp") + " " + at("building.geojson") + " && truncate -s 20 " + at("broken.dbf")).exit, 0);
    const Outcome made = create("compound.geojson", "broken.shp");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.err, HasSubstr("broken"));
}

TEST_F(BadInput, UnknownRulePack) {
    const Outcome made = create("compound.geojson", "building.geojson", "--rules cn-nowhere");
    EXPECT_EQ(made.exit, 4);
    EXPECT_THAT(made.err, HasSubstr("cn-nowhere"));
    EXPECT_THAT(made.err, HasSubstr("cn-chongqing-2024"));  // says what there is
}

TEST_F(BadInput, KindThatNoRuleCovers) {
    folder.write("danger.geojson", squares({{100, 100, 4, 4, R"({"id":"D1","kind":"反物质罐"})"}}));
    const Outcome made = create("compound.geojson", "building.geojson", "--role danger=" + at("danger.geojson"));
    ASSERT_EQ(made.exit, 0);
    EXPECT_THAT(made.err, HasSubstr("反物质罐"));  // said before it stops a plan
    const Outcome planned = anchong("plan " + at("town.gpkg") + " --lang en");
    EXPECT_EQ(planned.exit, 4);
    EXPECT_THAT(planned.err, HasSubstr("反物质罐"));
}

TEST_F(BadInput, ExistingOutput) {
    folder.write("town.gpkg", "something of the user's");
    const Outcome made = create("compound.geojson", "building.geojson");
    EXPECT_EQ(made.exit, 8);
    EXPECT_EQ(std::filesystem::file_size(folder / "town.gpkg"), 23u);
    EXPECT_EQ(create("compound.geojson", "building.geojson", "--overwrite").exit, 0);
}

TEST_F(BadInput, OutputThatCannotBeWritten) {
    const Outcome made = anchong("new " + at("compound.geojson/town.gpkg") + " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson"));
    EXPECT_EQ(made.exit, 8);
    ASSERT_EQ(create("compound.geojson", "building.geojson").exit, 0);
    ASSERT_EQ(anchong("plan " + at("town.gpkg")).exit, 0);
    EXPECT_EQ(anchong("export " + at("town.gpkg") + " --format shp --out " + at("building.geojson/out")).exit, 8);
}

/// Names in the folder, hidden ones too.
std::size_t entries(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, {}));
}

TEST_F(BadInput, FullDiskLeavesNothingHalf) {
    const std::string both = " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson");
    const std::size_t before = entries(folder.path());
    EXPECT_EQ(anchong("new " + at("town.gpkg") + both, "ulimit -f 20;").exit, 8);
    EXPECT_EQ(entries(folder.path()), before);
    ASSERT_EQ(create("compound.geojson", "building.geojson").exit, 0);
    const std::string sum = shell("sha256sum " + at("town.gpkg")).out;
    EXPECT_EQ(anchong("plan " + at("town.gpkg"), "ulimit -f 20;").exit, 8);
    EXPECT_EQ(shell("sha256sum " + at("town.gpkg")).out, sum);
    EXPECT_EQ(entries(folder.path()), before + 1);
    ASSERT_EQ(anchong("plan " + at("town.gpkg")).exit, 0);
    EXPECT_EQ(anchong("export " + at("town.gpkg") + " --format gpkg --out " + at("out"), "ulimit -f 20;").exit, 8);
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
    EXPECT_EQ(entries(folder.path()), before + 1);
}

TEST_F(BadInput, WrongUsage) {
    EXPECT_EQ(anchong("fly").exit, 2);
    EXPECT_EQ(anchong("new " + at("town.gpkg")).exit, 2);
    EXPECT_EQ(create("compound.geojson", "building.geojson", "--role spaceship=" + at("building.geojson")).exit, 2);
    EXPECT_EQ(create("compound.geojson", "building.geojson", "--crs exit=EPSG:4490").exit, 2);
    EXPECT_EQ(anchong("new " + at("town.gpkg") + " --role building=" + at("building.geojson")).exit, 2);  // no compounds
    EXPECT_EQ(anchong("export " + at("town.gpkg") + " --format docx --out x").exit, 2);
}

TEST_F(BadInput, TheWindowNeedsADisplayAndAFile) {
    const std::string no_display = "unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM;";
    const Outcome nowhere = anchong("", no_display);
    EXPECT_EQ(nowhere.exit, 2);
    EXPECT_THAT(nowhere.err, HasSubstr("--help"));
    const Outcome missing = anchong(at("missing.gpkg"), no_display);
    EXPECT_EQ(missing.exit, 3);
    EXPECT_THAT(missing.err, HasSubstr("missing.gpkg"));
}

TEST_F(BadInput, AnExportIsNotWrittenOverItsProject) {
    ASSERT_EQ(create("compound.geojson", "building.geojson").exit, 0);
    ASSERT_EQ(anchong("plan " + at("town.gpkg")).exit, 0);
    const std::string sum = shell("sha256sum " + at("town.gpkg")).out;
    const Outcome written = anchong("export " + at("town.gpkg") + " --format gpkg --overwrite --out '" + folder.path().string() + "'");
    EXPECT_EQ(written.exit, 8);
    EXPECT_EQ(shell("sha256sum " + at("town.gpkg")).out, sum);
}

TEST_F(BadInput, AProjectIsNotWrittenOverItsOwnInput) {
    ASSERT_EQ(shell("ogr2ogr -nln compounds " + at("in.gpkg") + " " + at("compound.geojson")).exit, 0);
    const std::string sum = shell("sha256sum " + at("in.gpkg")).out;
    const Outcome made = anchong("new " + at("in.gpkg") + " --role compound=" + at("in.gpkg") + " --role building=" + at("building.geojson") + " --overwrite");
    EXPECT_EQ(made.exit, 8);
    EXPECT_THAT(made.err, HasSubstr("in.gpkg"));
    EXPECT_EQ(shell("sha256sum " + at("in.gpkg")).out, sum);
}

TEST_F(BadInput, OptionsMayComeBeforeTheProject) {
    const Outcome made = anchong("new --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson") + " " + at("town.gpkg"));
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_TRUE(has_project());
}

TEST_F(BadInput, FilesAndLayersMayHaveColonsInTheirNames) {
    ASSERT_EQ(shell("ogr2ogr -nln b:1 " + at("a:b.gpkg") + " " + at("building.geojson") + " && ogr2ogr -update -nln other " + at("a:b.gpkg") + " " +
                    at("compound.geojson")).exit, 0);
    const Outcome made = anchong("new " + at("town.gpkg") + " --role compound=" + at("compound.geojson") + " --role building=" + at("a:b.gpkg:b:1"));
    EXPECT_EQ(made.exit, 0) << made.err;
}

TEST_F(BadInput, EmptyPaths) {
    for (const char* call : {"plan ''", "check ''", "demo --out ''", "export x.gpkg --format shp --out ''", "new '' --role compound=auto --role building=x"}) {
        const Outcome outcome = anchong(std::string{call} + " --lang zh");
        EXPECT_EQ(outcome.exit, 2) << call;
        EXPECT_THAT(outcome.err, HasSubstr("路径是空的")) << call;
    }
}

TEST_F(BadInput, AnExportWithoutResultsSaysSo) {
    ASSERT_EQ(create("compound.geojson", "building.geojson").exit, 0);
    const Outcome written = anchong("export " + at("town.gpkg") + " --format geojson --lang en --out " + at("out"));
    EXPECT_EQ(written.exit, 0) << written.err;
    EXPECT_THAT(written.err, HasSubstr("no results yet"));
}

TEST_F(BadInput, APhaseThatIsNone) {
    for (const std::string written : {"=later", "=-1", " ''", "=1.5", "=rollout-0"}) {
        const Outcome outcome = anchong("export nothing.gpkg --format shp --lang en --out x --phase" + written);
        EXPECT_EQ(outcome.exit, 2) << written;
        EXPECT_THAT(outcome.err, HasSubstr("rollout-1")) << "says what may be written";
    }
}

TEST_F(BadInput, AScenarioThatTheProjectLacks) {
    ASSERT_EQ(create("compound.geojson", "building.geojson").exit, 0);
    for (const std::string& call : {"export " + at("town.gpkg") + " --format shp --out " + at("out"), "plan " + at("town.gpkg"), "check " + at("town.gpkg")}) {
        const Outcome outcome = anchong(call + " --scenario strict --lang en");
        EXPECT_EQ(outcome.exit, 4) << call;
        EXPECT_THAT(outcome.err, HasSubstr("strict"));
        EXPECT_THAT(outcome.err, HasSubstr("There are: base")) << call;
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
}

TEST_F(BadInput, WrongUsageIsSaidInTheUsersLanguage) {
    const Outcome fly = anchong("fly --lang zh");
    EXPECT_EQ(fly.exit, 2);
    EXPECT_THAT(fly.err, HasSubstr("没有命令“fly”"));
    EXPECT_THAT(anchong("plan --lang zh").err, HasSubstr("缺少 project。用 anchong plan --help"));
    EXPECT_THAT(anchong("rules --lang zh").err, HasSubstr("缺少命令。可用：list"));
    EXPECT_THAT(anchong("plan a b --lang zh").err, HasSubstr("多余的参数：b"));
    EXPECT_THAT(anchong("plan a --threads x --lang zh").err, HasSubstr("--threads：数值不在范围内（0 to 1024）"));
    EXPECT_THAT(anchong("plan a b --lang en").err, HasSubstr("not expected: b"));
    const Outcome help = anchong("new --help --lang zh");
    EXPECT_EQ(help.exit, 0);
    EXPECT_THAT(help.out, Not(HasSubstr("Options")));
    EXPECT_THAT(help.out, HasSubstr("显示帮助后退出"));
}

TEST_F(BadInput, UnknownFieldOrColumnInTheMapping) {
    EXPECT_EQ(create("compound.geojson", "building.geojson", "--map building.floors=没有").exit, 4);
    EXPECT_NE(create("compound.geojson", "building.geojson", "--map building.wings=floors").exit, 0);
}

TEST_F(BadInput, ProjectsThatAreNone) {
    EXPECT_EQ(anchong("plan " + at("nothing.gpkg")).exit, 3);
    folder.write("noise.gpkg", "no GeoPackage");
    EXPECT_EQ(anchong("check " + at("noise.gpkg")).exit, 3);
    ASSERT_EQ(shell("ogr2ogr " + at("other.gpkg") + " " + at("building.geojson")).exit, 0);
    EXPECT_EQ(anchong("plan " + at("other.gpkg")).exit, 4);
    ASSERT_EQ(create("compound.geojson", "building.geojson").exit, 0);
    EXPECT_EQ(anchong("check " + at("town.gpkg")).exit, 4);  // nothing planned yet
    EXPECT_EQ(anchong("plan " + at("town.gpkg") + " --scenario strict").exit, 4);
}

}  // namespace
}  // namespace cli
