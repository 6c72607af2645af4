#include "geo/io/atomic_file.hpp"
#include "geo/io/file_lock.hpp"
#include "geo/io/project_file.hpp"
#include "io_fixtures.hpp"
#include "results_equal.hpp"
#include "size_limit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <thread>

using namespace geo;
using namespace geo::storage;
using namespace io_fixtures;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

void run(sqlite3* database, const char* sql) {
    ASSERT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
}

}  // namespace

TEST(ProjectSafety, DoesNotReplaceUnasked) {
    const Folder folder;
    std::ofstream{folder / "town.gpkg"} << "precious";
    EXPECT_THROW(create_project(folder / "town.gpkg", small_town(), false), OutputError);
    EXPECT_EQ(bytes_of(folder / "town.gpkg"), "precious");
    create_project(folder / "town.gpkg", small_town(), true);
    EXPECT_EQ(read_project(folder / "town.gpkg").name, "示范镇");
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
}

TEST(ProjectSafety, SaysWhereItCannotWrite) {
    const Folder folder;
    std::ofstream{folder / "file"} << "x";
    std::filesystem::create_directory(folder / "folder.gpkg");
    for (const auto& target : {folder / "file" / "town.gpkg", folder / "missing" / "town.gpkg", folder / "folder.gpkg"}) {
        try {
            create_project(target, small_town(), true);
            ADD_FAILURE() << "wrote " << target;
        } catch (const OutputError& error) {
            EXPECT_THAT(error.message().en, HasSubstr(target.string()));
            EXPECT_THAT(error.message().zh, HasSubstr(target.string()));
        }
    }
    EXPECT_THAT(folder.names(), ElementsAre("file", "folder.gpkg"));
}

TEST(ProjectSafety, AFullDiskLeavesNothingBehindWhereverItStrikes) {
    const Folder folder;
    create_project(folder / "whole.gpkg", small_town(), false);
    const auto size = std::filesystem::file_size(folder / "whole.gpkg");
    for (rlim_t limit : {rlim_t{0}, rlim_t{1000}, rlim_t{20000}, rlim_t{size / 2}, rlim_t{size - 1}}) {
        const SizeLimit full{limit};
        EXPECT_THROW(create_project(folder / "town.gpkg", small_town(), false), OutputError) << limit;
        EXPECT_THAT(folder.names(), ElementsAre("whole.gpkg"));
    }
    const SizeLimit enough{size};
    EXPECT_NO_THROW(create_project(folder / "town.gpkg", small_town(), false));
}

TEST(ProjectSafety, AFullDiskLeavesTheOldResults) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    replace_results(file, small_results());
    const auto before = bytes_of(file);
    auto more = small_results();
    const Site site = more.sites.front();
    for (int i = 0; i < 2000; ++i) {
        more.sites.push_back(site);
        more.sites.back().id = fmt::format("S{}", i + 2);
        for (Bay& bay : more.sites.back().bays) bay.site_id = more.sites.back().id;
    }
    for (const rlim_t limit : {rlim_t{before.size() / 2}, rlim_t{before.size() + 4096}, rlim_t{before.size() * 2}}) {
        {
            const SizeLimit full{limit};
            EXPECT_THROW(replace_results(file, more), OutputError) << limit;
        }
        EXPECT_TRUE(bytes_of(file) == before);
        EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    }
    replace_results(file, more);
    EXPECT_EQ(read_results(file, "base").sites.size(), 2001u);
}

TEST(ProjectSafety, TwoWritersLoseNothing) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    constexpr int writers = 4;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < writers; ++i) {
            threads.emplace_back([&, i] { replace_results(file, small_results(fmt::format("scenario {}", i))); });
        }
    }
    for (int i = 0; i < writers; ++i) {
        const auto name = fmt::format("scenario {}", i);
        expect_equal(read_results(file, name), small_results(name));
    }
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
}

TEST(ProjectSafety, KeepsPermissionsAndFollowsLinks) {
    const Folder folder;
    std::filesystem::create_directory(folder / "real");
    create_project(folder / "real" / "town.gpkg", small_town(), false);
    ::chmod((folder / "real" / "town.gpkg").c_str(), 0640);
    std::filesystem::create_symlink("real/town.gpkg", folder / "link.gpkg");
    replace_results(folder / "link.gpkg", small_results());
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.gpkg"));
    EXPECT_EQ(read_results(folder / "real" / "town.gpkg", "base").sites.size(), 1u);
    struct stat now {};
    ASSERT_EQ(::stat((folder / "real" / "town.gpkg").c_str(), &now), 0);
    EXPECT_EQ(now.st_mode & 0777U, 0640U);
}

// As QGIS does: write-ahead log, edits not yet in the file itself.
TEST(ProjectSafety, SeesEditsOfAnotherProgramAndDoesNotDropThem) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
    run(other, "PRAGMA journal_mode=WAL; UPDATE anchong_project SET value='新名' WHERE key='name'");
    ASSERT_TRUE(std::filesystem::exists(file.string() + "-wal"));
    EXPECT_EQ(read_project(file).name, "新名");
    try {
        replace_results(file, small_results());
        ADD_FAILURE() << "replaced a file in use";
    } catch (const OutputError& error) {
        EXPECT_THAT(error.message().en, AllOf(HasSubstr("another program"), HasSubstr(file.string())));
    }
    EXPECT_THROW(create_project(file, small_town(), true), OutputError);
    sqlite3_close(other);
    replace_results(file, small_results());
    EXPECT_EQ(read_project(file).name, "新名");
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
}

TEST(ProjectSafety, ALogLeftByAKilledProgramIsTakenIn) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
    run(other, "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; UPDATE anchong_project SET value='新名' WHERE key='name'");
    const auto database = bytes_of(file), log = bytes_of(file.string() + "-wal");
    sqlite3_close(other);
    std::ofstream{file, std::ios::binary} << database;  // As it lay on the disk when the other was killed.
    std::ofstream{file.string() + "-wal", std::ios::binary} << log;
    replace_results(file, small_results());
    EXPECT_EQ(read_project(file).name, "新名");
    EXPECT_EQ(read_results(file, "base").sites.size(), 1u);
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
}

// SQLite makes its journal before it changes anything, and passes over one that was left at that.
TEST(ProjectSafety, AJournalOfAProgramKilledBeforeItChangedAnythingIsNoObstacle) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    for (const std::string& journal : {std::string{}, std::string(512, '\0')}) {
        std::ofstream{file.string() + "-journal", std::ios::binary} << journal;
        replace_results(file, small_results());
        EXPECT_EQ(read_results(file, "base").sites.size(), 1u);
        EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    }
}

TEST(ProjectSafety, NoticesAWriterThatHeedsNoLock) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    FileLock lock{file};
    lock.remember();
    EXPECT_NO_THROW(lock.throw_if_changed());
    std::ofstream{file, std::ios::app} << 'x';
    EXPECT_THROW(lock.throw_if_changed(), OutputError);
}

TEST(ProjectSafety, MovesFilesBackWhenOneCannotBeMoved) {
    const Folder folder;
    const TempFolder temp{folder.path()};
    const auto target = folder / "out";
    std::filesystem::create_directory(target);
    std::ofstream{target / "a"} << "old a";
    std::ofstream{target / "index"} << "old index";
    std::ofstream{temp.path() / "a"} << "new a";
    std::ofstream{temp.path() / "b"} << "new b";
    EXPECT_THROW(move_all(temp, target, {"a", "b", "missing"}, {"index"}), OutputError);
    EXPECT_EQ(bytes_of(target / "a"), "old a");
    EXPECT_EQ(bytes_of(target / "index"), "old index");
    EXPECT_FALSE(std::filesystem::exists(target / "b"));
}
