#include "geo/report/staleness.hpp"

#include "geo/report/export_project.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>

using namespace geo;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

Project town() {
    Project project;
    project.inputs.crs = "EPSG:4544";
    project.packs = {{"cn-base", pack_to_text(load_pack("cn-base"))}, {"mine", R"({"id":"mine"})"}};
    project.scenarios = {{.name = "base", .pack = "cn-base"}, {.name = "strict", .pack = "cn-base"}};
    return project;
}

Results made_by(const Project& project) {
    Results results;
    results.grounds.emplace_back().compound = "C1";
    results.basis = basis_of(project.packs, project.scenarios.front());
    return results;
}

// Their rows would stand under clauses that never asked for such distances.
TEST(Staleness, ACertificateOfOldRulesIsRefused) {
    Project project = town();
    Results results = made_by(project);
    std::vector<Finding> findings;
    const CertificateRequest request{.format = CertificateFormat::Json, .folder = std::filesystem::temp_directory_path() / "anchong-never-written", .name = "town", .overwrite = false, .phase = {}};
    const auto refusal = [&] {
        try {
            export_certificate(request, project, results, findings);
        } catch (const InvalidInput& error) {
            return error.message().en;
        }
        return std::string{};
    };
    EXPECT_THAT(refusal(), HasSubstr("has no sites"));
    results.sites.push_back({});
    results.sites.back().id = "S1";
    project.scenarios[0].clearances["hydrant"] = 3.0;
    EXPECT_THAT(refusal(), HasSubstr("were changed after the run"));
    EXPECT_NO_THROW(staleness_unless_refused(town(), results));
    EXPECT_FALSE(std::filesystem::exists(request.folder));
}

}  // namespace

TEST(Staleness, ResultsAreUpToDateUntilARuleOfTheirScenarioChanges) {
    const Project before = town();
    const Results results = made_by(before);
    EXPECT_EQ(staleness(before, results), std::nullopt);
    const std::function<void(Project&)> changes[] = {[](Project& p) { p.packs["cn-base"] += " "; }, [](Project& p) { p.scenarios[0].pack = "mine"; },
                                                     [](Project& p) { p.scenarios[0].pack = "gone"; }, [](Project& p) { p.scenarios[0].zone_type = ZoneType::OpenAir; },
                                                     [](Project& p) { p.scenarios[0].clearances["shed-to-building"] = 3.0; }};
    for (const auto& change : changes) {
        Project changed = before;
        change(changed);
        const auto stale = staleness(changed, results);
        ASSERT_TRUE(stale);
        EXPECT_EQ(stale->code, "rules-changed");
        EXPECT_THAT(stale->text.en, HasSubstr("base"));
    }
}

TEST(Staleness, WhatDoesNotTouchTheRulesDoesNotAgeResults) {
    Project project = town();
    Results results = made_by(project);
    project.scenarios[1].zone_type = ZoneType::OpenAir;
    project.packs["mine"] = "{}";
    project.phasing.compounds["C1"] = "pilot";
    EXPECT_EQ(staleness(project, results), std::nullopt);
    project.scenarios[0].name = results.scenario = "renamed";
    EXPECT_EQ(staleness(project, results), std::nullopt);
}

TEST(Staleness, SaysWhenNobodyKnows) {
    const Project project = town();
    Results results = made_by(project);
    results.basis.clear();
    ASSERT_TRUE(staleness(project, results));
    EXPECT_EQ(staleness(project, results)->code, "rules-unknown");
    EXPECT_EQ(staleness(project, Results{}), std::nullopt) << "nothing was computed, so nothing is old";
}

TEST(Staleness, AnExportSaysItInEveryFormat) {
    std::string name = (std::filesystem::temp_directory_path() / "anchong-test-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(name.data());
    Project project = town();
    const Results results = made_by(project);
    for (const bool is_changed : {false, true}) {
        if (is_changed) project.scenarios[0].clearances["hydrant"] = 3.0;
        for (const auto format : {ExportFormat::Shapefile, ExportFormat::GeoPackage, ExportFormat::GeoJson}) {
            std::vector<Finding> findings;
            export_project({.format = format, .folder = folder / "out", .name = "town", .overwrite = true}, folder / "town.gpkg", project, results, findings);
            std::erase_if(findings, [](const Finding& f) { return f.code == "no-certificate"; });  // Of rules that are none.
            ASSERT_EQ(std::erase_if(findings, [](const Finding& f) { return f.code == "no-sites"; }), 1u);
            ASSERT_EQ(findings.size(), is_changed ? 1u : 0u);
            if (!is_changed) continue;
            EXPECT_EQ(findings[0].code, "rules-changed");
        }
    }
    std::filesystem::remove_all(folder);
}
