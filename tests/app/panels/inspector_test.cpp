#include "tests/app/panels/inspector_scene.hpp"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>

namespace app {
namespace {

class Inspector : public scene::Inspecting {
   protected:
    void press(const char* name) { QTest::mouseClick(panel.findChild<QPushButton*>(name), Qt::LeftButton); }
    void pressAll() {
        for (QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->isVisibleTo(&panel)) QTest::mouseClick(button, Qt::LeftButton);
    }
};

TEST_F(Inspector, ShowsASitesCertificate) {
    open();
    choose(Selected::Kind::Site, "S1");
    EXPECT_TRUE(labels().contains("Site S1"));
    EXPECT_TRUE(labels().contains("Sample · 10 bays · 28.0 m² · Shed")) << labels().join('\n').toStdString();
    EXPECT_TRUE(labels().contains("+1.13 m"));
    EXPECT_TRUE(labels().contains("unknown"));  // demand
    EXPECT_TRUE(labels().contains("not set"));  // phase
    ASSERT_GT(rows().size(), 3);
    EXPECT_TRUE(rows()[3].contains("Rules by the open ground they take"));
    EXPECT_TRUE(rows()[0].contains("need 6.00, have 7.13"));
    EXPECT_TRUE(rows()[1].contains("keep off, off by 11.00")) << rows()[1].toStdString();
    QSignalSpy spy{&panel, &InspectorPanel::zoomRequested};
    press("zoom");
    ASSERT_EQ(spy.count(), 1);
    EXPECT_TRUE(spy.last().front().value<geo::Box>().holds(geo::box_of(scene::results().sites[0].outline)));
}

TEST_F(Inspector, TheChipHasRoomForItsWord) {
    open();
    choose(Selected::Kind::Site, "S1");
    for (const QLabel* label : panel.findChildren<QLabel*>()) {
        if (label->text() != "Complies") continue;
        EXPECT_EQ(label->property("verdict").toString(), "complies");
        EXPECT_GE(label->sizeHint().width(), label->fontMetrics().horizontalAdvance("Complies") + 2 * 8);
        return;
    }
    FAIL() << "no chip";
}

TEST_F(Inspector, ASiteThatIsGoneLeavesTheEmptyState) {
    open();
    choose(Selected::Kind::Site, "S1");
    project.setResults(std::make_shared<const geo::Results>());
    wait();
    EXPECT_TRUE(labels().contains("Nothing is chosen."));
}

TEST_F(Inspector, ShowsACompoundsGroundAndSites) {
    open();
    choose(Selected::Kind::Compound, "C1");
    EXPECT_TRUE(labels().contains("Sample"));
    EXPECT_TRUE(labels().contains(number(1234.56, 0) + " m²"));
    EXPECT_EQ(factValue("Zones"), "2");
    EXPECT_EQ(factValue("Robust ground"), "800.0 m²");
    EXPECT_EQ(factValue("Sites: Complies"), "1");
    EXPECT_EQ(factValue("Sites: Fails"), "0");
    EXPECT_EQ(factValue("Households"), "unknown");
}

TEST_F(Inspector, ACompoundThatWasNotComputedSaysWhy) {
    geo::Results shown = scene::results();
    shown.grounds[0].is_computed = false;
    shown.grounds[0].reason = {"面积不符", "areas differ"};
    open(scene::sample(), shown);
    choose(Selected::Kind::Compound, "C1");
    EXPECT_TRUE(labels().contains("Not computed: areas differ"));
    EXPECT_EQ(labels().count("unknown"), 3);  // no zero ground
    project.setResults(std::make_shared<const geo::Results>());
    EXPECT_TRUE(labels().contains("Not computed yet: run the plan."));
}

TEST_F(Inspector, ShowsEveryAttributeOfAFeatureAndWhatIsUnknown) {
    open();
    choose(Selected::Kind::Feature, "B25");
    EXPECT_TRUE(labels().contains("25#"));
    EXPECT_TRUE(labels().contains("100 m²"));
    EXPECT_TRUE(labels().contains("±0.5 m"));
    EXPECT_EQ(factValue("Height"), "15 m");
    EXPECT_EQ(factValue("Fire grade"), "二级");
    EXPECT_EQ(factValue("Floors"), "unknown");
    EXPECT_EQ(factValue("Built in"), "unknown");
    // The source's own, in its order.
    EXPECT_EQ(factValue("楼高"), "15.0");
    EXPECT_EQ(factValue("业主"), "unknown");
    EXPECT_EQ(factValue("备注"), "unknown");
    EXPECT_EQ(factValue("年份"), "2008");
    EXPECT_EQ(facts().item(facts().rowCount() - 4, 0)->text(), "楼高");
    choose(Selected::Kind::Feature, "L1");
    EXPECT_TRUE(labels().contains("60.0 m"));
    EXPECT_EQ(factValue("Width"), "6 m");
}

TEST_F(Inspector, TheEmptyStateHasOneButton) {
    EXPECT_TRUE(labels().contains("No project is open."));
    const QSignalSpy opens{&panel, &InspectorPanel::openRequested}, identifies{&panel, &InspectorPanel::identifyRequested};
    pressAll();
    open();
    EXPECT_TRUE(labels().contains("Nothing is chosen."));
    pressAll();
    EXPECT_EQ(opens.count(), 1);
    EXPECT_EQ(identifies.count(), 1);
    point(37.13, 15);
    project.close();
    EXPECT_TRUE(labels().contains("No project is open."));
}

TEST_F(Inspector, CopyTakesAllThatIsShown) {
    open();
    choose(Selected::Kind::Site, "S1");
    press("copy");
    const QString copied = QApplication::clipboard()->text();
    EXPECT_TRUE(copied.startsWith("Site S1\tComplies\nSample · 10 bays")) << copied.toStdString();
    EXPECT_TRUE(copied.contains("\nComplies\t25# building (grade two, multi-storey)\tneed 6.00\thave 7.13\t")) << copied.toStdString();
    choose(Selected::Kind::Feature, "B25");
    press("copy");
    EXPECT_TRUE(QApplication::clipboard()->text().contains("\nFloors\tunknown\n"));
}

}  // namespace
}  // namespace app
