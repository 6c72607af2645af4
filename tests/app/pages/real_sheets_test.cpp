// The checklist of sheets, on the sample township and on real places.
#include "app/pages/sheet_files.hpp"
#include "app/pages/sheet_source.hpp"
#include "app/pages/sheet_view.hpp"
#include "data/samples/sample_project.hpp"
#include "geo/report/new_project.hpp"
#include "geo/scenario/phasing.hpp"
#include "geo/report/plan.hpp"
#include "tests/app/pages/sheet_pdf.hpp"
#include "tests/golden/compare.hpp"

#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace {

namespace fs = std::filesystem;

struct Place {
    const char* name;
    const char* file;  ///< of the real data; null: the sample
    const char* compounds;  ///< layer; null: planning units
    const char* roads;      ///< layer; null: none
};

class Sheets : public testing::TestWithParam<Place> {
   protected:
    /// The place with its plan; nothing where the real data is not there.
    std::optional<geo::Project> project() {
        const fs::path file = fs::path{m_folder.path().toStdString()} / "place.gpkg";
        const Place& place = GetParam();
        if (!place.file) {
            return geo::read_project(samples::make_sample_project(m_folder.path().toStdString(), true).project);
        }
        const char* real = std::getenv("ANCHONG_REAL_DATA");
        if (!real || !fs::exists(fs::path{real} / place.file)) return std::nullopt;
        const auto layer = [&](geo::Role role, const char* name) {
            geo::LayerRequest request;
            request.role = role, request.file = fs::path{real} / place.file, request.layer = name;
            return request;
        };
        std::vector<geo::LayerRequest> layers{layer(geo::Role::Building, "buildings")};
        if (place.compounds) layers.push_back(layer(geo::Role::Compound, place.compounds));
        if (place.roads) layers.push_back(layer(geo::Role::Path, place.roads));
        geo::make_project(file, layers, !place.compounds, "cn-base", true, {});
        return geo::read_project(file);
    }

    QTemporaryDir m_folder;
};

TEST_P(Sheets, KeepTheChecklist) {
    auto project = this->project();
    if (!project) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    const auto shared = std::make_shared<const geo::Project>(std::move(*project));
    const auto results = std::make_shared<const geo::Results>(geo::make_plan(*shared, "base", geo::Steps::Both, {}));
    const geo::HeatSettings heat;
    const app::SheetSource source = app::sheet_source(shared, results, &heat);
    app::SheetRequest request;
    request.date = "2026-01-01";
    for (const geo::Site& site : results->sites)
        if (request.compounds.size() < 8 && std::ranges::find(request.compounds, site.compound) == request.compounds.end()) request.compounds.push_back(site.compound);
    const auto sheets = app::plan_sheets(source, request);
    ASSERT_GE(sheets.size(), request.compounds.size() + 1);
    const auto file = app::write_sheets(fs::path{m_folder.path().toStdString()} / "plans", sheets, "plans", true, false).front();

    for (const auto& font : sheet_pdf::fonts(file)) EXPECT_TRUE(font.is_embedded && font.is_subset && font.has_unicode);
    EXPECT_EQ(sheet_pdf::output("pdfimages", {"-list"}, file).split('\n', Qt::SkipEmptyParts).size(), 2);  // Its head alone.
    const QString text = sheet_pdf::output("pdftotext", {"-raw"}, file);
    EXPECT_EQ(text.count("本图为规划核查成果，供消防、住建部门参考，不代表审批通过。"), static_cast<int>(sheets.size()));
    for (const app::Sheet& sheet : sheets) EXPECT_TRUE(text.contains(sheet.number())) << sheet.number().toStdString();
    const auto compounds = shared->inputs.compounds();
    for (const std::string& id : request.compounds) {
        const auto compound = std::ranges::find(compounds, id, &geo::Compound::id);
        EXPECT_TRUE(text.contains(QString::fromStdString(compound->name.empty() ? id : compound->name))) << id;
    }
    const auto words = sheet_pdf::words(file);
    sheet_pdf::expect_apart(words);
    // From the highest to the lowest letter fonts with Chinese characters take 1.448 of their size; single letters of turned text a little less.
    const auto reach = [](const sheet_pdf::Word& word) { return std::max(word.box.width(), word.box.height()); };
    const auto smallest = std::ranges::min(words, {}, reach);
    EXPECT_GE(reach(smallest) / 1.40, 1.80) << smallest.text.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Places, Sheets,
                         testing::Values(Place{"Sample", nullptr, nullptr, nullptr}, Place{"Lujiazui", "buildings/shanghai-lujiazui.gpkg", nullptr, "roads"},
                                         Place{"Bupt", "osm/beijing-bupt.gpkg", "residential", "roads"},
                                         Place{"NorthBayreuth", "osm/north-bayreuth.gpkg", "residential", "roads"}),
                         [](const auto& place) { return std::string{place.param.name}; });

// The sheet that the README shows.
TEST(SheetPicture, IsAsKept) {
    QTemporaryDir folder;
    geo::Project project = geo::read_project(samples::make_sample_project(folder.path().toStdString(), true).project);
    geo::Results results = geo::make_plan(project, "base", geo::Steps::Both, {});
    project.phasing.compounds["XQ0008"] = "pilot";
    geo::put_into_phases(results, project.phasing, results, geo::standard_phasing());
    const app::SheetSource source = app::sheet_source(std::make_shared<const geo::Project>(std::move(project)), std::make_shared<const geo::Results>(std::move(results)), nullptr);
    app::SheetRequest request;
    request.date = "2026-01-01";
    request.compounds = {"XQ0008"};
    request.has_overview = false;
    const auto sheets = app::plan_sheets(source, request);
    EXPECT_TRUE(golden::looks_like(app::SheetView::picture(sheets.front(), 4.0), "pages/sheet", {.share = 0.004}));
}

}  // namespace
