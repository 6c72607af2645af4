// From the plan to the bureau, by mouse and keys: a site into the pilot, 3 m instead of 6 m beside the base, the two compared, sheets and shapefiles written.
#include "app/pages/sheet_view.hpp"
#include "app/panels/compare/compare_page.hpp"
#include "app/panels/compare/map_pair.hpp"
#include "app/theme/language.hpp"
#include "app/window/sheet_dialog.hpp"
#include "app/window/step_strip.hpp"
#include "tests/app/window/driver.hpp"
#include "tests/golden/compare.hpp"

#include <gtest/gtest.h>

#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

namespace {

using driver::Desk;
using driver::until;
using golden::looks_like;

template <typename W>
W* awaited(Desk& desk, const char* name = "") {
    W* widget = nullptr;
    until([&] { return (widget = desk.window().findChild<W*>(QString::fromLatin1(name))) != nullptr && widget->isVisible(); });
    return widget;
}

/// The row whose rule is of that id.
QModelIndex row_of(const QTableView& table, const QString& rule, int rule_column) {
    for (int row = 0; row < table.model()->rowCount(); ++row)
        if (const QModelIndex at = table.model()->index(row, rule_column); at.data().toString() == rule) return at;
    return {};
}

TEST(Driver, FromThePlanToTheBureau) {
    Desk desk;
    desk.click(desk.the<QWidget>("startSample"));
    ASSERT_TRUE(until([&] { return desk.project().isOpen(); }));
    ASSERT_TRUE(desk.rest());
    desk.press(Qt::Key_F5);
    ASSERT_TRUE(until([&] { return !desk.project().results()->sites.empty(); }));
    ASSERT_TRUE(desk.rest());

    // A site into the pilot: its row, then the key of the pilot.
    auto& sites = *desk.the<QDockWidget>("sites").findChild<QTableView*>();
    desk.the<QDockWidget>("sites").raise();
    QTest::mouseClick(sites.viewport(), Qt::LeftButton, Qt::NoModifier, sites.visualRect(sites.model()->index(2, 0)).center());
    ASSERT_TRUE(desk.rest());
    const std::string chosen = sites.model()->index(2, 0).data().toString().toStdString();
    const auto in_pilot = [&] { return std::ranges::count(desk.project().results()->sites, std::string{"pilot"}, &geo::Site::phase); };
    EXPECT_EQ(in_pilot(), 0);
    desk.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(until([&] { return in_pilot() == 1; })) << chosen;
    ASSERT_TRUE(desk.rest());
    EXPECT_EQ(desk.the<app::StepStrip>("stepStrip").state(app::Step::Phases), app::StepState::Done);
    EXPECT_TRUE(looks_like(desk.picture(), "window/site-in-pilot"));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(in_pilot(), 0);
    desk.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(in_pilot(), 1);

    // The pilot proposed, worst first.
    auto& phases = desk.the<QDockWidget>("phases");
    phases.raise();
    QTest::qWait(100);
    desk.click(desk.the<QPushButton>("phasePropose"));
    auto* const apply = awaited<QPushButton>(desk, "pilotApply");
    ASSERT_TRUE(apply && until([&] { return apply->isEnabled(); }));
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(looks_like(desk.picture(), "window/pilot-proposed"));
    desk.click(*apply);
    ASSERT_TRUE(until([&] { return in_pilot() > 1; }));
    ASSERT_TRUE(desk.rest());
    const geo::Camera near = desk.canvas().camera();
    desk.press(Qt::Key_0, Qt::ControlModifier);
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(looks_like(desk.picture(), "window/phases"));
    desk.canvas().setCamera(near);
    desk.canvas().setScaleDenominator(1500);

    // The scenario duplicated under another name.
    desk.click(desk.the<QToolButton>("addScenario"));
    auto* const asked = awaited<QInputDialog>(desk);
    ASSERT_TRUE(asked);
    asked->findChild<QLineEdit*>()->selectAll();
    QTest::keyClicks(asked->findChild<QLineEdit*>(), "three-m");
    QTest::keyClick(asked->findChild<QLineEdit*>(), Qt::Key_Return);
    ASSERT_TRUE(until([&] { return desk.project().scenario() == "three-m"; }));
    ASSERT_TRUE(desk.rest());
    EXPECT_EQ(desk.the<QTabBar>("scenarioTabBar").count(), 2);

    // 3 m instead of 6 m from buildings: typed into its row.
    auto& scenario = desk.the<QDockWidget>("scenario");
    scenario.show();
    scenario.raise();
    ASSERT_TRUE(desk.rest());
    auto& clearances = desk.the<QTableView>("clearances");
    constexpr int own = 2, rule = 4;
    const QModelIndex at = row_of(clearances, "shed-to-building", rule);
    ASSERT_TRUE(at.isValid());
    clearances.scrollTo(at.siblingAtColumn(own));
    const QPoint cell = clearances.visualRect(at.siblingAtColumn(own)).center();
    QTest::mouseClick(clearances.viewport(), Qt::LeftButton, Qt::NoModifier, cell);
    QTest::mouseDClick(clearances.viewport(), Qt::LeftButton, Qt::NoModifier, cell);
    auto* const field = awaited<QLineEdit>(desk, "distanceField");
    ASSERT_TRUE(field);
    QTest::keyClicks(field, "3");
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(until([&] { return desk.project().project()->scenarios.back().clearances.contains("shed-to-building"); }));
    EXPECT_EQ(desk.project().project()->scenarios.back().clearances.at("shed-to-building"), 3.0);
    EXPECT_EQ(desk.project().project()->scenarios.front().clearances.size(), 0u);
    EXPECT_TRUE(looks_like(desk.picture(), "window/three-m"));

    // Run: only this scenario's results change.
    const app::ResultsData base = desk.project().results("base"), copied = desk.project().results("three-m");
    desk.canvas().setFocus();
    desk.press(Qt::Key_F5);
    ASSERT_TRUE(until([&] { return desk.project().results("three-m") != copied; }));
    ASSERT_TRUE(desk.rest());
    EXPECT_EQ(desk.project().results("base"), base);
    EXPECT_EQ(desk.the<app::StepStrip>("stepStrip").state(app::Step::Zones), app::StepState::Done);

    // Compared, side by side.
    desk.press(Qt::Key_F7);
    auto* const page = awaited<app::ComparePage>(desk, "comparePage");
    ASSERT_TRUE(page);
    const auto is_compared = [&] { return !page->isComputing() && page->changes() && page->maps()->a()->isSharp() && page->maps()->b()->isSharp(); };
    ASSERT_TRUE(until(is_compared));
    QTest::qWait(500);
    ASSERT_TRUE(until(is_compared));
    EXPECT_GT(page->changes()->ground.size(), 10u);
    for (const geo::GroundChange& change : page->changes()->ground) EXPECT_EQ(change.removed_m2, 0.0) << change.compound;  // Less distance takes no ground.
    ASSERT_EQ(page->changes()->rules.size(), 1u);
    EXPECT_TRUE(looks_like(desk.picture(), "window/compare"));
    desk.press(Qt::Key_F7);
    ASSERT_TRUE(until([&] { return !page->isVisible(); }));
    desk.the<QTabBar>("scenarioTabBar").setFocus();
    desk.press(Qt::Key_Left);
    ASSERT_TRUE(until([&] { return desk.project().scenario() == "base"; }));
    ASSERT_TRUE(desk.rest());

    // Sheets: looked at, then written.
    QTemporaryDir out;
    desk.press(Qt::Key_P, Qt::ControlModifier);
    auto* const sheets = awaited<app::SheetDialog>(desk, "sheetDialog");
    ASSERT_TRUE(sheets);
    ASSERT_TRUE(until([&] { return sheets->isReady() && !sheets->sheets().empty(); }));
    auto& list = *sheets->findChild<QListWidget*>("sheetList");
    const auto compound = std::ranges::find(sheets->sheets(), app::Sheet::Kind::Compound, &app::Sheet::kind);
    ASSERT_NE(compound, sheets->sheets().end());
    list.setCurrentRow(static_cast<int>(compound - sheets->sheets().begin()));
    ASSERT_TRUE(until([&] { return sheets->view()->isSharp(); }));
    QTest::qWait(300);
    ASSERT_TRUE(until([&] { return sheets->view()->isSharp(); }));
    EXPECT_TRUE(looks_like(sheets->grab().toImage(), "window/sheets", {.share = 0.004}));  // The date differs.
    desk.click(*sheets->findChild<QPushButton*>("sheetExport"));
    QFileDialog* place = nullptr;
    ASSERT_TRUE(until([&] { return (place = sheets->findChild<QFileDialog*>("sheetFolder")) != nullptr && place->isVisible(); }));
    auto* const typed = place->findChild<QLineEdit*>();
    typed->setText(out.path());
    QTest::keyClick(typed, Qt::Key_Return);
    const auto pdfs = [&] { return QDir{out.path()}.entryList({"*.pdf"}).size(); };
    ASSERT_TRUE(until([&] { return sheets->isReady() && pdfs() > 0; }));
    const auto first_pages = std::ranges::count(sheets->sheets(), 1, &app::Sheet::page);
    EXPECT_EQ(pdfs(), first_pages);  // One file a drawing.
    QTest::keyClick(sheets, Qt::Key_Escape);
    ASSERT_TRUE(until([&] { return desk.window().findChild<app::SheetDialog*>() == nullptr; }));

    // Shapefiles. Where there is no window manager, nobody gives the window the keys back.
    desk.window().activateWindow();
    ASSERT_TRUE(until([&] { return desk.window().isActiveWindow(); }));
    desk.canvas().setFocus();
    desk.press(Qt::Key_E, Qt::ControlModifier);
    auto* const folder = awaited<QLineEdit>(desk, "exportFolder");
    ASSERT_TRUE(folder);
    folder->setText(out.filePath("shp"));
    desk.click(desk.the<QPushButton>("exportAccept"));
    ASSERT_TRUE(until([&] { return QFileInfo::exists(out.filePath("shp/sites.shp")); }));
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(QFileInfo::exists(out.filePath("shp/clearances.dbf")));
}

}  // namespace
