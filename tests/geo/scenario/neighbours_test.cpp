#include "geo/scenario/neighbours.hpp"

#include "geo/geometry/distance.hpp"

#include <gtest/gtest.h>

namespace geo {
namespace {

Polygon box(double x0, double y0, double x1, double y1) { return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}; }

/// Two zones that meet along x = `seam`, each fitted by itself.
struct Two {
    std::vector<Zone> zones;
    std::vector<Place> places;
    std::vector<std::optional<Site>> sites;

    Two(Polygon a, Polygon b) {
        for (const auto& [id, ring] : {std::pair{"A-Z1", a}, std::pair{"B-Z1", b}}) {
            Zone zone;
            zone.id = id;
            zone.compound = std::string{id}.substr(0, 1);
            zone.legal = ring;
            zone.robust = {ring};
            zones.push_back(zone);
        }
        for (const Zone& zone : zones) {
            const auto fit = [](const Zone& in, const std::vector<MultiPolygon>& no_aisle) {
                return fit_bays(in, BayModule{}, 1.0, {box(-100, -100, 200, 100)}, no_aisle);
            };
            places.push_back({&zone, 1.0, fit});
            sites.push_back(fit(zone, {}));
        }
    }
    double apart() const { return distance(Shape{sites[0]->outline, {}, {}}, Shape{sites[1]->outline, {}, {}}); }
};

// Two yards of 20 × 8 m side by side: each alone is filled to its edge, together they keep 2 m and both stand.
TEST(Neighbours, KeepTheGapBetweenGroups) {
    Two two{box(0, 0, 20, 8), box(20, 0, 40, 8)};
    ASSERT_TRUE(two.sites[0] && two.sites[1]);
    ASSERT_LT(two.apart(), 2.0);
    const int before = two.sites[1]->bay_count;
    keep_apart(two.sites, two.places, 2.0);
    ASSERT_TRUE(two.sites[0] && two.sites[1]);
    EXPECT_GE(two.apart(), 2.0);
    EXPECT_LE(two.sites[1]->bay_count, before);
    EXPECT_GT(two.sites[1]->bay_count, before / 2);
}

// The second yard holds just two bays at the seam: the first, which has room, makes way.
TEST(Neighbours, TheEarlierMakesRoomForALaterThatHasNone) {
    Two two{box(0, 0, 20, 8), box(20, 3, 21.7, 5.1)};
    ASSERT_TRUE(two.sites[0] && two.sites[1]);
    ASSERT_LT(two.apart(), 2.0);
    keep_apart(two.sites, two.places, 2.0);
    ASSERT_TRUE(two.sites[0] && two.sites[1]);
    EXPECT_GE(two.apart(), 2.0);
}

// Two strips that hold two bays each and nothing else, one on the other.
TEST(Neighbours, OneIsGivenUpWhereBothCannotStand) {
    Two two{box(0, 0, 1.7, 2.1), box(0, 0, 1.7, 2.1)};
    ASSERT_TRUE(two.sites[0] && two.sites[1]);
    keep_apart(two.sites, two.places, 2.0);
    EXPECT_TRUE(two.sites[0]);
    EXPECT_FALSE(two.sites[1]);
}

TEST(Neighbours, SitesFarApartAreLeftAlone) {
    Two two{box(0, 0, 20, 8), box(60, 0, 80, 8)};
    const auto before = two.sites[1]->outline;
    keep_apart(two.sites, two.places, 2.0);
    EXPECT_EQ(two.sites[1]->outline, before);
}

}  // namespace
}  // namespace geo
