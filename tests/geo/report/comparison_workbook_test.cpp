#include "geo/report/comparison_document.hpp"

#include "geo/io/workbook.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/geo/io/io_fixtures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace geo {
namespace {

using ::testing::ElementsAre;

/// Two scenarios whose second assumes 3 m, with one indicator, one site, one compound's ground and one rule that differ.
Comparison sample() {
    Comparison c;
    auto project = std::make_shared<Project>();
    const RulePack pack = load_pack("cn-base");
    project->packs[pack.id] = pack_to_text(pack);
    c.scenarios = {{"base", pack.id, ZoneType::Shed}, {"three-m", pack.id, ZoneType::Shed}};
    c.scenarios[1].clearances["building.shed.multi.grade12"] = 3.0;
    c.project = project;
    c.states = {RunState::Current, RunState::Stale};
    c.indicators = {{.id = "legal_m2", .title = {"合规可设地", "Legal ground"}, .unit = "m²", .decimals = 0, .better = Better::More, .values = {1000.0, 1250.0}},
                    {.id = "margin", .title = {"最小裕量", "Least margin"}, .unit = "m", .decimals = 2, .better = Better::Neither, .values = {std::nullopt, 0.25}}};
    ScenarioChanges changes;
    changes.sites = {{SiteChange::Kind::Added, "C1", "", "C1-S1"}};
    changes.verdicts = {"C1-S2"};
    changes.ground = {{"C1", {}, {}, 250.0, 0.0}};
    changes.rules = {{.rule = "building.shed.multi.grade12", .text = {"=1+1", "six metres"}, .a = 6.0, .b = 3.0, .unit = "m"}};
    c.changes = {changes};
    return c;
}

TEST(ComparisonWorkbook, HoldsWhatTheDocumentHolds) {
    const io_fixtures::Folder folder;
    const auto file = folder / "c.xlsx";
    write_comparison_workbook(file, sample(), false);
    const auto sheets = read_workbook(file);
    ASSERT_EQ(sheets.size(), 6u);
    EXPECT_THAT(sheets[0].keys, ElementsAre("id", "title_zh", "title_en", "unit", "better", "value:base", "value:three-m", "difference:three-m", "percent:three-m", "reading:three-m"));
    EXPECT_THAT(sheets[0].rows, ElementsAre(ElementsAre("legal_m2", "合规可设地", "Legal ground", "m²", "more", "1000", "1250", "250", "25", "better"),
                                            ElementsAre("margin", "最小裕量", "Least margin", "m", "neither", "", "0.25", "", "", "same")));
    EXPECT_THAT(sheets[1].rows, ElementsAre(ElementsAre("base", "cn-base", "shed", "current", "", "", ""),
                                            ElementsAre("three-m", "cn-base", "shed", "stale", "building.shed.multi.grade12", "3", "6")));
    EXPECT_THAT(sheets[2].rows, ElementsAre(ElementsAre("base", "three-m", "added", "C1", "", "C1-S1")));
    EXPECT_THAT(sheets[3].rows, ElementsAre(ElementsAre("base", "three-m", "C1-S2")));
    EXPECT_THAT(sheets[4].rows, ElementsAre(ElementsAre("base", "three-m", "C1", "250", "0")));
    EXPECT_THAT(sheets[5].rows, ElementsAre(ElementsAre("base", "three-m", "building.shed.multi.grade12", "=1+1", "six metres", "6", "3", "m")));
    EXPECT_THROW(write_comparison_workbook(file, sample(), false), OutputError);
    EXPECT_NO_THROW(write_comparison_workbook(file, sample(), true));
}

}  // namespace
}  // namespace geo
