#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>
#include <sstream>

namespace cli {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Standard output as one document that keeps the schema it names.
json document_of(const Outcome& outcome, const std::string& schema) {
    const json document = json::parse(outcome.out, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << "no JSON on standard output: " << outcome.out << outcome.err;
    if (!document.is_object()) return json::object();
    EXPECT_EQ(document.value("schema", ""), schema) << outcome.err;
    EXPECT_THAT(faults_of(document), IsEmpty()) << document.dump(1).substr(0, 4000);
    return document;
}

/// Every object in a document, itself too.
void each_object(json& value, const std::function<void(json&)>& look) {
    if (value.is_object()) look(value);
    if (value.is_structured())
        for (json& part : value) each_object(part, look);
}

/// One compound with one house in it, planned. Once for all tests of this file.
class JsonOutput : public ::testing::Test {
   protected:
    static void SetUpTestSuite() {
        folder = new Folder;
        folder->write("compound.geojson", squares({{0, 0, 200, 150, R"({"id":"C1","name":"青禾苑"})"}}));
        folder->write("building.geojson", squares({{20, 20, 40, 12, R"({"id":"B1","floors":6,"structure":"砖混"})"}}));
        made = anchong("new " + at("town.gpkg") + layers() + " --rules cn-chongqing-2024 --json --progress json");
        planned = anchong("plan " + at("town.gpkg") + " --json --progress json");
    }
    static void TearDownTestSuite() {
        delete folder;
        folder = nullptr;
    }
    static std::string at(const std::string& name) { return "'" + (*folder / name).string() + "'"; }
    static std::string layers() { return " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson"); }
    static Folder* folder;
    static Outcome made, planned;
};
Folder* JsonOutput::folder = nullptr;
Outcome JsonOutput::made, JsonOutput::planned;

TEST_F(JsonOutput, New) {
    ASSERT_EQ(made.exit, 0) << made.err;
    const json document = document_of(made, "anchong/new/1");
    EXPECT_EQ(document["pack"], "cn-chongqing-2024");
    EXPECT_EQ(document["layers"].size(), 2u);
}

TEST_F(JsonOutput, PlanningUnitsAreALayerToo) {
    const Outcome outcome =
        anchong("new " + at("auto.gpkg") + " --role compound=auto --role building=" + at("building.geojson") + " --json");
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_EQ(document_of(outcome, "anchong/new/1")["layers"][0]["crs_from"], "derived");
}

TEST_F(JsonOutput, PlanAddsUpToItsIndicators) {
    ASSERT_EQ(planned.exit, 0) << planned.err;
    const json document = document_of(planned, "anchong/plan/1");
    EXPECT_EQ(document["steps"], "plan");
    ASSERT_EQ(document["compounds"].size(), 1u);
    const json& sums = document["indicators"];
    for (const char* key : {"zones", "legal_m2", "robust_m2", "dropped_parts"}) EXPECT_EQ(document["compounds"][0][key], sums[key]) << key;
    EXPECT_EQ(sums["complies"].get<int>() + sums["to_verify"].get<int>() + sums["fails"].get<int>(), sums["sites"]);
    // 200 × 150 m less the house of 40 × 12 m and its clearance of at least 6 m.
    EXPECT_GT(sums["legal_m2"], 25'000);
    EXPECT_LT(sums["legal_m2"], 30'000 - 52 * 24);
}

TEST_F(JsonOutput, ZonesAndSiteSayWhichTheyAre) {
    ASSERT_EQ(shell("cp " + at("town.gpkg") + " " + at("steps.gpkg")).exit, 0);
    const json zones = document_of(anchong("zones " + at("steps.gpkg") + " --json"), "anchong/plan/1");
    EXPECT_EQ(zones["steps"], "zones");
    EXPECT_EQ(zones["indicators"]["sites"], 0);
    const json site = document_of(anchong("site " + at("steps.gpkg") + " --json"), "anchong/plan/1");
    EXPECT_EQ(site["steps"], "site");
    EXPECT_GT(site["indicators"]["sites"], 0);
}

// A compound of 10 x 10 m with a house of 8 x 8 m: no site, which is said by the exit code and by the numbers.
TEST_F(JsonOutput, PlanWithoutAnySite) {
    folder->write("small.geojson", squares({{0, 0, 10, 10, R"({"id":"C1"})"}}));
    folder->write("house.geojson", squares({{1, 1, 8, 8, R"({"id":"B1"})"}}));
    ASSERT_EQ(anchong("new " + at("small.gpkg") + " --role compound=" + at("small.geojson") + " --role building=" + at("house.geojson")).exit, 0);
    const Outcome outcome = anchong("plan " + at("small.gpkg") + " --json");
    EXPECT_EQ(outcome.exit, 6);
    EXPECT_EQ(document_of(outcome, "anchong/plan/1")["indicators"]["without_site"], 1);
}

TEST_F(JsonOutput, Check) {
    const Outcome outcome = anchong("check " + at("town.gpkg") + " --json");
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_EQ(document_of(outcome, "anchong/check/1")["holds"], true);
}

TEST_F(JsonOutput, CheckThatFindsADifference) {
    const std::string file = at("forged.gpkg");
    ASSERT_EQ(shell("cp " + at("town.gpkg") + " " + file + " && ogrinfo -q " + file + " -sql 'update clearances set have_m = have_m + 1'").exit, 0);
    const Outcome outcome = anchong("check " + file + " --json");
    EXPECT_EQ(outcome.exit, 5);
    const json document = document_of(outcome, "anchong/check/1");
    EXPECT_EQ(document["holds"], false);
    ASSERT_FALSE(document["differences"].empty());
    EXPECT_EQ(document["differences"][0]["code"], "row-differs");
}

TEST_F(JsonOutput, ExportListsWhatIsThere) {
    for (const std::string format : {"shp", "gpkg", "geojson"}) {
        const json document = document_of(anchong("export " + at("town.gpkg") + " --json --format " + format + " --out " + at(format)), "anchong/export/1");
        EXPECT_EQ(document["format"], format);
        EXPECT_TRUE(document["phase"].is_null());
        for (const json& file : document["files"]) EXPECT_TRUE(std::filesystem::exists(file.get<std::string>())) << file;
    }
}

TEST_F(JsonOutput, AnExportOfOnePhaseSaysWhichAndThatItIsEmpty) {
    for (const std::string written : {"1", "'推广 1'", "rollout-1", "'Rollout 1'"}) {
        const Outcome outcome = anchong("export " + at("town.gpkg") + " --json --overwrite --format geojson --phase " + written + " --out " + at("phase"));
        ASSERT_EQ(outcome.exit, 0) << outcome.err;
        const json document = document_of(outcome, "anchong/export/1");
        EXPECT_EQ(document["phase"], "rollout-1");
        ASSERT_FALSE(document["findings"].empty());
        EXPECT_EQ(document["findings"].back()["code"], "no-site-in-phase");
        EXPECT_EQ(document["findings"].back()["feature"], "rollout-1");
    }
}

TEST_F(JsonOutput, Demo) {
    const Outcome outcome = anchong("demo --json --out " + at("sample"));
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    for (const json& file : document_of(outcome, "anchong/demo/1")["files"]) EXPECT_TRUE(std::filesystem::exists(file["file"].get<std::string>())) << file;
}

TEST_F(JsonOutput, RulesListAndShowEachOfThem) {
    const json list = document_of(anchong("rules list --json"), "anchong/rules-list/1");
    ASSERT_GE(list["packs"].size(), 2u);
    for (const json& pack : list["packs"]) {
        const json shown = document_of(anchong("rules show --json " + pack["id"].get<std::string>()), "anchong/rules-show/1");
        EXPECT_EQ(shown["title"], pack["title"]);
        for (const json& parameter : shown["parameters"]) {
            if (parameter["id"] == "bay.width") {
                EXPECT_EQ(parameter["unit"], "m");
            }
        }
    }
}

/// A pack that extends cn-base by one rule.
std::string pack_with(const std::string& rule) {
    return R"({"schema_version":1,"id":"own","extends":"cn-base","edition":"1","title":{"zh":"本镇","en":"ours"},"jurisdiction":{"zh":"本镇","en":"ours"},
        "rules":[{"id":"own-rule",)" + rule + R"(,"strength":"must","clause":"1","source":"本镇","status":"verified","mandatory_now":"yes",
        "superseded_by":null,"text":{"zh":"规则","en":"rule"}}]})";
}

TEST_F(JsonOutput, RulesValidate) {
    folder->write("good.json", pack_with(R"("from":{"kind":"building"},"value":8,"unit":"m")"));
    const Outcome outcome = anchong("rules validate --json " + at("good.json"));
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    const json document = document_of(outcome, "anchong/rules-validate/1");
    EXPECT_EQ(document["id"], "own");
    const json base = document_of(anchong("rules show --json cn-base"), "anchong/rules-show/1");
    EXPECT_EQ(document["clearances"], base["clearances"].size() + 1);
}

TEST_F(JsonOutput, RulesValidateTakesBuiltInPacks) {
    const Outcome outcome = anchong("rules validate --json cn-fuzhou-2025");
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_EQ(document_of(outcome, "anchong/rules-validate/1")["id"], "cn-fuzhou-2025");
    EXPECT_EQ(anchong("rules validate cn-nowhere").exit, 4);
}

// Not only the first: a negative value, an unknown unit and a key that does not exist are three reasons.
TEST_F(JsonOutput, RulesValidateListsEveryReason) {
    folder->write("faulty.json", pack_with(R"("from":{"kind":"building"},"value":-8,"unit":"chi","why":"")"));
    const Outcome outcome = anchong("rules validate --json " + at("faulty.json"));
    EXPECT_EQ(outcome.exit, 4);
    const json document = document_of(outcome, "anchong/rules-validate/1");
    EXPECT_EQ(document["valid"], false);
    EXPECT_EQ(document["reasons"].size(), 3u) << document["reasons"].dump(1);
    const Outcome in_words = anchong("rules validate --lang en " + at("faulty.json"));
    EXPECT_EQ(in_words.exit, 4);
    for (const char* part : {"-8", "chi", "why"}) EXPECT_THAT(in_words.err, HasSubstr(part));
}

// The rule for trees is restated for sheds only: the other zone types are left without one.
TEST_F(JsonOutput, RulesValidateListsClassesLeftBare) {
    std::string restated = pack_with(R"("zone":["shed"],"from":{"kind":"tree"},"value":2,"unit":"m")");
    restated.replace(restated.find("own-rule"), 8, "tree");
    folder->write("bare.json", restated);
    const Outcome outcome = anchong("rules validate --json --lang en " + at("bare.json"));
    EXPECT_EQ(outcome.exit, 4);
    const json document = document_of(outcome, "anchong/rules-validate/1");
    ASSERT_EQ(document["reasons"].size(), 1u) << document["reasons"].dump(1);
    EXPECT_THAT(document["reasons"][0]["en"].get<std::string>(), ::testing::AllOf(HasSubstr("open_air"), HasSubstr("swap_cabinet")));
}

TEST_F(JsonOutput, ErrorsCarryTheExitCode) {
    folder->write("noise.gpkg", "no GeoPackage");
    const std::vector<std::pair<std::string, int>> failing{
        {"plan", 2},
        {"fly", 2},
        {"new " + at("x.gpkg") + " --role spaceship=" + at("building.geojson"), 2},
        {"plan " + at("nothing.gpkg"), 3},
        {"check " + at("noise.gpkg"), 3},
        {"rules validate " + at("nothing.json"), 3},
        {"plan " + at("town.gpkg") + " --scenario strict", 4},
        {"rules show nowhere", 4},
        {"new " + at("town.gpkg") + layers(), 8},
        {"export " + at("town.gpkg") + " --format shp --out " + at("building.geojson/out"), 8},
    };
    for (const auto& [arguments, exit] : failing) {
        const Outcome outcome = anchong(arguments + " --json");
        EXPECT_EQ(outcome.exit, exit) << arguments;
        EXPECT_EQ(document_of(outcome, "anchong/error/1").value("exit", 0), exit) << arguments;
        EXPECT_FALSE(outcome.err.empty()) << arguments;
    }
}

TEST_F(JsonOutput, ProgressLines) {
    for (const Outcome* outcome : {&made, &planned}) {
        std::istringstream lines{outcome->err};
        double share = 0.0;
        int count = 0;
        for (std::string line; std::getline(lines, line); ++count) {
            const json document = json::parse(line, nullptr, false);
            ASSERT_THAT(faults_of(document), IsEmpty()) << line;
            EXPECT_EQ(document["schema"], "anchong/progress/1");
            EXPECT_GE(document["share"], share);
            share = document["share"];
        }
        EXPECT_GT(count, 0);
        EXPECT_EQ(share, 1.0);
    }
}

// What the tests above prove rests on the schemas' strictness: no key may be missing, and none may be added, at any depth.
TEST_F(JsonOutput, SchemasRefuseKeysThatAreMissingOrUnknown) {
    folder->write("spots.csv", "lon,lat\n106.55,29.56\n");
    folder->write("strict.json", pack_with(R"("from":{"kind":"building"},"value":8,"unit":"m")"));
    ASSERT_EQ(shell("cp " + at("town.gpkg") + " " + at("two.gpkg")).exit, 0);
    ASSERT_EQ(anchong("scenario " + at("two.gpkg") + " add three-m --clearance shed-to-building=3").exit, 0);
    std::vector<json> documents{json::parse(made.out), json::parse(anchong("plan " + at("two.gpkg") + " --pilot 1 --json").out), json::parse(made.err.substr(0, made.err.find('\n')))};
    for (const std::string& arguments :
         {"check " + at("town.gpkg"), "strips " + at("town.gpkg"), "why " + at("town.gpkg") + " --at 106.5503,29.5603 --crs EPSG:4326", "export " + at("town.gpkg") + " --format gpkg --out " + at("strict"), "demo --out " + at("strict-demo"), "check " + at("strict-demo/town.gpkg") + " --existing",
          "heatmap --points " + at("spots.csv") + " --out " + at("strict.tif"),
          "scenario " + at("two.gpkg") + " run three-m", "compare " + at("two.gpkg") + " --scenarios base,three-m",
          std::string{"rules list"}, std::string{"rules show cn-chongqing-2024"}, "rules validate " + at("strict.json"),
          "rules diff cn-chongqing-2024 cn-gb50016-strict --project " + at("town.gpkg"), "rules new --extends cn-base --id strict-new --out " + at("strict-new.json"),
          "rules set " + at("two.gpkg") + " septic-vent=7", "rules guide cn-sichuan --out " + at("guide.pdf"), std::string{"fly"}})
        documents.push_back(json::parse(anchong(arguments + " --json").out));
    ASSERT_EQ(anchong("export " + at("town.gpkg") + " --format json --out " + at("strict")).exit, 0);
    std::ifstream certificate{*folder / "strict" / "town-certificate.json"};
    documents.push_back(json::parse(certificate));
    EXPECT_THAT(faults_of(documents.back()), IsEmpty());
    documents.push_back(json::parse(anchong("check " + at("town.gpkg") + " --certificate " + at("strict/town-certificate.json") + " --json").out));

    std::vector<std::string> seen;
    for (const json& document : documents) {
        seen.push_back(document["schema"]);
        json longer = document;
        each_object(longer, [&](json& object) {
            object["spare"] = 1;
            EXPECT_THAT(faults_of(longer), ::testing::Not(IsEmpty())) << document["schema"] << " takes a key spare in " << object.dump().substr(0, 200);
            object.erase("spare");
        });
        for (const auto& [key, value] : document.items()) {
            json shorter = document;
            shorter.erase(key);
            EXPECT_THAT(faults_of(shorter), ::testing::Not(IsEmpty())) << document["schema"] << " does without " << key;
        }
    }
    EXPECT_THAT(seen, ::testing::UnorderedElementsAreArray(output_schemas()));  // none is left untried
}

}  // namespace
}  // namespace cli
