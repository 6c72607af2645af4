#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace cli {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Standard output as one document that keeps its schema.
json document_of(const Outcome& outcome) {
    const json document = json::parse(outcome.out, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << outcome.out << outcome.err;
    if (!document.is_object()) return json::object();
    EXPECT_THAT(faults_of(document), IsEmpty()) << document.dump(1).substr(0, 4000);
    return document;
}

/// Two compounds with a house each and hazards at the second, planned once; every test works on its own copy.
class Scenarios : public ::testing::Test {
   protected:
    static void SetUpTestSuite() {
        folder = new Folder;
        folder->write("compound.geojson", squares({{0, 0, 100, 80, R"({"id":"C1"})"}, {300, 0, 100, 80, R"({"id":"C2"})"}}));
        folder->write("building.geojson", squares({{40, 30, 30, 12, R"({"id":"B1","floors":6,"structure":"砖混"})"},
                                                   {340, 30, 30, 12, R"({"id":"B2","floors":6,"structure":"砖混"})"}}));
        folder->write("hazard.csv", "经度,纬度,等级,状态\n106.5535,29.5603,重大,登记\n106.5535,29.5603,一般,整改中\n106.5503,29.5603,重大,已销号\n");
        made = anchong("new " + at("made.gpkg") + " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson") +
                       " --role hazard=" + at("hazard.csv") + " --rules cn-chongqing-2024 --accuracy building=0.1");
        planned = anchong("plan " + at("made.gpkg") + " --json");
    }
    static void TearDownTestSuite() {
        delete folder;
        folder = nullptr;
    }
    void SetUp() override {
        ASSERT_EQ(made.exit, 0) << made.err;
        ASSERT_EQ(planned.exit, 0) << planned.err;
        ASSERT_EQ(shell("cp " + at("made.gpkg") + " " + project()).exit, 0);
    }
    static std::string at(const std::string& name) { return "'" + (*folder / name).string() + "'"; }
    static std::string project() { return at("town.gpkg"); }
    static std::string sql(const std::string& query) {
        const Outcome rows = shell("ogr2ogr -f CSV /vsistdout/ " + project() + " -dialect sqlite -sql \"" + query + "\"");
        return rows.out + rows.err;
    }
    /// The scenario of that name in a document.
    static json scenario(const json& document, const std::string& name) {
        for (const json& each : document["scenarios"])
            if (each["name"] == name) return each;
        return json::object();
    }
    static Folder* folder;
    static Outcome made, planned;
};
Folder* Scenarios::folder = nullptr;
Outcome Scenarios::made, Scenarios::planned;

TEST_F(Scenarios, ADuplicateHasTheResultsToo) {
    const json added = document_of(anchong("scenario " + project() + " add copy --json"));
    EXPECT_EQ(added["verb"], "add");
    EXPECT_EQ(added["scenarios"].size(), 2u);
    EXPECT_EQ(scenario(added, "copy")["results"], "current");
    EXPECT_EQ(scenario(added, "copy")["assumptions"], json::array());
    EXPECT_THAT(sql("select count(*) as n from sites where scenario='copy'"), sql("select count(*) as n from sites where scenario='base'"));
    EXPECT_EQ(anchong("check " + project() + " --scenario copy --quiet").exit, 0);
}

TEST_F(Scenarios, ThreeMetresInsteadOfSix) {
    const json added = document_of(anchong("scenario " + project() + " add three-m --clearance shed-to-building=3 --json"));
    EXPECT_EQ(scenario(added, "three-m")["assumptions"], json::parse(R"([{"rule":"shed-to-building","distance_m":3.0,"pack_m":6.0}])"));
    EXPECT_EQ(scenario(added, "three-m")["results"], "none") << "those of other rules are not copied";
    const json run = document_of(anchong("scenario " + project() + " run three-m --json"));
    ASSERT_EQ(run["runs"].size(), 1u);
    EXPECT_GT(run["runs"][0]["indicators"]["legal_m2"], json::parse(planned.out)["indicators"]["legal_m2"]);
    EXPECT_EQ(run["runs"][0]["indicators"]["complies"], 0) << "an assumption governs";
    EXPECT_EQ(scenario(run, "three-m")["results"], "current");
    EXPECT_THAT(sql("select distinct need_m as n from clearances where scenario='three-m' and obst_kind='building'"), HasSubstr("3"));
    EXPECT_THAT(sql("select distinct clause as c from clearances where scenario='three-m' and obst_kind='building'"), HasSubstr("方案 three-m 的假设（原为 6 m）"));
    EXPECT_EQ(anchong("check " + project() + " --scenario three-m --quiet").exit, 0);
    // The rules of one scenario leave the others alone.
    EXPECT_EQ(anchong("check " + project() + " --quiet").exit, 0);
    EXPECT_EQ(scenario(run, "base")["assumptions"], json::array());
}

TEST_F(Scenarios, TheVerbMayComeFirst) {
    EXPECT_EQ(anchong("scenario add " + project() + " one").exit, 0);
    EXPECT_EQ(anchong("scenario add " + project() + " --name two --from one").exit, 0);
    EXPECT_EQ(anchong("scenario " + project() + " add --scenario three").exit, 0);
    const json list = document_of(anchong("scenario list " + project() + " --json"));
    std::vector<std::string> names;
    for (const json& each : list["scenarios"]) names.push_back(each["name"]);
    EXPECT_THAT(names, ElementsAre("base", "one", "two", "three"));
    EXPECT_EQ(anchong("scenario delete " + project() + " --scenario two").exit, 0);
    EXPECT_THAT(anchong("scenario " + project() + " list").out, Not(HasSubstr("two")));
}

TEST_F(Scenarios, SetChangesAndTakesBack) {
    ASSERT_EQ(anchong("scenario " + project() + " add s --rules cn-base").exit, 0);
    const json all = document_of(anchong("scenario " + project() + " set s --clearance 'building.shed.*=3' --clearance hydrant=2.5 --json"));
    EXPECT_EQ(scenario(all, "s")["assumptions"].size(), 8u);
    const json fewer = document_of(anchong("scenario " + project() + " set s --clearance 'building.shed.*=pack' --json"));
    EXPECT_EQ(scenario(fewer, "s")["assumptions"], json::parse(R"([{"rule":"hydrant","distance_m":2.5,"pack_m":5.0}])"));
    const json same = document_of(anchong("scenario " + project() + " set s --clearance hydrant=5 --zone-type open_air --json"));
    EXPECT_EQ(scenario(same, "s")["assumptions"], json::array()) << "the pack's own number is no assumption";
    EXPECT_EQ(scenario(same, "s")["zone_type"], "open_air");
    EXPECT_EQ(scenario(same, "s")["pack"], "cn-base");
    EXPECT_EQ(scenario(same, "base")["pack"], "cn-chongqing-2024");
}

TEST_F(Scenarios, SetSaysThatResultsAreStale) {
    const json document = document_of(anchong("scenario " + project() + " set base --clearance shed-to-building=5 --json"));
    EXPECT_EQ(scenario(document, "base")["results"], "stale");
    ASSERT_EQ(document["findings"].size(), 1u);
    EXPECT_EQ(document["findings"][0]["code"], "results-stale");
    EXPECT_EQ(anchong("site " + project()).exit, 4) << "its zones are of other rules";
    EXPECT_EQ(anchong("plan " + project()).exit, 0);
    EXPECT_EQ(scenario(document_of(anchong("scenario " + project() + " list --json")), "base")["results"], "current");
}

TEST_F(Scenarios, DeleteTakesTheResultsAlong) {
    ASSERT_EQ(anchong("scenario " + project() + " add copy").exit, 0);
    ASSERT_EQ(anchong("scenario " + project() + " delete copy").exit, 0);
    EXPECT_THAT(sql("select count(*) as n from sites where scenario='copy'"), HasSubstr("0"));
    EXPECT_THAT(sql("select count(*) as n from anchong_assumptions where scenario='copy'"), HasSubstr("0"));
    const Outcome last = anchong("scenario " + project() + " delete base --lang en");
    EXPECT_EQ(last.exit, 4);
    EXPECT_THAT(last.err, HasSubstr("only one"));
}

TEST_F(Scenarios, RunAll) {
    ASSERT_EQ(anchong("scenario " + project() + " add a --clearance shed-to-building=4").exit, 0);
    const json run = document_of(anchong("scenario " + project() + " run --all --json"));
    EXPECT_THAT(run["names"], ElementsAre("base", "a"));
    EXPECT_EQ(run["runs"].size(), 2u);
    for (const json& each : run["scenarios"]) EXPECT_EQ(each["results"], "current");
}

TEST_F(Scenarios, OwnPacksComeIntoTheProject) {
    const auto pack = [](int metres) {
        return R"({"schema_version":1,"id":"own","extends":"cn-chongqing-2024","edition":"1","title":{"zh":"本镇","en":"ours"},"jurisdiction":{"zh":"本镇","en":"ours"},
            "rules":[{"id":"shed-to-building","zone":["shed"],"from":{"kind":"building"},"value":)" + std::to_string(metres) +
               R"(,"unit":"m","strength":"must","clause":"1","source":"本镇","status":"verified","mandatory_now":"yes","superseded_by":null,"text":{"zh":"规则","en":"rule"}}]})";
    };
    folder->write("own.json", pack(8));
    ASSERT_EQ(anchong("scenario " + project() + " add own --rules " + at("own.json")).exit, 0);
    ASSERT_EQ(anchong("scenario " + project() + " add own-2 --from own").exit, 0);
    folder->write("own.json", pack(9));
    const Outcome taken = anchong("scenario " + project() + " set own --rules " + at("own.json") + " --lang en");
    EXPECT_EQ(taken.exit, 4);
    EXPECT_THAT(taken.err, AllOf(HasSubstr("own-2"), HasSubstr("another id")));
    ASSERT_EQ(anchong("scenario " + project() + " delete own-2").exit, 0);
    EXPECT_EQ(anchong("scenario " + project() + " set own --rules " + at("own.json")).exit, 0);
}

TEST_F(Scenarios, WrongCallsLeaveTheProjectAsItWas) {
    const std::string before = shell("sha256sum " + project()).out;
    const std::string p = "scenario " + project();
    const std::vector<std::pair<std::string, int>> failing{
        {"scenario", 2},
        {"scenario add", 2},
        {p, 2},
        {p + " rename base", 2},
        {p + " add", 2},
        {p + " add x y", 2},
        {p + " add x --zone-type tent", 2},
        {p + " add x --clearance shed-to-building", 2},
        {p + " add x --clearance shed-to-building=far", 2},
        {p + " set base", 2},
        {p + " list base", 2},
        {p + " run", 2},
        {p + " run base --all", 2},
        {p + " delete", 2},
        {"scenario " + at("nothing.gpkg") + " list", 3},
        {p + " add base", 4},
        {p + " add ''", 4},
        {p + " add a,b", 4},
        {p + " add x --from nobody", 4},
        {p + " add x --rules nowhere", 4},
        {p + " add x --clearance no-such-rule=3", 4},
        {p + " add x --clearance no-such-rule=pack", 4},
        {p + " add x --clearance fire-lane=3", 4},
        {p + " add x --clearance group.gap=1", 4},
        {p + " add x --clearance shed-to-building=-1", 4},
        {p + " add x --clearance shed-to-building=0x3", 2},
        {p + " add x --clearance 'shed-to-building= 3'", 2},
        {p + " add x --clearance shed-to-building=nan", 2},
        {p + " add \"$(printf 'x\\377')\"", 4},
        {p + " add x --clearance shed-to-building=1001", 4},
        {p + " set nobody --zone-type shed", 4},
        {p + " run nobody", 4},
        {p + " delete nobody", 4},
    };
    for (const auto& [arguments, exit] : failing) {
        const Outcome outcome = anchong(arguments + " --json");
        EXPECT_EQ(outcome.exit, exit) << arguments << outcome.err;
        EXPECT_EQ(document_of(outcome).value("exit", 0), exit) << arguments;
        EXPECT_FALSE(outcome.err.empty()) << arguments;
    }
    EXPECT_EQ(shell("sha256sum " + project()).out, before);
    EXPECT_THAT(anchong("scenario " + project() + " add x --clearance shed-to-bilding=3 --lang en").err, HasSubstr("shed-to-building"));
    EXPECT_THAT(anchong(p + " rename base --lang en").err, AllOf(HasSubstr("rename"), HasSubstr("delete")));
}

// A pack with rules that another has not: what was assumed of them is to be taken back first.
TEST_F(Scenarios, AssumptionsThatAnotherPackHasNotAreRefused) {
    ASSERT_EQ(anchong("scenario " + project() + " add x --clearance shed-to-building=3").exit, 0);
    const Outcome refused = anchong("scenario " + project() + " set x --rules cn-base --lang en");
    EXPECT_EQ(refused.exit, 4);
    EXPECT_THAT(refused.err, HasSubstr("shed-to-building"));
    EXPECT_EQ(anchong("scenario " + project() + " set x --rules cn-base --clearance shed-to-building=pack").exit, 0);
}

TEST_F(Scenarios, PilotOfTheMostUrgent) {
    const json document = document_of(anchong("plan " + project() + " --pilot 1 --json"));
    ASSERT_EQ(document["pilot"]["ranking"].size(), 2u);
    const json &first = document["pilot"]["ranking"][0], &second = document["pilot"]["ranking"][1];
    EXPECT_EQ(first["compound"], "C2");
    EXPECT_EQ(first["phase"], "pilot");
    EXPECT_EQ(first["reports"], 2) << "the one at C1 is closed";
    EXPECT_THAT(first["reasons"][1]["zh"].get<std::string>(), HasSubstr("未整改隐患 2 处，其中重大 1 处"));
    EXPECT_EQ(second["phase"], "rollout-1");
    EXPECT_EQ(second["density_per_ha"], 0);
    EXPECT_THAT(document["findings"].dump(), Not(HasSubstr("pilot-short")));
    EXPECT_THAT(sql("select distinct compound, phase from sites order by compound"), AllOf(HasSubstr("C1,rollout-1"), HasSubstr("C2,pilot")));
    // A plan without --pilot keeps the phases, and so does a new scenario.
    ASSERT_EQ(anchong("plan " + project()).exit, 0);
    EXPECT_THAT(sql("select distinct compound, phase from sites order by compound"), HasSubstr("C2,pilot"));
    ASSERT_EQ(anchong("scenario " + project() + " add x --clearance shed-to-building=3").exit, 0);
    ASSERT_EQ(anchong("scenario " + project() + " run x").exit, 0);
    EXPECT_THAT(sql("select distinct compound, phase from sites where scenario='x' order by compound"), HasSubstr("C2,pilot"));
    // And the other way round: a pilot proposed from one scenario holds in the others.
    ASSERT_EQ(anchong("site " + project() + " --pilot 2").exit, 0);
    EXPECT_THAT(sql("select count(*) as n from sites where phase <> 'pilot'"), HasSubstr("0"));
}

TEST_F(Scenarios, SheetsOfOnePhaseSayWhich) {
    ASSERT_EQ(anchong("plan " + project() + " --pilot 1").exit, 0);
    const Outcome outcome = anchong("export " + project() + " --json --format pdf --phase Pilot --out " + at("sheets"));
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    const json document = document_of(outcome);
    EXPECT_EQ(document["phase"], "pilot");
    EXPECT_FALSE(document["files"].empty());
    for (const json& file : document["files"]) EXPECT_THAT(file.get<std::string>(), HasSubstr("AC-P-")) << "nothing of the rollout";
}

TEST_F(Scenarios, SheetsNeedNoDisplay) {
    const std::string call = "export " + project() + " --format pdf --quiet --overwrite --out " + at("bare");
    for (const char* platform : {"xcb", "wayland", "nonsense"}) {
        const Outcome outcome = anchong(call, "unset DISPLAY WAYLAND_DISPLAY XDG_RUNTIME_DIR; QT_QPA_PLATFORM=" + std::string{platform});
        EXPECT_EQ(outcome.exit, 0) << platform;
        EXPECT_EQ(outcome.out + outcome.err, "") << platform;
    }
}

// Qt draws on where the disk takes no more: a PDF cut short would pass for one.
TEST_F(Scenarios, SheetsOnAFullDiskAreNotCutShort) {
    ASSERT_EQ(anchong("scenario " + project() + " add copy").exit, 0);
    for (const std::string& call : {"export " + project() + " --format pdf --out " + at("little"), "export " + project() + " --format pdf --one-file --out " + at("little"),
                                   "compare " + project() + " --scenarios base,copy --out " + at("little.pdf")}) {
        const Outcome outcome = anchong(call + " --lang en", "ulimit -f 20;");
        EXPECT_EQ(outcome.exit, 8) << call << outcome.out;
        EXPECT_THAT(outcome.err, HasSubstr("the file exceeds the size allowed")) << call;
        EXPECT_FALSE(std::filesystem::exists(*folder / "little")) << call;
        EXPECT_FALSE(std::filesystem::exists(*folder / "little.pdf")) << call;
    }
    EXPECT_EQ(shell("ls -A " + at("") + " | grep -c '^\\.'").out, "0\n");
}

TEST_F(Scenarios, PilotOfMoreThanThereAre) {
    const json document = document_of(anchong("plan " + project() + " --pilot 5 --json"));
    EXPECT_THAT(document["findings"].dump(), HasSubstr("pilot-short"));
    for (const json& each : document["pilot"]["ranking"]) EXPECT_EQ(each["phase"], "pilot");
    for (const char* wrong : {"0", "-1", "many"}) EXPECT_EQ(anchong("plan " + project() + " --pilot " + wrong).exit, 2) << wrong;
    EXPECT_EQ(anchong("zones " + project() + " --pilot 1").exit, 2) << "zones makes no sites";
    EXPECT_EQ(document_of(anchong("plan " + project() + " --json"))["pilot"], nullptr);
}

// A site put elsewhere by hand stays there through a plan, and through a pilot.
TEST_F(Scenarios, SitesPutByHandStay) {
    ASSERT_EQ(anchong("plan " + project() + " --pilot 1").exit, 0);
    const Outcome put = shell("ogrinfo -q " + project() + " -sql \"update sites set phase='rollout-1' where compound='C2'\"");
    ASSERT_EQ(put.exit, 0) << put.err;
    ASSERT_EQ(anchong("plan " + project()).exit, 0);
    EXPECT_THAT(sql("select distinct phase from sites where compound='C2'"), HasSubstr("rollout-1"));
    ASSERT_EQ(anchong("plan " + project() + " --pilot 2").exit, 0);
    EXPECT_THAT(sql("select distinct compound, phase from sites order by compound"), AllOf(HasSubstr("C1,pilot"), HasSubstr("C2,rollout-1")));
}

TEST_F(Scenarios, CompareWithADuplicateDiffersInNothing) {
    ASSERT_EQ(anchong("scenario " + project() + " add copy").exit, 0);
    const Outcome outcome = anchong("compare " + project() + " --scenarios base,copy --json --out " + at("same.json"));
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    const json document = document_of(outcome);
    for (const json& indicator : document["indicators"]) {
        EXPECT_EQ(indicator["values"][0], indicator["values"][1]) << indicator;
        EXPECT_EQ(indicator["readings"][1], "same") << indicator;
    }
    const json& changes = document["changes"][0];
    for (const char* list : {"ground", "sites", "verdicts", "rules"}) EXPECT_EQ(changes[list], json::array()) << list;
    EXPECT_EQ(changes["added_m2"], 0.0);
    EXPECT_EQ(changes["removed_m2"], 0.0);
    std::ifstream file{*folder / "same.json"};
    EXPECT_EQ(json::parse(file), document) << "the file holds what --json prints";
}

TEST_F(Scenarios, CompareThreeOfThem) {
    ASSERT_EQ(anchong("scenario " + project() + " add three-m --clearance shed-to-building=3").exit, 0);
    ASSERT_EQ(anchong("scenario " + project() + " add copy").exit, 0);
    ASSERT_EQ(anchong("scenario " + project() + " run three-m").exit, 0);
    const json document = document_of(anchong("compare " + project() + " --scenarios base,three-m,copy --json"));
    ASSERT_EQ(document["changes"].size(), 2u);
    EXPECT_EQ(document["changes"][0]["rules"][0]["rule"], "shed-to-building");
    EXPECT_EQ(document["changes"][0]["rules"][0]["a"], 6.0);
    EXPECT_EQ(document["changes"][0]["rules"][0]["b"], 3.0);
    EXPECT_GT(document["changes"][0]["added_m2"], 0.0);
    EXPECT_EQ(document["changes"][0]["removed_m2"], 0.0);
    EXPECT_EQ(document["changes"][1]["ground"], json::array());
    EXPECT_EQ(document["findings"], json::array());
    const json sheet = document_of(anchong("compare " + project() + " --scenarios base,three-m,copy --json --out " + at("three.pdf")));
    ASSERT_EQ(sheet["findings"].size(), 1u);
    EXPECT_EQ(sheet["findings"][0]["code"], "maps-of-two");
    EXPECT_EQ(shell("head -c 5 " + at("three.pdf")).out, "%PDF-");
    EXPECT_EQ(anchong("compare " + project() + " --scenarios base,three-m --out " + at("three.xlsx")).exit, 0);
    EXPECT_EQ(shell("head -c 2 " + at("three.xlsx")).out, "PK");
    const Outcome words = anchong("compare " + project() + " --scenarios base,three-m --lang zh");
    EXPECT_THAT(words.out, AllOf(HasSubstr("合规可设地"), HasSubstr("▲ 较好"), HasSubstr("不代表审批通过")));
}

TEST_F(Scenarios, CompareRefuses) {
    ASSERT_EQ(anchong("scenario " + project() + " add never --clearance shed-to-building=3").exit, 0);
    ASSERT_EQ(anchong("scenario " + project() + " add copy").exit, 0);
    folder->write("there.json", "precious");
    const std::string c = "compare " + project() + " --scenarios ";
    const std::vector<std::pair<std::string, int>> failing{
        {"compare " + project(), 2},
        {c + "base --out " + at("x.json"), 2},
        {c + "base,base --out " + at("x.json"), 2},
        {c + "base,copy --out " + at("x.docx"), 2},
        {c + "base,copy --out " + at("x"), 2},
        {"compare " + at("nothing.gpkg") + " --scenarios base,copy --out " + at("x.json"), 3},
        {c + "base,nobody --out " + at("x.json"), 4},
        {c + "base,never --out " + at("x.json"), 4},
        {c + "base,copy --out " + at("there.json"), 8},
        {c + "base,copy --out " + at("no/folder/x.json"), 8},
    };
    for (const auto& [arguments, exit] : failing) {
        const Outcome outcome = anchong(arguments + " --json");
        EXPECT_EQ(outcome.exit, exit) << arguments << outcome.err;
        EXPECT_EQ(document_of(outcome).value("exit", 0), exit) << arguments;
    }
    EXPECT_THAT(anchong(c + "base,never --out " + at("x.json") + " --lang en").err, AllOf(HasSubstr("never"), HasSubstr("scenario"), HasSubstr("run never")));
    EXPECT_FALSE(std::filesystem::exists(*folder / "x.json"));
    EXPECT_EQ(shell("cat " + at("there.json")).out, "precious");
    ASSERT_EQ(anchong("scenario " + project() + " add \"it's new\" --clearance shed-to-building=3").exit, 0);
    EXPECT_THAT(anchong(c + "\"base,it's new\" --lang en").err, HasSubstr("run 'it'\\''s new' first")) << "to be typed as it is shown";
    EXPECT_EQ(anchong(c + "'base, copy'").exit, 0);
    EXPECT_EQ(anchong(c + "base,copy --overwrite --out " + at("there.json")).exit, 0);
    EXPECT_THAT(shell("cat " + at("there.json")).out, HasSubstr("anchong/compare/1"));
    EXPECT_EQ(anchong(c + "base,copy --out " + at("full.json"), "ulimit -f 1;").exit, 8) << "half a kilobyte is all it may write";
    EXPECT_FALSE(std::filesystem::exists(*folder / "full.json"));
    EXPECT_EQ(shell("ls -A " + at("") + " | grep -c '^\\.'").out, "0\n");
}

TEST_F(Scenarios, CompareSaysWhichResultsAreStale) {
    ASSERT_EQ(anchong("scenario " + project() + " add copy").exit, 0);
    ASSERT_EQ(anchong("scenario " + project() + " set copy --clearance shed-to-building=3").exit, 0);
    const Outcome outcome = anchong("compare " + project() + " --scenarios base,copy --json");
    EXPECT_EQ(outcome.exit, 0);
    const json document = document_of(outcome);
    ASSERT_EQ(document["findings"].size(), 1u);
    EXPECT_EQ(document["findings"][0]["code"], "results-stale");
    EXPECT_EQ(document["findings"][0]["feature"], "copy");
    EXPECT_EQ(document["scenarios"][1]["results"], "stale");
}

}  // namespace
}  // namespace cli
