#include "app/panels/run_log/run_log_panel.hpp"
#include "app/tables/record_model.hpp"
#include "app/theme/language.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QTableView>

#include <gtest/gtest.h>

using namespace app;

namespace {

class RunLogTest : public testing::Test {
   protected:
    RecordModel& model() { return *panel.table()->model(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }

    OpenProject project;
    Selection selection;
    RunLogPanel panel{project, selection};
    QAbstractItemModelTester tester{panel.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

// One line that it was opened, one finding of the import, one line of the run and its two findings.
TEST_F(RunLogTest, TellsWhatAnOpenedProjectFound) {
    EXPECT_EQ(panel.count(), 0);
    project.show(small_town());
    ASSERT_EQ(panel.count(), 5);
    EXPECT_EQ(cell(0, 2), "town.gpkg opened. Findings of the import: 1.");
    EXPECT_EQ(cell(1, 1), "Note");
    EXPECT_EQ(cell(1, 3), "建筑.shp");
    EXPECT_EQ(cell(3, 1), "Warning");
    EXPECT_EQ(cell(3, 2), "Compound C3 has no ground for charging.");
    project.close();
    EXPECT_EQ(panel.count(), 5);  // A log is kept until it is cleared.
}

TEST_F(RunLogTest, AddsErrorsAtTheEndAndSortsThemFirst) {
    project.show(small_town());
    panel.addError({"无法写入", "Cannot write"});
    EXPECT_EQ(cell(5, 2), "Cannot write");
    EXPECT_TRUE(model().index(5, 1).data(Qt::DecorationRole).isValid());
    model().sort(1, Qt::AscendingOrder);
    EXPECT_EQ(cell(0, 2), "Cannot write");
}

TEST_F(RunLogTest, ADoubleClickChoosesWhatIsSpokenOf) {
    project.show(small_town());
    emit panel.table()->zoomAsked("3");
    EXPECT_EQ(selection.current().kind, Selected::Kind::Compound);
    EXPECT_EQ(selection.current().id, "C3");
    EXPECT_NEAR(selection.current().place.x, 500'290.0, 1e-6);
    // A row number of a file is no id, even where a feature bears it.
    selection.clear();
    emit panel.table()->zoomAsked("1");
    EXPECT_EQ(selection.current().kind, Selected::Kind::Nothing);
}

TEST_F(RunLogTest, ASiteIsFoundByItsId) {
    const auto town = small_town();
    const LogEntry entry{.time = {}, .text = {}, .where = "", .feature = "C1-S2"};
    const auto subject = subject_of(entry, *town.project, *town.results.at("base"));
    ASSERT_TRUE(subject);
    EXPECT_EQ(subject->kind, Selected::Kind::Site);
    EXPECT_FALSE(subject_of({.time = {}, .text = {}, .where = "building", .feature = "C3"}, *town.project, *town.results.at("base")));
}

TEST_F(RunLogTest, SpeaksTheLanguageOfTheWindowAndCanBeCleared) {
    project.show(small_town());
    setLanguage(*qApp, geo::Language::Chinese);
    QCoreApplication::processEvents();
    EXPECT_EQ(cell(3, 2), "小区 C3 没有可设地。");
    setLanguage(*qApp, geo::Language::English);
    QCoreApplication::processEvents();
    panel.clear();
    EXPECT_EQ(model().rowCount(), 0);
    EXPECT_FALSE(panel.findChild<QAction*>("clearLog")->isEnabled());
}
