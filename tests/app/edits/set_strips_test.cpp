#include "app/edits/set_strips.hpp"

#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using geo::StripDecision;

TEST(SetStrips, DecidesAndComesBack) {
    OpenProject project;
    auto town = std::make_shared<geo::Project>();
    town->scenarios = {{.name = "base", .pack = "cn-base"}};
    town->inputs.strips = {{"B1/strip-1", StripDecision::Dismissed}};
    project.show({.path = "town.gpkg", .project = town, .scenario = "base", .results = {{"base", std::make_shared<geo::Results>()}}, .view = {}});
    QSignalSpy changed{&project, &OpenProject::inputsChanged};
    const std::vector<std::string> both{"B1/strip-1", "B1/strip-2"};
    using Strips = std::map<std::string, StripDecision>;

    project.undoStack().push(SetStrips::decided(project, both, StripDecision::Confirmed));
    EXPECT_EQ(project.project()->inputs.strips, (Strips{{"B1/strip-1", StripDecision::Confirmed}, {"B1/strip-2", StripDecision::Confirmed}}));
    EXPECT_EQ(changed.size(), 1);
    EXPECT_TRUE(project.isModified());
    project.undoStack().push(SetStrips::decided(project, std::vector<std::string>{"B1/strip-1"}, std::nullopt));
    EXPECT_EQ(project.project()->inputs.strips, (Strips{{"B1/strip-2", StripDecision::Confirmed}}));
    project.undoStack().undo();
    project.undoStack().undo();
    EXPECT_EQ(project.project()->inputs.strips, (Strips{{"B1/strip-1", StripDecision::Dismissed}}));
    project.undoStack().redo();
    EXPECT_EQ(project.project()->inputs.strips.size(), 2u);
}

TEST(SetStrips, IsNoStepWhereNothingChanges) {
    OpenProject project;
    auto town = std::make_shared<geo::Project>();
    town->scenarios = {{.name = "base", .pack = "cn-base"}};
    project.show({.path = "town.gpkg", .project = town, .scenario = "base", .results = {{"base", std::make_shared<geo::Results>()}}, .view = {}});
    project.undoStack().push(SetStrips::decided(project, std::vector<std::string>{"B1/strip-1"}, std::nullopt));
    EXPECT_FALSE(project.isModified());
    EXPECT_EQ(project.undoStack().count(), 0);
}
