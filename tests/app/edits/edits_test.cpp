#include "app/edits/set_results.hpp"
#include "app/edits/set_view_part.hpp"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace app;

namespace {

std::vector<geo::LayerView> layers(double opacity) {
    return {{.id = "sites", .is_visible = true, .opacity = 1.0}, {.id = "heat", .is_visible = false, .opacity = opacity}};
}

geo::HeatSettings heat(double bandwidth_m) {
    geo::HeatSettings settings;
    settings.bandwidth_m = bandwidth_m;
    return settings;
}

class Edits : public testing::Test {
   protected:
    void SetUp() override {
        auto town = std::make_shared<geo::Project>();
        town->name = "town";
        town->inputs.crs = "EPSG:4544";
        town->packs = {{"cn-base", "as stored"}};
        town->scenarios = {{.name = "base", .pack = "cn-base", .zone_type = geo::ZoneType::Shed},
                           {.name = "strict", .pack = "cn-base", .zone_type = geo::ZoneType::Shed}};
        geo::MapView view;
        view.layers = layers(0.5);
        view.heat = heat(40.0);
        project.show({.path = "town.gpkg", .project = town, .scenario = "base", .results = {{"base", std::make_shared<geo::Results>()}}, .view = view});
    }

    QUndoStack& stack() { return project.undoStack(); }

    OpenProject project;
    QSignalSpy views{&project, &OpenProject::viewChanged}, inputs{&project, &OpenProject::inputsChanged}, results{&project, &OpenProject::resultsChanged};
};

}  // namespace

TEST_F(Edits, LayersComeAndGoAsTheyWere) {
    const geo::MapView before = project.view();
    auto after = layers(0.25);
    std::swap(after[0], after[1]);
    stack().push(new SetLayers{project, after, "Order of layers"});
    EXPECT_EQ(project.view().layers, after);
    EXPECT_EQ(project.view().heat, before.heat);
    EXPECT_TRUE(project.isModified());
    EXPECT_EQ(stack().undoText(), "Order of layers");
    stack().undo();
    EXPECT_EQ(project.view(), before);
    EXPECT_FALSE(project.isModified());
    stack().redo();
    EXPECT_EQ(project.view().layers, after);
    EXPECT_EQ(views.size(), 3);
    EXPECT_EQ(inputs.size() + results.size(), 0);
}

TEST_F(Edits, ADragIsOneStepAndTheNextDragAnother) {
    for (const double opacity : {0.6, 0.7, 0.8}) stack().push(new SetLayers{project, layers(opacity), "Opacity", 1});
    EXPECT_EQ(stack().count(), 1);
    EXPECT_EQ(views.size(), 3) << "each move is seen";
    for (const double opacity : {0.9, 1.0}) stack().push(new SetLayers{project, layers(opacity), "Opacity", 2});
    EXPECT_EQ(stack().count(), 2);
    stack().undo();
    EXPECT_EQ(project.view().layers, layers(0.8));
    stack().undo();
    EXPECT_EQ(project.view().layers, layers(0.5));
    stack().redo();
    EXPECT_EQ(project.view().layers, layers(0.8));
}

TEST_F(Edits, SingleStepsStaySingle) {
    stack().push(new SetLayers{project, layers(0.6), "Opacity"});
    stack().push(new SetLayers{project, layers(0.7), "Opacity"});
    stack().push(new SetHeat{project, heat(60.0), "Bandwidth"});
    stack().push(new SetHeat{project, heat(80.0), "Bandwidth"});
    EXPECT_EQ(stack().count(), 4);
}

TEST_F(Edits, ADragOfOneThingDoesNotSwallowAnother) {
    stack().push(new SetLayers{project, layers(0.6), "Opacity", 1});
    stack().push(new SetHeat{project, heat(60.0), "Bandwidth", 1});
    stack().push(new SetLayers{project, layers(0.7), "Opacity", 1});
    EXPECT_EQ(stack().count(), 3);
    stack().undo();
    stack().undo();
    EXPECT_EQ(project.view().layers, layers(0.6));
    EXPECT_EQ(project.view().heat, heat(40.0));
}

TEST_F(Edits, ADragBackToWhereItBeganIsNoStep) {
    for (const double bandwidth_m : {50.0, 70.0, 40.0}) stack().push(new SetHeat{project, heat(bandwidth_m), "Bandwidth", 3});
    EXPECT_EQ(stack().count(), 0);
    EXPECT_FALSE(project.isModified());
    EXPECT_EQ(project.view().heat, heat(40.0));
}

TEST_F(Edits, WhatChangesNothingIsNoStep) {
    stack().push(new SetHeat{project, heat(40.0), "Bandwidth"});
    stack().push(new SetLayers{project, layers(0.5), "Opacity"});
    EXPECT_EQ(stack().count(), 0);
    EXPECT_FALSE(project.isModified());
}

TEST_F(Edits, EveryHeatSettingComesBack) {
    geo::HeatSettings after;
    after.kernel = geo::Kernel::Gaussian;
    after.bandwidth_m = 80.0;
    after.cell_m = 2.0;
    after.filter.types = std::set<std::string>{"飞线充电"};
    after.filter.from = std::chrono::sys_days{std::chrono::year{2024} / 5 / 1};
    after.weights.by_severity = {{"重大", 3.0}};
    after.weights.half_life_days = 180.0;
    stack().push(new SetHeat{project, after, "Density settings"});
    EXPECT_EQ(project.view().heat, after);
    stack().undo();
    EXPECT_EQ(project.view().heat, heat(40.0));
    stack().redo();
    EXPECT_EQ(project.view().heat, after);
    EXPECT_EQ(project.view().layers, layers(0.5));
}

TEST_F(Edits, AStepAfterSavingIsNotMergedIntoWhatWasSaved) {
    stack().push(new SetHeat{project, heat(60.0), "Bandwidth", 1});
    project.setSaved();
    stack().push(new SetHeat{project, heat(80.0), "Bandwidth", 1});
    EXPECT_TRUE(project.isModified());
    stack().undo();
    EXPECT_FALSE(project.isModified());
    EXPECT_EQ(project.view().heat, heat(60.0));
}

TEST_F(Edits, ResultsOfARunComeAndGo) {
    const ResultsData before = project.results();
    auto after = std::make_shared<geo::Results>();
    after->sites.emplace_back().id = "S1";
    stack().push(new SetResults{project, after});
    EXPECT_EQ(project.results(), after);
    EXPECT_EQ(stack().undoText(), "run the plan");
    EXPECT_TRUE(project.isModified());
    stack().undo();
    EXPECT_EQ(project.results(), before);
    stack().redo();
    EXPECT_EQ(project.results(), after);
    EXPECT_EQ(results.size(), 3);
    EXPECT_EQ(views.size() + inputs.size(), 0);
}
