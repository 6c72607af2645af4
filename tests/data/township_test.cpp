#include "tests/data/sample_township.hpp"

#include "geo/geometry/overlay.hpp"
#include "geo/geometry/repair.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>

namespace samples {
namespace {

TEST(Township, HasTheSizeOfASmallTown) {
    EXPECT_GE(layer(Sheet::Compounds).features.size(), 12u);
    EXPECT_GE(layer(Sheet::Buildings).features.size(), 340u);
    EXPECT_LE(layer(Sheet::Buildings).features.size(), 370u);
    EXPECT_EQ(layer(Sheet::Hazards).features.size(), 2000u);
    EXPECT_EQ(layer(Sheet::Charging).features.size(), 2u);
}

TEST(Township, HasAllLayersInOneProjectedCrsNear105East) {
    ASSERT_EQ(sample().layers.size(), sheets().size());
    EXPECT_EQ(sample().crs, "EPSG:4544");
    for (const SheetInfo& info : sheets()) {
        const geo::Layer& of = layer(info.sheet);
        EXPECT_FALSE(of.features.empty()) << info.zh;
        EXPECT_EQ(of.role, info.role);
        EXPECT_EQ(of.provenance.file, info.zh);
        for (const geo::Feature& feature : of.features) {
            const geo::Box box = geo::box_of(feature.shape);
            ASSERT_TRUE(box.min_x > 555000 && box.max_x < 558500 && box.min_y > 3254000 && box.max_y < 3257000) << feature.id;
        }
    }
}

TEST(Township, IsTheSameAtEveryCall) {
    const geo::Inputs again = township();
    ASSERT_EQ(again.layers.size(), sample().layers.size());
    for (std::size_t k = 0; k < again.layers.size(); ++k)
        EXPECT_EQ(again.layers[k].features, sample().layers[k].features) << sheets()[k].zh;
}

TEST(Township, HasCompoundsOfDistinctNamesThatDoNotMeet) {
    const auto& compounds = layer(Sheet::Compounds).features;
    std::set<std::string> names;
    for (const geo::Feature& c : compounds) names.insert(c.name);
    EXPECT_EQ(names.size(), compounds.size());
    for (std::size_t i = 0; i < compounds.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(geo::box_of(compounds[i].shape).meets(geo::box_of(compounds[j].shape)) &&
                         geo::contains(compounds[i].shape.areas, geo::box_of(compounds[j].shape).centre()))
                << compounds[i].name << ' ' << compounds[j].name;
}

TEST(Township, KnowsMostButNotAllOfItsBuildings) {
    const auto& buildings = layer(Sheet::Buildings).features;
    const auto unknown = [&](std::string_view field) {
        return std::ranges::count_if(buildings, [&](const geo::Feature& b) {
            return std::holds_alternative<std::monostate>(geo::value_of(geo::Role::Building, b, field));
        });
    };
    EXPECT_EQ(unknown("floors"), 11);
    EXPECT_EQ(unknown("structure"), 9);
    EXPECT_GT(unknown("height"), 100);
    EXPECT_GT(unknown("fire_grade"), 100);
    EXPECT_LT(unknown("fire_grade"), static_cast<std::ptrdiff_t>(buildings.size() * 2 / 3));
    EXPECT_EQ(unknown("blank_wall"), static_cast<std::ptrdiff_t>(buildings.size()));
}

TEST(Township, HasOneBuildingThatCrossesItselfAndOneThatRepeatsVertices) {
    int crossing = 0, repeating = 0;
    for (const geo::Feature& building : layer(Sheet::Buildings).features) {
        geo::Shape shape = building.shape;
        if (geo::repair(shape).kind == geo::Repair::Kind::Repaired) ++crossing;
        geo::Ring ring = building.shape.areas.front().outer;
        if (std::ranges::adjacent_find(ring) != ring.end()) ++repeating;
    }
    EXPECT_EQ(crossing, 1);
    EXPECT_EQ(repeating, 1);
}

TEST(Township, UsesKindsThatTheCodeListKnows) {
    std::ifstream in{std::string{ANCHONG_CODELISTS} + "/obstacle_kinds.json"};
    const auto list = nlohmann::json::parse(in);
    const auto is_known = [&](const std::string& word, std::string_view role) {
        return std::ranges::any_of(list.at("kinds"), [&](const nlohmann::json& kind) {
            const auto roles = kind.at("roles").get<std::vector<std::string>>();
            if (std::ranges::find(roles, role) == roles.end()) return false;
            const auto synonyms = kind.value("synonyms", std::vector<std::string>{});
            return kind.at("zh") == word || std::ranges::find(synonyms, word) != synonyms.end();
        });
    };
    for (Sheet sheet : {Sheet::Dangers, Sheet::DangerAreas, Sheet::Combustibles, Sheet::Utilities, Sheet::PowerSources, Sheet::Water}) {
        const SheetInfo& info = sheet_info(sheet);
        for (const geo::Feature& feature : layer(sheet).features) {
            const std::string kind = geo::text_of(info.role, feature, "kind");
            EXPECT_TRUE(is_known(kind, geo::role_info(info.role).name)) << info.zh << ": " << kind;
        }
    }
}

/// Ground of a compound that is 6 m from all walls.
double ground_beyond_walls_m2(const geo::Feature& of) {
    const geo::Point origin = geo::box_of(of.shape).centre();
    const auto near = [&](geo::Shape shape) {
        geo::each_vertex(shape, [&](geo::Point& p) { p = {p.x - origin.x, p.y - origin.y}; });
        return shape;
    };
    const geo::Shape ground = near(of.shape);
    std::vector<geo::MultiPolygon> kept;
    for (const geo::Feature& building : layer(Sheet::Buildings).features) {
        geo::Shape walls = near(building.shape);
        if (!geo::box_of(walls).grown(6.0).meets(geo::box_of(ground))) continue;
        geo::repair(walls);
        std::ranges::move(geo::buffers(walls, 6.0), std::back_inserter(kept));
    }
    return geo::area(geo::difference(ground.areas, geo::unite(kept)));
}

TEST(Township, HasPlentyLittleAndNoGroundForCharging) {
    EXPECT_GT(ground_beyond_walls_m2(compound("青禾苑")), 8000.0);
    const double walkups = ground_beyond_walls_m2(compound("棉纺一村"));
    EXPECT_GT(walkups, 1000.0);
    EXPECT_LT(walkups, 8000.0);
    EXPECT_LT(ground_beyond_walls_m2(compound("桥头老街")), 1.0);
}

}  // namespace
}  // namespace samples
