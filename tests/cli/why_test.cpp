#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cli {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Two projects. `yard`: a compound of 30 × 10 m between two blocks of 10 m that reach far beyond it, under a pack by which sheds keep 6 m from buildings and none
/// from firewalls: 100 m² of open ground, all of it taken. `town`: one with room, planned.
class WhyCommand : public ::testing::Test {
   protected:
    static void SetUpTestSuite() {
        folder = new Folder;
        folder->write("own.json", R"({"schema_version":1,"id":"own","extends":"cn-chongqing-2024","edition":"1","title":{"zh":"本镇","en":"ours"},
            "jurisdiction":{"zh":"本镇","en":"ours"},"rules":[{"id":"own-firewall","replaces":["shed-abuts-building"],"zone":["shed"],"from":{"kind":"building","facade":["firewall"]},
            "instead_of":["shed-to-building"],"value":0,"unit":"m","strength":"must","clause":"7.7","source":"本镇","status":"verified","mandatory_now":"yes",
            "superseded_by":null,"text":{"zh":"防火墙","en":"firewall"}}]})");
        folder->write("compound.geojson", squares({{0, 0, 30, 10, R"({"id":"C1","name":"青禾苑"})"}}));
        folder->write("building.geojson", squares({{0, -20, 10, 50, R"({"id":"A1","name":"1号楼","floors":6,"structure":"砖混"})"},
                                                   {20, -20, 10, 50, R"({"id":"A2","name":"2号楼","floors":6,"structure":"砖混"})"}}));
        made = anchong("new " + at("yard.gpkg") + " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson") + " --rules " + at("own.json"));
        folder->write("wide.geojson", squares({{0, 0, 200, 150, R"({"id":"C1","name":"青禾苑"})"}}));
        folder->write("house.geojson", squares({{20, 20, 40, 12, R"({"id":"B1","name":"1号楼","floors":6,"structure":"砖混"})"}}));
        ASSERT_EQ(anchong("new " + at("town.gpkg") + " --role compound=" + at("wide.geojson") + " --role building=" + at("house.geojson") + " --rules cn-chongqing-2024").exit, 0);
        ASSERT_EQ(anchong("plan " + at("town.gpkg")).exit, 0);
    }
    static void TearDownTestSuite() {
        delete folder;
        folder = nullptr;
    }
    void SetUp() override { ASSERT_EQ(made.exit, 0) << made.err; }

    static std::string at(const std::string& name) { return "'" + (*folder / name).string() + "'"; }
    /// The document of a call that succeeds.
    static json document(const std::string& arguments) {
        const Outcome outcome = anchong("why " + arguments + " --json");
        EXPECT_EQ(outcome.exit, 0) << arguments << outcome.err;
        const json read = json::parse(outcome.out, nullptr, false);
        EXPECT_FALSE(read.is_discarded()) << outcome.out << outcome.err;
        if (!read.is_object()) return json::object();
        EXPECT_EQ(read.value("schema", ""), "anchong/why/1");
        EXPECT_THAT(faults_of(read), IsEmpty()) << read.dump(1).substr(0, 4000);
        return read;
    }
    static Folder* folder;
    static Outcome made;
};
Folder* WhyCommand::folder = nullptr;
Outcome WhyCommand::made;

// The squares are drawn with one metre a degree for all directions: within a hundredth.
TEST_F(WhyCommand, OfACompoundWithoutGround) {
    const json read = document(at("yard.gpkg") + " --compound C1");
    EXPECT_EQ(read["asked"]["what"], "compound");
    EXPECT_TRUE(read["why"].is_null());
    ASSERT_EQ(read["grounds"].size(), 1u);
    const json& ground = read["grounds"][0];
    EXPECT_NEAR(ground["open_m2"], 100.0, 1.5);
    EXPECT_NEAR(ground["taken_share"], 1.0, 1e-3);
    EXPECT_EQ(ground["zones"], 0);
    ASSERT_EQ(ground["rows"].size(), 2u);
    for (const json& row : ground["rows"]) {
        EXPECT_EQ(row["rule"]["id"], "shed-to-building");
        EXPECT_EQ(row["need_m"], 6.0);
        EXPECT_NEAR(row["alone_share"], 0.6, 0.01);
        EXPECT_NEAR(row["only_m2"], 40.0, 1.5);
    }
    ASSERT_EQ(ground["remedies"].size(), 3u);  // both walls, either wall
    EXPECT_EQ(ground["remedies"][0]["kind"], "wall");
    EXPECT_NEAR(ground["remedies"][0]["zones_m2"], 100.0, 1.5);
    EXPECT_EQ(ground["remedies"][1]["zones"], 1);
    EXPECT_NEAR(ground["remedies"][1]["zones_m2"], 40.0, 1.5);
    EXPECT_EQ(ground["remedies"][1]["rule_after"], "own-firewall");
}

TEST_F(WhyCommand, InWordsOfBothLanguages) {
    const Outcome zh = anchong("why " + at("yard.gpkg") + " --compound 青禾苑 --lang zh"), en = anchong("why " + at("yard.gpkg") + " --compound C1 --lang en");
    ASSERT_EQ(zh.exit, 0) << zh.err;
    EXPECT_THAT(zh.out, HasSubstr("被各条规则合计占尽"));
    EXPECT_THAT(zh.out, HasSubstr("距1号楼须 6 m"));
    EXPECT_THAT(zh.out, HasSubstr("侧外墙为防火墙（本镇 7.7，0 m），可得 1 处可设地"));
    EXPECT_THAT(en.out, HasSubstr("takes 60 % of the open ground"));
    EXPECT_THAT(en.out, HasSubstr("With a firewall on the"));
}

TEST_F(WhyCommand, AtAPlaceInDegreesAndInMetres) {
    // 12 m from the west side: only the western block stands against it.
    const std::string degrees = "106.550124,29.560045";
    const json read = document(at("yard.gpkg") + " --at " + degrees + " --crs EPSG:4326");
    EXPECT_EQ(read["why"]["verdict"], "不符合");
    ASSERT_FALSE(read["why"]["rows"].empty());
    EXPECT_EQ(read["why"]["rows"][0]["obst_id"], "A1");
    EXPECT_NEAR(read["why"]["rows"][0]["takes"]["alone_share"], 0.6, 0.01);
    const json& remedies = read["grounds"][0]["remedies"];
    ASSERT_FALSE(remedies.empty());
    EXPECT_EQ(remedies[0]["frees_place"], true);
    EXPECT_TRUE(std::any_of(remedies.begin(), remedies.end(), [](const json& r) { return r["frees_place"] == true && r["obstacles"] == json::array({"A1"}); }));

    const Outcome words = anchong("why " + at("yard.gpkg") + " --at " + degrees + " --crs EPSG:4326 --lang en");
    EXPECT_THAT(words.out, HasSubstr("The first 2 of them would free this place."));  // A1's wall, and both

    const json place = read["asked"]["at"];
    const json again = document(at("yard.gpkg") + " --at " + place[0].dump() + "," + place[1].dump());
    EXPECT_EQ(again["why"], read["why"]);
    EXPECT_EQ(again["grounds"], read["grounds"]);
}

TEST_F(WhyCommand, OutsideOfEveryCompound) {
    const json degrees = document(at("yard.gpkg") + " --at 106.6,29.6");
    ASSERT_EQ(degrees["findings"].size(), 1u);
    EXPECT_EQ(degrees["findings"][0]["code"], "degrees-likely");
    const json read = document(at("yard.gpkg") + " --at 106.6,29.6 --crs EPSG:4326");
    EXPECT_EQ(read["findings"], json::array());
    EXPECT_TRUE(read["why"]["compound"].is_null());
    EXPECT_THAT(read["grounds"], IsEmpty());
}

TEST_F(WhyCommand, OfABuildingEveryCompoundWhoseGroundItTakes) {
    const json read = document(at("yard.gpkg") + " --building A2");
    ASSERT_EQ(read["grounds"].size(), 1u);
    for (const json& row : read["grounds"][0]["rows"]) EXPECT_EQ(row["obst_id"], "A2");
    for (const json& remedy : read["grounds"][0]["remedies"]) EXPECT_EQ(remedy["obstacles"], json::array({"A2"}));
    EXPECT_FALSE(read["grounds"][0]["remedies"].empty());
}

TEST_F(WhyCommand, OfASiteItsCertificate) {
    const json read = document(at("town.gpkg") + " --site C1-S1");
    EXPECT_EQ(read["asked"]["id"], "C1-S1");
    EXPECT_FALSE(read["why"]["rows"].empty());
    EXPECT_EQ(read["grounds"].size(), 1u);
    EXPECT_GT(read["grounds"][0]["zones_m2"], 20'000.0);
}

TEST_F(WhyCommand, WrongCallsAndUnknownIds) {
    const std::vector<std::tuple<std::string, int, std::string>> failing{
        {at("yard.gpkg"), 2, "--compound"},
        {at("yard.gpkg") + " --compound C1 --building A1", 2, "--site"},
        {at("yard.gpkg") + " --at twelve,1", 2, "twelve"},
        {at("yard.gpkg") + " --at 12", 2, "12"},
        {at("yard.gpkg") + " --compound C1 --crs EPSG:4326", 2, "--at"},
        {at("yard.gpkg") + " --at 1,2 --crs EPSG:999999", 4, "999999"},
        {at("yard.gpkg") + " --compound C11", 4, "C1"},
        {at("yard.gpkg") + " --building A3", 4, "A1"},
        {at("yard.gpkg") + " --site S1", 4, "anchong plan"},
        {at("town.gpkg") + " --site C1-S", 4, "C1-S1"},
        {at("town.gpkg") + " --compound C1 --scenario strict", 4, "base"},
        {at("nothing.gpkg") + " --compound C1", 3, "nothing.gpkg"},
    };
    for (const auto& [arguments, exit, words] : failing) {
        const Outcome outcome = anchong("why " + arguments + " --json --lang en");
        EXPECT_EQ(outcome.exit, exit) << arguments << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(words)) << arguments;
        const json error = json::parse(outcome.out, nullptr, false);
        EXPECT_EQ(error.value("schema", ""), "anchong/error/1");
        EXPECT_EQ(error.value("exit", 0), exit);
    }
}

}  // namespace
}  // namespace cli
