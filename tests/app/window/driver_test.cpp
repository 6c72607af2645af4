// A planner's day, by mouse and keys; each look is kept in tests/golden/window.
#include "app/edits/set_scenarios.hpp"
#include "app/panels/heat/bandwidth_field.hpp"
#include "app/panels/heat/heat_form.hpp"
#include "app/panels/heat/heat_panel.hpp"
#include "app/panels/new_project/new_project_dialog.hpp"
#include "app/theme/language.hpp"
#include "app/window/step_strip.hpp"
#include "data/samples/township.hpp"
#include "data/samples/write_township.hpp"
#include "tests/app/window/driver.hpp"
#include "tests/golden/compare.hpp"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QDateEdit>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>

namespace {

using driver::Desk;
using driver::until;
using golden::looks_like;

/// The middle of the least circle in the greatest zone of the sample: ground where charging may stand.
geo::Point in_a_zone(const geo::Results& results) {
    const geo::Zone* greatest = nullptr;
    for (const geo::Ground& ground : results.grounds)
        for (const geo::Zone& zone : ground.zones)
            if (!greatest || zone.robust_m2 > greatest->robust_m2) greatest = &zone;
    return geo::box_of(greatest->robust).centre();
}

geo::Point in_a_building(const geo::Project& project) {
    for (const geo::Layer& layer : project.inputs.layers)
        if (layer.role == geo::Role::Building) return geo::box_of(layer.features.front().shape).centre();
    return {};
}

TEST(Driver, ADayWithTheSample) {
    Desk desk;
    EXPECT_TRUE(looks_like(desk.picture(), "window/start"));

    // Open the sample.
    desk.click(desk.the<QWidget>("startSample"));
    ASSERT_TRUE(until([&] { return desk.project().isOpen(); }));
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(desk.project().results()->grounds.empty());
    EXPECT_TRUE(looks_like(desk.picture(), "window/sample"));

    // Run the plan by its key.
    desk.press(Qt::Key_F5);
    ASSERT_TRUE(until([&] { return !desk.project().results()->sites.empty(); }));
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(desk.project().isModified());
    EXPECT_EQ(desk.project().results()->grounds.size(), 16u);
    EXPECT_TRUE(looks_like(desk.picture(), "window/planned"));

    // Identify: a building, then open ground, near enough to read.
    const geo::Point ground = in_a_zone(*desk.project().results()), building = in_a_building(*desk.project().project());
    desk.press(Qt::Key_F4);
    geo::Camera camera = desk.canvas().camera();
    camera.centre = building;
    desk.canvas().setCamera(camera);
    desk.canvas().setScaleDenominator(1000);
    ASSERT_TRUE(desk.rest());
    desk.clickMap(building);
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(looks_like(desk.picture(), "window/why-not"));
    camera = desk.canvas().camera();
    camera.centre = ground;
    desk.canvas().setCamera(camera);
    ASSERT_TRUE(desk.rest());
    desk.clickMap(ground);
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(looks_like(desk.picture(), "window/why"));

    // A site from the table: the map goes there.
    auto& sites = *desk.the<QDockWidget>("sites").findChild<QTableView*>();
    QTest::mouseClick(sites.viewport(), Qt::LeftButton, Qt::NoModifier, sites.visualRect(sites.model()->index(2, 0)).center());
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(looks_like(desk.picture(), "window/site"));

    // Other rules make the results stale; undone, they fit again.
    auto& steps = desk.the<app::StepStrip>("stepStrip");
    EXPECT_EQ(steps.state(app::Step::Zones), app::StepState::Done);
    geo::Scenario stricter = desk.project().project()->scenarios.front();
    stricter.pack = "cn-base";
    desk.project().undoStack().push(app::SetScenarios::changed(desk.project(), stricter));
    EXPECT_EQ(steps.state(app::Step::Zones), app::StepState::Stale);
    desk.canvas().setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(steps.state(app::Step::Zones), app::StepState::Done);

    // The heat: by its step, with the slider, the dates, all reports.
    const double cell = static_cast<double>(steps.width()) / app::step_count;
    QTest::mouseClick(&steps, Qt::LeftButton, Qt::NoModifier, QPoint{static_cast<int>(4.5 * cell), steps.height() / 2});
    desk.press(Qt::Key_0, Qt::ControlModifier);
    ASSERT_TRUE(desk.rest());
    auto& heat = *desk.window().findChild<app::HeatPanel*>();
    ASSERT_TRUE(heat.heat());
    const double all = heat.heat()->weight;
    EXPECT_GT(all, 100.0);
    EXPECT_TRUE(looks_like(desk.picture(), "window/heat"));

    auto& slider = *heat.form()->bandwidth()->findChild<QSlider*>();
    const double bandwidth = desk.project().view().heat.bandwidth_m;
    const QPoint handle{slider.width() * (slider.value() - slider.minimum()) / std::max(1, slider.maximum() - slider.minimum()), slider.height() / 2};
    QTest::mousePress(&slider, Qt::LeftButton, Qt::NoModifier, handle);
    for (int x = 0; x <= 60; x += 10) QTest::mouseMove(&slider, handle - QPoint{x, 0}, 20);
    QTest::mouseRelease(&slider, Qt::LeftButton, Qt::NoModifier, handle - QPoint{60, 0});
    ASSERT_TRUE(desk.rest());
    EXPECT_LT(desk.project().view().heat.bandwidth_m, 0.8 * bandwidth);
    EXPECT_NEAR(heat.heat()->weight, all, 1e-6);
    EXPECT_TRUE(looks_like(desk.picture(), "window/heat-narrow"));

    auto& from = *heat.form()->from();
    from.setFocus();
    desk.press(Qt::Key_Up);  // From "any", the day before the first report, one year on.
    desk.press(Qt::Key_Tab);
    ASSERT_TRUE(desk.rest());
    ASSERT_TRUE(desk.project().view().heat.filter.from);
    EXPECT_LT(heat.heat()->weight, all);
    EXPECT_GT(heat.heat()->weight, 0.0);
    EXPECT_TRUE(looks_like(desk.picture(), "window/heat-dates"));

    // English, from the menu: View ▸ Language ▸ English.
    const int language_at = static_cast<int>(desk.window().menuBar()->actions().at(2)->menu()->actions().size()) - 1;
    desk.choose({2, language_at, 1});
    ASSERT_TRUE(until([] { return app::language() == geo::Language::English; }));
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(looks_like(desk.picture(), "window/english"));

    // Save, close, reopen from the start page: everything is as it was.
    const geo::HeatSettings heat_before = desk.project().view().heat;
    const std::size_t sites_before = desk.project().results()->sites.size();
    desk.press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(until([&] { return !desk.project().isModified(); }));
    desk.press(Qt::Key_W, Qt::ControlModifier);
    ASSERT_TRUE(until([&] { return !desk.project().isOpen(); }));
    EXPECT_TRUE(looks_like(desk.picture(), "window/start-english", {.share = 0.01}));  // The recent file's folder differs.
    auto& recent = desk.the<QListWidget>("startRecent");
    ASSERT_GE(recent.count(), 1);
    const QPoint first = recent.visualItemRect(recent.item(0)).center();
    QTest::mouseClick(recent.viewport(), Qt::LeftButton, Qt::NoModifier, first);
    QTest::mouseDClick(recent.viewport(), Qt::LeftButton, Qt::NoModifier, first);
    ASSERT_TRUE(until([&] { return desk.project().isOpen(); }));
    ASSERT_TRUE(desk.rest());
    EXPECT_EQ(desk.project().view().heat, heat_before);
    EXPECT_EQ(desk.project().results()->sites.size(), sites_before);
    EXPECT_FALSE(desk.project().isModified());
    EXPECT_TRUE(looks_like(desk.picture(), "window/reopened"));

    // An edit is undone and done again by the keys.
    heat.form()->bandwidth()->findChild<QSlider*>()->setFocus();
    desk.press(Qt::Key_PageUp);
    ASSERT_TRUE(desk.rest());
    const double edited = desk.project().view().heat.bandwidth_m;
    EXPECT_GT(edited, heat_before.bandwidth_m);
    desk.canvas().setFocus();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(desk.project().view().heat.bandwidth_m, heat_before.bandwidth_m);
    desk.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(desk.project().view().heat.bandwidth_m, edited);

    // The dark theme changes the frame, not the map.
    desk.choose({2, language_at - 2});
    ASSERT_TRUE(desk.rest());
    EXPECT_TRUE(looks_like(desk.picture(), "window/dark"));
    desk.choose({2, language_at - 2});
    desk.choose({2, language_at, 0});
    EXPECT_EQ(app::language(), geo::Language::Chinese);
}

TEST(Driver, ANewProjectFromFiles) {
    QTemporaryDir folder;
    const auto sample = samples::write_township(samples::township(), folder.path().toStdString(), false);
    Desk desk;
    desk.press(Qt::Key_N, Qt::ControlModifier);
    app::NewProjectDialog* dialog = nullptr;
    ASSERT_TRUE(until([&] { return (dialog = desk.window().findChild<app::NewProjectDialog*>()) != nullptr; }));
    QStringList files;
    for (const auto& file : sample) files << QString::fromStdString(file.file.string());
    dialog->addFiles(files);
    auto* const path = dialog->findChild<QLineEdit*>("newPath");
    path->setText(folder.filePath("mine.gpkg"));
    auto* const create = dialog->findChild<QAbstractButton*>("newCreate");
    ASSERT_TRUE(until([&] { return create->isEnabled(); }));
    QTest::qWait(500);
    EXPECT_TRUE(looks_like(dialog->grab().toImage(), "window/new-project", {.share = 0.03}));  // The folder's name differs.
    desk.click(*create);
    ASSERT_TRUE(until([&] { return desk.project().isOpen(); }));
    ASSERT_TRUE(desk.rest());
    EXPECT_EQ(desk.project().project()->inputs.layers.size(), sample.size());
}

}  // namespace
