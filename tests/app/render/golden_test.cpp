#include "tests/app/render/small_town.hpp"
#include "tests/golden/compare.hpp"

namespace {

using golden::looks_like;
using small_town::picture;
using small_town::scene;

TEST(MapGolden, EveryRoleAtOneToAThousand) {
    EXPECT_TRUE(looks_like(picture(scene(small_town::data())), "render/town-1000"));
}

TEST(MapGolden, BaysAtOneToFourHundred) {
    app::MapScene near = scene(small_town::data(), 400.0);
    near.centre = small_town::at(96, 24);
    EXPECT_TRUE(looks_like(picture(near), "render/town-400"));
}

// Three more compounds round the town, and one that is in no phase.
TEST(MapGolden, CompoundsInTheColoursOfTheirPhases) {
    auto project = std::make_shared<geo::Project>(small_town::project());
    project->phasing.phases = {{.id = "pilot"}, {.id = "rollout-1"}, {.id = "rollout-2"}, {.id = "rollout-3"}};
    const auto add = [&](const char* id, const char* name, double x, double y, const char* phase) {
        small_town::add(*project, geo::Role::Compound, id, name, small_town::area(x, y, 60, 50), {});
        if (*phase) project->phasing.compounds[id] = phase;
    };
    project->phasing.compounds["C1"] = "pilot";
    add("C2", "东园", 160, 30, "rollout-1");
    add("C3", "北园", 60, 100, "rollout-2");
    add("C4", "西园", -70, 100, "rollout-3");
    add("C5", "南园", 0, -70, "");
    app::MapScene phased = scene(std::make_shared<app::MapData>(project, std::make_shared<geo::Results>(small_town::results()), app::MapStyle::standard()), 1600.0);
    EXPECT_TRUE(looks_like(picture(phased), "render/town-phases"));
}

TEST(MapGolden, HeatOverTheTown) {
    app::MapScene hot = scene(small_town::data());
    hot.heat = small_town::heat();
    hot.language = geo::Language::English;
    EXPECT_TRUE(looks_like(picture(hot), "render/town-heat"));
}

TEST(MapGolden, DarkGround) {
    app::MapScene dark = scene(small_town::data());
    dark.is_dark = true;
    EXPECT_TRUE(looks_like(picture(dark), "render/town-dark"));
}

TEST(MapGolden, ThinnedAtOneToSevenThousand) {
    EXPECT_TRUE(looks_like(picture(scene(small_town::data(), 7000.0)), "render/town-7000"));
}

TEST(MapGolden, DraftHasNoLabels) {
    app::MapScene draft = scene(small_town::data());
    draft.is_draft = true;
    EXPECT_TRUE(looks_like(picture(draft), "render/town-draft"));
}

TEST(MapGolden, TellsAnotherPictureApart) {
    if (qEnvironmentVariableIsSet("ANCHONG_REPLACE_GOLDEN")) GTEST_SKIP() << "would replace a picture by another";
    app::MapScene other = scene(small_town::data());
    other.layers = {{"building", false, 1.0}};
    EXPECT_FALSE(looks_like(picture(other), "render/town-1000"));
}

}  // namespace
