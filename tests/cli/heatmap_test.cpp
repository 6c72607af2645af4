#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>

namespace cli {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Heatmap : public ::testing::Test {
   protected:
    void SetUp() override {
        folder.write("reports.csv",
                     "编号,经度,纬度,日期,隐患类型,等级,状态\n"
                     "1,106.5500,29.5600,2024-01-10,飞线充电,高,open\n"
                     "2,106.5503,29.5601,2024-03-01,飞线充电,低,closed\n"
                     "3,106.5510,29.5610,2024/3/31,楼道停放,高,open\n"
                     "4,106.5511,29.5611,,楼道停放,低,open\n");
    }
    std::string at(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    Outcome run(const std::string& arguments, const std::string& language = "en") const {
        return anchong("heatmap " + arguments + " --out " + at("heat.tif") + " --lang " + language);
    }
    /// The document of a run that must succeed.
    json done(const std::string& arguments) const {
        const Outcome outcome = run(arguments + " --json --overwrite");
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        const json document = json::parse(outcome.out, nullptr, false);
        EXPECT_THAT(faults_of(document), IsEmpty()) << outcome.out << outcome.err;
        return document.is_object() ? document : json::object();
    }
    static std::vector<std::string> codes_of(const json& document) {
        std::vector<std::string> codes;
        for (const json& finding : document["findings"]) codes.push_back(finding["code"]);
        return codes;
    }
    bool is_there() const { return std::filesystem::exists(folder / "heat.tif"); }
    /// Weight that the raster holds by its mean, as GDAL computes it: density × hectares of ground.
    double integral(const json& document) const {
        const Outcome info = shell("gdalinfo -json -stats " + at("heat.tif"));
        const json facts = json::parse(info.out);
        EXPECT_EQ(facts["bands"][0]["unit"], "1/ha");
        EXPECT_EQ(facts["bands"][0]["noDataValue"], -9999.0);
        const double mean = std::stod(facts["bands"][0]["metadata"][""]["STATISTICS_MEAN"].get<std::string>());
        const double cell_m = document["cell_m"];
        return mean * document["columns"].get<double>() * document["rows"].get<double>() * cell_m * cell_m / 10'000;
    }
    Folder folder;
};

TEST_F(Heatmap, OfAFileOfPoints) {
    const json document = done("--points " + at("reports.csv") + " --bandwidth 60 --cell 1");
    EXPECT_EQ(document["columns_read"]["x"], "经度");
    EXPECT_EQ(document["reports"], 4);
    EXPECT_EQ(document["weight"], 4.0);
    EXPECT_EQ(document["project"], nullptr);
    EXPECT_NEAR(integral(document), 4.0, 4e-3);
    // 100 and 120 m apart and 60 m more on each side.
    EXPECT_NEAR(document["columns"].get<int>(), 226, 5);
    EXPECT_NEAR(document["rows"].get<int>(), 242, 5);
    EXPECT_EQ(shell("ls -A " + at("")).out, "heat.tif\nreports.csv\n");
}

TEST_F(Heatmap, EveryKernelHoldsTheWeight) {
    for (const std::string kernel : {"quartic", "epanechnikov", "uniform", "triangular", "gaussian"}) {
        const json document = done("--points " + at("reports.csv") + " --bandwidth 40 --cell 1 --kernel " + kernel);
        EXPECT_EQ(document["kernel"], kernel);
        EXPECT_NEAR(integral(document), 4.0, 0.02) << kernel;
    }
}

TEST_F(Heatmap, FiltersAndWeights) {
    const std::string file = "--points " + at("reports.csv") + " --cell auto ";
    EXPECT_EQ(done(file + "--type 飞线充电")["reports"], 2);
    EXPECT_EQ(done(file + "--type 飞线充电 --type 楼道停放 --status closed")["reports"], 1);
    EXPECT_EQ(done(file + "--from 2024-03-01")["reports"], 2);
    EXPECT_EQ(done(file + "--from 2024-01-10 --to 2024/3/30")["reports"], 2);
    EXPECT_EQ(done(file + "--severity 高=5 --severity 低=0.5")["weight"], 11.0);
    // 81 and 30 days before the last report: a half life of 27 leaves an eighth of the first.
    EXPECT_NEAR(done(file + "--half-life 27")["weight"].get<double>(), 0.125 + std::exp2(-30 / 27.0) + 1 + 1, 1e-9);
}

// A word that no report has is likely a slip of the pen; of the fourth report no date can be read.
TEST_F(Heatmap, TellsOfWordsThatNoReportHas) {
    const std::string file = "--points " + at("reports.csv") + " --crs EPSG:4326 --bandwidth 60 --cell 1 ";
    EXPECT_THAT(codes_of(done(file + "--severity 高=5 --severity 低=0.5 --status open")), IsEmpty());
    EXPECT_THAT(codes_of(done(file + "--severity 髙=5")), ElementsAre("severity-unmet"));
    EXPECT_THAT(codes_of(done(file + "--type 飞线充电 --type 飞线 --status open --status opened")), ElementsAre("type-unmet", "status-unmet"));
    EXPECT_THAT(codes_of(done(file + "--from 2024-01-01")), ElementsAre("date-missing"));
    EXPECT_THAT(codes_of(done(file + "--half-life 30")), ElementsAre("date-missing"));
    const Outcome told = run(file + "--severity 髙=5 --overwrite");
    EXPECT_EQ(told.exit, 0);
    EXPECT_THAT(told.err + told.out, HasSubstr("No report has the severity “髙”; its weight counts for nothing. There are: 低, 高."));
}

TEST_F(Heatmap, APlaneInKilometres) {
    folder.write("plane.csv", "x,y,weight\n325.0,74.8,2\n326.5,75.0,3\n");
    const json document = done("--points " + at("plane.csv") + " --crs local --unit km --bandwidth 1000 --cell 20");
    EXPECT_EQ(document["crs"], nullptr);
    EXPECT_EQ(document["weight"], 5.0);
    EXPECT_NEAR(integral(document), 5.0, 5e-3);
    EXPECT_LE(document["extent"][0], 324'000.0);
    EXPECT_GE(document["extent"][2], 327'500.0);
}

TEST_F(Heatmap, OfAProject) {
    folder.write("compound.geojson", squares({{0, 0, 200, 150, R"({"id":"C1"})"}}));
    folder.write("building.geojson", squares({{20, 20, 40, 12, R"({"id":"B1","floors":6,"structure":"砖混"})"}}));
    const std::string layers = " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson");
    ASSERT_EQ(anchong("new " + at("town.gpkg") + layers + " --role hazard=" + at("reports.csv")).exit, 0);
    const json document = done(at("town.gpkg") + " --bandwidth 80 --cell 2 --type 飞线充电");
    EXPECT_EQ(document["reports"], 2);
    EXPECT_EQ(document["read"], 4);
    EXPECT_EQ(document["points"], nullptr);
    EXPECT_NEAR(integral(document), 2.0, 4e-3);

    ASSERT_EQ(anchong("new " + at("bare.gpkg") + layers).exit, 0);
    const Outcome bare = run(at("bare.gpkg") + " --overwrite");
    EXPECT_EQ(bare.exit, 4);
    EXPECT_THAT(bare.err, AllOf(HasSubstr("no hazard reports"), HasSubstr("--role hazard=FILE")));
}

TEST_F(Heatmap, TheSameBytesForAnyNumberOfThreads) {
    const std::string call = "heatmap --points " + at("reports.csv") + " --bandwidth 60 --threads ";
    for (const std::string threads : {"1", "2", "5"})
        ASSERT_EQ(anchong(call + threads + " --out " + at("t" + threads + ".tif"), "SOURCE_DATE_EPOCH=1717200000").exit, 0);
    EXPECT_EQ(shell("cmp " + at("t1.tif") + " " + at("t2.tif") + " && cmp " + at("t1.tif") + " " + at("t5.tif")).exit, 0);
}

TEST_F(Heatmap, ReplacesOnlyWhenAskedAndNeverItsInput) {
    const std::string file = "--points " + at("reports.csv");
    ASSERT_EQ(run(file).exit, 0);
    const Outcome again = run(file);
    EXPECT_EQ(again.exit, 8);
    EXPECT_THAT(again.err, HasSubstr("--overwrite"));
    EXPECT_EQ(run(file + " --overwrite").exit, 0);
    ASSERT_EQ(shell("mv " + at("reports.csv") + " " + at("reports.tif")).exit, 0);
    EXPECT_EQ(anchong("heatmap --overwrite --points " + at("reports.tif") + " --out " + at("reports.tif")).exit, 8);
    EXPECT_EQ(anchong("heatmap --points " + at("reports.tif") + " --out " + at("nowhere/heat.tif")).exit, 8);
}

TEST_F(Heatmap, WrongUsage) {
    const std::string file = "--points " + at("reports.csv");
    for (const std::string& arguments :
         {std::string{}, file + " " + at("town.gpkg"), at("town.gpkg") + " --x lon --y lat", file + " --bandwidth 0", file + " --bandwidth -5",
          file + " --bandwidth wide", file + " --cell 0", file + " --cell small", file + " --kernel box", file + " --x 经度", file + " --unit mile",
          file + " --from yesterday", file + " --half-life 0", file + " --severity 高", file + " --severity 高=much", file + " --severity 高=-1"})
        EXPECT_EQ(run(arguments).exit, 2) << arguments;
    EXPECT_EQ(anchong("heatmap " + file + " --out " + at("heat.png")).exit, 2);
    EXPECT_EQ(anchong("heatmap " + file).exit, 2);
    EXPECT_FALSE(is_there());
}

TEST_F(Heatmap, BadInput) {
    const auto fails = [&](const std::string& name, const std::string& text, const std::string& more, int exit, const std::string& words) {
        folder.write(name, text);
        const Outcome outcome = run("--points " + at(name) + " " + more);
        EXPECT_EQ(outcome.exit, exit) << name << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(words));
        EXPECT_FALSE(is_there());
    };
    fails("bare.csv", "name,size\na,1\n", "", 4, "no coordinate columns");
    fails("column.csv", "lon,lat\n106.55,29.56\n", "--weight 件数", 4, "no column \"件数\"");
    fails("text.csv", "lon,lat\neast,north\n", "", 4, "is no number");
    fails("nan.csv", "lon,lat\nnan,nan\n", "", 4, "none of 1 rows");
    fails("header.csv", "lon,lat\n", "", 4, "no rows");
    fails("negative.csv", "lon,lat,weight\n106.55,29.56,-1\n", "", 4, "below 0");
    fails("empty.csv", "", "", 3, "empty");
    fails("noise.gpkg", "no GeoPackage", "", 3, "noise.gpkg");
    fails("local.csv", "x,y\n325,700\n326,701\n", "", 4, "--crs EPSG:n|local");
    fails("crs.csv", "lon,lat\n106.55,29.56\n", "--crs EPSG:123456789", 4, "EPSG:123456789");
    fails("degrees.csv", "lon,lat\n106.55,29.56\n106.56,29.57\n", "--crs EPSG:4544", 4, "are degrees. Correct --crs EPSG:n|local");
    fails("wide.csv", "x,y\n0,0\n9e6,9e6\n", "--crs local --bandwidth 10", 4, "a bandwidth of");
    fails("coarse.csv", "lon,lat\n106.55,29.56\n", "--bandwidth 10 --cell 11", 4, "wider than the bandwidth");
    fails("day.csv", "lon,lat,date\n106.55,29.56,1/13/2024\n", "--from 2024-01-01", 4, "0 have a date that can be read");
    fails("type.csv", "lon,lat,type\n106.55,29.56,fire\n", "--type smoke", 4, "Types: fire");
    EXPECT_EQ(run("--points " + at("missing.csv")).exit, 3);
    EXPECT_EQ(run(at("missing.gpkg")).exit, 3);
}

// 100 million cells are 400 MB; the process may have no more than 450 MB, libraries included.
TEST_F(Heatmap, RefusesWhatDoesNotFitIntoMemory) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers reserve more than any limit";
#endif
    folder.write("far.csv", "x,y\n0,0\n9900,9900\n");
    const Outcome outcome = anchong("heatmap --lang en --threads 1 --points " + at("far.csv") + " --crs local --bandwidth 50 --cell 1 --out " + at("heat.tif"),
                                    "ulimit -v 450000;");
    EXPECT_EQ(outcome.exit, 4) << outcome.err;
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("10000 × 10000 cells needs about"), HasSubstr("of memory"), HasSubstr("--cell")));
    EXPECT_FALSE(is_there());
}

// The signal comes once something hidden stands in the folder: while the raster is written, or before.
TEST_F(Heatmap, AClosedTerminalLeavesNothingBehindAndNohupGoesOn) {
    folder.write("far.csv", "x,y\n0,0\n5000,5000\n");
    const auto hung_up = [&](const std::string& disposition) {
        return shell("cd " + at("") + " && { env " + disposition + " " ANCHONG_PROGRAM " heatmap --points far.csv --crs local --bandwidth 50 --cell 1 --out heat.tif & } && " +
                     "until ls -A | grep -q '^[.]' || ! kill -0 $!; do :; done; kill -HUP $!; wait $!");
    };
    const Outcome cut = hung_up("--default-signal=HUP");
    EXPECT_EQ(cut.exit, 130) << cut.err;
    EXPECT_EQ(shell("ls -A " + at("")).out, "far.csv\nreports.csv\n");
    const Outcome whole = hung_up("--ignore-signal=HUP");
    EXPECT_EQ(whole.exit, 0) << whole.err;
    EXPECT_EQ(shell("ls -A " + at("")).out, "far.csv\nheat.tif\nreports.csv\n");
}

TEST_F(Heatmap, BadRowsAreNamedAndTheRestCounts) {
    folder.write("rows.csv", "lon,lat,weight\n106.55,29.56,1\n,29.56,1\n106.56,abc,1\n106.56,29.57,2\n");
    const Outcome outcome = run("--points " + at("rows.csv"), "zh");
    EXPECT_EQ(outcome.exit, 0);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("第 3 行"), HasSubstr("第 4 行")));
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("读入 4 件，计入 2 件"), HasSubstr("已写出")));
}

TEST_F(Heatmap, HelpInBothLanguages) {
    EXPECT_THAT(anchong("heatmap --help --lang en").out, AllOf(HasSubstr("reports per hectare"), HasSubstr("Examples:")));
    EXPECT_THAT(anchong("heatmap --help --lang zh").out, AllOf(HasSubstr("每公顷件数"), HasSubstr("例：")));
}

// Every file of real points there is: what is read, that the weight is kept, and that bad rows are said.
TEST_F(Heatmap, RealPoints) {
    const char* real = std::getenv("ANCHONG_REAL_DATA");
    if (!real || !*real) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    struct Case {
        std::string file, options;
        int read, reports;
    };
    const std::string data = std::string{real} + "/points/";
    for (const Case& c : {Case{"uk-accidents", "--bandwidth 5000 --cell 500", 140'056, 140'029}, {"houston-crime", "--bandwidth 1500 --cell 200", 86'309, 86'309},
                          {"nz-addresses", "--bandwidth 300 --cell 20", 50'000, 50'000},
                          {"clmfires-spain-km", "--crs local --unit km --bandwidth 10000 --cell 500", 8488, 8488},
                          {"clmfires-spain-km", "--crs local --unit km --weight burnt.area --bandwidth 10000 --cell 500", 8488, 8488}}) {
        const json document = done("--points '" + data + c.file + ".csv.gz' " + c.options);
        EXPECT_EQ(document["read"], c.read) << c.file;
        EXPECT_EQ(document["reports"], c.reports) << c.file;
        EXPECT_NEAR(integral(document) / document["weight"].get<double>(), 1.0, 2e-3) << c.file;
    }
}

}  // namespace
}  // namespace cli
