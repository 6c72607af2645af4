#include "app/panels/hazards/hazard_panel.hpp"
#include "app/tables/record_model.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

class HazardPanelTest : public testing::Test {
   protected:
    RecordModel& model() { return *panel.table()->model(); }
    std::vector<std::string> ids() {
        std::vector<std::string> all;
        for (int i = 0; i < model().rowCount(); ++i) all.push_back(model().idAt(i).toStdString());
        return all;
    }

    OpenProject project;
    Selection selection;
    HazardPanel panel{project, selection};
    QAbstractItemModelTester tester{panel.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(HazardPanelTest, ListsReportsAsTheirSourceHasThem) {
    project.show(small_town());
    ASSERT_EQ(model().rowCount(), 6);
    QStringList cells;
    for (int c = 0; c < model().columnCount(); ++c) cells << model().index(0, c).data().toString();
    EXPECT_EQ(cells.join('|'), "H1|2024-03-01|飞线充电|较大|整改中|网格巡查");
}

TEST_F(HazardPanelTest, SortsByDateWithUndatedLastAndByIdAsPeopleCount) {
    project.show(small_town());
    model().sort(1, Qt::AscendingOrder);
    EXPECT_THAT(ids(), ElementsAre("H10", "H1", "H3", "H5", "H2", "H4"));
    model().sort(1, Qt::DescendingOrder);
    EXPECT_THAT(ids(), ElementsAre("H2", "H5", "H3", "H1", "H10", "H4"));
    model().sort(0, Qt::AscendingOrder);
    EXPECT_THAT(ids(), ElementsAre("H1", "H2", "H3", "H4", "H5", "H10"));
}

TEST_F(HazardPanelTest, FiltersAsOneTypes) {
    project.show(small_town());
    panel.filterField()->setText("整改 飞线");
    EXPECT_TRUE(QTest::qWaitFor([&] { return panel.table()->shownCount() == 2; }, 2000));
    EXPECT_THAT(ids(), ElementsAre("H1", "H5"));
}

TEST_F(HazardPanelTest, SelectsFeaturesAndFollows) {
    project.show(small_town());
    panel.resize(900, 300);
    panel.show();
    QTableView* view = panel.table()->view();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(model().index(4, 2)).center());
    EXPECT_EQ(selection.current(), (Selected{Selected::Kind::Feature, "H4", {500'061.0, 3'250'061.0}}));
    selection.set({Selected::Kind::Feature, "H10", {}});
    EXPECT_EQ(panel.table()->currentId(), "H10");
    selection.set({Selected::Kind::Feature, "some building", {}});
    EXPECT_TRUE(panel.table()->currentId().isEmpty());
}

TEST_F(HazardPanelTest, ZoomsToSomeGroundRoundAReport) {
    project.show(small_town());
    geo::Box box;
    QObject::connect(&panel, &HazardPanel::zoomAsked, [&](const geo::Box& asked) { box = asked; });
    emit panel.table()->zoomAsked("H1");
    EXPECT_NEAR(box.centre().x, 500'020.0, 1e-6);
    EXPECT_GT(box.max_x - box.min_x, 20.0);
}

TEST_F(HazardPanelTest, OffersAnImportWhereThereAreNone) {
    auto town = small_town();
    auto without = std::make_shared<geo::Project>(*town.project);
    without->inputs.layers.pop_back();
    town.project = without;
    project.show(town);
    panel.show();
    QSignalSpy asked{&panel, &HazardPanel::importAsked};
    auto* button = panel.table()->findChild<QPushButton*>();
    ASSERT_TRUE(button->isVisible());
    button->click();
    EXPECT_EQ(asked.size(), 1);
    project.setProject(small_town().project);
    EXPECT_EQ(model().rowCount(), 6);
}
