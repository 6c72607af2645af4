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
