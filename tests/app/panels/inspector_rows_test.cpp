#include "tests/app/panels/inspector_scene.hpp"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

namespace app {
namespace {

using scene::at;
using testing::IsEmpty;
using testing::SizeIs;

class InspectorRows : public scene::Inspecting {};

TEST_F(InspectorRows, StandWithTheGoverningFirst) {
    open();
    point(37.13, 15);
    EXPECT_TRUE(labels().contains("Place"));
    EXPECT_TRUE(labels().contains("Complies"));
    EXPECT_TRUE(labels().contains("May stand: 7.13 m from building 25, 6.00 m needed."));
    EXPECT_TRUE(labels().contains("+1.13 m"));
    EXPECT_TRUE(labels().contains("15.00 m"));  // to the boundary
    EXPECT_TRUE(labels().contains("none"));
    // The lane's edge is 12 m off: beyond 10 m, and not governing.
    const QStringList shown = rows();
    ASSERT_GT(shown.size(), 4) << shown.join('\n').toStdString();
    EXPECT_TRUE(shown[0].startsWith("Complies, 25# building (grade two, multi-storey), need 6.00, have 7.13, ")) << shown[0].toStdString();
    EXPECT_TRUE(shown[0].endsWith(", governs · +1.13")) << shown[0].toStdString();
    EXPECT_TRUE(shown[1].contains("hydrant H1, should 5.00, have 9.00, ")) << shown[1].toStdString();
    EXPECT_TRUE(shown[2].contains("building (grade two, multi-storey), keep off, off by 7.13, ")) << shown[2].toStdString();
    EXPECT_TRUE(shown[3].startsWith("To verify, Combustible, ")) << shown[3].toStdString();
    EXPECT_TRUE(shown[3].contains(", no data, ")) << shown[3].toStdString();
    EXPECT_TRUE(shown[4].contains("Rules by the open ground they take")) << shown[4].toStdString();
}

TEST_F(InspectorRows, SayHowMuchIsShort) {
    open();
    point(34.8, 15);
    EXPECT_TRUE(labels().contains("Fails"));
    EXPECT_TRUE(labels().contains("May not stand: 4.80 m from building 25, 6.00 m needed, 1.20 m short."));
    EXPECT_TRUE(rows()[0].endsWith("governs · 1.20 short")) << rows()[0].toStdString();
}

TEST_F(InspectorRows, AreOfTheNewestPlace) {
    open();
    for (int i = 0; i < 50; ++i) selection.set({Selected::Kind::Place, {}, at(31.0 + 0.1 * i, 15)});
    point(37.13, 15);
    QTest::qWait(50);
    EXPECT_TRUE(labels().contains("May stand: 7.13 m from building 25, 6.00 m needed."));
}

TEST_F(InspectorRows, DrawTheirLineWhenHoveredAndKeepItWhenClicked) {
    open();
    point(37.13, 15);
    QSignalSpy spy{&panel, &InspectorPanel::linesChanged};
    const auto last = [&] { return spy.last().front().value<std::vector<MarkLine>>(); };
    QTest::mouseMove(list().viewport(), inRow(0));
    ASSERT_GE(spy.count(), 1);
    ASSERT_THAT(last(), SizeIs(1));
    EXPECT_EQ(last()[0].from, at(37.13, 15));
    EXPECT_EQ(last()[0].to, at(30, 15));
    EXPECT_EQ(last()[0].text, "7.13 m ≥ 6.00");
    EXPECT_FALSE(last()[0].is_kept);
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, inRow(0));
    QTest::mouseMove(list().viewport(), inRow(1));
    ASSERT_THAT(last(), SizeIs(2));
    EXPECT_TRUE(last()[0].is_kept);
    EXPECT_FALSE(last()[1].is_kept);
    EXPECT_EQ(last()[1].to, at(46.13, 15));
    QEvent leave{QEvent::Leave};
    QApplication::sendEvent(list().viewport(), &leave);
    EXPECT_THAT(last(), SizeIs(1));
    // The language changes words, not what is kept; another place has other lines.
    speak(geo::Language::Chinese);
    EXPECT_THAT(last(), SizeIs(1));
    point(40, 15);
    EXPECT_THAT(last(), IsEmpty());
}

TEST_F(InspectorRows, CanBeGoneThroughWithTheKeys) {
    open();
    point(37.13, 15);
    QSignalSpy spy{&panel, &InspectorPanel::linesChanged};
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Down);
    QTest::keyClick(&list(), Qt::Key_Space);
    ASSERT_GE(spy.count(), 2);
    const auto lines = spy.last().front().value<std::vector<MarkLine>>();
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_TRUE(lines[0].is_kept);
}

TEST_F(InspectorRows, HaveTheirClauseAsALink) {
    open();
    point(37.13, 15);
    QSignalSpy spy{&panel, &InspectorPanel::clauseRequested}, lines{&panel, &InspectorPanel::linesChanged};
    const QRect link = list().linkRect(0);
    ASSERT_FALSE(link.isEmpty());
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, link.center());
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy.last().front().toString(), "building.shed.multi.grade12");
    EXPECT_EQ(lines.count(), 0) << "a link is no wish to keep the line";
    EXPECT_TRUE(list().linkRect(3).isEmpty()) << "no data has no clause";
}

TEST_F(InspectorRows, SpeakTheLanguageThatIsChosen) {
    open();
    point(37.13, 15);
    speak(geo::Language::Chinese);
    EXPECT_TRUE(labels().contains("可设：距 25# 楼 7.13 m，须 ≥ 6.00 m。"));
    EXPECT_TRUE(rows()[0].contains("25# 建筑（二级，单、多层）")) << rows()[0].toStdString();
    choose(Selected::Kind::Feature, "L1");
    EXPECT_TRUE(labels().join('\n').contains("消防车道"));
    speak(geo::Language::English);
    EXPECT_TRUE(labels().join('\n').contains("Fire lane"));
}

TEST_F(InspectorRows, AreMissingWhereTheRulesDoNotCoverTheInputs) {
    geo::Project bare = scene::sample();
    geo::RulePack pack = geo::load_pack("cn-base");
    std::erase_if(pack.clearances, [](const geo::ClearanceRule& rule) { return rule.id == "hydrant"; });
    bare.packs["cn-base"] = geo::pack_to_text(pack);
    open(std::move(bare));
    point(37.13, 15);
    EXPECT_TRUE(labels().join('\n').contains("hydrant")) << labels().join('\n').toStdString();
    EXPECT_THAT(rows(), IsEmpty());
    EXPECT_FALSE(labels().contains("Complies"));
}

TEST_F(InspectorRows, FollowChangedInputs) {
    open();
    point(37.13, 15);
    geo::Project moved = scene::sample();
    moved.inputs.layers[1].features[0].shape.areas = scene::rectangle(20, 10, 32, 20);
    project.setProject(std::make_shared<const geo::Project>(std::move(moved)));
    wait();
    EXPECT_TRUE(labels().contains("May not stand: 5.13 m from building 25, 6.00 m needed, 0.87 m short.")) << labels().join('\n').toStdString();
}

TEST_F(InspectorRows, NeverShowAnOlderQuestionsAnswer) {
    open();
    for (int i = 0; i < 20; ++i) {
        point(34.8, 15);
        selection.set({Selected::Kind::Place, {}, at(25, 12)});
        project.setProject(std::make_shared<const geo::Project>(scene::sample()));  // The rules are being read anew.
        selection.set({Selected::Kind::Place, {}, at(37.13, 15)});
        while (panel.isBusy()) {
            QApplication::processEvents();
            ASSERT_FALSE(labels().join('\n').contains("inside building 25")) << "of the place before";
        }
        EXPECT_TRUE(labels().contains("May stand: 7.13 m from building 25, 6.00 m needed."));
    }
}

std::vector<Reason> manyReasons() {
    std::vector<Reason> reasons(200);
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        reasons[i].name = QString{"A name that is far too long for a row of the inspector, number %1"}.arg(i);
        reasons[i].need = "need 6.00", reasons[i].have = "have 123.45";
        reasons[i].clause = "GB 50016-2014 (2018), table 5.2.2", reasons[i].rule = "rule", reasons[i].note = "governs · +1.13";
        reasons[i].verdict = static_cast<geo::Verdict>(i % 3);
        reasons[i].line = std::pair{geo::Point{0, 0}, geo::Point{1, static_cast<double>(i)}};
    }
    return reasons;
}

TEST_F(InspectorRows, TwoHundredAreShownAtOnce) {
    ReasonList rows_alone;
    const QAbstractItemModelTester tester{rows_alone.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    rows_alone.resize(336, 600);
    rows_alone.show();
    const std::vector<Reason> reasons = manyReasons();
    rows_alone.showReasons(reasons);
    rows_alone.grab();  // loads fonts
    QElapsedTimer timer;
    timer.start();
    rows_alone.showReasons(reasons);
    rows_alone.grab();
    EXPECT_LT(timer.elapsed(), 100);
    EXPECT_EQ(rows_alone.model()->rowCount(), 200);
    EXPECT_LT(rows_alone.linkRect(0).right(), 336 - 16 - rows_alone.fontMetrics().horizontalAdvance("governs")) << "the link runs into the note";
    EXPECT_GT(rows_alone.linkRect(0).width(), 50);
}

}  // namespace
}  // namespace app
