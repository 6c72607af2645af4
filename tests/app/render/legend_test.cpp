#include "tests/app/render/small_town.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

constexpr QSize key_size{28, 18};

double painted_share(const QImage& image) {
    int painted = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) painted += image.pixelColor(x, y).alpha() > 60;
    return painted / static_cast<double>(image.width() * image.height());
}

std::vector<std::string> titles(const std::string& group) {
    std::vector<std::string> titles;
    for (const app::LegendEntry& entry : app::legend_of(*app::MapStyle::standard(), group, key_size, 1.0))
        titles.push_back(entry.title.en);
    return titles;
}

TEST(Legend, EveryGroupHasAKey) {
    const auto style = app::MapStyle::standard();
    for (const app::LayerGroup& group : style->groups()) {
        const QImage key = app::legend_key(*style, group.id, key_size, 2.0);
        EXPECT_EQ(key.size(), key_size * 2) << group.id;
        EXPECT_EQ(key.devicePixelRatio(), 2.0);
        EXPECT_GT(painted_share(key), 0.02) << group.id;
        for (const app::LegendEntry& entry : app::legend_of(*style, group.id, key_size, 1.0))
            EXPECT_GT(painted_share(entry.key), 0.02) << group.id << " " << entry.title.en;
    }
    EXPECT_TRUE(app::legend_key(*style, "cellar", key_size, 1.0).isNull());
    EXPECT_TRUE(app::legend_of(*style, "cellar", key_size, 1.0).empty());
}

TEST(Legend, ListsClasses) {
    EXPECT_THAT(titles("building"), testing::IsSupersetOf({"≤ 27 m", "27–54 m", "> 54 m", "Outside of compounds"}));
    EXPECT_THAT(titles("sites"), testing::IsSupersetOf({"Complies", "To be verified", "Fails", "Pilot"}));
    EXPECT_THAT(titles("phases"), testing::ElementsAre("Pilot", "Rollout 1", "Rollout 2", "Rollout 3 and later"));
    EXPECT_THAT(titles("hydrant"), testing::ElementsAre("Hydrants"));
}

TEST(Legend, KeysOfVerdictsDiffer) {
    const auto entries = app::legend_of(*app::MapStyle::standard(), "sites", key_size, 1.0);
    ASSERT_GE(entries.size(), 3u);
    EXPECT_NE(entries[0].key, entries[1].key);
    EXPECT_NE(entries[1].key, entries[2].key);
    EXPECT_EQ(entries[0].key.pixelColor(6, 6).rgb(), QColor{"#BFE3E6"}.rgb());
}

}  // namespace
