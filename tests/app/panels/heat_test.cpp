#include "app/panels/heat/bandwidth_field.hpp"
#include "app/panels/heat/check_list.hpp"
#include "app/panels/heat/heat_form.hpp"
#include "app/panels/heat/heat_panel.hpp"
#include "app/panels/heat/weight_list.hpp"
#include "app/theme/language.hpp"
#include "tests/app/panels/small_town.hpp"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::Pair;
using testing::UnorderedElementsAre;

namespace {

using Heats = std::vector<std::shared_ptr<const geo::Heat>>;

class HeatPanelTest : public testing::Test {
   protected:
    HeatPanelTest() {
        QObject::connect(&panel, &HeatPanel::heatChanged, [this](const std::shared_ptr<const geo::Heat>& heat) { heats.push_back(heat); });
    }

    void settle() {
        ASSERT_TRUE(QTest::qWaitFor([this] { return panel.source().facts() && !panel.source().isBusy(); }, 20'000));
    }
    void open(const LoadedProject& town) {
        project.show(town);
        settle();
    }
    const geo::HeatSettings& settings() { return project.view().heat; }

    OpenProject project;
    HeatPanel panel{project};
    Heats heats;
};

}  // namespace

// Six reports of weight 1 in a quartic of 50 m, wholly within the grid: cells × area sum to 6.
TEST_F(HeatPanelTest, DeliversTheDensityOfAProject) {
    open(small_town());
    ASSERT_FALSE(heats.empty());
    const geo::Heat& heat = *heats.back();
    EXPECT_EQ(heat.reports, 6u);
    double sum = 0.0;
    for (const float value : heat.raster.values) sum += value;
    const double cell_ha = heat.raster.grid.cell * heat.raster.grid.cell / 10'000.0;
    EXPECT_NEAR(sum * cell_ha, 6.0, 0.02);
    EXPECT_TRUE(panel.estimateText().contains("6 reports")) << panel.estimateText().toStdString();
    EXPECT_TRUE(panel.resultText().endsWith("Sum of weights: 6.0")) << panel.resultText().toStdString();
    project.close();
    EXPECT_EQ(heats.back(), nullptr);
}

TEST_F(HeatPanelTest, TheFormShowsWhatThereIsToChoose) {
    open(small_town());
    CheckList* types = panel.form()->types();
    ASSERT_EQ(types->topLevelItemCount(), 4);
    EXPECT_EQ(types->topLevelItem(0)->text(0), "All types");
    EXPECT_EQ(types->topLevelItem(0)->text(1), "6");
    EXPECT_EQ(types->topLevelItem(3)->text(0) + types->topLevelItem(3)->text(1), "飞线充电3");
    ASSERT_NE(panel.form()->weights()->field("重大"), nullptr);
    EXPECT_EQ(panel.form()->weights()->field("unheard of"), nullptr);
    EXPECT_EQ(panel.form()->from()->minimumDate(), QDate(2023, 12, 30));
    EXPECT_EQ(panel.form()->from()->text(), "any");
}

TEST_F(HeatPanelTest, EveryFieldIsAnEditThatCanBeUndone) {
    open(small_town());
    HeatForm& form = *panel.form();
    const geo::HeatSettings before = settings();
    form.kernel()->setCurrentIndex(4);
    EXPECT_EQ(settings().kernel, geo::Kernel::Gaussian);
    form.bandwidth()->number()->setValue(30.0);
    form.cell()->setValue(2.0);
    form.types()->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
    form.statuses()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    form.statuses()->topLevelItem(1)->setCheckState(0, Qt::Checked);
    form.from()->setDate({2024, 3, 1});
    form.to()->setDate({2024, 6, 30});
    form.weights()->field("重大")->setValue(5.0);
    form.halfLife()->setValue(90.0);
    EXPECT_EQ(settings().bandwidth_m, 30.0);
    EXPECT_EQ(settings().cell_m, 2.0);
    EXPECT_EQ(settings().filter.types, (std::set<std::string>{"消防车道占用", "飞线充电"}));
    EXPECT_EQ(settings().filter.statuses, (std::set<std::string>{"反弹"}));
    using namespace std::chrono;
    EXPECT_EQ(settings().filter.from, sys_days{2024y / March / 1});
    EXPECT_EQ(settings().filter.to, sys_days{2024y / June / 30});
    EXPECT_THAT(settings().weights.by_severity, UnorderedElementsAre(Pair("重大", 5.0)));
    EXPECT_EQ(settings().weights.half_life_days, 90.0);
    EXPECT_EQ(project.undoStack().count(), 10);
    while (project.undoStack().canUndo()) project.undoStack().undo();
    EXPECT_EQ(settings(), before);
    EXPECT_EQ(form.settings(), before);
    EXPECT_EQ(form.kernel()->currentIndex(), 0);
    EXPECT_EQ(form.from()->text(), "any");
    EXPECT_EQ(form.types()->topLevelItem(0)->checkState(0), Qt::Checked);
    EXPECT_EQ(form.weights()->field("重大")->value(), 1.0);
    settle();
    EXPECT_EQ(heats.back()->reports, 6u);
}

// Of the six, three are 飞线充电, two of these from March on to the 16th of June.
TEST_F(HeatPanelTest, FiltersByTypeAndDates) {
    open(small_town());
    panel.form()->types()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    settle();
    EXPECT_EQ(heats.back()->reports, 0u);
    EXPECT_EQ(panel.estimateText(), "No report passes the filter.");
    panel.form()->types()->topLevelItem(3)->setCheckState(0, Qt::Checked);
    settle();
    EXPECT_EQ(heats.back()->reports, 3u);
    panel.form()->to()->setDate({2024, 6, 16});
    settle();
    EXPECT_EQ(heats.back()->reports, 2u);
    panel.form()->weights()->field("较大")->setValue(3.0);
    settle();
    EXPECT_DOUBLE_EQ(heats.back()->weight, 4.0);
    panel.reset();
    settle();
    EXPECT_EQ(settings(), geo::HeatSettings{});
    EXPECT_EQ(heats.back()->reports, 6u);
}

TEST_F(HeatPanelTest, ADragOfTheSliderIsOneStepAndTheNewestWins) {
    open(town_with_reports(20'000));
    panel.resize(320, 800);
    panel.show();
    QSlider* slider = panel.form()->bandwidth()->slider();
    heats.clear();
    const int from = slider->value();
    slider->setSliderDown(true);
    for (int place = from; place >= from - 60; place -= 2) {
        slider->setSliderPosition(place);
        QCoreApplication::processEvents();
    }
    slider->setSliderDown(false);
    const double asked = bandwidth_at(from - 60);
    EXPECT_EQ(settings().bandwidth_m, asked);
    EXPECT_EQ(project.undoStack().count(), 1);
    settle();
    ASSERT_FALSE(heats.empty());
    EXPECT_EQ(heats.back()->settings.bandwidth_m, asked);
    EXPECT_LT(heats.size(), 30u);  // Those that were overtaken are never heard of.
    slider->setSliderDown(true);
    slider->setSliderPosition(from);
    slider->setSliderDown(false);
    EXPECT_EQ(project.undoStack().count(), 2);
    project.undoStack().undo();
    EXPECT_EQ(slider->value(), slider_place(asked));
    settle();
    EXPECT_EQ(heats.back()->settings.bandwidth_m, asked);
}

TEST_F(HeatPanelTest, BeingOnIsTheLayersVisibility) {
    auto town = small_town();
    town.view.layers = {{.id = "heat", .is_visible = false}};
    project.show(town);
    settle();
    EXPECT_TRUE(heats.empty());
    EXPECT_FALSE(panel.onOff()->isChecked());
    EXPECT_FALSE(panel.form()->isEnabled());
    panel.onOff()->click();
    settle();
    ASSERT_FALSE(heats.empty());
    EXPECT_EQ(heats.back()->reports, 6u);
    EXPECT_TRUE(project.view().layers.size() > 10);
    project.undoStack().undo();
    EXPECT_FALSE(panel.onOff()->isChecked());
    EXPECT_EQ(heats.back(), nullptr);
}

TEST_F(HeatPanelTest, WhatNeedsMuchMemoryIsComputedOnlyWhenAskedFor) {
    panel.source().setLimit(1);
    panel.show();
    open(small_town());
    EXPECT_TRUE(heats.empty());
    QPushButton* anyway = nullptr;
    for (QPushButton* button : panel.findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == "Compute anyway") anyway = button;
    ASSERT_NE(anyway, nullptr);
    anyway->click();
    settle();
    ASSERT_EQ(heats.size(), 1u);
    EXPECT_EQ(heats.back()->reports, 6u);
}

TEST_F(HeatPanelTest, ACellWiderThanTheBandwidthIsRefusedInWords) {
    open(small_town());
    panel.show();
    geo::Message reason;
    QObject::connect(&panel, &HeatPanel::failed, [&](const geo::Message& told) { reason = told; });
    panel.form()->cell()->setValue(80.0);
    settle();
    EXPECT_THAT(reason.en, testing::HasSubstr("wider than the bandwidth"));
    bool is_said = false;
    for (const QLabel* label : panel.findChildren<QLabel*>()) is_said |= label->isVisible() && label->text() == text(reason);
    EXPECT_TRUE(is_said);
    panel.form()->cell()->setValue(5.0);
    settle();
    EXPECT_EQ(heats.back()->settings.cell_m, 5.0);
    for (const QLabel* label : panel.findChildren<QLabel*>()) EXPECT_FALSE(label->isVisible() && label->text() == text(reason));
}

TEST_F(HeatPanelTest, SaysThatThereAreNoReports) {
    panel.show();
    const auto says = [this](const QString& words) {
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    };
    EXPECT_TRUE(says("No project is open"));
    auto town = small_town();
    auto without = std::make_shared<geo::Project>(*town.project);
    without->inputs.layers.pop_back();
    town.project = without;
    open(town);
    EXPECT_TRUE(says("Import a CSV"));
    project.setProject(small_town().project);
    settle();
    EXPECT_FALSE(says("Import a CSV"));
    EXPECT_EQ(heats.back()->reports, 6u);
}

TEST(BandwidthField, StepsAreEqualRatiosFromFiveToFiveHundredMetres) {
    EXPECT_EQ(bandwidth_at(0), 5.0);
    EXPECT_EQ(bandwidth_at(slider_steps), 500.0);
    EXPECT_EQ(bandwidth_at(slider_steps / 2), 50.0);
    EXPECT_EQ(slider_place(50.0), slider_steps / 2);
    EXPECT_EQ(slider_place(3'000.0), slider_steps);
    BandwidthField field;
    field.setValue(3'000.0);
    EXPECT_EQ(field.value(), 3'000.0);
    QSignalSpy changed{&field, &BandwidthField::changed};
    field.slider()->setValue(0);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(field.number()->value(), 5.0);
}
