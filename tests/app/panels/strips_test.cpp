#include "app/panels/strips/strip_panel.hpp"
#include "app/tables/record_model.hpp"
#include "app/theme/theme.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;

namespace {

/// The small town with a high slab of 40 x 12 m in C1, without legal ground.
class StripPanelTest : public testing::Test {
   protected:
    void SetUp() override {
        setTheme(*qApp, Theme::Light);
        LoadedProject town = small_town();
        auto with = std::make_shared<geo::Project>(*town.project);
        const geo::RulePack pack = geo::load_pack("cn-base");
        with->packs = {{"cn-base", geo::pack_to_text(pack)}};
        for (geo::Scenario& scenario : with->scenarios) scenario.pack = "cn-base";
        geo::Feature slab{.id = "B1", .name = {}, .shape = {{{{{500030, 3250040}, {500070, 3250040}, {500070, 3250052}, {500030, 3250052}}, {}}}, {}, {}},
                          .values = std::vector<geo::Value>(geo::role_info(geo::Role::Building).fields.size()), .source = "{}"};
        slab.values[*geo::field_index(geo::Role::Building, "height")] = 33.0;
        with->inputs.layers.push_back({.role = geo::Role::Building, .crs = with->inputs.crs, .provenance = {}, .features = {slab}});
        town.project = with;
        project.show(std::move(town));
        wait();
    }
    void wait() { EXPECT_TRUE(QTest::qWaitFor([this] { return !panel.isBusy(); }, 10'000)); }
    std::string cell(int row, int column) { return panel.table()->model()->index(row, column).data().toString().toStdString(); }

    OpenProject project;
    Selection selection;
    StripPanel panel{project, selection};
    QAbstractItemModelTester tester{panel.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(StripPanelTest, ListsPresumedGroundWithItsCost) {
    ASSERT_EQ(panel.table()->totalCount(), 2);
    EXPECT_EQ(cell(0, 0), "B1/strip-1");
    EXPECT_EQ(cell(0, 1), "aerial strip north of B1");
    EXPECT_EQ(cell(0, 2), "open");
    // Of the southern one, 20 x 10 m lie in one zone and 10 x 5 m in the other.
    EXPECT_EQ(cell(1, 3), "250.0");
    EXPECT_EQ(panel.table()->model()->index(0, 2).data(RecordModel::ChipRole).toString(), "verify");
}

TEST_F(StripPanelTest, DecidesByKeyAndUndoes) {
    panel.resize(900, 240);
    panel.show();
    panel.activateWindow();
    QSignalSpy told{&panel, &StripPanel::told};
    panel.table()->setCurrentId("B1/strip-2");
    panel.table()->view()->setFocus();
    panel.findChild<QAction*>("confirmStrips")->trigger();
    wait();
    EXPECT_EQ(project.project()->inputs.strips, (std::map<std::string, geo::StripDecision>{{"B1/strip-2", geo::StripDecision::Confirmed}}));
    EXPECT_EQ(cell(1, 2), "confirmed");
    EXPECT_EQ(cell(1, 3), "–");
    EXPECT_EQ(told.size(), 1);
    panel.table()->setCurrentId("B1/strip-2");
    panel.findChild<QAction*>("dismissStrips")->trigger();
    wait();
    EXPECT_EQ(cell(1, 2), "dismissed");
    project.undoStack().undo();
    project.undoStack().undo();
    wait();
    EXPECT_EQ(cell(1, 2), "open");
    EXPECT_TRUE(project.project()->inputs.strips.empty());
    EXPECT_EQ(panel.findChild<QAction*>("confirmStrips")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
}

TEST_F(StripPanelTest, ARowIsSelectedAndZoomedTo) {
    emit panel.table()->chosen("B1/strip-1");
    EXPECT_EQ(selection.current().kind, Selected::Kind::Feature);
    EXPECT_EQ(selection.current().id, "B1/strip-1");
    geo::Box box;
    QObject::connect(&panel, &StripPanel::zoomAsked, [&](const geo::Box& asked) { box = asked; });
    emit panel.table()->zoomAsked("B1/strip-1");
    EXPECT_NEAR(box.max_y, 3250052 + 15 + 30, 0.1);
    project.close();
    EXPECT_EQ(panel.table()->totalCount(), 0);
}
