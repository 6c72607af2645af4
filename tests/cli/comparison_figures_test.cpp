// The figures of a comparison, computed once more from the tables that are exported, by SQL that knows nothing of the program.
#include "tests/cli/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace cli {
namespace {

using nlohmann::json;

const std::vector<std::string> names{"base", "copy", "three-m"};

/// The sample township with a pilot, a duplicate, and 3 m instead of 6 m; each exported as GeoPackage and as shapefiles.
class ComparisonFigures : public ::testing::Test {
   protected:
    static void SetUpTestSuite() {
        folder = new Folder;
        const std::string project = at("town/town.gpkg");
        for (const std::string& step :
             {"demo --out " + at("town"), "plan " + project + " --pilot 4", "scenario " + project + " add copy",
              "scenario " + project + " add three-m --clearance shed-to-building=3", "scenario " + project + " run three-m copy",
              "compare " + project + " --scenarios base,copy,three-m --out " + at("compare.json")}) {
            const Outcome done = anchong(step + " --quiet");
            if (done.exit != 0) failure += step + ": " + done.err;
        }
        for (const std::string& name : names) {
            for (const std::string format : {"gpkg", "shp"}) {
                const Outcome done = anchong("export " + project + " --quiet --scenario " + name + " --format " + format + " --out " + at(name + "-" + format));
                if (done.exit != 0) failure += done.err;
            }
        }
        std::ifstream file{at("compare.json")};
        compared = json::parse(file, nullptr, false);
    }
    static void TearDownTestSuite() {
        delete folder;
        folder = nullptr;
    }
    void SetUp() override {
        ASSERT_EQ(failure, "");
        ASSERT_TRUE(compared.is_object());
    }
    static std::string at(const std::string& name) { return (*folder / name).string(); }

    /// The one number that a query of one scenario's exported tables gives; NaN for none. @param format  gpkg or shp: the tables of either have the same names
    static double number(const std::string& scenario, const std::string& format, const std::string& query) {
        const std::string source = format == "gpkg" ? at(scenario + "-gpkg") + "/town.gpkg" : at(scenario + "-shp");
        const Outcome rows = shell("ogr2ogr -f CSV /vsistdout/ '" + source + "' -dialect sqlite -sql \"" + query + "\"");
        std::istringstream lines{rows.out};
        std::string head, value;
        std::getline(lines, head);
        std::getline(lines, value);
        value.erase(std::remove(value.begin(), value.end(), '"'), value.end());
        char* end = nullptr;
        const double result = std::strtod(value.c_str(), &end);
        EXPECT_EQ(rows.exit, 0) << query << rows.err;
        return end == value.c_str() ? std::nan("") : result;
    }
    static Folder* folder;
    static std::string failure;
    static json compared;
};
Folder* ComparisonFigures::folder = nullptr;
std::string ComparisonFigures::failure;
json ComparisonFigures::compared;

const std::map<std::string, std::string> queries{
    {"legal_m2", "select sum(area_m2) as n from zones where ring='legal'"},
    {"robust_m2", "select sum(area_m2) as n from zones where ring='robust'"},
    {"zones", "select count(*) as n from zones where ring='legal'"},
    {"sites", "select count(*) as n from sites"},
    {"bays", "select sum(bays) as n from sites"},
    {"without_ground", "select count(*) as n from compound where id not in (select compound from zones)"},
    {"without_site", "select count(*) as n from compound where id not in (select compound from sites)"},
    {"complies", "select count(*) as n from sites where verdict='符合'"},
    {"to_verify", "select count(*) as n from sites where verdict='待核实'"},
    {"fails", "select count(*) as n from sites where verdict='不符合'"},
    {"sites_pilot", "select count(*) as n from sites where phase='pilot'"},
    {"bays_pilot", "select coalesce(sum(bays),0) as n from sites where phase='pilot'"},
    {"sites_rollout-1", "select count(*) as n from sites where phase='rollout-1'"},
    {"bays_rollout-1", "select coalesce(sum(bays),0) as n from sites where phase='rollout-1'"},
    {"sites_none", "select count(*) as n from sites where coalesce(phase,'')=''"},
    {"bays_none", "select coalesce(sum(bays),0) as n from sites where coalesce(phase,'')=''"},
    {"least_margin_m", "select round(min(margin_m),3) as n from sites"},
};

TEST_F(ComparisonFigures, AgreeWithTheExportedTables) {
    std::size_t checked = 0;
    for (const json& indicator : compared["indicators"]) {
        const std::string id = indicator["id"];
        const auto query = queries.find(id);
        ASSERT_NE(query, queries.end()) << "no query for " << id;
        ++checked;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const double value = indicator["values"][i];
            for (const std::string format : {"gpkg", "shp"})
                EXPECT_NEAR(number(names[i], format, query->second), value, 1e-9 * std::abs(value) + 1e-9) << id << " of " << names[i] << " in " << format;
            if (i == 0) continue;
            const double first = indicator["values"][0];
            EXPECT_NEAR(indicator["differences"][i], value - first, 1e-9 * std::abs(first));
            if (first != 0) {
                EXPECT_NEAR(indicator["percents"][i], 100 * (value - first) / first, 1e-6);
            }
        }
    }
    EXPECT_EQ(checked, queries.size()) << "every indicator is there";
}

// The sample has its differences: else the figures above would agree with anything.
TEST_F(ComparisonFigures, AreNotAllTheSame) {
    int differing = 0;
    for (const json& indicator : compared["indicators"]) {
        EXPECT_EQ(indicator["values"][0], indicator["values"][1]) << indicator["id"] << ": a duplicate";
        if (indicator["values"][0] != indicator["values"][2]) ++differing;
    }
    EXPECT_GE(differing, 8);
}

// Ground that came and went, cut by SpatiaLite from the zones as they were exported.
TEST_F(ComparisonFigures, GroundAgreesWithTheExportedZones) {
    EXPECT_EQ(compared["changes"][0]["ground"], json::array()) << "a duplicate";
    for (const std::string& name : names) {
        const Outcome copied = shell("ogr2ogr -update -append '" + at("base-gpkg") + "/town.gpkg' '" + at(name + "-gpkg") + "/town.gpkg' zones -nln 'zones " + name + "'");
        ASSERT_EQ(copied.exit, 0) << copied.err;
    }
    double added_m2 = 0.0;
    for (const json& ground : compared["changes"][1]["ground"]) {
        const std::string compound = ground["compound"];
        const double scale = number("base", "gpkg", "select scale as n from grounds where compound='" + compound + "'");
        const auto zones = [&](const std::string& name) {
            return "(select st_union(geom) from \\\"zones " + name + "\\\" where compound='" + compound + "' and ring='legal')";
        };
        const auto ground_m2 = [&](const std::string& of, const std::string& less) {
            const double whole = number("base", "gpkg", "select st_area(" + zones(of) + ") as n");
            if (std::isnan(whole)) return 0.0;  // None at all.
            const double shared = number("base", "gpkg", "select st_area(st_intersection(" + zones(of) + "," + zones(less) + ")) as n");
            return (whole - (std::isnan(shared) ? 0.0 : shared)) / (scale * scale);
        };
        EXPECT_NEAR(ground_m2("three-m", "base"), ground["added_m2"], 0.5) << compound;
        EXPECT_NEAR(ground_m2("base", "three-m"), ground["removed_m2"], 0.5) << compound;
        added_m2 += ground["added_m2"].get<double>();
    }
    EXPECT_NEAR(compared["changes"][1]["added_m2"], added_m2, 1e-6);
    EXPECT_GT(added_m2, 10'000.0);
}

TEST_F(ComparisonFigures, TheRulesTellTheOneNumberThatDiffers) {
    EXPECT_EQ(compared["changes"][0]["rules"], json::array());
    ASSERT_EQ(compared["changes"][1]["rules"].size(), 1u);
    EXPECT_EQ(compared["changes"][1]["rules"][0]["rule"], "shed-to-building");
    EXPECT_EQ(compared["changes"][1]["removed_m2"], 0.0) << "less distance takes no ground away";
}

}  // namespace
}  // namespace cli
