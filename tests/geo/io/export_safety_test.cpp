#include "geo/io/export_file.hpp"
#include "io_fixtures.hpp"
#include "size_limit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

using namespace geo;
using namespace io_fixtures;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

ExportRequest request(ExportFormat format, const std::filesystem::path& folder, bool overwrite = false) {
    return {.format = format, .encoding = "GBK", .folder = folder, .name = "town", .overwrite = overwrite};
}

std::vector<std::filesystem::path> run(const ExportRequest& request, const Progress& progress = {}) {
    std::vector<Finding> findings;
    return export_files(request, small_town(), small_results(), findings, progress);
}

constexpr ExportFormat formats[] = {ExportFormat::Shapefile, ExportFormat::GeoJson, ExportFormat::GeoPackage};

/// Every file below a folder and its bytes.
std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        found[entry.path().string()] = entry.is_regular_file() ? bytes_of(entry.path()) : "folder";
    }
    return found;
}

}  // namespace

TEST(ExportSafety, ListsWhatExistsAndTouchesNothing) {
    const Folder folder;
    std::ofstream{folder / "zones.shp"} << "old";
    std::ofstream{folder / "clearances.dbf"} << "old";
    std::ofstream{folder / "sites.geojson"} << "old";
    std::ofstream{folder / "town.gpkg"} << "old";
    const auto before = contents(folder.path());
    const std::map<ExportFormat, std::vector<std::string>> named{{ExportFormat::Shapefile, {"zones.shp", "clearances.dbf"}},
                                                                 {ExportFormat::GeoJson, {"sites.geojson"}},
                                                                 {ExportFormat::GeoPackage, {"town.gpkg"}}};
    for (const auto format : formats) {
        try {
            run(request(format, folder.path()));
            ADD_FAILURE() << "replaced unasked";
        } catch (const OutputError& error) {
            for (const auto& name : named.at(format)) EXPECT_THAT(error.message().en, HasSubstr((folder / name).string()));
        }
        EXPECT_EQ(contents(folder.path()), before);
    }
}

TEST(ExportSafety, ReplacesWhenAskedAndTakesStaleIndexesAway) {
    const Folder folder;
    std::ofstream{folder / "zones.shp"} << "old";
    std::ofstream{folder / "zones.qix"} << "index of the old";
    std::ofstream{folder / "building_line.shp"} << "the same role, once split";
    std::ofstream{folder / "mine.shp"} << "of someone else";
    std::ofstream{folder / "town.gpkg"} << "old";
    std::ofstream{folder / "town.gpkg-journal"} << "of the old";
    for (const auto format : formats) run(request(format, folder.path(), true));
    EXPECT_GT(bytes_of(folder / "zones.shp").size(), 100u);
    EXPECT_GT(bytes_of(folder / "town.gpkg").size(), 1000u);
    EXPECT_EQ(bytes_of(folder / "mine.shp"), "of someone else");
    EXPECT_THAT(folder.names(), AllOf(Not(Contains("zones.qix")), Not(Contains("building_line.shp")), Not(Contains("town.gpkg-journal"))));
    for (const auto& name : folder.names()) EXPECT_NE(name.front(), '.') << name;
}

TEST(ExportSafety, AddsToAFolderThatHoldsOtherThings) {
    const Folder folder;
    std::ofstream{folder / "readme.txt"} << "hello";
    run(request(ExportFormat::GeoPackage, folder.path()));
    EXPECT_THAT(folder.names(), ElementsAre("readme.txt", "town.gpkg"));
}

TEST(ExportSafety, MakesTheFoldersAboveOrNone) {
    const Folder folder;
    run(request(ExportFormat::GeoPackage, folder / "a" / "b" / "c" / ""));
    EXPECT_TRUE(std::filesystem::exists(folder / "a" / "b" / "c" / "town.gpkg"));
    const SizeLimit full{100};
    EXPECT_THROW(run(request(ExportFormat::GeoPackage, folder / "x" / "y" / "z")), OutputError);
    EXPECT_THAT(folder.names(), ElementsAre("a"));
}

TEST(ExportSafety, AFullDiskLeavesNothingOrTheOldFiles) {
    const Folder folder;
    for (const auto format : formats) {
        for (const rlim_t limit : {rlim_t{0}, rlim_t{3}, rlim_t{90}, rlim_t{300}, rlim_t{400}}) {
            {
                const SizeLimit full{limit};
                EXPECT_THROW(run(request(format, folder / "out")), OutputError) << limit;
            }
            EXPECT_THAT(folder.names(), IsEmpty());
        }
    }
    for (const auto format : formats) run(request(format, folder / "out"));
    const auto before = contents(folder.path());
    for (const auto format : formats) {
        const SizeLimit full{400};
        EXPECT_THROW(run(request(format, folder / "out", true)), OutputError);
        EXPECT_TRUE(contents(folder.path()) == before);
    }
}

// Whatever file grows past the limit, however late: never an incomplete export that counts as one.
TEST(ExportSafety, AFullDiskIsNoticedAtEveryByte) {
    const Folder folder;
    for (const auto format : {ExportFormat::Shapefile, ExportFormat::GeoJson}) {
        run(request(format, folder / "whole"));
        std::uintmax_t largest = 0;
        for (const auto& entry : std::filesystem::directory_iterator{folder / "whole"})
            largest = std::max(largest, entry.file_size());
        for (const auto missing : {std::uintmax_t{1}, std::uintmax_t{2}, std::uintmax_t{5}, std::uintmax_t{50}, largest / 2}) {
            const SizeLimit full{largest - missing};
            EXPECT_THROW(run(request(format, folder / "out")), OutputError) << missing << " bytes short";
            EXPECT_THAT(folder.names(), ElementsAre("whole"));
        }
        std::filesystem::remove_all(folder / "whole");
    }
}

TEST(ExportSafety, SaysWhereItCannotWrite) {
    const Folder folder;
    std::ofstream{folder / "file"} << "x";
    std::filesystem::create_directories(folder / "out" / "zones.shp");
    const auto before = contents(folder.path());
    EXPECT_THROW(run(request(ExportFormat::Shapefile, folder / "file")), OutputError);
    EXPECT_THROW(run(request(ExportFormat::Shapefile, folder / "file" / "deeper")), OutputError);
    try {
        run(request(ExportFormat::Shapefile, folder / "out", true));
        ADD_FAILURE() << "replaced a folder";
    } catch (const OutputError& error) {
        EXPECT_THAT(error.message().zh, HasSubstr("zones.shp"));
    }
    EXPECT_EQ(contents(folder.path()), before);
}

TEST(ExportSafety, ACancelledExportLeavesNoHalfFile) {
    const Folder folder;
    for (const auto format : formats) {
        for (const int steps : {0, 1}) {
            int left = steps;
            const Progress stops{{}, [&] { return left-- <= 0; }};
            EXPECT_THROW(run(request(format, folder / "out"), stops), Cancelled);
            EXPECT_THAT(folder.names(), IsEmpty());
        }
    }
}

TEST(ExportSafety, ReportsProgressUpToTheEnd) {
    const Folder folder;
    for (const auto format : formats) {
        std::vector<double> shares;
        run(request(format, folder / "out"), {[&](double share) { shares.push_back(share); }, {}});
        EXPECT_TRUE(std::ranges::is_sorted(shares));
        ASSERT_FALSE(shares.empty());
        EXPECT_EQ(shares.back(), 1.0);
    }
}
