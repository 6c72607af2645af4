#include "app/pages/comparison_sheets.hpp"
#include "app/pages/compound_maps.hpp"
#include "app/pages/sheet_content.hpp"
#include "geo/core/error.hpp"
#include "tests/app/pages/paper_town.hpp"

#include <QSet>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using app::Sheet;
using app::SheetLanguage;
using app::SheetRequest;

SheetRequest request(SheetLanguage language = SheetLanguage::Both) {
    SheetRequest request;
    request.language = language;
    request.date = "2026-11-22";
    return request;
}

/// The town with its sites in phases.
app::SheetSource phased(const char* first, const char* second) {
    app::SheetSource source = paper_town::Town{}.source;
    auto results = std::make_shared<geo::Results>(*source.results);
    results->sites[0].phase = first, results->sites[1].phase = second;
    source.results = results;
    source.map = std::make_shared<app::MapData>(source.project, source.results, app::MapStyle::standard());
    return source;
}

/// The town with so many copies of its first site that their tables do not fit one page.
app::SheetSource crowded(int count) {
    app::SheetSource source = paper_town::Town{}.source;
    auto results = std::make_shared<geo::Results>(*source.results);
    const geo::Site site = results->sites[0];
    const auto rows = results->clearances;
    results->sites.clear(), results->clearances.clear();
    for (int i = 1; i <= count; ++i) {
        geo::Site copy = site;
        copy.id = "C1-S" + std::to_string(i);
        for (geo::Bay& bay : copy.bays) bay.site_id = copy.id;
        results->sites.push_back(copy);
        for (geo::ClearanceRow row : rows)
            if (row.site_id == site.id) row.site_id = copy.id, results->clearances.push_back(row);
    }
    source.results = results;
    source.map = std::make_shared<app::MapData>(source.project, source.results, app::MapStyle::standard());
    return source;
}

std::vector<app::PageText> texts_of(const Sheet& sheet) {
    std::vector<app::PageText> texts;
    for (const app::PageItem& item : sheet.content().items)
        if (const auto* text = std::get_if<app::PageText>(&item)) texts.push_back(*text);
    return texts;
}

QStringList words_of(const std::vector<Sheet>& sheets) {
    QStringList words;
    for (const Sheet& sheet : sheets)
        for (const app::PageText& text : texts_of(sheet)) words << text.text;
    return words;
}

void expect_tidy(const std::vector<Sheet>& sheets) {
    for (const Sheet& sheet : sheets) {
        const QRectF inside = QRectF{25, 5, 390, 287}.adjusted(2.0, 2.0, -2.0, -2.0);
        const auto texts = texts_of(sheet);
        for (std::size_t a = 0; a < texts.size(); ++a) {
            const QRectF room = texts[a].room();
            EXPECT_TRUE(inside.adjusted(-0.01, -0.01, 0.01, 0.01).contains(room)) << texts[a].text.toStdString() << " at " << room.x() << ", " << room.y();
            EXPECT_GE(app::page_looks().face(texts[a].type).mm, 1.8);
            for (const app::MapOnPage& map : sheet.content().maps) {
                // Words stand on a map only as the numbers of an overview, which its labels keep off.
                const bool is_kept_free = std::ranges::any_of(map.map.taken, [&](const QRectF& free) { return free.contains(room); });
                EXPECT_TRUE(is_kept_free || !map.map.frame.intersects(room)) << texts[a].text.toStdString();
            }
            for (std::size_t b = a + 1; b < texts.size(); ++b) {
                // Letters leave a tenth of their em free above and below.
                const QRectF other = texts[b].room();
                EXPECT_FALSE(room.adjusted(0, 0.1, 0, -0.1).intersects(other.adjusted(0, 0.1, 0, -0.1))) << texts[a].text.toStdString() << " over " << texts[b].text.toStdString();
            }
        }
    }
}

TEST(PlanSheets, AreOneForEachPhaseOneHeatAndOneForEachCompoundWithASite) {
    const auto sheets = app::plan_sheets(phased("pilot", ""), request());
    ASSERT_EQ(sheets.size(), 4u);
    EXPECT_EQ(sheets[0].number(), "AC-P-000");
    EXPECT_EQ(sheets[1].number(), "AC-N-000");
    EXPECT_EQ(sheets[2].number(), "AC-H-001");
    EXPECT_EQ(sheets[3].number(), "AC-P-001");
    EXPECT_EQ(sheets[3].kind(), Sheet::Kind::Compound);
    EXPECT_EQ(sheets[3].title(), "示例小区 · 平面布置图");
}

TEST(PlanSheets, OfOnePhaseHaveOnlyItsSites) {
    SheetRequest second = request();
    second.phase = 1;
    const auto sheets = app::plan_sheets(phased("pilot", "rollout-1"), second);
    ASSERT_EQ(sheets.size(), 3u);
    EXPECT_EQ(sheets[2].number(), "AC-R1-001");
    const QStringList words = words_of({sheets[2]});
    EXPECT_TRUE(words.contains("S2"));
    EXPECT_FALSE(words.contains("S1"));
    EXPECT_EQ(sheets[2].content().source.results->sites.size(), 1u);
    second.phase = 2;
    EXPECT_THROW(app::plan_sheets(phased("pilot", "rollout-1"), second), geo::InvalidInput);
}

TEST(PlanSheets, SayWhatTheResultsSay) {
    const auto sheets = app::plan_sheets(paper_town::Town{}.source, request());
    const QStringList words = words_of({sheets.back()});
    for (const char* text : {"示例小区", "2026-11-22", "AC-N-001", "1 / 1", "未分期 No phase", "base", "S1", "S2", "8.00", "6.00", "待核实",
                             "本图为规划核查成果，供消防、住建部门参考，不代表审批通过。", "A planning check for the fire and housing bureaux; not an approval."})
        EXPECT_TRUE(words.contains(QString::fromUtf8(text))) << text;
}

TEST(PlanSheets, SpeakTheLanguageAskedFor) {
    const auto has = [](const QStringList& words, const char* text) { return words.contains(QString::fromUtf8(text)); };
    const QStringList zh = words_of(app::plan_sheets(paper_town::Town{}.source, request(SheetLanguage::Chinese)));
    EXPECT_TRUE(has(zh, "图例") && !has(zh, "Legend"));
    const QStringList en = words_of(app::plan_sheets(paper_town::Town{}.source, request(SheetLanguage::English)));
    EXPECT_TRUE(!has(en, "图例") && has(en, "Legend"));
    EXPECT_TRUE(has(en, "A planning check for the fire and housing bureaux; not an approval."));
}

TEST(PlanSheets, TextsKeepApartAndInsideOfTheFrame) {
    for (const SheetLanguage language : {SheetLanguage::Both, SheetLanguage::Chinese, SheetLanguage::English}) {
        expect_tidy(app::plan_sheets(phased("pilot", "rollout-1"), request(language)));
        expect_tidy(app::plan_sheets(crowded(25), request(language)));
    }
}

// Every row of both tables is somewhere, once.
TEST(PlanSheets, LongTablesGoOn) {
    const app::SheetSource source = crowded(25);
    const auto sheets = app::plan_sheets(source, request());
    const Sheet& first = *std::ranges::find(sheets, Sheet::Kind::Compound, &Sheet::kind);
    EXPECT_GT(first.pages(), 4);
    std::map<QString, int> rows;
    for (const QString& word : words_of(sheets)) ++rows[word];
    const auto of_site = std::ranges::count(source.results->clearances, "C1-S7", &geo::ClearanceRow::site_id);
    EXPECT_EQ(rows["S7"], 1 + of_site);
    for (const Sheet& sheet : sheets) EXPECT_EQ(words_of({sheet}).count(QString::fromUtf8("本图为规划核查成果，供消防、住建部门参考，不代表审批通过。")), 1) << sheet.number().toStdString();
}

// Each site has a detail, the most critical first: the second touches a lane.
TEST(PlanSheets, ShowEachSiteClosely) {
    const auto sheets = app::plan_sheets(paper_town::Town{}.source, request());
    const auto& maps = sheets.back().content().maps;
    ASSERT_EQ(maps.size(), 3u);
    EXPECT_EQ(maps[0].map.frame, (QRectF{33, 24, 202, 259}));
    EXPECT_EQ(maps[0].map.extents.size(), 2u);
    for (std::size_t d = 1; d < 3; ++d) {
        EXPECT_EQ(maps[d].map.denominator, 250);
        ASSERT_FALSE(maps[d].dimensions.empty());
    }
    EXPECT_EQ(maps[1].dimensions.front().site, "C1-S2");
}

// A site too large for a detail, whose governing building stands half a kilometre away: the end of the line at the site is shown.
TEST(PlanSheets, DetailsOfLargeSitesShowGroundOfTheSite) {
    const paper_town::Town town;
    const geo::Site& site = town.site("C1-S1");
    app::SiteDetail detail{&site, 1, {}, true};
    detail.map.map.denominator = 250;
    detail.map.map.scale_factor = town.scale;
    app::DimensionLine line;
    line.from = town.at(20, 40), line.to = town.at(520, 40), line.have_m = 500.0;
    detail.map.dimensions = {line};
    const app::DetailPlaces& places = *app::page_template("compound-a3").details;
    EXPECT_EQ(app::placed(detail, places, places.frames[0]).map.centre, town.at(20, 40));
    detail.map.dimensions[0].to = town.at(26, 40);
    EXPECT_NEAR(app::placed(detail, places, places.frames[0]).map.centre.x, town.at(23, 40).x, 1e-6);
}

TEST(PlanSheets, StopWhenAsked) {
    const geo::Progress stopped{[](double) {}, [] { return true; }};
    EXPECT_THROW(app::plan_sheets(paper_town::Town{}.source, request(), stopped), geo::Cancelled);
}

app::ComparedScenarios compared(bool is_same) {
    const paper_town::Town town;
    app::ComparedScenarios both;
    auto project = std::make_shared<geo::Project>(*town.source.project);
    project->scenarios.push_back(project->scenarios.front());
    project->scenarios.back().name = "three-m";
    both.project = project;
    auto second = std::make_shared<geo::Results>(*town.source.results);
    second->scenario = "three-m";
    if (!is_same) second->sites.pop_back();
    both.results = {town.source.results, second};
    std::vector<const geo::Results*> results{both.results[0].get(), both.results[1].get()};
    both.indicators = geo::indicators_of(results, project->phasing);
    both.changes = std::make_shared<geo::ScenarioChanges>(geo::changes_between(*results[0], *results[1]));
    both.title = "示例";
    return both;
}

TEST(ComparisonSheets, ShowBothMapsAndEveryIndicator) {
    const app::ComparedScenarios both = compared(false);
    const auto sheets = app::comparison_sheets(both, request());
    ASSERT_FALSE(sheets.empty());
    EXPECT_EQ(sheets[0].kind(), Sheet::Kind::Comparison);
    ASSERT_EQ(sheets[0].content().maps.size(), 2u);
    EXPECT_EQ(sheets[0].content().maps[0].map.denominator, sheets[0].content().maps[1].map.denominator);
    const QStringList words = words_of(sheets);
    for (const geo::Indicator& indicator : both.indicators) EXPECT_TRUE(words.contains(QString::fromStdString(indicator.title.zh))) << indicator.title.zh;
    EXPECT_TRUE(words.contains("▼ 较差"));
    expect_tidy(sheets);
}

TEST(ComparisonSheets, OfADuplicateFindNoDifference) {
    const QStringList words = words_of(app::comparison_sheets(compared(true), request()));
    EXPECT_FALSE(words.contains("▼ 较差") || words.contains("▲ 较好"));
    EXPECT_TRUE(words.contains("● 相同"));
    EXPECT_THROW(app::comparison_sheets(app::ComparedScenarios{}, request()), geo::InvalidInput);
}

}  // namespace
