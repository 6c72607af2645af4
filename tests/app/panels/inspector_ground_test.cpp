#include "tests/app/panels/inspector_scene.hpp"

#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

namespace app {
namespace {

using testing::Contains;

class InspectorGround : public scene::Inspecting {
   protected:
    QPushButton& measuring() { return *panel.findChild<QPushButton*>("measuring"); }
    bool hasRow(const QString& part) {
        const QStringList all = rows();
        return std::ranges::any_of(all, [&](const QString& row) { return row.contains(part); });
    }
};

// 60 × 40 m less a house of 10 × 10 m and a lane of 60 × 6 m: 1 940 m² are open. 6 m round the house: 4 × 60 + 36 π = 353 m², 18 %.
TEST_F(InspectorGround, ACompoundShowsWhatEachRuleTakes) {
    open();
    choose(Selected::Kind::Compound, "C1");
    EXPECT_TRUE(hasRow("Rules by the open ground they take")) << rows().join('\n').toStdString();
    EXPECT_TRUE(hasRow("Obstacles by the open ground they take"));
    EXPECT_TRUE(hasRow(", 6 m, 18 %"));
    EXPECT_TRUE(hasRow("353 m², 353 m² only it"));
    const QStringList shown = labels();
    EXPECT_TRUE(std::ranges::any_of(shown, [](const QString& label) { return label.contains("1940 m² of open ground"); })) << shown.join('\n').toStdString();
    EXPECT_EQ(factValue("Zones"), "2");  // what is known of it stays beside
}

// Behind the distances of the place itself. 2 m beside the house its 6 m stand against it; where nothing does, the compound's figures are the same.
TEST_F(InspectorGround, APlaceShowsThoseOfItsCompound) {
    open();
    point(32, 15);
    EXPECT_TRUE(rows().front().contains("need 6.00, have 2.00")) << rows().join('\n').toStdString();
    EXPECT_TRUE(hasRow(", 6 m, 18 %"));
    EXPECT_TRUE(hasRow("Obstacles by the open ground they take"));
    point(50, 15);
    EXPECT_TRUE(hasRow("353 m², 353 m² only it"));
}

TEST_F(InspectorGround, APlaceOutsideOfEveryCompoundHasNone) {
    open();
    point(-50, 15);
    EXPECT_FALSE(hasRow("Rules by the open ground they take")) << rows().join('\n').toStdString();
    EXPECT_FALSE(measuring().isVisibleTo(&panel));
}

TEST_F(InspectorGround, ASiteShowsThoseOfItsCompound) {
    open();
    choose(Selected::Kind::Site, "S1");
    EXPECT_TRUE(rows().front().contains("need 6.00, have 7.13"));
    EXPECT_TRUE(hasRow(", 6 m, 18 %"));
}

TEST_F(InspectorGround, TheClauseOfARowIsALink) {
    open();
    choose(Selected::Kind::Compound, "C1");
    panel.findChild<QTabBar*>("inspectorSides")->setCurrentIndex(1);
    QSignalSpy spy{&list(), &ReasonList::clauseClicked};
    int row = 0;
    while (row < list().model()->rowCount() && list().linkRect(row).isEmpty()) ++row;
    ASSERT_LT(row, list().model()->rowCount());
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().linkRect(row).center());
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy.last().front().toString(), "building.shed.multi.grade12");
}

TEST_F(InspectorGround, ABuildingShowsOfWhichCompoundsItTakesGround) {
    open();
    choose(Selected::Kind::Feature, "B25");
    EXPECT_TRUE(hasRow("Obstacles by the open ground they take"));
    EXPECT_TRUE(hasRow(", 6 m, 18 %"));
    EXPECT_FALSE(hasRow("Rules by the open ground they take"));
}

TEST_F(InspectorGround, ACompoundWithoutGroundOpensWithTheReasons) {
    geo::Results shown = scene::results();
    shown.grounds[0].zones.clear();
    open(scene::sample(), shown);
    choose(Selected::Kind::Compound, "C1");
    EXPECT_EQ(panel.findChild<QTabBar*>("inspectorSides")->currentIndex(), 1);
    EXPECT_TRUE(list().isVisibleTo(&panel));
}

TEST_F(InspectorGround, MeasuringCanBeCancelledAndTakenUpAgain) {
    open();
    selection.set({Selected::Kind::Compound, "C1", {}});
    ASSERT_TRUE(measuring().isVisibleTo(&panel));
    EXPECT_EQ(measuring().text(), "Cancel");
    QTest::mouseClick(&measuring(), Qt::LeftButton);
    wait();
    EXPECT_TRUE(labels().contains("What rules take was not measured."));
    EXPECT_EQ(rows().size(), 0);
    QTest::mouseClick(&measuring(), Qt::LeftButton);
    wait();
    EXPECT_TRUE(hasRow(", 6 m, 18 %"));
    EXPECT_FALSE(measuring().isVisibleTo(&panel));
}

TEST_F(InspectorGround, AnotherChoiceOvertakesTheMeasuring) {
    open();
    selection.set({Selected::Kind::Compound, "C1", {}});
    choose(Selected::Kind::Feature, "H1");
    EXPECT_FALSE(hasRow("Rules by the open ground they take"));
    EXPECT_FALSE(measuring().isVisibleTo(&panel));
}

TEST_F(InspectorGround, SpeaksChinese) {
    speak(geo::Language::Chinese);
    open();
    choose(Selected::Kind::Compound, "C1");
    EXPECT_TRUE(hasRow("规则（按所占空地）")) << rows().join('\n').toStdString();
    EXPECT_TRUE(hasRow("独占 353 m²")) << rows().join('\n').toStdString();
}

}  // namespace
}  // namespace app
