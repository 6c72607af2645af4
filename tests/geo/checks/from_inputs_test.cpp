#include "geo/checks/recheck.hpp"

#include "geo/checks/duties.hpp"
#include "geo/crs/crs.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/geo/checks/scene.hpp"

#include <gmock/gmock.h>

#include <set>

namespace geo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const CrsName crs = "EPSG:4544";
constexpr double east = 500000, north = 3270000;

Layer layer_of(Role role, std::vector<Feature> features) {
    Layer layer{.role = role, .crs = crs, .provenance = {}, .features = std::move(features)};
    layer.provenance.accuracy_m = 0.5;
    return layer;
}

Feature feature(Role role, const std::string& id, Polygon outline) {
    return {.id = id,
            .name = {},
            .shape = area_shape(std::move(outline)),
            .values = std::vector<Value>(role_info(role).fields.size()),
            .source = {}};
}

/// A 40 x 30 m compound round the central meridian (x = -20 … 20) with a surveyed five-storey building of grade two
/// across its west end, up to x = -10. The national pack wants 6 m from it to a shed: free is x = -4 … 20, robust -3.5
/// … 19.5 by 0.5 … 29.5.
struct Planned {
    Inputs inputs;
    RulePack pack = load_pack("cn-base");
    Results results;

    Planned() {
        Feature building = feature(Role::Building, "B", rectangle(east - 20, north, east - 10, north + 30));
        building.values[*field_index(Role::Building, "height")] = 15.0;
        building.values[*field_index(Role::Building, "fire_grade")] = std::string{"二级"};
        building.values[*field_index(Role::Building, "use")] = std::string{"residential"};
        inputs.crs = crs;
        inputs.layers = {layer_of(Role::Compound,
                                  {feature(Role::Compound, "C", rectangle(east - 20, north, east + 20, north + 30))}),
                         layer_of(Role::Building, {building})};
        Zone zone{.id = "Z",
                  .compound = "C",
                  .legal = rectangle(east - 4, north, east + 20, north + 30),
                  .robust = {rectangle(east - 3.5, north + 0.5, east + 19.5, north + 29.5)},
                  .legal_m2 = 24 * 30,
                  .robust_m2 = 23 * 29,
                  .consent = {}};
        const double k = scale_factor(crs, {east, north + 15});
        results.grounds.push_back({.compound = "C", .scale = k, .zones = {zone}, .reason = {}, .way = {}, .legal_m2 = 24 * 30});
        // Ten bays in a row and an aisle of 1.5 m along it.
        Site site = site_at("S", rectangle(east, north + 10, east + 8, north + 12));
        for (int i = 0; i < 10; ++i)
            site.bays.push_back({"S", 1, i + 1, false, rectangle(east + 0.8 * i, north + 10, east + 0.8 * (i + 1), north + 12)});
        site.bays.push_back({"S", 1, 0, true, rectangle(east, north + 12, east + 8, north + 13.5)});
        site.bay_count = 10;
        site.group_count = 1;
        site.area_m2 = 8 * 3.5;
        results.sites.push_back(site);
        std::vector<Finding> findings;
        const std::vector<Obstacle> obstacles = obstacles_of(inputs, pack, findings);
        const std::vector<Kept> kept = governing(pack, ZoneType::Shed, obstacles);
        results.clearances = certify(results.sites, inputs.compounds(), kept, crs);
        duties_again();
    }
    /// The duties of the results as they are now, so that only what else is wrong with them is found.
    void duties_again() {
        std::vector<Finding> findings;
        const std::vector<Obstacle> obstacles = obstacles_of(inputs, pack, findings);
        results.checks = duty_rows(results, inputs, pack, obstacles, ZoneType::Shed);
    }
    Polygon& building() { return inputs.layers[1].features[0].shape.areas[0]; }
    std::set<std::string> codes() const {
        std::set<std::string> result;
        for (const Finding& f : recheck(results, inputs, pack, ZoneType::Shed).differences) result.insert(f.code);
        return result;
    }
};

TEST(RecheckFromInputs, FindsNothingWhereAllIsRight) {
    const Planned p;
    EXPECT_THAT(p.codes(), IsEmpty());
    ASSERT_EQ(p.results.clearances.size(), 1u);
    EXPECT_DOUBLE_EQ(p.results.clearances[0].need_m, 6.0);
    EXPECT_NEAR(p.results.clearances[0].have_m, 10.0, 1e-6);
    EXPECT_EQ(p.results.sites[0].governing, "building.shed.multi.grade12");
    EXPECT_EQ(p.results.sites[0].verdict, Verdict::ToVerify) << "the pack's number is an assumption";
}

TEST(RecheckFromInputs, FindsASiteThatIsNotWhatItsBaysMakeIt) {
    const auto codes_after = [](auto&& change) {
        Planned p;
        change(p.results);
        p.duties_again();
        return p.codes();
    };
    const auto differs = ElementsAre("layout-differs");
    const auto is_broken = testing::Contains("layout-broken");
    EXPECT_THAT(codes_after([](Results& r) { ++r.sites[0].bay_count; }), differs);
    EXPECT_THAT(codes_after([](Results& r) { ++r.sites[0].group_count; }), differs);
    EXPECT_THAT(codes_after([](Results& r) { r.sites[0].area_m2 *= 2; }), differs);
    EXPECT_THAT(codes_after([](Results& r) { r.sites[0].bays.erase(r.sites[0].bays.begin()); }), differs);
    EXPECT_THAT(codes_after([](Results& r) { r.sites[0].bays[3].is_aisle = true; }), differs);
    EXPECT_THAT(codes_after([](Results& r) { r.sites[0].bays[3].number = 1; }), differs);
    EXPECT_THAT(codes_after([](Results& r) { r.sites[0].bays[3].outline = r.sites[0].bays[4].outline; }), is_broken);
    // Two groups side by side without the gap of 2 m.
    EXPECT_THAT(codes_after([](Results& r) {
                    for (int i = 5; i < 10; ++i) r.sites[0].bays[i].group = 2;
                    r.sites[0].group_count = 2;
                }),
                ElementsAre("layout-broken"));
}

TEST(RecheckFromInputs, FindsDutiesThatAreNotWhatTheInputsSay) {
    Planned p;
    p.pack.parameters.at("group.max_length").value = 19.0;
    EXPECT_THAT(p.codes(), ElementsAre("check-differs"));
    Planned forgotten;
    forgotten.results.checks.clear();
    EXPECT_THAT(forgotten.codes(), ElementsAre("check-differs"));
}

TEST(RecheckFromInputs, FindsAGroupThatIsTooLarge) {
    Planned p;
    p.pack.parameters.at("group.max_bays").value = 9;
    p.duties_again();
    EXPECT_THAT(p.codes(), ElementsAre("layout-broken"));
    p.pack.parameters.at("group.max_bays").value = 10;
    p.pack.parameters.at("group.max_length").value = 7.9;
    p.duties_again();
    EXPECT_THAT(p.codes(), ElementsAre("layout-broken"));
}

TEST(RecheckFromInputs, FindsAZoneThatIsMissing) {
    Planned p;
    p.results.grounds[0].legal_m2 += 50;  // a second zone of 50 m² that nobody stored
    EXPECT_THAT(p.codes(), ElementsAre("ground-differs"));
    p.results.grounds[0].dropped_m2 = 50;
    EXPECT_THAT(p.codes(), IsEmpty());
    p.results.grounds[0].zones[0].type = ZoneType::OpenAir;
    EXPECT_THAT(p.codes(), ElementsAre("ground-differs"));
}

// Another site 1.9 m beside the first, where groups need 2 m.
TEST(RecheckFromInputs, FindsSitesThatMakeOneOversizedGroup) {
    Planned p;
    Site other = p.results.sites[0];
    other.id = "S2";
    const auto move = [](Polygon& polygon) {
        for (Point& point : polygon.outer) point.x += 9.9;
    };
    for (Bay& bay : other.bays) bay.site_id = "S2", move(bay.outline);
    move(other.outline[0]);
    p.results.sites.push_back(other);
    EXPECT_THAT(p.codes(), testing::Contains("sites-too-close"));
}

TEST(RecheckFromInputs, FindsARuleThatGrewByAMillimetre) {
    Planned p;
    for (ClearanceRule& rule : p.pack.clearances)
        if (rule.id == "building.shed.multi.grade12") rule.distance_m += 0.001;
    EXPECT_THAT(p.codes(), ElementsAre("ring-too-close", "row-differs", "verdict-differs"));
}

TEST(RecheckFromInputs, NamesTheObstacleInTheLanguageOfTheSentence) {
    Planned p;
    p.building().outer[1].x += 0.001;
    const auto found = recheck(p.results, p.inputs, p.pack, ZoneType::Shed).differences;
    ASSERT_FALSE(found.empty());
    EXPECT_THAT(found[0].text.zh, testing::HasSubstr("建筑 B"));
    EXPECT_THAT(found[0].text.zh, testing::Not(testing::HasSubstr("building B")));
    EXPECT_THAT(found[0].text.en, testing::HasSubstr("building B"));
}

TEST(RecheckFromInputs, FindsABuildingThatGrewByAMillimetre) {
    Planned p;
    for (const std::size_t i : {1, 2}) p.building().outer[i].x += 0.001;
    EXPECT_THAT(p.codes(), ElementsAre("ring-too-close", "row-differs", "verdict-differs"));
}

TEST(RecheckFromInputs, FindsABuildingThatWasForgotten) {
    Planned p;
    p.inputs.layers[1].features.push_back(p.inputs.layers[1].features[0]);
    p.inputs.layers[1].features[1].id = "new";
    // 23.5 … 33.5: 3.5 m beyond the east side, 15.5 m from the site.
    for (Point& corner : p.inputs.layers[1].features[1].shape.areas[0].outer) corner.x += 43.5;
    EXPECT_THAT(p.codes(), ElementsAre("ring-too-close", "row-missing"));
}

TEST(RecheckFromInputs, HoldsRingsToTheSetbackOfThePack) {
    Planned p;
    p.pack.parameters.at("setback").value = 0.25;  // The robust ring keeps only the boundary's accuracy.
    EXPECT_THAT(p.codes(), ElementsAre("ring-outside"));
}

TEST(RecheckFromInputs, AsksTheRulesOfTheZoneType) {
    const Planned p;
    const auto differences = recheck(p.results, p.inputs, p.pack, ZoneType::OpenAir).differences;
    ASSERT_FALSE(differences.empty());
    EXPECT_EQ(differences[0].code, "row-differs");  // The same 6 m, by another rule.
}

}  // namespace
}  // namespace geo
