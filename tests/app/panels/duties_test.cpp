#include "app/panels/duties/duty_panel.hpp"
#include "app/tables/record_model.hpp"
#include "app/theme/theme.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;

namespace {

class DutyPanelTest : public testing::Test {
   protected:
    void SetUp() override {
        setTheme(*qApp, Theme::Light);
        LoadedProject town = small_town();
        auto results = std::make_shared<geo::Results>(*town.results.at("base"));
        results->checks = {{.site_id = "C1-S2", .duty = "group_length", .value = 16.0, .need = 20.0, .unit = "m", .clause = "导则 3.1", .verdict = geo::Verdict::Complies},
                           {.site_id = "C1-S2", .duty = "extinguishers", .value = {}, .need = 3.0, .unit = "count", .clause = "GB 50140", .verdict = geo::Verdict::ToVerify},
                           {.site_id = "compound:C3", .duty = "indoor_area", .value = {}, .need = 300.0, .unit = "m2", .clause = "导则 2.4", .verdict = geo::Verdict::ToVerify}};
        town.results["base"] = results;
        project.show(std::move(town));
    }
    std::string row(int i) {
        RecordModel& model = *panel.table()->model();
        QStringList cells;
        for (int c = 0; c < model.columnCount(); ++c) cells << model.index(i, c).data().toString();
        return cells.join('|').toStdString();
    }

    OpenProject project;
    Selection selection;
    DutyPanel panel{project, selection};
    QAbstractItemModelTester tester{panel.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(DutyPanelTest, ListsWhatWasFoundAgainstWhatIsNeeded) {
    EXPECT_EQ(row(0), "C1-S2|length of a group|16.00 m|20.00 m|Complies|导则 3.1");
    EXPECT_EQ(row(1), "C1-S2|extinguishers|–|3|To verify|GB 50140");
    EXPECT_EQ(row(2), "C3, indoors|area of a fire unit|–|300.0 m²|To verify|导则 2.4");
}

TEST_F(DutyPanelTest, ARowSelectsItsSiteOrCompound) {
    emit panel.table()->chosen("1");
    EXPECT_EQ(selection.current().kind, Selected::Kind::Site);
    EXPECT_EQ(selection.current().id, "C1-S2");
    emit panel.table()->chosen("2");
    EXPECT_EQ(selection.current().kind, Selected::Kind::Compound);
    EXPECT_EQ(selection.current().id, "C3");
    geo::Box box;
    QObject::connect(&panel, &DutyPanel::zoomAsked, [&](const geo::Box& asked) { box = asked; });
    emit panel.table()->zoomAsked("2");
    EXPECT_FALSE(box.empty());
    project.close();
    EXPECT_EQ(panel.table()->totalCount(), 0);
}
