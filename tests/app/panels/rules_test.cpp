#include "app/panels/rules/rule_model.hpp"
#include "app/panels/rules/rule_panel.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "geo/rules/pack_edit.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::HasSubstr;

namespace {

const std::string pack_id = "cn-chongqing-2024", own_id = "cn-chongqing-2024.own", rule = "shed-to-building";

LoadedProject town_with_pack() {
    LoadedProject town = small_town();
    geo::Project project = *town.project;
    project.scenarios.front().pack = pack_id;
    project.packs[pack_id] = geo::pack_to_text(geo::load_pack(pack_id));
    town.project = std::make_shared<const geo::Project>(std::move(project));
    return town;
}

class RulePanelTest : public testing::Test {
   protected:
    RuleModel& model() { return *panel.model(); }
    QModelIndex cell(const std::string& id, int column) { return model().index(model().rowOf(id), column); }
    QString words(const std::string& id, int column) { return cell(id, column).data().toString(); }
    const std::string& packOfBase() { return project.project()->scenarios.front().pack; }

    QWidget* open(const std::string& id, int column, const QString& editor) {
        QTableView* view = panel.table();
        view->setCurrentIndex(cell(id, column));
        view->scrollTo(cell(id, column));
        view->edit(cell(id, column));
        return view->viewport()->findChild<QWidget*>(editor);
    }
    void type(const std::string& id, int column, const QString& typed) {
        auto* field = qobject_cast<QLineEdit*>(open(id, column, "ruleField"));
        ASSERT_NE(field, nullptr);
        field->selectAll();
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
        for (int turn = 0; turn < 3; ++turn) QTest::qWait(1);  // The view ends editing, then the panel takes the edit.
    }
    void choose(const std::string& id, int column, const QString& choice) {
        auto* list = qobject_cast<QComboBox*>(open(id, column, "ruleChoice"));
        ASSERT_NE(list, nullptr);
        list->setCurrentIndex(list->findText(choice));
        emit list->activated(list->currentIndex());
        for (int turn = 0; turn < 3; ++turn) QTest::qWait(1);
    }

    void SetUp() override {
        setTheme(*qApp, Theme::Light);
        project.show(town_with_pack());
        panel.resize(1100, 500);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
    }

    OpenProject project;
    RulePanel panel{project};
    QAbstractItemModelTester tester{panel.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

}  // namespace

TEST_F(RulePanelTest, ShowsEveryRuleAndMarksWhatAPackChangesOfItsParent) {
    const geo::RulePack pack = geo::load_pack(pack_id);
    EXPECT_EQ(model().rowCount(), static_cast<int>(pack.clearances.size() + pack.parameters.size() + pack.duties.size()));
    EXPECT_EQ(words(rule, RuleModel::Value), "6");
    EXPECT_EQ(words(rule, RuleModel::Status), "Second-hand");
    EXPECT_FALSE(cell(rule, RuleModel::What).data(RuleModel::ChangedRole).toBool()) << "cn-base has no such rule to differ from";
    // cn-base says 25 bays a group, as an assumption.
    EXPECT_TRUE(cell("group.max_bays", RuleModel::What).data(RuleModel::ChangedRole).toBool());
    EXPECT_THAT(cell("group.max_bays", RuleModel::Value).data(Qt::ToolTipRole).toString().toStdString(), HasSubstr("25"));
}

TEST_F(RulePanelTest, TheFirstEditMakesAnOwnCopyAndUndoTakesItBack) {
    type(rule, RuleModel::Value, "8");
    EXPECT_EQ(packOfBase(), own_id);
    EXPECT_EQ(words(rule, RuleModel::Value), "8");
    EXPECT_EQ(words(rule, RuleModel::Status), "Assumption");
    EXPECT_TRUE(cell(rule, RuleModel::What).data(RuleModel::ChangedRole).toBool());
    panel.changedOnly()->setChecked(true);
    EXPECT_EQ(model().rowCount(), 1) << "marked is what differs from the pack that was copied";
    panel.changedOnly()->setChecked(false);

    type(rule, RuleModel::Value, "20 ft");
    EXPECT_EQ(packOfBase(), own_id) << "the copy itself is edited further";
    EXPECT_EQ(words(rule, RuleModel::Value), "6.096");
    project.undoStack().undo();
    EXPECT_EQ(words(rule, RuleModel::Value), "8");
    project.undoStack().undo();
    EXPECT_EQ(packOfBase(), pack_id);
    EXPECT_FALSE(project.project()->packs.contains(own_id));
}

TEST_F(RulePanelTest, ClauseSourceStrengthAndStatusAreEdited) {
    type(rule, RuleModel::Clause, "3.2");
    type(rule, RuleModel::Source, "Notice 2026-1");
    choose(rule, RuleModel::Status, "Verified");
    choose(rule, RuleModel::Strength, "should");
    const geo::RulePack pack = geo::pack_from_text(project.project()->packs.at(own_id));
    const auto found = std::ranges::find(pack.clearances, rule, &geo::ClearanceRule::id);
    EXPECT_EQ(found->clause.label(), "Notice 2026-1 3.2");
    EXPECT_EQ(found->clause.status, geo::Status::Verified);
    EXPECT_EQ(found->strength, geo::Strength::Should);
    EXPECT_EQ(found->clause.pack, own_id);
}

TEST_F(RulePanelTest, RefusesWhatARuleCannotSayAndKeepsIt) {
    QSignalSpy failed{&panel, &RulePanel::failed};
    type(rule, RuleModel::Value, "5000");
    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(words(rule, RuleModel::Value), "6");
    choose("group.max_length", RuleModel::Status, "Verified");  // Its clause is not known.
    EXPECT_EQ(failed.count(), 2);
    EXPECT_EQ(packOfBase(), pack_id);

    auto* field = qobject_cast<QLineEdit*>(open(rule, RuleModel::Value, "ruleField"));
    ASSERT_NE(field, nullptr);
    field->setText("minus one");
    const auto labels = panel.findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) { return label->isVisible() && label->text().contains("minus one"); }));
    EXPECT_FALSE(model().setData(cell(rule, RuleModel::Value), "-1"));
}

TEST_F(RulePanelTest, DeleteGoesBackToTheParentsRule) {
    type(rule, RuleModel::Value, "8");
    panel.table()->setFocus();
    panel.table()->setCurrentIndex(cell(rule, RuleModel::Value));
    QTest::keyClick(panel.table(), Qt::Key_Delete);
    EXPECT_EQ(words(rule, RuleModel::Value), "6");
    EXPECT_EQ(words(rule, RuleModel::Status), "Second-hand");
}

TEST_F(RulePanelTest, SavesTheChangedRulesAsAPackOfTheirOwn) {
    type(rule, RuleModel::Value, "8");
    std::string json;
    QObject::connect(&panel, &RulePanel::saveAsked, &panel, [&](const QString& pack, const std::string& text) {
        EXPECT_EQ(pack.toStdString(), own_id);
        json = text;
    });
    for (QPushButton* button : panel.findChildren<QPushButton*>())
        if (button->text().startsWith("Save")) button->click();
    EXPECT_THAT(json, HasSubstr("\"extends\": \"cn-chongqing-2024\""));
    EXPECT_THAT(json, HasSubstr("\"value\": 8.0"));
    EXPECT_EQ(json.find("hydrant"), std::string::npos) << "what has not changed is the parent's";
}
