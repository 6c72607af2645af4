#include "app/project/project_store.hpp"

#include "geo/io/edited_project.hpp"
#include "tests/geo/io/io_fixtures.hpp"
#include "tests/geo/io/results_equal.hpp"
#include "tests/geo/io/size_limit.hpp"

#include <QSignalSpy>
#include <QTest>
#include <QUndoCommand>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <functional>

using namespace app;
using namespace io_fixtures;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

constexpr const char* work_name = ".town.gpkg.anchong-work";

/// An edit as the commands of `app/edits` make them.
class Edit : public QUndoCommand {
   public:
    Edit(std::function<void()> redo, std::function<void()> undo) : m_redo{std::move(redo)}, m_undo{std::move(undo)} {}
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

   private:
    std::function<void()> m_redo, m_undo;
};

class ProjectStoreTest : public testing::Test {
   protected:
    void SetUp() override { geo::create_project(file, small_town(), false); }

    QString path() const { return QString::fromStdString(file.string()); }

    void fade(double opacity) {
        geo::MapView after = project.view();
        after.layers = {{.id = "building", .is_visible = true, .opacity = opacity}};
        project.undoStack().push(new Edit{[this, after] { project.setView(after); }, [this, before = project.view()] { project.setView(before); }});
    }
    void plan() {
        auto after = std::make_shared<const geo::Results>(small_results());
        project.undoStack().push(new Edit{[this, after] { project.setResults(after); }, [this, before = project.results()] { project.setResults(before); }});
    }
    /// Waits for one of the ways in which asking the store ends.
    std::string ending(QSignalSpy& opened, QSignalSpy& saved, QSignalSpy& found, QSignalSpy& failed) {
        for (int i = 0; i < 2000; ++i) {
            if (opened.size()) return "opened";
            if (saved.size()) return "saved";
            if (found.size()) return "found";
            if (failed.size()) return "failed: " + qvariant_cast<geo::Message>(failed.back().front()).en;
            QTest::qWait(5);
        }
        return "nothing";
    }
    std::string after(const std::function<void()>& asking, ProjectStore* asked = nullptr) {
        ProjectStore& of = asked ? *asked : store;
        QSignalSpy opened{&of, &ProjectStore::opened}, saved{&of, &ProjectStore::saved}, found{&of, &ProjectStore::recoveryFound},
            failed{&of, &ProjectStore::failed};
        asking();
        EXPECT_TRUE(of.isBusy() || !failed.isEmpty());
        const std::string ended = ending(opened, saved, found, failed);
        EXPECT_FALSE(of.isBusy());
        return ended;
    }
    bool comes(const std::function<bool()>& wanted) { return QTest::qWaitFor(wanted, 10'000); }
    bool is_kept() { return comes([this] { return std::filesystem::exists(folder / work_name); }); }

    const Folder folder;
    const std::filesystem::path file = folder / "town.gpkg";
    OpenProject project;
    ProjectStore store{project};
};

}  // namespace

TEST_F(ProjectStoreTest, OpensEditsSavesAndReopens) {
    QSignalSpy progressed{&store, &ProjectStore::progressed};
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    EXPECT_GT(progressed.size(), 1);
    EXPECT_EQ(project.path(), path());
    EXPECT_EQ(project.scenario(), "base");
    EXPECT_EQ(project.project()->inputs.layers.size(), small_town().inputs.layers.size());
    EXPECT_FALSE(project.isModified());
    plan();
    fade(0.5);
    EXPECT_TRUE(project.isModified());
    ASSERT_EQ(after([&] { store.save(); }), "saved");
    EXPECT_FALSE(project.isModified());
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    const geo::MapView view = project.view();
    store.close();
    EXPECT_FALSE(project.isOpen());

    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    EXPECT_EQ(project.view(), view);
    expect_equal(*project.results(), small_results());
}

TEST_F(ProjectStoreTest, EditsAreOnTheDiskAtOnceAndRecoveredLater) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    plan();
    fade(0.5);
    ASSERT_TRUE(is_kept());
    store.close(true);  // As when the session ends: nobody was asked.

    QSignalSpy found{&store, &ProjectStore::recoveryFound};
    ASSERT_EQ(after([&] { store.open(path()); }), "found");
    EXPECT_EQ(found.front().front().toString(), path());
    EXPECT_TRUE(found.front().back().toString().startsWith("20")) << found.front().back().toString().toStdString();
    EXPECT_FALSE(project.isOpen());
    ASSERT_EQ(after([&] { store.open(path(), Recovery::Recover); }), "opened");
    EXPECT_TRUE(project.isModified());
    EXPECT_EQ(project.view().layers.front().opacity, 0.5);
    expect_equal(*project.results(), small_results());
    ASSERT_EQ(after([&] { store.save(); }), "saved");
    EXPECT_FALSE(project.isModified());
    EXPECT_EQ(geo::EditedProject{file}.read(false).view.layers.front().opacity, 0.5) << "read though locked";
}

TEST_F(ProjectStoreTest, DiscardedEditsAndClosedOnesAreGone) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.5);
    ASSERT_TRUE(is_kept());
    store.close(true);
    ASSERT_EQ(after([&] { store.open(path(), Recovery::Discard); }), "opened");
    EXPECT_FALSE(project.isModified());
    EXPECT_TRUE(project.view().layers.empty());
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    fade(0.25);
    store.close();
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    EXPECT_TRUE(project.view().layers.empty());
}

TEST_F(ProjectStoreTest, UndoingToTheSavedStateLeavesNothingToRecover) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.5);
    ASSERT_TRUE(is_kept());
    project.undoStack().undo();
    EXPECT_TRUE(comes([&] { return !std::filesystem::exists(folder / work_name); }));
}

TEST_F(ProjectStoreTest, ManyEditsInARowEndInTheLast) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    for (int i = 1; i <= 300; ++i) {
        fade(i / 1000.0);
        if (i % 50 == 0) QTest::qWait(10);
    }
    store.close(true);
    geo::EditedProject again{file};
    ASSERT_TRUE(again.unsaved_since());
    EXPECT_EQ(again.read(true).view.layers.front().opacity, 0.3);
}

TEST_F(ProjectStoreTest, EditsMadeWhileSavingStayUnsaved) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.25);
    ASSERT_EQ(after([&] {
        store.save();
        fade(0.5);
    }), "saved");
    EXPECT_TRUE(project.isModified());
    project.undoStack().undo();
    EXPECT_TRUE(project.isModified()) << "what the file has is not known to be this";
    project.undoStack().redo();
    ASSERT_TRUE(is_kept());
    store.close(true);
    geo::EditedProject again{file};
    EXPECT_EQ(again.read(true).view.layers.front().opacity, 0.5);
    EXPECT_EQ(geo::EditedProject{file}.read(false).view.layers.front().opacity, 0.25);
}

TEST_F(ProjectStoreTest, TheCameraIsKeptWithTheNextSave) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    const geo::Camera camera{.centre = {east, north}, .metres_per_px = 0.5};
    project.setCamera(camera);
    EXPECT_FALSE(project.isModified());
    ASSERT_EQ(after([&] { store.save(); }), "saved");
    store.close();
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    EXPECT_EQ(project.view().camera, camera);
}

TEST_F(ProjectStoreTest, ASecondWindowReadsOnlyAndSavesElsewhere) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    OpenProject other;
    ProjectStore second{other};
    ASSERT_EQ(after([&] { second.open(path()); }, &second), "opened");
    EXPECT_TRUE(other.isReadOnly());
    other.setView(geo::MapView{.layers = {{.id = "exit", .is_visible = false, .opacity = 1.0}}, .heat = {}, .camera = {}});
    EXPECT_THAT(after([&] { second.save(); }, &second), testing::AllOf(HasSubstr("another window"), HasSubstr("Save As")));
    ASSERT_EQ(after([&] { second.saveAs(QString::fromStdString((folder / "mine.gpkg").string())); }, &second), "saved");
    EXPECT_FALSE(other.isReadOnly());
    EXPECT_EQ(other.name(), "mine.gpkg");
    EXPECT_FALSE(geo::EditedProject{folder / "mine.gpkg"}.read(false).view.layers.front().is_visible);

    store.close();
    ASSERT_EQ(after([&] { second.open(path()); }, &second), "opened");
    EXPECT_FALSE(other.isReadOnly()) << "the first has gone";
}

TEST_F(ProjectStoreTest, WhatCannotBeOpenedLeavesWhatIsShown) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.5);
    ASSERT_TRUE(is_kept());
    EXPECT_THAT(after([&] { store.open("missing.gpkg"); }), HasSubstr("failed"));
    EXPECT_EQ(project.path(), path());
    EXPECT_EQ(project.view().layers.front().opacity, 0.5);
    ASSERT_EQ(after([&] { store.save(); }), "saved");
}

TEST_F(ProjectStoreTest, OpeningTheSameFileAgainGoesBackToWhatWasSaved) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.5);
    ASSERT_TRUE(is_kept());
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    EXPECT_FALSE(project.isModified());
    EXPECT_FALSE(project.isReadOnly());
    EXPECT_TRUE(project.view().layers.empty());
    fade(0.25);
    ASSERT_EQ(after([&] { store.save(); }), "saved");
    EXPECT_EQ(geo::EditedProject{file}.read(false).view.layers.front().opacity, 0.25);
}

TEST_F(ProjectStoreTest, OpeningAnotherUnlocksTheFirst) {
    geo::create_project(folder / "other.gpkg", small_town(), false);
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.5);
    ASSERT_EQ(after([&] { store.open(QString::fromStdString((folder / "other.gpkg").string())); }), "opened");
    EXPECT_TRUE(comes([&] { return !geo::EditedProject{file}.read_only_because(); }));
    EXPECT_THAT(folder.names(), ElementsAre("other.gpkg", "town.gpkg"));
}

TEST_F(ProjectStoreTest, AFullDiskIsSaidOnceAndEditsStayInMemory) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    QSignalSpy warned{&store, &ProjectStore::warned};
    {
        const SizeLimit full{1000};
        fade(0.25);
        ASSERT_TRUE(comes([&] { return warned.size() == 1; }));
        fade(0.5);
        EXPECT_THAT(after([&] { store.save(); }), HasSubstr("exceeds the size"));
        EXPECT_TRUE(project.isModified());
        QTest::qWait(50);
    }
    EXPECT_EQ(warned.size(), 1);
    EXPECT_THAT(qvariant_cast<geo::Message>(warned.front().front()).en, HasSubstr("in memory only"));
    ASSERT_EQ(after([&] { store.save(); }), "saved");
    EXPECT_EQ(geo::EditedProject{file}.read(false).view.layers.front().opacity, 0.5);
}

TEST_F(ProjectStoreTest, AFolderThatTakesNothingIsSaidToo) {
    const uid_t before = ::geteuid();
    ::chmod(folder.path().c_str(), 0555);
    ::chmod(file.c_str(), 0666);
    if (before == 0 && ::seteuid(65534) != 0) GTEST_SKIP() << "cannot become somebody without rights";
    QSignalSpy warned{&store, &ProjectStore::warned};
    EXPECT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.25);
    EXPECT_TRUE(comes([&] { return warned.size() == 1; }));
    EXPECT_THAT(after([&] { store.save(); }), HasSubstr("permission"));
    EXPECT_TRUE(project.isModified());
    EXPECT_EQ(::seteuid(before), 0);
    ::chmod(folder.path().c_str(), 0755);
    EXPECT_EQ(after([&] { store.save(); }), "saved");
}

TEST_F(ProjectStoreTest, EditsOfAnEarlierRunToAFileThatChangedSinceAreSetAsideAndSaid) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.5);
    ASSERT_TRUE(is_kept());
    store.close(true);
    geo::replace_results(file, small_results());
    QSignalSpy warned{&store, &ProjectStore::warned};
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    ASSERT_EQ(warned.size(), 1);
    EXPECT_THAT(qvariant_cast<geo::Message>(warned.front().front()).en, HasSubstr("town.unsaved-"));
    EXPECT_TRUE(project.view().layers.empty());
}

TEST_F(ProjectStoreTest, ChangesOfAnotherProgramAreNotOverwritten) {
    ASSERT_EQ(after([&] { store.open(path()); }), "opened");
    fade(0.5);
    ASSERT_TRUE(is_kept());
    // A program that heeds no lock puts another file in its place.
    geo::Project theirs = small_town();
    theirs.name = "theirs";
    geo::create_project(folder / "theirs.gpkg", theirs, false);
    std::filesystem::rename(folder / "theirs.gpkg", file);
    EXPECT_THAT(after([&] { store.save(); }), HasSubstr("Save As"));
    EXPECT_TRUE(project.isModified());
    EXPECT_EQ(geo::read_project(file).name, "theirs");
    ASSERT_EQ(after([&] { store.saveAs(QString::fromStdString((folder / "mine.gpkg").string())); }), "saved");
    EXPECT_EQ(geo::EditedProject{folder / "mine.gpkg"}.read(false).view.layers.front().opacity, 0.5);
    EXPECT_EQ(geo::read_project(file).name, "theirs");
}

TEST_F(ProjectStoreTest, SavingWithNothingOpenSaysSo) {
    QSignalSpy failed{&store, &ProjectStore::failed};
    store.save();
    ASSERT_EQ(failed.size(), 1);
}

TEST_F(ProjectStoreTest, FiftyOpeningsLeaveNothingBehind) {
    for (int i = 0; i < 50; ++i) {
        ASSERT_EQ(after([&] { store.open(path()); }), "opened");
        fade(0.5);
        store.close();
        ASSERT_THAT(folder.names(), ElementsAre("town.gpkg")) << i;
    }
}
