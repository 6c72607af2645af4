#include "app/layers/layer_order.hpp"
#include "tests/app/layers/layered_town.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace app;
using testing::ElementsAre;

namespace {

std::vector<geo::LayerView> abcd() { return {{.id = "a"}, {.id = "b"}, {.id = "c"}, {.id = "d"}}; }

}  // namespace

TEST(LayerOrder, MovesDirectlyBesideANeighbour) {
    EXPECT_THAT(ids_of(moved_beside(abcd(), "d", "b", Side::Above)), ElementsAre("a", "d", "b", "c"));
    EXPECT_THAT(ids_of(moved_beside(abcd(), "a", "c", Side::Below)), ElementsAre("b", "c", "a", "d"));
    EXPECT_THAT(ids_of(moved_beside(abcd(), "a", "a", Side::Below)), ElementsAre("a", "b", "c", "d"));
    EXPECT_THAT(ids_of(moved_beside(abcd(), "a", "z", Side::Below)), ElementsAre("a", "b", "c", "d"));
    EXPECT_THAT(ids_of(moved_to_end(abcd(), "c", Side::Above)), ElementsAre("c", "a", "b", "d"));
    EXPECT_THAT(ids_of(moved_to_end(abcd(), "b", Side::Below)), ElementsAre("a", "c", "d", "b"));
}

TEST(LayerOrder, WithNothingSavedItIsTheStyles) {
    const auto style = MapStyle::standard();
    const auto layers = complete_layers(*style, {});
    ASSERT_EQ(layers.size(), style->groups().size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        EXPECT_EQ(layers[i].id, style->groups()[i].id);
        EXPECT_EQ(layers[i].is_visible, style->groups()[i].is_visible);
    }
}

// Saved layers trade the places that they have between them; a new layer of a later style comes where that has it.
TEST(LayerOrder, SavedLayersKeepTheirOrderAndOthersTheStyles) {
    const auto style = MapStyle::standard();
    const auto plain = ids_of(complete_layers(*style, {}));
    const auto place = [](const std::vector<std::string>& ids, const char* id) { return std::ranges::find(ids, id) - ids.begin(); };
    ASSERT_LT(place(plain, "sites"), place(plain, "building"));
    const auto layers = complete_layers(*style, {{.id = "building", .is_visible = false, .opacity = 0.5}, {.id = "sites"}, {.id = "of another style"},
                                                 {.id = "building"}});
    const auto ids = ids_of(layers);
    EXPECT_EQ(place(ids, "building"), place(plain, "sites"));
    EXPECT_EQ(place(ids, "sites"), place(plain, "building"));
    EXPECT_EQ(place(ids, "hazard"), place(plain, "hazard"));
    EXPECT_EQ(ids.back(), "of another style");
    EXPECT_EQ(ids.size(), plain.size() + 1);
    EXPECT_EQ(layers[static_cast<std::size_t>(place(ids, "building"))].opacity, 0.5);
}
