#include "geo/io/project_file.hpp"

#include "geo/core/hash.hpp"
#include "geo/io/gpkg_file.hpp"
#include "changed_file.hpp"
#include "io_fixtures.hpp"
#include "results_equal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <sqlite3.h>

#include <chrono>

using namespace geo;
using namespace geo::storage;
using namespace io_fixtures;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

/// First column of every row of a query, read without GDAL.
std::vector<std::string> ask(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* database = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    std::vector<std::string> found;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const auto* text = sqlite3_column_text(statement, 0);
        found.emplace_back(text ? reinterpret_cast<const char*>(text) : "NULL");
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return found;
}

void expect_equal_layers(const std::vector<Layer>& a, const std::vector<Layer>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].role, b[i].role);
        EXPECT_EQ(a[i].crs, b[i].crs);
        EXPECT_EQ(a[i].provenance, b[i].provenance);
        EXPECT_EQ(a[i].features, b[i].features) << role_info(a[i].role).name;
    }
}

}  // namespace

TEST(ProjectFile, GivesBackWhatWasWritten) {
    const Folder folder;
    const Project town = small_town();
    create_project(folder / "town.gpkg", town, false);
    const Project read = read_project(folder / "town.gpkg");
    EXPECT_EQ(read.name, town.name);
    EXPECT_EQ(read.inputs.crs, town.inputs.crs);
    expect_equal_layers(read.inputs.layers, town.inputs.layers);
    EXPECT_EQ(read.findings, town.findings);
    EXPECT_EQ(read.packs, town.packs);
    ASSERT_EQ(read.scenarios.size(), 2u);
    EXPECT_EQ(read.scenarios[1].name, "严格's");
    EXPECT_EQ(read.scenarios[1].pack, "mine");
    EXPECT_EQ(read.scenarios[1].zone_type, ZoneType::ChargingCabinet);
    EXPECT_EQ(read.scenarios, town.scenarios);
    EXPECT_EQ(read.phasing, town.phasing);
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
}

TEST(ProjectFile, NamesTablesAndColumnsAsDesigned) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    const auto columns = [&](const std::string& table) { return ask(file, "SELECT name FROM pragma_table_info('" + table + "')"); };
    EXPECT_THAT(columns("zones"), ElementsAre("fid", "geom", "zone_id", "compound", "scenario", "zone_type", "ring", "area_m2",
                                              "width_m", "consent"));
    EXPECT_THAT(columns("sites"), ElementsAre("fid", "geom", "site_id", "zone_id", "compound", "scenario", "zone_type", "phase", "bays",
                                              "groups", "area_m2", "cost", "demand_cov", "verdict", "governing", "margin_m", "in_robust",
                                              "has_aisle"));
    EXPECT_THAT(columns("clearances"), ElementsAre("fid", "site_id", "obst_id", "obst_kind", "need_m", "have_m", "clause", "verdict",
                                                   "rule", "scenario", "status", "strength"));
    EXPECT_THAT(columns("checks"), ElementsAre("fid", "site_id", "duty", "value", "need", "unit", "clause", "verdict", "scenario"));
    EXPECT_THAT(columns("compound"), ElementsAre("fid", "geom", "id", "name", "households", "ebikes", "company", "built_year", "derived",
                                                 "is_hull", "layer_no", "source"));
    EXPECT_THAT(columns("hazard"), ElementsAre("fid", "geom", "id", "name", "date", "type", "severity", "status", "source", "is_hull",
                                               "layer_no", "source_row"));
    EXPECT_THAT(ask(file, "SELECT key || '=' || value FROM anchong_project WHERE key <> 'created'"),
                ElementsAre("schema_version=1", "name=示范镇", "crs=EPSG:4544", HasSubstr("program_version=")));
    EXPECT_THAT(ask(file, "SELECT table_name || ' ' || geometry_type_name || ' ' || srs_id FROM gpkg_geometry_columns"),
                ElementsAre("compound MULTIPOLYGON 4544", "building MULTIPOLYGON 4544", "danger GEOMETRY 4544", "exit POINT 4544",
                            "hazard MULTIPOINT 4544", "zones MULTIPOLYGON 4544", "sites MULTIPOLYGON 4544", "bays POLYGON 4544"));
    EXPECT_THAT(ask(file, "SELECT data_type FROM gpkg_contents WHERE table_name='anchong_rules'"), ElementsAre("attributes"));
}

TEST(ProjectFile, ANewProjectHasPilotAndOneRollout) {
    const Folder folder;
    Project town = small_town();
    town.phasing = Project{}.phasing;
    create_project(folder / "town.gpkg", town, false);
    EXPECT_THAT(ask(folder / "town.gpkg", "SELECT phase FROM anchong_phases"), ElementsAre("pilot", "rollout-1"));
    EXPECT_EQ(read_project(folder / "town.gpkg").phasing, standard_phasing());
}

TEST(ProjectFile, PhasesAndAssumptionsAreRowsOfTheirOwn) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    EXPECT_THAT(ask(file, "SELECT phase || ' ' || name || ' ' || begins || ' ' || ends || ' ' || budget FROM anchong_phases WHERE budget IS NOT NULL"),
                ElementsAre("pilot 试点's 2026-03-01 2026-06-30 120000.5"));
    EXPECT_THAT(ask(file, "SELECT budget FROM anchong_phases WHERE phase='rollout-1'"), ElementsAre("NULL"));
    EXPECT_THAT(ask(file, "SELECT compound || ' ' || phase FROM anchong_compound_phases"), ElementsAre("C1 pilot"));
    EXPECT_THAT(ask(file, "SELECT scenario || ' ' || rule FROM anchong_assumptions WHERE distance_m = 3"), ElementsAre("严格's shed's"));
    replace_results(file, small_results());
    auto before_that_was_noted = small_results("严格's");
    before_that_was_noted.basis.clear();
    replace_results(file, before_that_was_noted);
    EXPECT_THAT(ask(file, "SELECT scenario || ': ' || basis FROM anchong_runs"), ElementsAre("base: basis of base"));
}

TEST(ProjectFile, RefusesPhasesThatCannotBe) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    const std::pair<const char*, const char*> wrongs[] = {
        {"UPDATE anchong_phases SET phase='later' WHERE phase='pilot'", "\"later\" is unknown"},
        {"UPDATE anchong_phases SET phase='rollout-1'", "there twice"},
        {"DELETE FROM anchong_phases WHERE phase='pilot'", "gap"},
        {"UPDATE anchong_compound_phases SET phase='rollout-7'", "rollout-7"},
        {"UPDATE anchong_assumptions SET scenario='gone'", "gone"},
        {"UPDATE anchong_assumptions SET distance_m=NULL", "cabinet-to-building"}};
    for (const auto& [sql, word] : wrongs) {
        create_project(file, small_town(), true);
        change(file, sql);
        try {
            read_project(file);
            ADD_FAILURE() << "read after " << sql;
        } catch (const InvalidInput& error) {
            EXPECT_THAT(error.message().en, HasSubstr(word));
        }
    }
    create_project(file, small_town(), true);
    change(file, "DELETE FROM anchong_phases; INSERT INTO anchong_phases (phase) VALUES ('rollout-1'), ('pilot')");
    EXPECT_EQ(read_project(file).phasing.phases.front().id, "pilot") << "their order in the file is no matter";
}

TEST(ProjectFile, OneOfAnEarlierProgramIsReadAndGetsItsTablesWithTheNextResults) {
    const Environment epoch{"SOURCE_DATE_EPOCH", "1700000000"};
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    replace_results(file, small_results());
    make_earlier(file);
    const Project read = read_project(file);
    EXPECT_EQ(read.phasing, standard_phasing());
    ASSERT_EQ(read.scenarios.size(), 2u);
    EXPECT_TRUE(read.scenarios[1].clearances.empty());
    auto without_basis = small_results();
    without_basis.basis.clear();
    expect_equal(read_results(file, "base"), without_basis);

    std::filesystem::copy_file(file, folder / "other.gpkg");
    replace_results(file, small_results());
    expect_equal(read_results(file, "base"), small_results());
    EXPECT_EQ(read_project(file).phasing, standard_phasing());
    replace_results(folder / "other.gpkg", without_basis);
    replace_results(folder / "other.gpkg", small_results());
    EXPECT_EQ(sha256_file(file), sha256_file(folder / "other.gpkg"));
}

TEST(ProjectFile, KeepsResultsOfEachScenario) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    EXPECT_TRUE(read_results(file, "base").sites.empty());
    const auto base = small_results("base");
    auto strict = small_results("严格's");
    strict.sites.clear();
    strict.clearances.clear();
    strict.checks.clear();
    replace_results(file, strict);
    replace_results(file, base);
    expect_equal(read_results(file, "base"), base);
    expect_equal(read_results(file, "严格's"), strict);
    EXPECT_TRUE(read_results(file, "none").grounds.empty());

    auto fewer = base;
    fewer.grounds[0].zones.pop_back();
    fewer.checks.clear();
    replace_results(file, fewer);
    expect_equal(read_results(file, "base"), fewer);
    expect_equal(read_results(file, "严格's"), strict);
    const Project after = read_project(file);
    EXPECT_EQ(after.findings, small_town().findings);
    expect_equal_layers(after.inputs.layers, small_town().inputs.layers);
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
}

TEST(ProjectFile, WritesUnknownNumbersAsNullAndVerdictsInChinese) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    replace_results(file, small_results());
    EXPECT_THAT(ask(file, "SELECT cost FROM sites"), ElementsAre("NULL"));
    EXPECT_THAT(ask(file, "SELECT value FROM checks"), ElementsAre("2.0", "NULL"));
    EXPECT_THAT(ask(file, "SELECT verdict FROM clearances"), ElementsAre("符合", "不符合"));
    EXPECT_THAT(ask(file, "SELECT zone_id || ' ' || ring || ' ' || area_m2 FROM zones"),
                ElementsAre("C1-1 legal 600.1", "C1-1 robust 414.2", "C1-2 legal 400.0"));
    EXPECT_THAT(ask(file, "SELECT kind || number FROM bays"), ElementsAre("bay1", "bay2", "aisle0"));
}

TEST(ProjectFile, ReadingChangesNoByte) {
    const Folder folder;
    const auto file = folder / "小区 #1?a=b%20&c.gpkg";
    create_project(file, small_town(), false);
    replace_results(file, small_results());
    const auto before = sha256_file(file);
    const auto time = std::filesystem::last_write_time(file);
    read_project(file);
    read_results(file, "base");
    EXPECT_EQ(sha256_file(file), before);
    EXPECT_EQ(std::filesystem::last_write_time(file), time);
    EXPECT_EQ(folder.names().size(), 1u);
}

TEST(ProjectFile, IsTheSameByteForByteHoweverItCameAbout) {
    const Environment epoch{"SOURCE_DATE_EPOCH", "1700000000"};
    const Folder folder;
    create_project(folder / "a.gpkg", small_town(), false);
    create_project(folder / "b.gpkg", small_town(), false);
    EXPECT_EQ(sha256_file(folder / "a.gpkg"), sha256_file(folder / "b.gpkg"));
    EXPECT_THAT(ask(folder / "a.gpkg", "SELECT DISTINCT last_change FROM gpkg_contents"), ElementsAre("2023-11-14T22:13:20.000Z"));

    replace_results(folder / "a.gpkg", small_results("base"));
    replace_results(folder / "a.gpkg", small_results("second"));
    auto other = small_results("second");
    other.grounds[0].zones.pop_back();
    other.sites.clear();
    replace_results(folder / "b.gpkg", other);
    replace_results(folder / "b.gpkg", small_results("second"));
    replace_results(folder / "b.gpkg", small_results("base"));
    EXPECT_EQ(sha256_file(folder / "a.gpkg"), sha256_file(folder / "b.gpkg"));
}

TEST(ProjectFile, RefusesWhatIsNoProject) {
    const Folder folder;
    EXPECT_THROW(read_project(folder / "missing.gpkg"), SourceError);
    EXPECT_THROW(read_project(folder.path()), SourceError);
    std::ofstream{folder / "text.gpkg"} << "no database";
    EXPECT_THROW(read_project(folder / "text.gpkg"), SourceError);
    const Table table{.name = "zones", .columns = {{"id", FieldType::Text}}};
    write_gpkg(folder / "plain.gpkg", folder / "plain.gpkg", {&table, 1}, "EPSG:4544");
    EXPECT_THROW(read_project(folder / "plain.gpkg"), InvalidInput);
    EXPECT_THROW(replace_results(folder / "plain.gpkg", small_results()), InvalidInput);
    EXPECT_THROW(read_results(folder / "missing.gpkg", "base"), SourceError);
}

// Whoever edits the file with another program may leave anything in it; an obstacle must not get lost for that.
TEST(ProjectFile, RefusesFeaturesWhosePlaceIsNone) {
    for (const double lost : {1e300, -2e8}) {
        const Folder folder;
        Project project = small_town();
        geo::Feature& feature = project.inputs.layers.front().features.front();
        bool is_first = true;
        each_vertex(feature.shape, [&](geo::Point& p) {
            if (std::exchange(is_first, false)) p.y = lost;
        });
        create_project(folder / "town.gpkg", project, false);
        try {
            read_project(folder / "town.gpkg");
            FAIL() << lost;
        } catch (const InvalidInput& error) {
            EXPECT_THAT(error.message().en, AllOf(HasSubstr("feature " + feature.id), HasSubstr("Correct or delete it")));
        }
    }
}

TEST(ProjectFile, MendsPiecesThatAreNone) {
    const Folder folder;
    Project project = small_town();
    geo::Feature& feature = project.inputs.layers.front().features.front();
    const geo::Shape whole = feature.shape;
    ASSERT_FALSE(whole.areas.empty());
    const geo::Point p = whole.areas.front().outer.front();
    feature.shape.areas.front().holes.push_back({p, p});
    create_project(folder / "town.gpkg", project, false);
    EXPECT_EQ(read_project(folder / "town.gpkg").inputs.layers.front().features.front().shape, whole);
}

TEST(ProjectFile, RefusesAProjectOfANewerProgramAndWordsItDoesNotKnow) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    replace_results(file, small_results());
    change(file, "UPDATE clearances SET verdict='maybe' WHERE obst_id='B1'");
    try {
        read_results(file, "base");
        FAIL() << "an unknown verdict passed";
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().en, HasSubstr("clearances"));
        EXPECT_THAT(error.message().en, HasSubstr("maybe"));
    }
    change(file, "UPDATE anchong_project SET value='2' WHERE key='schema_version'");
    EXPECT_THROW(read_project(file), InvalidInput);
}

TEST(ProjectFile, WritesALargeTownInSeconds) {
    Project town = small_town();
    auto& buildings = town.inputs.layers[1].features;
    const Feature one = buildings.front();
    buildings.clear();
    for (int i = 0; i < 54203; ++i) {
        Feature& next = buildings.emplace_back(one);
        next.id = fmt::format("B{}", i);
        each_vertex(next.shape, [&](Point& p) { p.x += i % 300 * 60.0, p.y += i / 300 * 60.0; });
    }
    const Folder folder;
    const auto start = std::chrono::steady_clock::now();
    create_project(folder / "large.gpkg", town, false);
    const auto written = std::chrono::steady_clock::now();
    const auto read = read_project(folder / "large.gpkg");
    const auto done = std::chrono::steady_clock::now();
    replace_results(folder / "large.gpkg", small_results());
    const auto replaced = std::chrono::steady_clock::now();
    const auto seconds = [](auto span) { return std::chrono::duration<double>(span).count(); };
    RecordProperty("write_s", fmt::format("{:.2f}", seconds(written - start)));
    RecordProperty("read_s", fmt::format("{:.2f}", seconds(done - written)));
    RecordProperty("replace_s", fmt::format("{:.2f}", seconds(replaced - done)));
    fmt::print("54,203 buildings: written in {:.2f} s, read in {:.2f} s, results replaced in {:.2f} s\n", seconds(written - start),
               seconds(done - written), seconds(replaced - done));
    EXPECT_EQ(read.inputs.layers[1].features, buildings);
    EXPECT_LT(seconds(written - start), 30.0) << "ten times the time meant; loaded machines are slow";
}
