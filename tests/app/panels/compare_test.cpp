#include "app/panels/compare/change_legend.hpp"
#include "app/panels/compare/compare_page.hpp"
#include "app/panels/compare/comparison_delegate.hpp"
#include "app/panels/compare/comparison_model.hpp"
#include "app/panels/compare/comparison_table.hpp"
#include "app/panels/compare/map_pair.hpp"
#include "app/panels/compare/notices.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

/// Four indicators of three scenarios whose differences one can work out in one's head.
std::vector<geo::Indicator> hand_made() {
    return {{.id = "legal_m2", .title = {"合规可设地", "Legal ground"}, .unit = "m²", .values = {12129.0, 14530.0, {}}},
            {.id = "without", .title = {"无可设地的小区", "Without ground"}, .unit = {}, .better = geo::Better::Less, .values = {2.0, 0.0, 5.0}},
            {.id = "fails", .title = {"不符合", "Fails"}, .unit = {}, .better = geo::Better::Less, .values = {0.0, 3.0, 0.0}},
            {.id = "zones", .title = {"可设地处数", "Zones"}, .unit = {}, .better = geo::Better::Neither, .values = {100.0, 250.0, 100.0}},
            {.id = "margin", .title = {"最小裕量", "Least margin"}, .unit = "m", .decimals = 2, .values = {1.13, 0.42, 1.13}}};
}

class ComparisonModelTest : public testing::Test {
   protected:
    std::vector<std::string> row(int at) {
        std::vector<std::string> cells;
        for (int c = 0; c < model.columnCount(); ++c) cells.push_back(model.index(at, c).data().toString().toStdString());
        return cells;
    }
    ComparisonModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(ComparisonModelTest, ShowsDifferencePercentAndReading) {
    model.show(hand_made(), {"base", "three-m", "strict"});
    EXPECT_THAT(row(0), ElementsAre("Legal ground", "m²", "12\u2009129", "14\u2009530", "+2\u2009401", "+20\u2009%", "", "▲ better", "–", "–"));
    EXPECT_THAT(row(1), ElementsAre("Without ground", "", "2", "0", "\u22122", "\u2212100\u2009%", "", "▲ better", "5", "+3"));
    EXPECT_THAT(row(3), ElementsAre("Zones", "", "100", "250", "+150", "+150\u2009%", "", "● neutral", "100", "0"));
    EXPECT_THAT(row(4), ElementsAre("Least margin", "m", "1.13", "0.42", "\u22120.71", "\u221263\u2009%", "", "▼ worse", "1.13", "0.00"));
    EXPECT_EQ(model.headerData(ComparisonModel::B, Qt::Horizontal).toString(), "B  three-m");
    EXPECT_EQ(model.headerData(ComparisonModel::first_further, Qt::Horizontal).toString(), "strict");
    EXPECT_EQ(model.index(0, ComparisonModel::A).data(Qt::TextAlignmentRole).toInt(), static_cast<int>(Qt::AlignRight | Qt::AlignVCenter));
}

TEST_F(ComparisonModelTest, PercentOfZeroIsADashWithoutABar) {
    model.show(hand_made(), {"base", "three-m", "strict"});
    EXPECT_THAT(row(2), ElementsAre("Fails", "", "0", "3", "+3", "–", "", "▼ worse", "0", "0"));
    EXPECT_FALSE(model.index(2, ComparisonModel::Bar).data(ComparisonModel::PercentRole).isValid());
    EXPECT_EQ(model.index(3, ComparisonModel::Bar).data(ComparisonModel::PercentRole).toDouble(), 150.0);
}

TEST_F(ComparisonModelTest, TwoScenariosHaveNoFurtherColumns) {
    auto two = hand_made();
    for (geo::Indicator& indicator : two) indicator.values.pop_back();
    model.show(two, {"base", "three-m"});
    EXPECT_EQ(model.columnCount(), static_cast<int>(ComparisonModel::first_further));
}

TEST(ChangeBar, GrowsFromTheMiddleAndIsClippedAtAHundredPercent) {
    const QRectF cell{0, 0, 232, 28};  // Room for 104 px on either side.
    const ChangeBar half = change_bar(cell, 50.0), less = change_bar(cell, -100.0), beyond = change_bar(cell, 150.0);
    EXPECT_EQ(half.middle, 116.0);
    EXPECT_EQ(half.bar.left(), 116.0);
    EXPECT_EQ(half.bar.width(), 52.0);
    EXPECT_FALSE(half.is_clipped);
    EXPECT_EQ(less.bar.left(), 12.0);
    EXPECT_EQ(less.bar.right(), 116.0);
    EXPECT_FALSE(less.is_clipped);
    EXPECT_EQ(beyond.bar.width(), 104.0);
    EXPECT_TRUE(beyond.is_clipped);
}

TEST(ComparisonTable, CopiesRowsForSpreadsheets) {
    ComparisonTable table;
    table.showIndicators(hand_made(), {"base", "three-m", "strict"});
    const QStringList lines = table.copiedText().split('\n');
    EXPECT_EQ(lines[0], "Indicator\t\tA base\tB three-m\tDifference\t%\tReading\tstrict\tless A");
    EXPECT_EQ(lines[2], "Without ground\t\t2\t0\t-2\t-100%\t▲ better\t5\t+3");
}

namespace {

class MapPairTest : public testing::Test {
   protected:
    void SetUp() override {
        setTheme(*qApp, Theme::Light);
        const LoadedProject town = small_town();
        const auto data = std::make_shared<const MapData>(town.project, town.results.at("base"), MapStyle::standard());
        maps.a()->showData(data);
        maps.b()->showData(data);
        maps.resize(801, 300);
        maps.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&maps));
        maps.zoomTo(data->extent());
    }
    MapPair maps;
};

}  // namespace

TEST_F(MapPairTest, PanAndZoomInEitherMoveBoth) {
    EXPECT_EQ(maps.a()->size(), maps.b()->size());
    maps.a()->zoomBy(2.0);
    EXPECT_EQ(maps.b()->camera(), maps.a()->camera());
    geo::Camera camera = maps.b()->camera();
    camera.centre.x += 25.0;
    maps.b()->setCamera(camera);
    EXPECT_EQ(maps.a()->camera(), camera);
}

TEST_F(MapPairTest, ThePadlockParts) {
    QSignalSpy told{&maps, &MapPair::lockChanged};
    maps.padlock()->click();
    EXPECT_FALSE(maps.isLocked());
    const geo::Camera before = maps.b()->camera();
    maps.a()->zoomBy(2.0);
    EXPECT_EQ(maps.b()->camera(), before);
    maps.padlock()->click();
    EXPECT_EQ(maps.b()->camera(), maps.a()->camera());
    EXPECT_EQ(told.size(), 2);
}

TEST_F(MapPairTest, ThePointerIsACrossInTheOtherMap) {
    ASSERT_TRUE(QTest::qWaitFor([this] { return maps.a()->isSharp() && maps.b()->isSharp(); }, 10'000));
    const QImage a = maps.a()->grab().toImage(), b = maps.b()->grab().toImage();
    emit maps.a()->pointerMoved(maps.a()->camera().centre);
    EXPECT_EQ(maps.a()->grab().toImage(), a);
    EXPECT_NE(maps.b()->grab().toImage(), b);
    emit maps.a()->pointerLeft();
    EXPECT_EQ(maps.b()->grab().toImage(), b);
}

namespace {

const std::string pack_id = "cn-chongqing-2024", rule = "shed-to-building";

/// Base, and three-m: its first zone is 10 m longer, its second gone; one site more. Both were made by their present rules; `raw` was not run.
LoadedProject three_scenarios() {
    LoadedProject town = small_town();
    geo::Project project = *town.project;
    project.packs[pack_id] = geo::pack_to_text(geo::load_pack(pack_id));
    const auto scenario = [](const char* name) { return geo::Scenario{.name = name, .pack = pack_id}; };
    project.scenarios = {scenario("base"), scenario("three-m"), scenario("raw")};
    project.scenarios[1].clearances[rule] = 3.0;
    geo::Results base = *town.results.at("base");
    base.basis = geo::basis_of(project.packs, project.scenarios[0]);
    geo::Results three = base;
    three.scenario = "three-m";
    three.basis = geo::basis_of(project.packs, project.scenarios[1]);
    geo::Zone& zone = three.grounds[0].zones[0];  // 40 m square
    zone.legal.outer[1].x += 10.0;
    zone.legal.outer[2].x += 10.0;
    zone.legal_m2 += 400.0;
    three.grounds[0].zones.pop_back();  // 400 m²
    geo::Site more = three.sites.front();
    more.id = "C1-S3";
    for (geo::Point& p : more.outline.front().outer) p.y += 20.0;
    three.sites.push_back(more);
    geo::Results raw;
    raw.scenario = "raw";
    town.project = std::make_shared<const geo::Project>(std::move(project));
    town.results = {{"base", std::make_shared<const geo::Results>(base)},
                    {"three-m", std::make_shared<const geo::Results>(three)},
                    {"raw", std::make_shared<const geo::Results>(raw)}};
    return town;
}

class ComparePageTest : public testing::Test {
   protected:
    void SetUp() override {
        setTheme(*qApp, Theme::Light);
        page.resize(1200, 700);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&page));
        project.show(three_scenarios());
        settle();
    }
    void settle() {
        ASSERT_TRUE(QTest::qWaitFor([this] { return !page.isComputing(); }, 20'000));
        QCoreApplication::processEvents();
    }
    std::string cell(const std::string& title, int column) {
        const ComparisonModel& model = *page.table()->model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data().toString().toStdString() == title) return model.index(row, column).data().toString().toStdString();
        return "no such row";
    }
    bool says(const QString& words) {
        const auto& all = page.notices()->shown();
        return std::ranges::any_of(all, [&](const Notice& notice) { return notice.words.contains(words); });
    }

    OpenProject project;
    ComparePage page{project};
};

}  // namespace

TEST_F(ComparePageTest, ComparesTheFirstWithAnother) {
    EXPECT_EQ(page.compared(), (Compared{"base", "three-m", {}}));
    EXPECT_EQ(cell("Sites", ComparisonModel::A), "3");
    EXPECT_EQ(cell("Sites", ComparisonModel::B), "4");
    EXPECT_EQ(cell("Sites", ComparisonModel::Percent), "+33\u2009%");
    EXPECT_EQ(cell("Zones", ComparisonModel::Difference), "\u22121");
    EXPECT_EQ(cell("Legal ground", ComparisonModel::Difference), "0") << "400 m² more here, 400 m² less there";
    EXPECT_TRUE(page.notices()->shown().empty());
}

TEST_F(ComparePageTest, FindsWhatWasAddedAndRemoved) {
    ASSERT_NE(page.changes(), nullptr);
    ASSERT_EQ(page.changes()->ground.size(), 1u);
    EXPECT_NEAR(page.changes()->ground[0].added_m2, 400.0, 1.0);
    EXPECT_NEAR(page.changes()->ground[0].removed_m2, 400.0, 1.0);
    ASSERT_EQ(page.changes()->sites.size(), 1u);
    EXPECT_EQ(page.changes()->sites[0].kind, geo::SiteChange::Kind::Added);
    // Ground added and removed, a site added: so many rows has the legend, once the map has them.
    ASSERT_TRUE(QTest::qWaitFor([this] { return page.maps()->legend()->rowCount() == 3; }, 10'000));
    EXPECT_TRUE(page.maps()->legend()->isVisible());
    const QSize size = page.maps()->legend()->size();
    page.head()->setShowsChanges(false);
    EXPECT_FALSE(page.maps()->legend()->isVisible());
    page.head()->setShowsChanges(true);
    page.maps()->legend()->setDarkMap(true);  // Its rows are made anew while it is seen.
    EXPECT_EQ(page.maps()->legend()->size(), size);
}

TEST_F(ComparePageTest, SaysWhichNumberDiffers) {
    EXPECT_EQ(page.head()->rulesText(0), "building 6\u2009m · cn-chongqing-2024");
    EXPECT_EQ(page.head()->rulesText(1), "building 3\u2009m · cn-chongqing-2024");
}

TEST_F(ComparePageTest, AScenarioThatWasNotRunHasNoNumbersAndSaysSo) {
    page.compare("base", "raw");
    settle();
    EXPECT_EQ(cell("Sites", ComparisonModel::B), "–");
    EXPECT_EQ(cell("Sites", ComparisonModel::Reading), "–");
    EXPECT_EQ(page.changes(), nullptr);
    EXPECT_TRUE(says("B  raw has not been run"));
    QSignalSpy run{&page, &ComparePage::runAsked};
    page.notices()->findChildren<QPushButton*>().back()->click();
    ASSERT_EQ(run.size(), 1);
    EXPECT_EQ(run.front().front().toString(), "raw");
}

TEST_F(ComparePageTest, FollowsNewResultsAndTellsStaleOnes) {
    geo::Results less = *project.results("three-m");
    less.sites.clear();
    project.setResults(std::make_shared<const geo::Results>(less));
    settle();
    EXPECT_EQ(cell("Sites", ComparisonModel::B), "0");
    EXPECT_EQ(page.changes()->sites.size(), 3u);
    geo::Project changed = *project.project();
    changed.scenarios[1].clearances[rule] = 4.0;
    project.setProject(std::make_shared<const geo::Project>(changed));
    settle();
    EXPECT_TRUE(says("three-m: its rules were changed"));
    EXPECT_EQ(page.head()->rulesText(1), "building 4\u2009m · cn-chongqing-2024");
}

TEST_F(ComparePageTest, FurtherScenariosAreColumns) {
    const auto further = page.head()->furtherMenu()->actions();
    ASSERT_EQ(further.size(), 1);
    further.front()->trigger();
    ASSERT_TRUE(QTest::qWaitFor([this] { return page.table()->model()->columnCount() == ComparisonModel::first_further + 2; }, 5'000));
    EXPECT_EQ(page.compared().all(), (QStringList{"base", "three-m", "raw"}));
    EXPECT_EQ(cell("Sites", ComparisonModel::first_further), "–");
}

TEST_F(ComparePageTest, ChoosingWhatTheOtherSideHasSwaps) {
    QComboBox* a = page.head()->chooser(0);
    a->setCurrentText("three-m");
    emit a->textActivated("three-m");
    settle();
    EXPECT_EQ(page.compared(), (Compared{"three-m", "base", {}}));
    EXPECT_EQ(cell("Sites", ComparisonModel::Difference), "\u22121");
}

TEST_F(ComparePageTest, AScenarioThatGoesGivesWayToAnother) {
    geo::Project fewer = *project.project();
    fewer.scenarios.erase(fewer.scenarios.begin() + 1);
    project.setProject(std::make_shared<const geo::Project>(fewer));
    settle();
    EXPECT_EQ(page.compared(), (Compared{"base", "raw", {}}));
    fewer.scenarios.pop_back();
    project.setProject(std::make_shared<const geo::Project>(fewer));
    settle();
    QSignalSpy asked{&page, &ComparePage::duplicateAsked};
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->isVisible() && button->text().startsWith("Duplicate")) button->click();
    EXPECT_EQ(asked.size(), 1);
}

TEST_F(ComparePageTest, EscapeAsksToLeaveAndTheHeadForExports) {
    QSignalSpy close{&page, &ComparePage::closeAsked}, pdf{&page, &ComparePage::pdfAsked}, json{&page, &ComparePage::jsonAsked};
    page.activateWindow();
    page.maps()->a()->setFocus();
    QTest::keyClick(page.maps()->a(), Qt::Key_Escape);
    EXPECT_EQ(close.size(), 1);
    page.findChild<QToolButton*>("comparePdf")->click();
    page.findChild<QToolButton*>("compareJson")->click();
    ASSERT_EQ(pdf.size(), 1);
    EXPECT_EQ(pdf.front().front().toStringList(), (QStringList{"base", "three-m"}));
    EXPECT_EQ(json.size(), 1);
}

TEST_F(ComparePageTest, SpeaksTheWindowsLanguage) {
    setLanguage(*qApp, geo::Language::Chinese);
    QCoreApplication::processEvents();
    EXPECT_EQ(cell("点位", ComparisonModel::B), "4");
    EXPECT_TRUE(page.head()->rulesText(0).contains("建筑 6"));
    setLanguage(*qApp, geo::Language::English);
    QCoreApplication::processEvents();
    EXPECT_EQ(cell("Sites", ComparisonModel::B), "4");
}
