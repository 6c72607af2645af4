#include "app/project/open_project.hpp"
#include "app/project/selection.hpp"

#include <QSignalSpy>
#include <QUndoCommand>

#include <gtest/gtest.h>

using namespace app;

namespace {

LoadedProject loaded(const char* path) {
    auto project = std::make_shared<geo::Project>();
    project->name = path;
    project->scenarios = {{.name = "base", .pack = "cn-base"}, {.name = "strict", .pack = "cn-base"}};
    return {.path = path, .project = project, .scenario = "base", .results = {{"base", std::make_shared<geo::Results>()}}, .view = {}};
}

/// Sets an opacity of the view, as far as these tests care.
class Fade : public QUndoCommand {
   public:
    Fade(OpenProject& project, double opacity) : m_project{project}, m_before{project.view()}, m_after{m_before} {
        m_after.layers = {{.id = "building", .is_visible = true, .opacity = opacity}};
    }
    void undo() override { m_project.setView(m_before); }
    void redo() override { m_project.setView(m_after); }

   private:
    OpenProject& m_project;
    geo::MapView m_before, m_after;
};

}  // namespace

TEST(OpenProject, IsEmptyAtFirst) {
    OpenProject project;
    EXPECT_FALSE(project.isOpen());
    EXPECT_FALSE(project.isModified());
    EXPECT_EQ(project.project(), nullptr);
    EXPECT_EQ(project.results(), nullptr);
}

TEST(OpenProject, ShowsAnotherProjectWithOneSignal) {
    OpenProject project;
    QSignalSpy another{&project, &OpenProject::projectChanged}, inputs{&project, &OpenProject::inputsChanged};
    project.show(loaded("/data/town.gpkg"));
    EXPECT_EQ(another.size(), 1);
    EXPECT_EQ(inputs.size(), 0);
    EXPECT_EQ(project.name(), "town.gpkg");
    EXPECT_FALSE(project.isModified());
    project.close();
    EXPECT_EQ(another.size(), 2);
    EXPECT_FALSE(project.isOpen());
    project.close();
    EXPECT_EQ(another.size(), 2);
}

TEST(OpenProject, IsModifiedFromAnEditToSavingOrUndoing) {
    OpenProject project;
    project.show(loaded("town.gpkg"));
    QSignalSpy modified{&project, &OpenProject::modifiedChanged};
    project.undoStack().push(new Fade{project, 0.5});
    EXPECT_TRUE(project.isModified());
    project.undoStack().undo();
    EXPECT_FALSE(project.isModified());
    project.undoStack().redo();
    project.setSaved();
    EXPECT_FALSE(project.isModified());
    project.undoStack().undo();
    EXPECT_TRUE(project.isModified());
    ASSERT_EQ(modified.size(), 5);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(modified[i].front().toBool(), i % 2 == 0) << i;
}

TEST(OpenProject, RecoveredEditsAreUnsavedUntilSaved) {
    OpenProject project;
    QSignalSpy modified{&project, &OpenProject::modifiedChanged};
    LoadedProject found = loaded("town.gpkg");
    found.is_recovered = true;
    project.show(found);
    EXPECT_TRUE(project.isModified());
    project.undoStack().push(new Fade{project, 0.5});
    project.undoStack().undo();
    EXPECT_TRUE(project.isModified());
    project.setSaved();
    EXPECT_FALSE(project.isModified());
    EXPECT_EQ(modified.size(), 2);
}

TEST(OpenProject, TheUndoStackOfOneProjectIsGoneInTheNext) {
    OpenProject project;
    project.show(loaded("one.gpkg"));
    project.undoStack().push(new Fade{project, 0.5});
    QSignalSpy modified{&project, &OpenProject::modifiedChanged};
    project.show(loaded("two.gpkg"));
    EXPECT_EQ(project.undoStack().count(), 0);
    EXPECT_FALSE(project.isModified());
    ASSERT_EQ(modified.size(), 1);
    EXPECT_FALSE(modified.front().front().toBool());
}

TEST(OpenProject, TheCameraMovesWithoutBeingAnEditAndStaysWhenOneIsUndone) {
    OpenProject project;
    project.show(loaded("town.gpkg"));
    QSignalSpy view{&project, &OpenProject::viewChanged};
    project.undoStack().push(new Fade{project, 0.5});
    const geo::Camera camera{.centre = {3.0, 4.0}, .metres_per_px = 0.25};
    project.setCamera(camera);
    EXPECT_EQ(view.size(), 1);
    project.undoStack().undo();
    EXPECT_EQ(project.view().camera, camera);
    EXPECT_TRUE(project.view().layers.empty());
}

TEST(OpenProject, ResultsBringTheirScenario) {
    OpenProject project;
    project.show(loaded("town.gpkg"));
    QSignalSpy results{&project, &OpenProject::resultsChanged};
    auto strict = std::make_shared<geo::Results>();
    strict->scenario = "strict";
    project.setResults(strict);
    EXPECT_EQ(project.results(), strict);
    EXPECT_EQ(project.scenario(), "strict");
    EXPECT_EQ(results.size(), 1);
}

TEST(Selection, TellsOfChangesAndOfTheWishToSeeTheSameAgain) {
    Selection selection;
    QSignalSpy changed{&selection, &Selection::changed};
    const Selected site{.kind = Selected::Kind::Site, .id = "S1", .place = {1.0, 2.0}};
    selection.set(site);
    selection.set(site);
    EXPECT_EQ(changed.size(), 1);
    selection.set(site, true);
    ASSERT_EQ(changed.size(), 2);
    EXPECT_TRUE(changed.back().front().toBool());
    selection.clear();
    EXPECT_EQ(changed.size(), 3);
    EXPECT_EQ(selection.current(), Selected{});
}
