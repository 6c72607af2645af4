#include "app/panels/compounds/compound_panel.hpp"
#include "app/tables/record_model.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

class CompoundPanelTest : public testing::Test {
   protected:
    RecordModel& model() { return *panel.table()->model(); }
    std::string row(int i) {
        QStringList cells;
        for (int c = 0; c < model().columnCount(); ++c) cells << model().index(i, c).data().toString();
        return cells.join('|').toStdString();
    }

    OpenProject project;
    Selection selection;
    CompoundPanel panel{project, selection};
    QAbstractItemModelTester tester{panel.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

// C1: 40² + 20² legal, 38² + 18² robust; 20 + 8 + 100 bays; the worst of its verdicts.
TEST_F(CompoundPanelTest, SumsUpWhatEachCompoundHas) {
    project.show(small_town());
    ASSERT_EQ(model().rowCount(), 4);
    EXPECT_EQ(row(0), "南苑|C1|1\u2009204|2\u2009000|1\u2009768|2|3|128|To verify|–|");
    EXPECT_EQ(row(1), "北苑|C2|–|100|64|1|0|0|No site|–|");
    EXPECT_EQ(row(2), "东苑|C3|96|0|0|0|0|0|No ground|–|");
    EXPECT_EQ(row(3), "|C4|300|–|–|–|–|–|Not computed|–|the boundary crosses itself");
    EXPECT_EQ(model().index(3, 8).data(RecordModel::ChipRole).toString(), "verify");
}

TEST_F(CompoundPanelTest, BeforeARunNothingIsSaidToBeZero) {
    project.show(town_not_run());
    EXPECT_EQ(row(0), "南苑|C1|1\u2009204|–|–|–|–|–|–|–|");
}

TEST_F(CompoundPanelTest, SortsByOutcomeAndByGroundWithTheUnknownLast) {
    project.show(small_town());
    const auto ids = [this] {
        std::vector<std::string> all;
        for (int i = 0; i < model().rowCount(); ++i) all.push_back(model().idAt(i).toStdString());
        return all;
    };
    model().sort(8, Qt::AscendingOrder);
    EXPECT_THAT(ids(), ElementsAre("C4", "C3", "C2", "C1"));
    model().sort(3, Qt::DescendingOrder);
    EXPECT_THAT(ids(), ElementsAre("C1", "C2", "C3", "C4"));
}

TEST_F(CompoundPanelTest, SelectsBothWays) {
    project.show(small_town());
    panel.resize(900, 240);
    panel.show();
    QTableView* view = panel.table()->view();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(model().index(2, 0)).center());
    EXPECT_EQ(selection.current(), (Selected{Selected::Kind::Compound, "C3", {500'290.0, 3'250'050.0}}));
    selection.set({Selected::Kind::Compound, "C2", {}});
    EXPECT_EQ(panel.table()->currentId(), "C2");
    selection.clear();
    EXPECT_TRUE(panel.table()->currentId().isEmpty());
}

TEST_F(CompoundPanelTest, AResultReplacesTheFigures) {
    project.show(town_not_run());
    project.setResults(small_town().results.at("base"));
    EXPECT_EQ(model().index(0, 6).data().toString(), "3");
    project.close();
    EXPECT_EQ(model().rowCount(), 0);
}
