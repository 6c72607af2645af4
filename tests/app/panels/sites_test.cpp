#include "app/panels/sites/site_panel.hpp"
#include "app/tables/record_model.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

class SitePanelTest : public testing::Test {
   protected:
    RecordModel& model() { return *panel.table()->model(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    std::vector<std::string> column(int place) {
        std::vector<std::string> cells;
        for (int row = 0; row < model().rowCount(); ++row) cells.push_back(cell(row, place).toStdString());
        return cells;
    }

    void SetUp() override { setTheme(*qApp, Theme::Light); }

    OpenProject project;
    Selection selection;
    SitePanel panel{project, selection};
    QAbstractItemModelTester tester{panel.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(SitePanelTest, ListsTheSitesWithTheirGoverningClause) {
    project.show(small_town());
    ASSERT_EQ(model().rowCount(), 3);
    const auto row = [this](int i) {
        QStringList cells;
        for (int c = 0; c < model().columnCount(); ++c) cells << cell(i, c);
        return cells.join('|').toStdString();
    };
    EXPECT_EQ(row(0), "C1-S1|南苑|Shed|20|52.8|Complies|+3.34|渝建消防〔2024〕20号 4.2|–");
    EXPECT_EQ(row(1), "C1-S10|南苑|Shed|8|21.1|To verify|\u22120.38|渝建消防〔2024〕20号 4.2|–");
    EXPECT_EQ(model().index(1, 5).data(RecordModel::ChipRole).toString(), "verify");
    EXPECT_EQ(panel.objectName(), "sites");
}

TEST_F(SitePanelTest, PhasesHaveDiscsAndTitlesAndAreFound) {
    LoadedProject town = small_town();
    auto with = std::make_shared<geo::Project>(*town.project);
    with->phasing.phases[0].name = "Old town";
    auto results = std::make_shared<geo::Results>(*town.results.at("base"));
    results->sites[0].phase = "rollout-1";
    results->sites[2].phase = "pilot";
    town.project = with;
    town.results["base"] = results;
    project.show(std::move(town));
    EXPECT_THAT(column(8), ElementsAre("Rollout 1", "–", "Old town"));
    EXPECT_EQ(model().index(0, 8).data(RecordModel::DiscRole).value<Disc>(), (Disc{"1", "phase_1"}));
    EXPECT_EQ(model().index(1, 8).data(RecordModel::DiscRole).value<Disc>(), Disc{});
    model().sort(8, Qt::AscendingOrder);
    EXPECT_THAT(column(0), ElementsAre("C1-S2", "C1-S1", "C1-S10"));
    model().setFilter("rollout");
    EXPECT_THAT(column(0), ElementsAre("C1-S1"));
}

TEST_F(SitePanelTest, SortsBaysAndMarginsAsNumbersAndVerdictsWorstFirst) {
    project.show(small_town());
    model().sort(3, Qt::AscendingOrder);
    EXPECT_THAT(column(3), ElementsAre("8", "20", "100"));
    model().sort(6, Qt::DescendingOrder);
    EXPECT_THAT(column(0), ElementsAre("C1-S1", "C1-S2", "C1-S10"));
    model().sort(5, Qt::AscendingOrder);
    EXPECT_THAT(column(0), ElementsAre("C1-S10", "C1-S1", "C1-S2"));
}

TEST_F(SitePanelTest, ARowBecomesTheSelectionAndIsRevealed) {
    project.show(small_town());
    panel.resize(900, 240);
    panel.show();
    QSignalSpy changed{&selection, &Selection::changed};
    QTableView* view = panel.table()->view();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(model().index(1, 0)).center());
    EXPECT_EQ(selection.current().kind, Selected::Kind::Site);
    EXPECT_EQ(selection.current().id, "C1-S10");
    EXPECT_NEAR(selection.current().place.x, 500'026.0, 1e-6);
    ASSERT_FALSE(changed.isEmpty());
    EXPECT_TRUE(changed.front().front().toBool());
}

TEST_F(SitePanelTest, FollowsTheSelectionAndLeavesItAlone) {
    project.show(small_town());
    QSignalSpy changed{&selection, &Selection::changed};
    selection.set({Selected::Kind::Site, "C1-S2", {}});
    EXPECT_EQ(panel.table()->currentId(), "C1-S2");
    EXPECT_EQ(changed.size(), 1);
    selection.set({Selected::Kind::Compound, "C1-S2", {}});
    EXPECT_TRUE(panel.table()->currentId().isEmpty());
    // Sites that come after the selection find it.
    selection.set({Selected::Kind::Site, "C1-S1", {}});
    project.setResults(std::make_shared<geo::Results>(*small_town().results.at("base")));
    EXPECT_EQ(panel.table()->currentId(), "C1-S1");
    EXPECT_EQ(selection.current().id, "C1-S1");
}

TEST_F(SitePanelTest, ADoubleClickAsksForTheSitesBox) {
    project.show(small_town());
    geo::Box box;
    QObject::connect(&panel, &SitePanel::zoomAsked, [&](const geo::Box& asked) { box = asked; });
    emit panel.table()->zoomAsked("C1-S2");
    EXPECT_DOUBLE_EQ(box.min_x, 500'036.0);
    EXPECT_DOUBLE_EQ(box.max_x, 500'040.0);
}

TEST_F(SitePanelTest, SaysWhyThereAreNone) {
    panel.show();
    const auto says = [this](const QString& words) {
        for (const QLabel* label : panel.table()->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    };
    EXPECT_TRUE(says("No project is open"));
    project.show(town_not_run());
    EXPECT_TRUE(says("has not been run"));
    QSignalSpy asked{&panel, &SitePanel::runPlanAsked};
    panel.table()->findChild<QPushButton*>()->click();
    EXPECT_EQ(asked.size(), 1);
    auto results = *small_town().results.at("base");
    results.sites.clear();
    project.setResults(std::make_shared<geo::Results>(results));
    EXPECT_TRUE(says("No zone holds a layout"));
    project.setResults(small_town().results.at("base"));
    EXPECT_TRUE(panel.table()->view()->isVisible());
    EXPECT_EQ(model().rowCount(), 3);
}

TEST_F(SitePanelTest, ColumnsKeepTheirWidthWhenTheLanguageChanges) {
    project.show(small_town());
    panel.resize(1100, 240);
    panel.show();
    const auto widths = [this] {
        std::vector<int> all;
        for (int c = 0; c < model().columnCount(); ++c) all.push_back(panel.table()->view()->columnWidth(c));
        return all;
    };
    const auto before = widths();
    QFont head = qApp->font();
    head.setPixelSize(12);  // As the style sheet has it.
    const QFontMetrics metrics{head};
    for (int c = 0; c < model().columnCount(); ++c)  // 40 % longer words fit as well; 20 px are the head's padding.
        EXPECT_LE(metrics.horizontalAdvance(model().headerData(c, Qt::Horizontal).toString()) * 1.4 + 20, before[static_cast<std::size_t>(c)]) << c;
    setLanguage(*qApp, geo::Language::Chinese);
    QCoreApplication::processEvents();
    EXPECT_EQ(widths(), before);
    EXPECT_EQ(panel.table()->totalCount(), 3);
    setLanguage(*qApp, geo::Language::English);
    QCoreApplication::processEvents();
}
