#include "app/panels/existing/existing_panel.hpp"

#include "app/tables/record_model.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

geo::Feature square(geo::Role role, const std::string& id, double x, double y, double side) {
    return {.id = id, .name = {}, .shape = {.areas = {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}, .lines = {}, .points = {}},
            .values = std::vector<geo::Value>(geo::role_info(role).fields.size()), .source = {}};
}

geo::Layer layer(geo::Role role, std::vector<geo::Feature> features) {
    geo::Layer made{.role = role, .crs = "EPSG:4545", .provenance = {}, .features = std::move(features)};
    made.provenance.accuracy_m = 0.25;
    return made;
}

/// A town of one compound with a building of 20 m; one facility 3 m from it, another 40 m.
LoadedProject town(const std::string& pack_id = "cn-chongqing-2024") {
    constexpr double x = 500'000, y = 3'270'000;
    LoadedProject loaded = town_not_run();
    geo::Project project = *loaded.project;
    project.inputs.crs = "EPSG:4545";
    geo::Feature building = square(geo::Role::Building, "B1", x, y, 20);
    building.values[*geo::field_index(geo::Role::Building, "floors")] = std::int64_t{5};
    building.values[*geo::field_index(geo::Role::Building, "fire_grade")] = std::string{"二级"};
    building.values[*geo::field_index(geo::Role::Building, "use")] = std::string{"住宅"};
    project.inputs.layers = {layer(geo::Role::Compound, {square(geo::Role::Compound, "C1", x - 10, y - 10, 100)}), layer(geo::Role::Building, {building}),
                             layer(geo::Role::Charging, {square(geo::Role::Charging, "near", x + 23, y, 5), square(geo::Role::Charging, "far", x + 60, y, 5)})};
    const geo::RulePack pack = geo::load_pack("cn-chongqing-2024");
    project.packs = {{pack.id, geo::pack_to_text(pack)}};
    project.scenarios.front().pack = pack_id;
    loaded.project = std::make_shared<const geo::Project>(std::move(project));
    return loaded;
}

class ExistingPanelTest : public testing::Test {
   protected:
    /// Shows a project and waits until its facilities are judged, or cannot be.
    void show(LoadedProject loaded) {
        QSignalSpy judged{&panel, &ExistingPanel::judgedChanged};
        project.show(std::move(loaded));
        while (!panel.judged() && judged.wait(5000) && judged.count() < 2) {}
    }
    RecordModel& model() { return *panel.table()->model(); }

    OpenProject project;
    Selection selection;
    ExistingPanel panel{project, selection};
    QAbstractItemModelTester tester{panel.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(ExistingPanelTest, ListsEachWithItsVerdict) {
    show(town());
    ASSERT_TRUE(panel.judged());
    ASSERT_EQ(model().rowCount(), 2);
    EXPECT_EQ(panel.judged()->facilities[0].verdict, geo::Verdict::Fails);
    EXPECT_EQ(panel.judged()->facilities[1].verdict, geo::Verdict::Complies);
    QStringList titles;
    for (int c = 0; c < model().columnCount(); ++c) titles << model().headerData(c, Qt::Horizontal).toString();
    const auto cell = [&](int row, const char* title) { return model().index(row, static_cast<int>(titles.indexOf(title))).data().toString(); };
    EXPECT_EQ(cell(0, "Needed m"), "6.00");
    EXPECT_EQ(cell(0, "Measured m"), "3.00");
    EXPECT_EQ(cell(0, "Strength"), "must");
    EXPECT_EQ(cell(0, "Compound"), "C1");
}

TEST_F(ExistingPanelTest, PointsTheMapAtWhatIsChosen) {
    show(town());
    ASSERT_TRUE(panel.judged());
    emit panel.table()->chosen("near");
    EXPECT_EQ(selection.current().kind, Selected::Kind::Feature);
    EXPECT_EQ(selection.current().id, "near");
    QSignalSpy zoomed{&panel, &ExistingPanel::zoomAsked};
    emit panel.table()->zoomAsked("far");
    EXPECT_EQ(zoomed.count(), 1);
}

TEST_F(ExistingPanelTest, JudgesAnewByOtherRules) {
    show(town());
    ASSERT_TRUE(panel.judged());
    auto changed = std::make_shared<geo::Project>(*project.project());
    changed->scenarios.front().clearances["shed-to-building"] = 2.0;
    QSignalSpy judged{&panel, &ExistingPanel::judgedChanged};
    project.setProject(changed);
    ASSERT_TRUE(judged.wait(5000));
    EXPECT_NE(panel.judged()->facilities[0].verdict, geo::Verdict::Fails);
}

TEST_F(ExistingPanelTest, IsEmptyWithoutALayerOrWithoutRules) {
    show(town_not_run());
    EXPECT_EQ(model().rowCount(), 0);
    QSignalSpy judged{&panel, &ExistingPanel::judgedChanged};
    project.show(town("none"));
    ASSERT_TRUE(judged.wait(5000));
    EXPECT_FALSE(panel.judged());
    EXPECT_EQ(model().rowCount(), 0);
}
