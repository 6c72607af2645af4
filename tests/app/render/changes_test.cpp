#include "app/render/labels.hpp"
#include "app/render/map_layers.hpp"
#include "tests/app/render/small_town.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using geo::SiteChange;
using testing::ElementsAre;

/// The small town against one that had other ground and a site more: 10 × 10 m came, 8 × 8 m went; its first site is new, its second was elsewhere.
std::shared_ptr<const app::MapData> compared() {
    auto changes = std::make_shared<geo::ScenarioChanges>();
    changes->ground.push_back({"C1", {small_town::box(5, 5, 10, 10)}, {small_town::box(30, 5, 8, 8)}, 100.0, 64.0});
    changes->sites = {{SiteChange::Kind::Added, "C1", "", "C1-S1"}, {SiteChange::Kind::Changed, "C1", "C1-S8", "C1-S2"}, {SiteChange::Kind::Removed, "C1", "C1-S9", ""}};
    auto before = std::make_shared<geo::Results>();
    for (const char* id : {"C1-S8", "C1-S9"}) {
        geo::Site site;
        site.id = id;
        site.outline = {small_town::box(60, 40, 8, 4)};
        before->sites.push_back(site);
    }
    return std::make_shared<const app::MapData>(std::make_shared<const geo::Project>(small_town::project()), std::make_shared<const geo::Results>(small_town::results()),
                                                app::MapStyle::standard(), geo::Progress{}, app::MapChanges{changes, before});
}

std::vector<std::string> drawn(const app::MapData& data, const std::string& layer) {
    const auto& styles = data.style().layers().layers;
    const auto at = std::ranges::find(styles, layer, &app::StyleLayer::id);
    std::vector<std::string> ids;
    for (const std::uint32_t thing : data.layers().layers[static_cast<std::size_t>(at - styles.begin())].things)
        ids.emplace_back(app::id_of(data.layers().things[thing]));
    return ids;
}

TEST(Changes, AreSortedIntoTheirLayers) {
    const auto data = compared();
    EXPECT_THAT(drawn(*data, "changes-added"), ElementsAre("C1"));
    EXPECT_THAT(drawn(*data, "changes-removed"), ElementsAre("C1"));
    EXPECT_THAT(drawn(*data, "changes-site-removed"), ElementsAre("C1-S9")) << "what was only moved is not gone";
    EXPECT_THAT(drawn(*data, "changes-site-added"), ElementsAre("C1-S1"));
    EXPECT_THAT(drawn(*data, "changes-site-changed"), ElementsAre("C1-S2"));
    const auto is_changes = [](const auto& group) { return group.first == "changes"; };
    EXPECT_TRUE(std::ranges::any_of(data->groups(), is_changes));
    EXPECT_FALSE(std::ranges::any_of(small_town::data()->groups(), is_changes)) << "no comparison, no such layer";
}

TEST(Changes, GroundIsDrawnInTheirColours) {
    const QImage with = small_town::picture(small_town::scene(compared())), without = small_town::picture(small_town::scene(small_town::data()));
    const app::MapScene scene = small_town::scene(compared());
    const auto colour_at = [&](const QImage& image, double x, double y) { return image.pixelColor(scene.to_screen(small_town::at(x, y)).toPoint()); };
    for (const auto& [x, y, is_added] : {std::tuple{9.0, 9.0, true}, std::tuple{34.0, 9.0, false}}) {
        const QColor before = colour_at(without, x, y), after = colour_at(with, x, y);
        EXPECT_NE(before, after);
        // Towards teal or crimson: less of the other's colour.
        if (is_added) EXPECT_LT(after.red(), before.red());
        else EXPECT_LT(after.green(), before.green());
    }
    app::MapScene hidden = small_town::scene(compared());
    hidden.layers = {{.id = "changes", .is_visible = false}};
    EXPECT_EQ(small_town::picture(hidden), without);
}

TEST(Changes, NewAndMovedSitesHaveARingForWhichThereIsRoom) {
    const auto rings = [](std::shared_ptr<const app::MapData> data) {
        std::vector<std::pair<std::string, std::string>> found;
        for (const app::PlacedLabel& label : app::place_labels(small_town::scene(std::move(data), 800.0)))
            if (label.ring) {
                found.emplace_back(label.text.toStdString(), label.ring->id);
                EXPECT_GE(label.room.boundingRect().height(), label.ring->marker->size_mm * app::screen_px_per_mm * 0.9);
            }
        std::ranges::sort(found);
        return found;
    };
    EXPECT_THAT(rings(compared()), ElementsAre(std::pair{"S1", "changes-site-added"}, std::pair{"S2", "changes-site-changed"}));
    EXPECT_TRUE(rings(small_town::data()).empty());
}

}  // namespace
