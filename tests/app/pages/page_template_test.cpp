#include "app/pages/page_template.hpp"

#include "app/render/style_layers.hpp"
#include "geo/core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace {

using testing::HasSubstr;

nlohmann::json file_of(const std::string& name) {
    std::ifstream in{std::string{ANCHONG_CHECKOUT} + "/styles/pages/" + name};
    return nlohmann::json::parse(in);
}

std::string fault_of(const nlohmann::json& page) {
    try {
        app::page_template_from_json(page.dump(), "mine.json");
    } catch (const geo::InvalidInput& error) {
        return error.message().en;
    }
    return "no fault";
}

std::string looks_fault(const nlohmann::json& looks) {
    try {
        app::page_looks_from_json(looks.dump(), "looks-of-mine.json");
    } catch (const geo::InvalidInput& error) {
        return error.message().en;
    }
    return "no fault";
}

TEST(PageTemplate, HasThePlacesOfTheA3Sheet) {
    const app::PageTemplate& page = app::page_template("compound-a3");
    EXPECT_EQ(page.paper, (QSizeF{420.0, 297.0}));
    EXPECT_EQ(page.frame, (QRectF{25.0, 5.0, 390.0, 287.0}));
    EXPECT_EQ(page.map.frame, (QRectF{33.0, 24.0, 202.0, 259.0}));
    EXPECT_EQ(page.title_block, (QRectF{327.0, 214.0, 88.0, 78.0}));
    ASSERT_EQ(page.details->frames.size(), 2u);
    EXPECT_EQ(page.details->largest, 250);
}

TEST(PageTemplate, CellsFillTheTitleBlock) {
    for (const char* id : {"compound-a3", "overview-a3", "heat-a3", "comparison-a3"}) {
        const app::PageTemplate& page = app::page_template(id);
        double area = 0.0;
        for (const app::TitleCell& cell : page.cells) area += cell.box.width() * cell.box.height();
        EXPECT_NEAR(area, page.title_block.width() * page.title_block.height(), 0.01) << id;
    }
}

TEST(PageTemplate, HidesGroupsThatTheMapStyleHas) {
    for (const char* id : {"compound-a3", "overview-a3", "heat-a3", "comparison-a3"})
        for (const std::string& group : app::page_template(id).hidden) EXPECT_TRUE(app::MapStyle::standard()->layers().group_named(group)) << id << ": " << group;
    for (const std::string& group : app::page_looks().legend.order) EXPECT_TRUE(app::MapStyle::standard()->layers().group_named(group)) << group;
}

TEST(PageTemplate, FaultsNameFileAndKey) {
    const nlohmann::json good = file_of("compound-a3.json");
    EXPECT_EQ(fault_of(good), "no fault");
    nlohmann::json page = good;
    page["map"].erase("frame");
    EXPECT_THAT(fault_of(page), testing::AllOf(HasSubstr("mine.json"), HasSubstr("key map"), HasSubstr("frame")));
    page = good;
    page["map"]["frame"] = {33, 24, 500, 259};
    EXPECT_THAT(fault_of(page), HasSubstr("key map.frame: reaches beyond the frame or the paper"));
    page = good;
    page["title_block"]["cells"][2]["box"] = {80, 0, 30, 10};
    EXPECT_THAT(fault_of(page), HasSubstr("key title_block.cells.2.box: reaches beyond the title block"));
    page = good;
    page["colour"] = "#FFFFFF";
    EXPECT_THAT(fault_of(page), HasSubstr("colour"));
    page = good;
    page["details"]["caption_mm"] = 200;
    EXPECT_THAT(fault_of(page), HasSubstr("key details.frames.0: is no higher than its caption"));
    page = good;
    page["map"]["scales"] = {2000, 200};
    EXPECT_THAT(fault_of(page), HasSubstr("key map.scales: begins beyond its end"));
    EXPECT_THROW(app::page_template_from_json("{", "mine.json"), geo::InvalidInput);
    EXPECT_THROW(app::page_template("a9"), geo::InvalidInput);
}

// "The disclaimer is never shrunk": not by a template either.
TEST(PageTemplate, DisclaimerFitsItsColumn) {
    nlohmann::json page = file_of("compound-a3.json");
    page["disclaimer"] = {90, 11.4};
    EXPECT_THAT(fault_of(page), HasSubstr("key disclaimer: is wider than the column"));
}

TEST(PageLooks, RefuseTextBelowTheLeast) {
    nlohmann::json looks = file_of("looks.json");
    EXPECT_EQ(looks_fault(looks), "no fault");
    looks["type"]["label"]["mm"] = 1.7;
    EXPECT_THAT(looks_fault(looks), testing::AllOf(HasSubstr("looks-of-mine.json"), HasSubstr("key type.label.mm: is below least_text_mm 1.8")));
    looks = file_of("looks.json");
    looks["colours"]["text"] = "black";
    EXPECT_THAT(looks_fault(looks), HasSubstr("key colours.text"));
}

}  // namespace
