#include "geo/checks/existing.hpp"

#include "geo/crs/crs.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/geo/checks/scene.hpp"

#include <gmock/gmock.h>

namespace geo {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

const CrsName crs = "EPSG:4544";
constexpr double east = 500000, north = 3270000;

Layer layer_of(Role role, std::vector<Feature> features) {
    Layer layer{.role = role, .crs = crs, .provenance = {}, .features = std::move(features)};
    layer.provenance.file = std::string{role_info(role).name} + ".shp";
    layer.provenance.accuracy_m = 0.5;
    return layer;
}

Feature feature(Role role, const std::string& id, Shape shape) {
    return {.id = id, .name = {}, .shape = std::move(shape), .values = std::vector<Value>(role_info(role).fields.size()), .source = {}};
}

/// A 60 x 30 m compound round the central meridian with a surveyed five-storey building of grade two across its west end, up to x = -20. The national
/// pack wants 6 m from it to a shed, and 2 m between facilities. `at` places ground by metres from the compound's middle of the south side.
struct Estate {
    Inputs inputs;
    RulePack pack = load_pack("cn-base");

    Estate() {
        Feature building = feature(Role::Building, "B", area_shape(rectangle(east - 30, north, east - 20, north + 30)));
        building.values[*field_index(Role::Building, "height")] = 15.0;
        building.values[*field_index(Role::Building, "fire_grade")] = std::string{"二级"};
        building.values[*field_index(Role::Building, "use")] = std::string{"residential"};
        inputs.crs = crs;
        inputs.layers = {layer_of(Role::Compound, {feature(Role::Compound, "C", area_shape(rectangle(east - 30, north, east + 30, north + 30)))}),
                         layer_of(Role::Building, {building}), layer_of(Role::Charging, {})};
        // As if the texts had been read: what the tests look at is not the status of a number.
        for (ClearanceRule& rule : pack.clearances) rule.clause.status = Status::Secondary;
    }
    Feature& add(const std::string& id, Shape shape, std::optional<int> bays = {}, const std::string& status = {}) {
        Feature f = feature(Role::Charging, id, std::move(shape));
        if (bays) f.values[*field_index(Role::Charging, "bays")] = std::int64_t{*bays};
        if (!status.empty()) f.values[*field_index(Role::Charging, "status")] = status;
        inputs.layers[2].features.push_back(std::move(f));
        return inputs.layers[2].features.back();
    }
    ExistingFacilities checked() const { return check_existing(inputs, pack, ZoneType::Shed, 1); }
};

Shape shed(double x, double y, double width = 8, double depth = 2) { return area_shape(rectangle(east + x, north + y, east + x + width, north + y + depth)); }

std::vector<std::string> codes(const ExistingFacilities& checked) {
    std::vector<std::string> result;
    for (const Finding& f : checked.findings) result.push_back(f.code);
    return result;
}

// Its west side 10 m from the building: 10 - 6 = 4 m of margin, both sources 0.5 m off at most.
TEST(Existing, IsMeasuredAsASite) {
    Estate estate;
    estate.add("E", shed(-10, 10), 10);
    const auto checked = estate.checked();
    ASSERT_EQ(checked.facilities.size(), 1u);
    const ExistingFacility& e = checked.facilities[0];
    EXPECT_EQ(e.compound, "C");
    EXPECT_EQ(e.where, Whereabouts::Inside);
    EXPECT_EQ(e.bays, 10);
    EXPECT_EQ(e.verdict, Verdict::Complies);
    EXPECT_EQ(e.governing, "building.shed.multi.grade12");
    EXPECT_NEAR(*e.margin_m, 4.0, 1e-5);
    ASSERT_EQ(checked.clearances.size(), 1u);
    EXPECT_EQ(checked.clearances[0].site_id, "E");
    EXPECT_EQ(checked.clearances[0].obst_id, "B");
    EXPECT_NEAR(checked.clearances[0].have_m, 10.0, 1e-5);
    EXPECT_THAT(checked.findings, IsEmpty());
}

// 0.5 m of the building and 0.5 m of the facility: 1 m of margin is needed, 0.9 leave it open, below nothing it fails.
TEST(Existing, AddsTheAccuracyOfItsOwnSource) {
    for (const auto& [gap, verdict] : {std::pair{7.01, Verdict::Complies}, {6.9, Verdict::ToVerify}, {6.01, Verdict::ToVerify}, {5.99, Verdict::Fails}}) {
        Estate estate;
        estate.add("E", shed(-20 + gap, 10), 10);
        EXPECT_EQ(estate.checked().facilities[0].verdict, verdict) << gap;
    }
}

TEST(Existing, DrawnAsAPointIsToVerifyAtBest) {
    Estate estate;
    estate.add("far", point_shape({east + 20, north + 15}), 10);
    estate.add("near", point_shape({east - 15, north + 25}), 10);
    const auto checked = estate.checked();
    EXPECT_EQ(checked.facilities[0].verdict, Verdict::ToVerify);
    EXPECT_EQ(checked.clearances[0].verdict, Verdict::Complies) << "the row itself is kept";
    EXPECT_EQ(checked.facilities[1].verdict, Verdict::Fails) << "5 m of 6";
    EXPECT_THAT(codes(checked), Contains("drawn-as-point").Times(2));
}

TEST(Existing, OnABannedGroundFails) {
    Estate estate;
    Layer lanes = layer_of(Role::FireLane, {feature(Role::FireLane, "L", area_shape(rectangle(east, north, east + 4, north + 30)))});
    estate.inputs.layers.insert(estate.inputs.layers.begin() + 2, lanes);
    auto& charging = estate.inputs.layers[3].features;
    charging.push_back(feature(Role::Charging, "on", shed(3, 10)));
    charging.push_back(feature(Role::Charging, "point", point_shape({east + 2, north + 25})));
    charging.push_back(feature(Role::Charging, "beside", shed(15, 20)));
    const auto checked = estate.checked();
    EXPECT_EQ(checked.facilities[0].verdict, Verdict::Fails);
    EXPECT_EQ(checked.facilities[1].verdict, Verdict::Fails);
    EXPECT_EQ(checked.facilities[2].verdict, Verdict::Complies);
}

TEST(Existing, InABuildingFailsAndSaysSo) {
    Estate estate;
    estate.add("in", point_shape({east - 25, north + 15}));
    estate.add("shed", shed(-29, 3));
    const auto checked = estate.checked();
    EXPECT_EQ(checked.facilities[0].verdict, Verdict::Fails);
    EXPECT_EQ(checked.facilities[1].verdict, Verdict::Fails);
    EXPECT_EQ(checked.count(Verdict::Fails), 2u);
}

TEST(Existing, RemovedOnesAreNotJudged) {
    Estate estate;
    estate.add("gone", shed(-19, 10), 10, "已拆除");
    estate.add("there", shed(-10, 10), 10, "在用");
    const auto checked = estate.checked();
    ASSERT_EQ(checked.facilities.size(), 1u);
    EXPECT_EQ(checked.facilities[0].id, "there");
    EXPECT_EQ(checked.removed, 1u);
    for (const ClearanceRow& row : checked.clearances) EXPECT_NE(row.obst_id, "gone");
}

// Ten bays each, 1 m apart: twenty bays over 17 m are one group of at most 25 and 20 m, and ask for no gap.
TEST(Existing, ThatStandTogetherAreOneGroupWithinItsLimits) {
    Estate estate;
    estate.add("a", shed(-5, 10), 10);
    estate.add("b", shed(4, 10), 10);
    auto checked = estate.checked();
    EXPECT_EQ(checked.count(Verdict::Complies), 2u);
    EXPECT_THAT(codes(checked), Contains("one-group").Times(1));
    for (const ClearanceRow& row : checked.clearances) EXPECT_EQ(row.obst_id, "B");

    // With 16 bays in one of them there are 26: two groups without the gap of 2 m.
    estate.inputs.layers[2].features[1].values[*field_index(Role::Charging, "bays")] = std::int64_t{16};
    checked = estate.checked();
    EXPECT_EQ(checked.count(Verdict::Fails), 2u);
    // Where one does not tell its bays nobody knows.
    estate.inputs.layers[2].features[1].values[*field_index(Role::Charging, "bays")] = {};
    checked = estate.checked();
    EXPECT_EQ(checked.count(Verdict::ToVerify), 2u);
}

// 2 m and 1 m of accuracies: kept beyond doubt from 3 m on.
TEST(Existing, KeepsTheGapFromOtherGroups) {
    for (const auto& [gap, verdict] : {std::pair{3.01, Verdict::Complies}, {2.5, Verdict::ToVerify}}) {
        Estate estate;
        estate.add("a", shed(-5, 10), 10);
        estate.add("b", shed(3 + gap, 10), 10);
        const auto checked = estate.checked();
        EXPECT_EQ(checked.count(verdict), 2u) << gap;
        EXPECT_THAT(codes(checked), Not(Contains("one-group")));
    }
}

TEST(Existing, TellsWhereItStands) {
    Estate estate;
    estate.add("across", shed(25, 10), 10);    // x = 25 … 33, the boundary at 30
    estate.add("outside", shed(40, 10), 10);
    const auto checked = estate.checked();
    EXPECT_EQ(checked.facilities[0].where, Whereabouts::Crossing);
    EXPECT_EQ(checked.facilities[0].compound, "C");
    EXPECT_EQ(checked.facilities[1].where, Whereabouts::Outside);
    EXPECT_EQ(checked.facilities[1].compound, "");
    EXPECT_THAT(codes(checked), testing::UnorderedElementsAre("across-boundary", "outside-compounds"));
}

TEST(Existing, KeepsTheSetbackWhereThePackHasOne) {
    Estate estate;
    estate.add("E", shed(20, 10), 10);  // up to x = 28: 2 m from the boundary
    estate.pack.parameters.at("setback").value = 1.9;
    EXPECT_EQ(estate.checked().facilities[0].verdict, Verdict::Complies);
    estate.pack.parameters.at("setback").value = 2.1;
    EXPECT_EQ(estate.checked().facilities[0].verdict, Verdict::Fails);
    EXPECT_THAT(codes(estate.checked()), Contains("too-near-boundary"));
    estate.pack.parameters.at("setback").strength = Strength::Should;
    EXPECT_EQ(estate.checked().facilities[0].verdict, Verdict::ToVerify);
}

// The same from one thread and from several; nothing at all without facilities.
TEST(Existing, DoesNotDependOnThreads) {
    Estate estate;
    EXPECT_THAT(estate.checked().facilities, IsEmpty());
    for (int i = 0; i < 5; ++i) estate.add("E" + std::to_string(i), shed(-18 + 9.0 * i, 3.0 * i), 5);
    const auto one = estate.checked(), four = check_existing(estate.inputs, estate.pack, ZoneType::Shed, 4);
    EXPECT_EQ(one.clearances, four.clearances);
    EXPECT_EQ(one.findings, four.findings);
}

}  // namespace
}  // namespace geo
