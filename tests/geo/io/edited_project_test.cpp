#include "geo/io/edited_project.hpp"

#include "geo/io/file_lock.hpp"
#include "changed_file.hpp"
#include "edited_states.hpp"
#include "size_limit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

using namespace geo;
using namespace io_fixtures;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

using EditedProjectTest = EditedTown;

TEST_F(EditedProjectTest, KeepsEditsBesideTheFileUntilTheyAreSaved) {
    const std::string before = bytes_of(file);
    EditedState edited;
    {
        EditedProject project{file};
        edited = with_results(with_opacity(project.read(false), 0.25), shared_results());
        EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
        project.keep(edited);
        EXPECT_THAT(folder.names(), ElementsAre(work_name, "town.gpkg"));
        EXPECT_TRUE(bytes_of(file) == before);
        project.save(edited);
        EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    }
    expect_same(saved_in(file), edited);
    EXPECT_EQ(read_project(file).name, "示范镇");
}

TEST_F(EditedProjectTest, EveryKindOfEditIsFoundAgainInWhicheverOrder) {
    EditedState edited;
    {
        EditedProject project{file};
        edited = project.read(false);
        for (EditedState next : {with_opacity(edited, 0.5), with_results(edited, shared_results()), with_pack(edited, "{}"), with_opacity(edited, 0.75),
                                 with_results(edited, shared_results("base", 3)), with_pack(edited, "{ }")}) {
            edited = next;
            project.keep(edited);
        }
        edited = with_pack(with_results(with_opacity(edited, 0.75), shared_results("base", 2)), R"({"id":"mine"})");
        edited.view.camera = Camera{.centre = {east, north}, .metres_per_px = 0.5};
        project.keep(edited);
    }
    expect_same(recovered_from(file), edited);
    EditedProject project{file};
    project.save(project.read(true));
    expect_same(saved_in(file), edited);
}

TEST_F(EditedProjectTest, OtherInputsAreKeptToo) {
    EditedState edited;
    {
        EditedProject project{file};
        edited = with_results(project.read(false), shared_results());
        project.keep(edited);
        auto changed = std::make_shared<Project>(*edited.project);
        changed->inputs.layers[1].features.pop_back();
        changed->inputs.layers.back().features.front().name = "改名";
        changed->findings.push_back({"far", "", "", {"远", "far"}});
        edited.project = std::move(changed);
        project.keep(edited);
        expect_same(edited, edited);
    }
    expect_same(recovered_from(file), edited);
    EditedProject project{file};
    project.save(project.read(true));
    expect_same(saved_in(file), edited);
}

TEST_F(EditedProjectTest, ResultsOfOtherScenariosStay) {
    replace_results(file, small_results("严格's"));
    EditedProject project{file};
    project.save(with_results(project.read(false), shared_results("base", 2)));
    expect_equal(read_results(file, "严格's"), small_results("严格's"));
    EXPECT_EQ(read_results(file, "base").sites.size(), 2u);
}

TEST_F(EditedProjectTest, AScenarioThatGoesTakesItsResultsAndBringsThemBack) {
    replace_results(file, small_results("严格's"));
    EditedProject project{file};
    const EditedState opened = project.read(false);
    auto fewer = std::make_shared<Project>(*opened.project);
    fewer->scenarios.pop_back();
    EditedState edited = opened;
    edited.project = fewer;
    project.keep(edited);
    EXPECT_TRUE(read_results(folder / work_name, "严格's").sites.empty());
    project.keep(with_opacity(opened, 0.5));
    project.save(with_opacity(opened, 0.5));
    expect_equal(read_results(file, "严格's"), small_results("严格's"));
}

TEST_F(EditedProjectTest, UndoingEverythingLeavesNothingToRecover) {
    EditedProject project{file};
    const EditedState opened = project.read(false);
    project.keep(with_opacity(opened, 0.5));
    EditedState moved = opened;
    moved.view.camera = Camera{.centre = {1, 2}, .metres_per_px = 3};
    project.keep(moved);
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    project.save(moved);
    EXPECT_EQ(saved_in(file).view, moved.view) << "the camera goes with the next save";
}

TEST_F(EditedProjectTest, SavingWithoutAnythingToSaveTouchesNothing) {
    EditedProject project{file};
    const EditedState opened = project.read(false);
    const auto before = storage::state_of(file);
    project.save(opened);
    EXPECT_EQ(storage::state_of(file), before);
}

TEST_F(EditedProjectTest, TheSameContentGivesTheSameBytesWhateverHappenedBefore) {
    const Environment epoch{"SOURCE_DATE_EPOCH", "1700000000"};
    const auto bytes_after = [&](const char* name, auto&& edits) {
        const auto copy = folder / name;
        create_project(copy, small_town(), true);
        EditedProject project{copy};
        const EditedState opened = project.read(false);
        const auto results = shared_results("base", 2);
        for (const EditedState& state : edits(opened)) project.keep(state);
        project.save(with_pack(with_results(with_opacity(opened, 0.5), results), "{ }"));
        return bytes_of(copy);
    };
    using States = std::vector<EditedState>;
    const std::string at_once = bytes_after("a.gpkg", [](const EditedState&) { return States{}; });
    EXPECT_TRUE(at_once == bytes_after("b.gpkg", [](const EditedState& s) {
        return States{with_results(s, shared_results("base", 40)), with_opacity(s, 0.1), s, with_opacity(s, 0.2), with_opacity(s, 0.3), with_pack(s, "[]")};
    }));
    EXPECT_TRUE(at_once == bytes_after("c.gpkg", [](const EditedState& s) {
        return States{with_pack(s, std::string(100'000, ' ')), with_results(with_pack(s, "1"), shared_results()), with_opacity(s, 0.2)};
    }));
}

TEST_F(EditedProjectTest, IsNoOtherThanWhatTheCommandLineWrites) {
    const Environment epoch{"SOURCE_DATE_EPOCH", "1700000000"};
    create_project(file, small_town(), true);
    create_project(folder / "cli.gpkg", small_town(), false);
    replace_results(folder / "cli.gpkg", small_results());
    EditedProject project{file};
    project.save(with_results(project.read(false), shared_results()));
    EXPECT_TRUE(bytes_of(file) == bytes_of(folder / "cli.gpkg"));
}

TEST_F(EditedProjectTest, TheSecondMayReadButNotWrite) {
    EditedProject first{file};
    const EditedState edited = with_opacity(first.read(false), 0.5);
    first.keep(edited);

    EditedProject second{file};
    ASSERT_TRUE(second.read_only_because());
    EXPECT_THAT(second.read_only_because()->en, AllOf(HasSubstr("another window"), HasSubstr(file.string())));
    EXPECT_FALSE(second.unsaved_since()) << "they are somebody's";
    const EditedState other = with_opacity(second.read(false), 0.1);
    second.keep(other);
    EXPECT_THROW(second.save(other), OutputError);
    second.drop_edits();
    EXPECT_THAT(folder.names(), ElementsAre(work_name, "town.gpkg"));

    second.save_as(folder / "mine.gpkg", other);
    EXPECT_FALSE(second.read_only_because());
    expect_same(saved_in(folder / "mine.gpkg"), other);
    EXPECT_THROW(first.save_as(folder / "mine.gpkg", edited), OutputError) << "the other has it open";
    first.save(edited);
    expect_same(saved_in(file), edited);
}

TEST_F(EditedProjectTest, TheFileStaysLockedThroughSaving) {
    EditedProject first{file};
    first.save(with_opacity(first.read(false), 0.5));
    EXPECT_TRUE(EditedProject{file}.read_only_because());
}

TEST_F(EditedProjectTest, SaveAsGoesOnWithTheNewFile) {
    const std::string before = bytes_of(file);
    EditedProject project{file};
    EditedState edited = with_opacity(project.read(false), 0.5);
    project.keep(edited);
    project.save_as(folder / "new.gpkg", edited);
    EXPECT_EQ(project.file(), folder / "new.gpkg");
    EXPECT_THAT(folder.names(), ElementsAre("new.gpkg", "town.gpkg"));
    EXPECT_TRUE(bytes_of(file) == before);
    EXPECT_FALSE(EditedProject{file}.read_only_because()) << "the old one is free";
    edited = with_opacity(edited, 0.75);
    project.keep(edited);
    project.save(edited);
    expect_same(saved_in(folder / "new.gpkg"), edited);
}

TEST_F(EditedProjectTest, DoesNotOverwriteWhatAnotherProgramChanged) {
    EditedProject project{file};
    EditedState edited = with_opacity(project.read(false), 0.5);
    project.keep(edited);
    change(file, "UPDATE anchong_project SET value='改' WHERE key='name'");
    const std::string theirs = bytes_of(file);
    try {
        project.save(edited);
        ADD_FAILURE() << "overwrote another program's change";
    } catch (const OutputError& error) {
        EXPECT_THAT(error.message().en, AllOf(HasSubstr(file.string()), HasSubstr("Save As")));
        EXPECT_THAT(error.message().zh, HasSubstr("另存为"));
    }
    EXPECT_TRUE(bytes_of(file) == theirs);
    project.save_as(folder / "mine.gpkg", edited);
    expect_same(saved_in(folder / "mine.gpkg"), edited);
    EXPECT_EQ(read_project(file).name, "改");
}

TEST_F(EditedProjectTest, SaveAsHasWhatIsShownThoughTheFileChangedOrWentBeforeTheFirstEdit) {
    for (const bool is_removed : {false, true}) {
        create_project(file, small_town(), true);
        EditedProject project{file};
        const EditedState edited = with_results(with_opacity(project.read(false), 0.5), shared_results());
        if (is_removed) {
            std::filesystem::remove(file);
        } else {
            change(file, "DELETE FROM anchong_rules");
        }
        EXPECT_THROW(project.keep(edited), OutputError);
        EXPECT_THROW(project.save(edited), OutputError);
        project.save_as(folder / "mine.gpkg", edited);
        expect_same(saved_in(folder / "mine.gpkg"), edited);
    }
}

// As QGIS does when it merely shows a layer.
TEST_F(EditedProjectTest, LookingAtTheFileIsNoChange) {
    EditedProject project{file};
    const EditedState edited = with_opacity(project.read(false), 0.5);
    change(file, "PRAGMA journal_mode=WAL");
    change(file, "PRAGMA journal_mode=DELETE");
    project.save(edited);
    expect_same(saved_in(file), edited);
}

TEST_F(EditedProjectTest, SaysWhenAnotherProgramHasTheFileOpen) {
    EditedProject project{file};
    const EditedState edited = with_opacity(project.read(false), 0.5);
    project.keep(edited);
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "PRAGMA journal_mode=WAL; BEGIN; SELECT count(*) FROM building", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_THROW(project.save(edited), OutputError);
    sqlite3_close(other);
    project.save(edited);
    expect_same(saved_in(file), edited);
}

TEST_F(EditedProjectTest, EditsToAFileThatChangedSinceAreSetAside) {
    EditedState edited;
    {
        EditedProject project{file};
        edited = with_opacity(project.read(false), 0.5);
        project.keep(edited);
    }
    replace_results(file, small_results());
    EditedProject project{file};
    EXPECT_FALSE(project.unsaved_since());
    ASSERT_TRUE(project.set_aside());
    ASSERT_EQ(folder.names().size(), 2u);
    const auto aside = folder / folder.names().back();
    EXPECT_THAT(aside.filename().string(), AllOf(testing::StartsWith("town.unsaved-"), testing::EndsWith(".gpkg")));
    EXPECT_THAT(project.set_aside()->en, HasSubstr(aside.string()));
    expect_same(saved_in(aside), edited);
}

TEST_F(EditedProjectTest, WhatIsNoWorkingCopyIsSetAsideToo) {
    std::ofstream{folder / work_name} << "precious";
    EditedProject project{file};
    EXPECT_FALSE(project.unsaved_since());
    EXPECT_TRUE(project.set_aside());
    project.keep(with_opacity(project.read(false), 0.5));
    ASSERT_EQ(folder.names().size(), 3u);
    EXPECT_EQ(bytes_of(folder / folder.names().back()), "precious");
}

TEST_F(EditedProjectTest, DiscardedEditsAreGone) {
    {
        EditedProject project{file};
        project.keep(with_opacity(project.read(false), 0.5));
    }
    EditedProject project{file};
    EXPECT_TRUE(project.unsaved_since());
    EXPECT_EQ(project.read(false).view, MapView{});
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
}

TEST_F(EditedProjectTest, AFullDiskLosesNothing) {
    EditedProject project{file};
    const EditedState opened = project.read(false), first = with_opacity(opened, 0.5), second = with_results(first, shared_results("base", 3000));
    const std::string before = bytes_of(file);
    {
        const SizeLimit full{before.size() / 2};
        EXPECT_THROW(project.keep(first), OutputError);
        EXPECT_THROW(project.save(first), OutputError);
        EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    }
    project.keep(first);
    for (const rlim_t limit : {rlim_t{1000}, rlim_t{before.size()}, rlim_t{before.size() * 3}}) {
        const SizeLimit full{limit};
        try {
            project.keep(second);
            ADD_FAILURE() << "kept beyond " << limit;
        } catch (const OutputError& error) {
            EXPECT_THAT(error.message().en, HasSubstr(file.string()));
        }
        EXPECT_THROW(project.save(second), OutputError);
        EXPECT_TRUE(bytes_of(file) == before);
        expect_same(EditedProject{folder / work_name}.read(false), first);
    }
    project.save(second);
    expect_same(saved_in(file), second);
}

TEST_F(EditedProjectTest, KeepsPermissionsAndFollowsLinks) {
    std::filesystem::create_directory(folder / "real");
    std::filesystem::rename(file, folder / "real" / "town.gpkg");
    ::chmod((folder / "real" / "town.gpkg").c_str(), 0640);
    std::filesystem::create_symlink("real/town.gpkg", file);
    EditedProject project{file};
    const EditedState edited = with_opacity(project.read(false), 0.5);
    project.keep(edited);
    project.save(edited);
    EXPECT_TRUE(std::filesystem::is_symlink(file));
    struct stat now {};
    ASSERT_EQ(::stat((folder / "real" / "town.gpkg").c_str(), &now), 0);
    EXPECT_EQ(now.st_mode & 0777U, 0640U);
}

TEST_F(EditedProjectTest, AVeryLongNameIsNoObstacle) {
    const auto named = folder / (std::string(250, 'x') + ".gpkg");
    std::filesystem::rename(file, named);
    EditedProject project{named};
    const EditedState edited = with_opacity(project.read(false), 0.5);
    project.keep(edited);
    project.save(edited);
    expect_same(saved_in(named), edited);
}

TEST_F(EditedProjectTest, AProjectOfAnEarlierProgramHasNoLayoutsAndGetsThem) {
    drop_tables(file, {"anchong_layouts"});
    EXPECT_EQ(read_layout(file, "map"), std::nullopt);
    EditedProject project{file};
    const EditedState opened = project.read(false), edited = with_opacity(with_results(opened, shared_results()), 0.5);
    project.keep(with_results(opened, shared_results()));
    project.keep(edited);
    project.save(edited);
    expect_same(saved_in(file), edited);
}

TEST_F(EditedProjectTest, SaysWhatIsNoProject) {
    std::ofstream{folder / "text.gpkg"} << "no database";
    EXPECT_THROW(EditedProject{folder / "text.gpkg"}, SourceError);
    EXPECT_THROW(EditedProject{folder / "missing.gpkg"}, SourceError);
}
