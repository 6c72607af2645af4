#include "killed_editor.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

using namespace geo;
using namespace io_fixtures;

namespace {

/// What an editor said of itself before it was killed.
struct Heard {
    int kept = 0, saved = 0;
};

/// Runs an editor of the project and kills it a while after its first words.
Heard edit_and_kill(const std::filesystem::path& file, unsigned seed, std::chrono::microseconds after) {
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::string program = ANCHONG_EDITING_CHILD, name = file.string(), number = std::to_string(seed);
    char* const arguments[] = {program.data(), name.data(), number.data(), nullptr};
    pid_t child = 0;
    EXPECT_EQ(::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);

    std::string words(1, '\0');
    EXPECT_EQ(::read(ends[0], words.data(), 1), 1) << "the editor died by itself";
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    char buffer[4096];
    for (ssize_t count; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;) words.append(buffer, static_cast<std::size_t>(count));
    ::close(ends[0]);

    Heard heard;
    std::istringstream lines{words};
    for (std::string word; lines >> word;) lines >> (word == "kept" ? heard.kept : heard.saved);
    return heard;
}

/// One project, edited and its editor killed, over and over.
void kill_editors(int rounds, unsigned seed) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    std::mt19937 random{seed};
    int saved = 0, recovered = 0, rounds_with_edits = 0;
    for (int round = 0; round < rounds; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", round " << round);
        const Heard heard = edit_and_kill(file, static_cast<unsigned>(random()), std::chrono::microseconds{random() % 200'000});

        // Whoever reads the file finds it whole: as it was saved last, or was just being saved.
        const Project project = read_project(file);
        ASSERT_EQ(project.inputs.layers.size(), small_town().inputs.layers.size());
        EditedProject again{file};
        ASSERT_FALSE(again.read_only_because()) << "a lock outlived its holder";
        ASSERT_FALSE(again.set_aside()) << again.set_aside()->en;
        const auto layout = read_layout(file, "map");
        EditedState in_file;
        const bool has_edits = again.unsaved_since().has_value();
        {
            const std::filesystem::path copy = folder / "copy.gpkg";
            std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
            in_file = EditedProject{copy}.read(false);
        }
        const int now_saved = edit_of(in_file);
        ASSERT_GE(now_saved, std::max(heard.saved, saved));
        ASSERT_TRUE(is_of_one_edit(in_file));

        // And the edits are there, up to the last that was said to be.
        const EditedState state = again.read(has_edits);
        const int now = edit_of(state);
        ASSERT_GE(now, std::max(heard.kept, recovered));
        ASSERT_LE(now, std::max({heard.kept, recovered, now_saved}) + 1);
        ASSERT_TRUE(is_of_one_edit(state));
        saved = now_saved;
        recovered = now;
        rounds_with_edits += has_edits;
    }
    for (const std::string& name : folder.names()) EXPECT_THAT(name, testing::AnyOf("town.gpkg", ".town.gpkg.anchong-work", "copy.gpkg"));
    EXPECT_GT(rounds_with_edits, rounds / 5) << "hardly any kill met unsaved edits";
    EXPECT_GT(saved, 0);
    std::cout << recovered << " edits, saved up to " << saved << "; unsaved ones met in " << rounds_with_edits << " of " << rounds << " kills\n";
}

}  // namespace

TEST(KilledEditor, LosesNothingItSaidWasKept) {
    const char* kills = std::getenv("ANCHONG_KILLS");
    kill_editors(kills ? std::atoi(kills) : 20, kills ? std::random_device{}() : 20240612);
}
