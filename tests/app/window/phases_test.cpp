// Phases by mouse and keys in the real window: proposed, then put by hand in the tables and on the map.
#include "app/panels/phases/proposal_page.hpp"
#include "app/panels/phases/ranking_model.hpp"
#include "app/tables/record_model.hpp"
#include "app/tables/record_table.hpp"
#include "app/window/phase_menu.hpp"
#include "app/window/step_strip.hpp"
#include "tests/app/window/driver.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>

#include <algorithm>

namespace {

using driver::Desk;
using driver::until;

class Phases : public testing::Test {
   protected:
    void SetUp() override {
        desk.click(desk.the<QWidget>("startSample"));
        ASSERT_TRUE(until([this] { return desk.project().isOpen(); }));
        desk.press(Qt::Key_F5);
        ASSERT_TRUE(until([this] { return !desk.project().results()->sites.empty(); }));
        ASSERT_TRUE(desk.rest());
        auto& steps = desk.the<app::StepStrip>("stepStrip");
        const double cell = static_cast<double>(steps.width()) / app::step_count;
        QTest::mouseClick(&steps, Qt::LeftButton, {}, QPoint{static_cast<int>(5.5 * cell), steps.height() / 2});
        ASSERT_TRUE(desk.rest());
    }

    const geo::Phasing& phasing() { return desk.project().project()->phasing; }
    std::ptrdiff_t in(const std::string& phase) { return std::ranges::count(phasing().compounds, phase, [](const auto& put) { return put.second; }); }
    const geo::Site& site(const std::string& id) { return *std::ranges::find(desk.project().results()->sites, id, &geo::Site::id); }
    QTableView& table(const char* dock) { return *desk.the<QDockWidget>(dock).findChild<QTableView*>(); }
    void clickRow(QTableView& view, int row, Qt::KeyboardModifiers keys = {}) {
        view.scrollTo(view.model()->index(row, 0));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, keys, view.visualRect(view.model()->index(row, 0)).center());
    }
    /// Once a menu has opened, triggers an entry of "Put into phase" in it and closes it.
    void chooseInMenu(const char* name, QString* head = nullptr) {
        QTimer::singleShot(200, [this, name, head] {
            auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            auto& phases = desk.the<app::PhaseMenu>("phaseMenu");
            if (!menu || !menu->actions().contains(phases.menuAction())) qFatal("no menu with phases is open");
            emit phases.aboutToShow();
            if (head) *head = phases.actions().front()->text();
            phases.findChild<QAction*>(name)->trigger();
            menu->close();
        });
    }

    Desk desk;
};

TEST_F(Phases, AreProposedThenPutByHandAndUndone) {
    auto& steps = desk.the<app::StepStrip>("stepStrip");
    EXPECT_EQ(steps.state(app::Step::Phases), app::StepState::Open);

    // The pilot of four.
    desk.click(desk.the<QPushButton>("phasePropose"));
    auto& proposal = *desk.window().findChild<app::ProposalPage*>();
    ASSERT_TRUE(until([&] { return !proposal.isBusy() && proposal.model()->rowCount() == 16; }));
    proposal.count()->setFocus();
    proposal.count()->selectAll();
    QTest::keyClicks(proposal.count(), "4");
    desk.click(desk.the<QPushButton>("pilotApply"));
    ASSERT_TRUE(desk.rest());
    EXPECT_EQ(in("pilot"), 4);
    EXPECT_GT(in("rollout-1"), 5);
    EXPECT_EQ(steps.state(app::Step::Phases), app::StepState::Done);
    EXPECT_EQ(steps.state(app::Step::Zones), app::StepState::Done);  // The ground is as it was.

    // Two compounds of the rollout at once, by key.
    QTableView& compounds = table("compounds");
    const auto* model = static_cast<app::RecordModel*>(compounds.model());
    std::vector<int> rows;
    for (int row = 0; row < model->rowCount() && rows.size() < 2; ++row)
        if (const auto put = phasing().compounds.find(model->idAt(row).toStdString()); put != phasing().compounds.end() && put->second == "rollout-1") rows.push_back(row);
    const std::string first = model->idAt(rows[0]).toStdString(), second = model->idAt(rows[1]).toStdString();
    clickRow(compounds, rows[0]);
    clickRow(compounds, rows[1], Qt::ControlModifier);
    compounds.setFocus();
    desk.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(in("pilot"), 6);
    EXPECT_EQ(phasing().compounds.at(first), "pilot");
    EXPECT_EQ(phasing().compounds.at(second), "pilot");

    // The same two, still chosen, by the table's menu into a new batch: one step.
    const int steps_before = desk.project().undoStack().index();
    QString head;
    chooseInMenu("phaseNew", &head);
    emit compounds.customContextMenuRequested(compounds.visualRect(model->index(rows[1], 0)).center());
    EXPECT_TRUE(head.startsWith("2 ")) << head.toStdString();
    EXPECT_EQ(phasing().compounds.at(first), "rollout-2");
    EXPECT_EQ(phasing().compounds.at(second), "rollout-2");
    EXPECT_EQ(phasing().phases.size(), 3u);
    EXPECT_EQ(desk.project().undoStack().index(), steps_before + 1);
    for (const geo::Site& each : desk.project().results()->sites)
        EXPECT_EQ(each.phase == "rollout-2", each.compound == first || each.compound == second) << each.id;

    // The inspector's button offers the same for what it shows.
    clickRow(compounds, rows[0]);
    ASSERT_TRUE(desk.rest());
    auto& phases = desk.the<app::PhaseMenu>("phaseMenu");
    emit phases.aboutToShow();
    EXPECT_FALSE(phases.actions().front()->text().startsWith("2 "));
    EXPECT_TRUE(phases.actions().front()->isVisible());
    EXPECT_TRUE(phases.findChild<QAction*>("phase2")->font().bold());  // Where it is now.
    EXPECT_FALSE(phases.findChild<QAction*>("phase1")->font().bold());
    EXPECT_EQ(desk.the<QDockWidget>("inspector").findChild<QPushButton*>("phase")->menu(), &phases);

    // One site on the map, out of the phases.
    const geo::Site& chosen = *std::ranges::find(desk.project().results()->sites, first, &geo::Site::compound);
    const std::string id = chosen.id;
    const geo::Point place = geo::box_of(chosen.bays.front().outline.outer).centre();
    geo::Camera camera{place, 0.1};
    desk.canvas().setCamera(camera);
    ASSERT_TRUE(desk.rest());
    chooseInMenu("phaseNone", &head);
    const QPoint middle = desk.canvas().rect().center();
    QContextMenuEvent event{QContextMenuEvent::Mouse, middle, desk.canvas().mapToGlobal(middle)};
    QApplication::sendEvent(&desk.canvas(), &event);
    EXPECT_TRUE(head.contains(QString::fromStdString(id))) << head.toStdString();
    EXPECT_EQ(site(id).phase, "");
    EXPECT_EQ(phasing().compounds.at(first), "rollout-2");  // Its compound stays.

    // Step by step back to where it began.
    desk.canvas().setFocus();
    for (int i = 0; i < 4; ++i) desk.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(phasing(), geo::standard_phasing());
    EXPECT_EQ(site(id).phase, "");
    EXPECT_EQ(steps.state(app::Step::Phases), app::StepState::Open);

    // A phase that is given while the plan runs is that of the new sites.
    clickRow(compounds, rows[0]);
    ASSERT_TRUE(desk.rest());
    desk.press(Qt::Key_F5);
    phases.put("pilot");
    const auto put = desk.project().results();
    ASSERT_TRUE(until([&] { return desk.project().results() != put; }));
    EXPECT_EQ(phasing().compounds.at(first), "pilot");
    for (const geo::Site& each : desk.project().results()->sites) EXPECT_EQ(each.phase == "pilot", each.compound == first) << each.id;

    // A name that is still being typed is saved with the rest, and counts when it is asked what becomes of unsaved edits.
    auto& name = desk.the<QLineEdit>("phaseName");
    desk.click(name);
    name.selectAll();
    QTest::keyClicks(&name, "first");
    ASSERT_TRUE(name.hasFocus());
    desk.press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(until([&] { return !desk.project().isModified(); }));
    EXPECT_EQ(phasing().phases.front().name, "first");
    ASSERT_TRUE(desk.rest());
    QTest::keyClicks(&name, " of all");
    QTimer::singleShot(200, [this] { desk.the<QMessageBox>("unsavedBox").reject(); });
    desk.press(Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(phasing().phases.front().name, "first of all");
    EXPECT_TRUE(desk.project().isOpen());

    // It goes with its project.
    QTest::keyClicks(&name, "!");
    desk.project().close();
    EXPECT_FALSE(name.isVisible());
}

}  // namespace
