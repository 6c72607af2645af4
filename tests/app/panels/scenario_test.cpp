#include "app/panels/scenario/clearance_model.hpp"
#include "app/panels/scenario/scenario_panel.hpp"
#include "app/panels/scenario/scenario_tabs.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "geo/rules/match_words.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

const std::string pack_id = "cn-chongqing-2024", governing = "shed-to-building";

/// The small town, whose three sites are governed by the 6 m from sheds to buildings, with that rule's pack.
LoadedProject town_with_pack() {
    LoadedProject town = small_town();
    geo::Project project = *town.project;
    project.scenarios.front().pack = pack_id;
    project.packs[pack_id] = geo::pack_to_text(geo::load_pack(pack_id));
    geo::Results results = *town.results.at("base");
    results.basis = geo::basis_of(project.packs, project.scenarios.front());
    town.results["base"] = std::make_shared<const geo::Results>(std::move(results));
    town.project = std::make_shared<const geo::Project>(std::move(project));
    return town;
}

class ScenarioPanelTest : public testing::Test {
   protected:
    ClearanceModel& model() { return *panel.model(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    const std::map<std::string, double>& assumed() { return project.project()->scenarios.front().clearances; }
    QString shownFault() {
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->isVisible() && label->property("verdict") == "fails") return label->text();
        return {};
    }
    /// Clicks on the row's first column, types and ends with Enter: as a planner does it.
    void type(const std::string& rule, const QString& words) {
        const int row = model().rowOf(rule);
        ASSERT_GE(row, 0);
        QTableView* view = panel.table();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(model().index(row, 0)).center());
        QCoreApplication::processEvents();
        QTest::keyClicks(view, words.left(1));
        QWidget* editor = view->viewport()->findChild<QLineEdit*>("distanceField");
        ASSERT_NE(editor, nullptr);
        QTest::keyClicks(editor, words.mid(1));
        QTest::keyClick(editor, Qt::Key_Return);
        for (int turn = 0; turn < 3; ++turn) QTest::qWait(1);  // The view ends editing, then the panel takes the number.
    }

    void SetUp() override {
        setTheme(*qApp, Theme::Light);
        project.show(town_with_pack());
        panel.resize(340, 640);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.table()->setFocus();
    }

    OpenProject project;
    ScenarioPanel panel{project};
    QAbstractItemModelTester tester{panel.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(ScenarioPanelTest, ListsWhatMattersFirstAndTheOthersWhenAsked) {
    ASSERT_EQ(model().rowCount(), 1);
    EXPECT_EQ(model().row(0).rule, governing);
    EXPECT_EQ(model().row(0).sites, 3);
    EXPECT_EQ(cell(0, ClearanceModel::What), "Building");
    EXPECT_EQ(cell(0, ClearanceModel::Pack), "6");
    EXPECT_EQ(cell(0, ClearanceModel::Own), "");
    EXPECT_EQ(cell(0, ClearanceModel::Status), "Second-hand");
    panel.allRules()->setChecked(true);
    EXPECT_GT(model().rowCount(), 30);
    EXPECT_EQ(model().row(0).rule, governing);
    for (int row = 0; row < model().rowCount(); ++row) {
        EXPECT_NE(model().row(row).rule, "fire-lane") << "a ban has no distance to change";
        EXPECT_EQ(model().row(row).rule.find("building.other"), std::string::npos) << "of other zone types";
    }
}

TEST_F(ScenarioPanelTest, FindsWordsInAllRules) {
    panel.filterField()->setText("hydrant");
    ASSERT_GE(model().rowCount(), 1);
    for (int row = 0; row < model().rowCount(); ++row)
        EXPECT_NE((model().row(row).rule + model().row(row).text.en).find("hydrant"), std::string::npos) << model().row(row).rule;
    panel.filterField()->setText("no such obstacle");
    EXPECT_EQ(model().rowCount(), 0);
    panel.filterField()->clear();
    EXPECT_EQ(model().rowCount(), 1);
}

TEST_F(ScenarioPanelTest, ADistanceTypedIntoARowIsAStepOfUndo) {
    type(governing, "3");
    EXPECT_EQ(assumed(), (std::map<std::string, double>{{governing, 3.0}}));
    EXPECT_EQ(cell(0, ClearanceModel::Own), "3");
    EXPECT_EQ(cell(0, ClearanceModel::Pack), "6");
    EXPECT_TRUE(model().index(0, 0).data(ClearanceModel::ChangedRole).toBool());
    EXPECT_EQ(panel.table()->currentIndex().row(), 0) << "the row stays chosen";
    EXPECT_EQ(project.undoStack().count(), 1);
    project.undoStack().undo();
    EXPECT_TRUE(assumed().empty());
    EXPECT_EQ(cell(0, ClearanceModel::Own), "");
    project.undoStack().redo();
    EXPECT_EQ(cell(0, ClearanceModel::Own), "3");
    panel.resetAll();
    EXPECT_TRUE(assumed().empty());
    EXPECT_EQ(project.undoStack().count(), 2);
}

TEST_F(ScenarioPanelTest, ARuleThatIsChangedJoinsThoseThatMatterAndStaysChosen) {
    panel.allRules()->setChecked(true);
    type("hydrant", "4");
    EXPECT_EQ(assumed().at("hydrant"), 4.0);
    EXPECT_EQ(model().rowOf("hydrant"), 1);
    EXPECT_EQ(panel.table()->currentIndex().row(), 1);
    panel.allRules()->setChecked(false);
    EXPECT_EQ(model().rowCount(), 2);
}

TEST_F(ScenarioPanelTest, DeleteGoesBackToThePacksDistance) {
    type(governing, "3.5");
    EXPECT_EQ(assumed().at(governing), 3.5);
    panel.table()->setFocus();
    QTest::keyClick(panel.table(), Qt::Key_Delete);
    EXPECT_TRUE(assumed().empty());
}

TEST_F(ScenarioPanelTest, ThePacksOwnDistanceIsNoAssumption) {
    type(governing, "6");
    EXPECT_TRUE(assumed().empty());
    EXPECT_EQ(project.undoStack().count(), 0);
    type(governing, "3");
    type(governing, "6.0");
    EXPECT_TRUE(assumed().empty());
}

TEST_F(ScenarioPanelTest, WhatIsNoDistanceIsSaidWhileItIsTyped) {
    for (const char* words : {"1001", "9x", "-1"}) {
        type(governing, words);
        EXPECT_TRUE(shownFault().contains(words)) << words << ": " << shownFault().toStdString();
        auto* editor = panel.table()->viewport()->findChild<QLineEdit*>("distanceField");
        ASSERT_NE(editor, nullptr) << "Enter leaves the editor open";
        EXPECT_TRUE(assumed().empty());
        QTest::keyClick(editor, Qt::Key_Escape);
        QTest::qWait(1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        EXPECT_EQ(shownFault(), "");
    }
}

TEST_F(ScenarioPanelTest, SaysThatAssumedDistancesMakeSitesToBeVerified) {
    const auto hint = [this] {
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains("to be verified")) return true;
        return false;
    };
    EXPECT_FALSE(hint());
    panel.setClearance(governing, 3.0);
    EXPECT_TRUE(hint());
}

TEST_F(ScenarioPanelTest, PackAndZoneTypeAreStepsOfUndoToo) {
    auto* type = panel.findChild<QComboBox*>("scenarioZoneType");
    type->setCurrentIndex(type->findText("Open air"));
    emit type->activated(type->currentIndex());
    EXPECT_EQ(project.project()->scenarios.front().zone_type, geo::ZoneType::OpenAir);
    auto* pack = panel.findChild<QComboBox*>("scenarioPack");
    pack->setCurrentIndex(pack->findText("cn-base"));
    emit pack->activated(pack->currentIndex());
    EXPECT_EQ(project.project()->scenarios.front().pack, "cn-base");
    project.undoStack().undo();
    project.undoStack().undo();
    EXPECT_EQ(pack->currentText(), QString::fromStdString(pack_id));
    EXPECT_EQ(type->currentText(), "Shed");
}

TEST_F(ScenarioPanelTest, ARefusedPackIsNotShownAsChosen) {
    panel.setClearance(governing, 3.0);
    QSignalSpy failed{&panel, &ScenarioPanel::failed};
    auto* pack = panel.findChild<QComboBox*>("scenarioPack");
    pack->setCurrentIndex(pack->findText("cn-base"));  // It has no such rule.
    emit pack->activated(pack->currentIndex());
    EXPECT_EQ(failed.size(), 1);
    EXPECT_EQ(pack->currentText(), QString::fromStdString(pack_id));
}

TEST_F(ScenarioPanelTest, SpeaksTheWindowsLanguage) {
    setLanguage(*qApp, geo::Language::Chinese);
    QCoreApplication::processEvents();
    EXPECT_EQ(cell(0, ClearanceModel::What), "建筑");
    setLanguage(*qApp, geo::Language::English);
    QCoreApplication::processEvents();
    EXPECT_EQ(cell(0, ClearanceModel::What), "Building");
    EXPECT_EQ(panel.windowTitle(), "Scenario");
}

TEST_F(ScenarioPanelTest, ShowsAllColumnsWhereThereIsRoom) {
    EXPECT_TRUE(panel.table()->isColumnHidden(ClearanceModel::Clause));
    EXPECT_TRUE(model().index(0, 0).data(ClearanceModel::SecondLineRole).toString().startsWith("shed-to-building · Second-hand · "));
    panel.resize(900, 640);
    QCoreApplication::processEvents();
    EXPECT_FALSE(panel.table()->isColumnHidden(ClearanceModel::Clause));
    EXPECT_FALSE(panel.table()->isColumnHidden(ClearanceModel::Rule));
}

TEST(TypedDistance, TakesMetresAsPeopleWriteThem) {
    EXPECT_EQ(typed_distance("3").metres, 3.0);
    EXPECT_EQ(typed_distance(" 3.5 m ").metres, 3.5);
    EXPECT_EQ(typed_distance("3,5").metres, 3.5);
    EXPECT_EQ(typed_distance("4 米").metres, 4.0);
    EXPECT_EQ(typed_distance("0").metres, 0.0);
    EXPECT_EQ(typed_distance("1000").metres, 1000.0);
    EXPECT_FALSE(typed_distance("").metres);
    EXPECT_TRUE(typed_distance("").fault.isEmpty());
    for (const char* wrong : {"-0.1", "1000.01", "nan", "inf", "three", "3..5", "3 5"}) EXPECT_FALSE(typed_distance(wrong).fault.isEmpty()) << wrong;
}

TEST(ClearanceRows, AChangeOfARuleThatThePackLacksIsListed) {
    geo::Scenario scenario{.pack = pack_id};
    scenario.clearances = {{"gone-rule", 2.0}};
    const auto rows = clearances_of_pack(geo::load_pack(pack_id), scenario, nullptr);
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows.front().rule, "gone-rule");
    EXPECT_FALSE(rows.front().pack_m);
    EXPECT_EQ(rows.front().own_m, 2.0);
}

TEST(ObstaclesInWords, SayKindClassAndBounds) {
    const auto words = [](const char* rule) {
        const geo::RulePack pack = geo::load_pack("cn-base");
        return geo::described(std::ranges::find(pack.clearances, std::string{rule}, &geo::ClearanceRule::id)->from);
    };
    EXPECT_EQ(words("building.shed.multi.grade12").en, "building, multi-storey, grade one or grade two");
    EXPECT_EQ(words("building.shed.multi.grade12").zh, "建筑，单、多层，一级、二级");
    EXPECT_EQ(words("substation.to10").en.substr(words("substation.to10").en.find(',')), ", quantity 5–10");
    EXPECT_NE(words("power-line.swing.330").en.find(", 330 kV"), std::string::npos);
    EXPECT_NE(words("power-line.gap.over500").zh.find("，> 500 kV"), std::string::npos);
}

namespace {

class ScenarioTabsTest : public testing::Test {
   protected:
    QStringList names() {
        QStringList all;
        for (int tab = 0; tab < tabs.bar()->count(); ++tab) all << tabs.bar()->tabText(tab);
        return all;
    }
    void SetUp() override {
        setTheme(*qApp, Theme::Light);
        project.show(town_with_pack());
    }
    OpenProject project;
    ScenarioTabs tabs{project};
};

}  // namespace

TEST_F(ScenarioTabsTest, PlusAsksForTheNameOfACopyAndShowsIt) {
    tabs.show();
    tabs.addButton()->click();
    auto* dialog = tabs.findChild<QInputDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->textValue(), "base-2");
    dialog->accept();
    EXPECT_EQ(names(), (QStringList{"base", "base-2"}));
    EXPECT_EQ(project.scenario(), "base-2");
    EXPECT_EQ(tabs.bar()->currentIndex(), 1);
    EXPECT_EQ(name_of_copy(*project.project(), "base-2"), "base-3");
    EXPECT_EQ(name_of_copy(*project.project(), "three-m"), "three-m-2");
    project.undoStack().undo();
    EXPECT_EQ(names(), QStringList{"base"});
    EXPECT_EQ(project.scenario(), "base");
}

TEST_F(ScenarioTabsTest, AClickShowsAScenarioWithoutAStepOfUndo) {
    tabs.copy("base", "three-m");
    const int steps = project.undoStack().count();
    tabs.bar()->setCurrentIndex(0);
    EXPECT_EQ(project.scenario(), "base");
    project.showScenario("three-m");
    EXPECT_EQ(tabs.bar()->currentIndex(), 1);
    EXPECT_EQ(project.undoStack().count(), steps);
}

TEST_F(ScenarioTabsTest, RenamesAndDeletesAndSaysWhyNot) {
    QSignalSpy failed{&tabs, &ScenarioTabs::failed};
    tabs.copy("base", "three-m");
    tabs.rename("three-m", "base");
    EXPECT_EQ(failed.size(), 1);
    tabs.rename("three-m", "strict");
    EXPECT_EQ(names(), (QStringList{"base", "strict"}));
    tabs.remove("base");
    EXPECT_EQ(names(), QStringList{"strict"});
    tabs.remove("strict");
    EXPECT_EQ(failed.size(), 2);
    EXPECT_EQ(names(), QStringList{"strict"});
    project.undoStack().undo();
    project.undoStack().undo();
    EXPECT_EQ(names(), (QStringList{"base", "three-m"}));
}

TEST_F(ScenarioTabsTest, ADotTellsResultsThatAreMissingOrOutOfDate) {
    EXPECT_TRUE(tabs.bar()->tabIcon(0).isNull());
    LoadedProject town = town_with_pack();
    auto made = std::make_shared<geo::Results>(*town.results.at("base"));
    made->basis = "of other rules";
    town.results["base"] = made;
    project.show(town);
    EXPECT_FALSE(tabs.bar()->tabIcon(0).isNull());
    EXPECT_TRUE(tabs.bar()->tabToolTip(0).contains("changed"));
    project.show(small_town());
    EXPECT_FALSE(tabs.bar()->tabIcon(0).isNull());
    EXPECT_TRUE(tabs.bar()->tabToolTip(0).contains("not noted"));
    project.show(town_not_run());
    EXPECT_FALSE(tabs.bar()->tabIcon(0).isNull());
    EXPECT_TRUE(tabs.bar()->tabToolTip(0).contains("not run"));
}

TEST_F(ScenarioTabsTest, TheMenuComparesWithEachOther) {
    tabs.copy("base", "three-m");
    tabs.show();
    QSignalSpy asked{&tabs, &ScenarioTabs::compareAsked};
    emit tabs.bar()->customContextMenuRequested(tabs.bar()->tabRect(1).center());
    const auto menus = tabs.findChildren<QMenu*>();
    const auto compare = std::ranges::find_if(menus, [](const QMenu* menu) { return menu->title().contains("ompare"); });
    ASSERT_NE(compare, menus.end());
    ASSERT_EQ((*compare)->actions().size(), 1);
    (*compare)->actions().front()->trigger();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.front(), (QVariantList{"three-m", "base"}));
    for (QMenu* menu : menus) menu->close();
}

TEST_F(ScenarioTabsTest, NothingIsChangedDuringARun) {
    tabs.setRunning(true);
    EXPECT_FALSE(tabs.addButton()->isEnabled());
    tabs.askCopy("base");
    EXPECT_EQ(tabs.findChild<QInputDialog*>(), nullptr);
    tabs.setRunning(false);
    EXPECT_TRUE(tabs.addButton()->isEnabled());
}
