#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <sstream>

namespace cli {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

json document_of(const Outcome& outcome) {
    const json document = json::parse(outcome.out, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << outcome.out << outcome.err;
    if (!document.is_object()) return json::object();
    EXPECT_THAT(faults_of(document), IsEmpty()) << document.dump(1).substr(0, 4000);
    return document;
}

/// Compounds of 30 x 14 m, each with a building along its whole south side; so what is asked of that one wall decides.
class Rules : public ::testing::Test {
   protected:
    void SetUp() override {
        folder.write("compound.geojson", squares({{0, 0, 30, 14, R"({"id":"C1"})"}, {200, 0, 30, 14, R"({"id":"C2"})"}, {400, 0, 30, 14, R"({"id":"C3"})"}, {600, 0, 30, 14, R"({"id":"C4"})"},
                                                  {800, 0, 30, 14, R"({"id":"C5"})"}, {1000, 0, 30, 14, R"({"id":"C6"})"}, {1200, 0, 30, 14, R"({"id":"C7"})"}}));
        folder.write("building.geojson", squares({{-10, -20, 50, 20, R"({"id":"B1","height":60,"fire_grade":"二级","use":"住宅"})"},
                                                  {190, -20, 50, 20, R"({"id":"B2","height":18,"fire_grade":"二级","use":"住宅"})"},
                                                  {390, -20, 50, 20, R"({"id":"B3","height":18,"fire_grade":"四级","use":"住宅"})"},
                                                  {590, -20, 50, 20, R"({"id":"B4","height":18,"fire_grade":"三级","use":"住宅"})"},
                                                  {790, -20, 50, 20, R"({"id":"B5","height":18,"fire_grade":"二级","use":"住宅","blank_wall":"firewall:N"})"},
                                                  {990, -20, 50, 20, R"({"id":"B6","height":18,"fire_grade":"二级","use":"住宅","blank_wall":"blank:N"})"},
                                                  {1190, -20, 50, 20, R"({"id":"B7","height":18,"use":"住宅"})"}}));
    }
    std::string at(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    std::string layers() const { return " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson") + " --accuracy building=0.1"; }
    Outcome make(const std::string& name, const std::string& more) const { return anchong("new " + at(name) + layers() + " " + more); }
    /// Metres needed by rule, of all rows of the certificate.
    std::map<std::string, double> needs(const std::string& name) const {
        const Outcome rows = shell("ogr2ogr -f CSV /vsistdout/ " + at(name) + " -dialect sqlite -sql \"select distinct obst_id || ' ' || need_m as what from clearances\"");
        std::map<std::string, double> all;
        std::istringstream lines{rows.out};
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line)) {
            std::erase(line, '"');
            all[line.substr(0, line.find(' '))] = std::stod(line.substr(line.find(' ') + 1));
        }
        return all;
    }
    Folder folder;
};

// By hand, Chongqing → strict: B1 high-rise 6 → 9 m; B2 low of grade two 6 → 6; B3 grade four 6 → 9; B4 grade three 6 → 7; B5 firewall 0 → 0 (note 2); B6 without
// openings up to 6 m 0 → 6 (none of the notes); B7 of unknown grade 6 → 9. A row of bays stands at the clearance, so what grows is broken.
TEST_F(Rules, SwitchingThePackFlipsTheSitesThatItShould) {
    ASSERT_EQ(make("town.gpkg", "--rules cn-chongqing-2024").exit, 0);
    const Outcome before = shell("sha256sum " + at("town.gpkg"));
    const json document = document_of(anchong("rules diff cn-chongqing-2024 cn-gb50016-strict --project " + at("town.gpkg") + " --json"));
    EXPECT_EQ(shell("sha256sum " + at("town.gpkg")).out, before.out) << "nothing is written";
    EXPECT_EQ(document["sites"]["sites"], 7);
    std::map<std::string, std::string> flips;
    for (const json& flip : document["sites"]["flips"]) {
        flips[flip["compound"]] = flip["after"].get<std::string>() + " " + flip["because"]["rule"].get<std::string>() + " " + std::to_string(flip["because"]["need_m"].get<int>());
        // Beside the high-rise lies a strip for aerial operation that nobody surveyed.
        EXPECT_EQ(flip["before"], flip["compound"] == "C1" ? "待核实" : "符合") << flip.dump();
    }
    const std::map<std::string, std::string> by_hand{{"C1", "不符合 building.shed.high.grade12 9"}, {"C3", "不符合 building.shed.multi.grade4 9"}, {"C4", "不符合 building.shed.multi.grade3 7"},
                                                     {"C6", "不符合 building.shed.multi.grade12 6"}, {"C7", "不符合 building.shed.multi.grade4 9"}};
    EXPECT_EQ(flips, by_hand);
    const Outcome in_words = anchong("rules diff cn-chongqing-2024 cn-gb50016-strict --lang en --project " + at("town.gpkg"));
    EXPECT_THAT(in_words.out, AllOf(HasSubstr("5 of 7 sites"), HasSubstr("9 m needed")));
}

// By hand, of the sample township's files: JZ0006 and JZ0034 are of brick and concrete (grade two) and of unknown height: at worst high-rises, 9 m. The kindergarten JZ0013
// has three floors and no known grade: at worst four, 9 m. JZ0277 is of grade three, JZ0352 of brick and timber (three): 7 m. SQL over the tables measures 6.25, 6.25, 6.25,
// 6.35 and 6.46 m from these buildings to the sites, of which Chongqing asks 6.
TEST_F(Rules, SwitchingThePackFlipsSitesOfTheSample) {
    ASSERT_EQ(anchong("demo --out " + at("sample")).exit, 0);
    ASSERT_EQ(anchong("plan " + at("sample/town.gpkg")).exit, 0);
    const json document = document_of(anchong("rules diff cn-chongqing-2024 cn-gb50016-strict --project " + at("sample/town.gpkg") + " --json"));
    struct Flip {
        std::string obstacle, rule;
        double need_m, have_m;
    };
    const std::map<std::string, Flip> by_hand{{"XQ0001-S4", {"JZ0006", "building.shed.high.grade12", 9.0, 6.25}},
                                              {"XQ0002-S3", {"JZ0034", "building.shed.high.grade12", 9.0, 6.25}},
                                              {"XQ0001-S10", {"JZ0013", "building.shed.multi.grade4", 9.0, 6.25}},
                                              {"XQ0015-S2", {"JZ0277", "building.shed.multi.grade3", 7.0, 6.348}},
                                              {"XQ0016-S2", {"JZ0352", "building.shed.multi.grade3", 7.0, 6.456}}};
    std::size_t found = 0;
    for (const json& flip : document["sites"]["flips"]) {
        const auto hand = by_hand.find(flip["site"]);
        if (hand == by_hand.end()) continue;
        ++found;
        EXPECT_EQ(flip["before"], "符合") << flip.dump();
        EXPECT_EQ(flip["after"], "不符合") << flip.dump();
        EXPECT_EQ(flip["because"]["obstacle"], hand->second.obstacle);
        EXPECT_EQ(flip["because"]["rule"], hand->second.rule);
        EXPECT_EQ(flip["because"]["need_m"], hand->second.need_m);
        EXPECT_NEAR(flip["because"]["have_m"], hand->second.have_m, 0.006);
    }
    EXPECT_EQ(found, by_hand.size());
}

TEST_F(Rules, DiffNamesEachRuleWithBothNumbers) {
    const json document = document_of(anchong("rules diff cn-base cn-sichuan --json"));
    EXPECT_TRUE(document["sites"].is_null());
    std::map<std::string, json> rules;
    for (const json& rule : document["rules"]) rules[rule["rule"]] = rule;
    EXPECT_EQ(rules["group.max_bays"]["a"], 25.0);
    EXPECT_EQ(rules["group.max_bays"]["b"], 50.0);
    EXPECT_EQ(rules["group.max_bays"]["b_clause"]["status"], "secondary");
    EXPECT_TRUE(rules["group.divider_h"]["a"].is_null());
    EXPECT_FALSE(rules.contains("hydrant"));
    EXPECT_EQ(document_of(anchong("rules diff cn-sichuan cn-sichuan --json"))["rules"].size(), 0u);
}

// A blank pack: nine walls wait for the distance from buildings (of five buildings all, of two the noted and the other walls). The project is made, what is missing is listed, nothing is computed until it is stated.
TEST_F(Rules, ABlankPackAsksForEveryNumber) {
    const Outcome made = make("blank.gpkg", "--rules generic --lang en --json");
    ASSERT_EQ(made.exit, 0) << made.err;
    std::string findings = document_of(made)["findings"].dump();
    for (const char* id : {"--set to-building=", "--set bay.width=", "--set group.gap=", "9 obstacles"}) EXPECT_THAT(findings, HasSubstr(id));
    for (const char* command : {"plan ", "zones "}) {
        const Outcome refused = anchong(command + at("blank.gpkg") + " --lang en");
        EXPECT_EQ(refused.exit, 4);
        EXPECT_THAT(refused.err, AllOf(HasSubstr("--set to-building=VALUE m"), HasSubstr("--set fire_lane.clear_width=VALUE m"), Not(HasSubstr("to-silo"))));
    }
    EXPECT_THAT(anchong("rules show --lang en generic").out, HasSubstr("to be stated"));
}

const std::string all_numbers = " to-building=20ft setback=0 bay.width=2.5ft bay.depth=6.5ft aisle.one_side=5ft aisle.two_sides=9ft aisle.may_leave_zone=1 group.max_bays=20 group.max_length=60ft"
                                " group.gap=6ft site.max_bays=100 least_site.bays=2 fire_lane.clear_width=20ft";

// 20 ft are 6.096 m.
TEST_F(Rules, NumbersStatedWithTheProjectAreAssumptions) {
    std::string options;
    std::istringstream words{all_numbers};
    for (std::string word; words >> word;) options += " --set " + word;
    const Outcome made = make("feet.gpkg", "--rules generic --json" + options);
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(document_of(made)["findings"].dump(), Not(HasSubstr("rules-missing")));
    const Outcome planned = anchong("plan " + at("feet.gpkg") + " --json");
    ASSERT_EQ(planned.exit, 0) << planned.err;
    const json indicators = document_of(planned)["indicators"];
    EXPECT_EQ(indicators["sites"], 7);
    EXPECT_EQ(indicators["to_verify"], 7) << "a number without a source is an assumption";
    EXPECT_NEAR(needs("feet.gpkg")["B1"], 6.096, 1e-9);
    EXPECT_EQ(anchong("check " + at("feet.gpkg")).exit, 0);
}

TEST_F(Rules, NumbersAreSetInTheProjectsOwnCopy) {
    ASSERT_EQ(make("town.gpkg", "--rules cn-chongqing-2024").exit, 0);
    ASSERT_EQ(anchong("plan " + at("town.gpkg")).exit, 0);
    const json set = document_of(anchong("rules set " + at("town.gpkg") + " shed-to-building=8 --status secondary --source '本镇通知' --clause 3.2 --json"));
    EXPECT_EQ(set["numbers"][0]["value"], 8.0);
    EXPECT_EQ(set["numbers"][0]["status"], "secondary");
    EXPECT_EQ(set["findings"][0]["code"], "results-stale");
    EXPECT_EQ(set["pack"], "cn-chongqing-2024.own");
    EXPECT_EQ(anchong("check " + at("town.gpkg")).exit, 5) << "the results are of the rules before";
    ASSERT_EQ(anchong("plan " + at("town.gpkg")).exit, 0);
    EXPECT_DOUBLE_EQ(needs("town.gpkg")["B2"], 8.0);
    EXPECT_THAT(anchong("rules show --lang zh " + at("town.gpkg")).out, HasSubstr("本镇通知"));
    EXPECT_THAT(anchong("rules show --lang zh cn-chongqing-2024").out, Not(HasSubstr("本镇通知")));
}

TEST_F(Rules, NumbersThatCannotBeAreRefusedAndNothingChanges) {
    ASSERT_EQ(make("town.gpkg", "--rules cn-chongqing-2024").exit, 0);
    const std::string before = shell("sha256sum " + at("town.gpkg")).out;
    const std::vector<std::tuple<std::string, int, std::string>> rows{
        {"shed-to-bilding=8", 4, "shed-to-building"}, {"shed-to-building=-8", 4, "shed-to-building"}, {"shed-to-building=eight", 4, "RULE=VALUE"},
        {"shed-to-building=8chi", 4, "unit"}, {"shed-to-building=8 --status verified", 4, "--source"}, {"shed-to-building=8 --status sure", 2, "sure"},
        {"shed-to-building=8 --status verified --source x", 4, "clause"}, {"shed-to-building=2000", 4, "1000"}};
    for (const auto& [words, exit, reason] : rows) {
        const Outcome outcome = anchong("rules set " + at("town.gpkg") + " " + words + " --lang en");
        EXPECT_EQ(outcome.exit, exit) << words;
        EXPECT_THAT(outcome.err, HasSubstr(reason)) << words;
    }
    EXPECT_EQ(shell("sha256sum " + at("town.gpkg")).out, before);
    EXPECT_THAT(anchong("rules set cn-base hydrant=6 --lang en").err, HasSubstr("rules new --extends cn-base"));
}

// As the README says: a pack of another country in feet, from the blank one.
TEST_F(Rules, APackOfAnotherCountryInFeet) {
    ASSERT_EQ(anchong("rules new --extends generic --id springfield --title 'Springfield fire code' --jurisdiction Springfield --out " + at("springfield.json")).exit, 0);
    ASSERT_EQ(anchong("rules set " + at("springfield.json") + all_numbers).exit, 0);
    ASSERT_EQ(anchong("rules set " + at("springfield.json") + " to-building=20 --unit ft --source 'Fire code 2024' --clause 320.4 --status verified").exit, 0);
    const Outcome valid = anchong("rules validate " + at("springfield.json"));
    EXPECT_EQ(valid.exit, 0) << valid.err;
    ASSERT_EQ(make("springfield.gpkg", "--rules " + at("springfield.json")).exit, 0);
    const json indicators = document_of(anchong("plan " + at("springfield.gpkg") + " --json"))["indicators"];
    EXPECT_EQ(indicators["complies"], 6) << "one number of 20 ft for every building, with clause and source";
    EXPECT_EQ(indicators["to_verify"], 1) << "the strip beside the high-rise is not surveyed";
    EXPECT_NEAR(needs("springfield.gpkg")["B1"], 6.096, 1e-9);
}

// 2 h of wall between groups in Sichuan: they may stand 0.3 m apart instead of 2 m.
TEST_F(Rules, DividersOfAScenarioLetMoreBaysStand) {
    ASSERT_EQ(make("town.gpkg", "--rules cn-sichuan").exit, 0);
    ASSERT_EQ(anchong("scenario " + at("town.gpkg") + " add walls --barrier 2").exit, 0);
    const json listed = document_of(anchong("scenario " + at("town.gpkg") + " list --json"));
    EXPECT_EQ(listed["scenarios"][0]["barrier_h"], 0.0);
    EXPECT_EQ(listed["scenarios"][1]["barrier_h"], 2.0);
    const json runs = document_of(anchong("scenario " + at("town.gpkg") + " run --all --json"))["runs"];
    EXPECT_GE(runs[1]["indicators"]["bays"], runs[0]["indicators"]["bays"]);
    EXPECT_EQ(anchong("check " + at("town.gpkg") + " --scenario walls").exit, 0);
    EXPECT_EQ(anchong("scenario " + at("town.gpkg") + " set walls --barrier two").exit, 2);
    EXPECT_EQ(anchong("scenario " + at("town.gpkg") + " set walls --barrier 25").exit, 2);
    EXPECT_EQ(document_of(anchong("scenario " + at("town.gpkg") + " set walls --barrier none --json"))["scenarios"][1]["barrier_h"], 0.0);
}

}  // namespace
}  // namespace cli
