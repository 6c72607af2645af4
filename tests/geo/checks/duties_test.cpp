#include "geo/checks/duties.hpp"

#include "geo/checks/road_width.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/geo/checks/scene.hpp"

#include <gmock/gmock.h>

namespace geo {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Attributes = std::vector<std::pair<const char*, Value>>;

Feature feature(Role role, const std::string& id, Shape shape, const Attributes& attributes = {}) {
    Feature result{.id = id, .name = {}, .shape = std::move(shape), .values = std::vector<Value>(role_info(role).fields.size()), .source = {}};
    for (const auto& [name, value] : attributes) result.values[field_index(role, name).value()] = value;
    return result;
}

/// A compound of 200 x 100 m with a site of two rows of 20 bays of 0.8 x 2 m (16 m long) on both sides of an aisle of 2.6 m: x = 20 … 36, y = 20 … 26.6.
struct Yard {
    Inputs inputs{.crs = "EPSG:4544", .layers = {}};
    RulePack pack = load_pack("cn-base");
    Results results;

    Yard() {
        results.grounds.push_back({.compound = "C", .scale = 1.0, .zones = {Zone{.id = "Z", .compound = "C", .legal = {}, .robust = {}, .consent = {}}}, .reason = {}, .way = "boost"});
        Site site = site_at("S", rectangle(20, 20, 36, 22));
        site.type = ZoneType::Shed;
        site.outline.push_back(rectangle(20, 24.6, 36, 26.6));
        for (int row = 0; row < 2; ++row)
            for (int i = 0; i < 20; ++i)
                site.bays.push_back({.site_id = "S", .group = row + 1, .number = row * 20 + i + 1, .outline = rectangle(20 + 0.8 * i, 20 + 4.6 * row, 20.8 + 0.8 * i, 22 + 4.6 * row)});
        site.bays.push_back({.site_id = "S", .group = 1, .number = 0, .is_aisle = true, .outline = rectangle(20, 22, 36, 24.6)});
        site.bay_count = 40;
        site.group_count = 2;
        site.area_m2 = 16 * 6.6;
        results.sites.push_back(site);
        with(Role::Compound, {feature(Role::Compound, "C", area_shape(rectangle(0, 0, 200, 100)))});
    }
    Yard& with(Role role, std::vector<Feature> features, double accuracy_m = 0.5) {
        inputs.layers.push_back({.role = role, .crs = inputs.crs, .provenance = {}, .features = std::move(features)});
        inputs.layers.back().provenance.accuracy_m = accuracy_m;
        return *this;
    }
    std::vector<CheckRow> rows() const {
        std::vector<Finding> findings;
        const auto obstacles = obstacles_of(inputs, pack, findings);
        return duty_rows(results, inputs, pack, obstacles, ZoneType::Shed);
    }
    std::vector<CheckRow> rows_of(std::string_view duty) const {
        std::vector<CheckRow> found;
        for (const CheckRow& row : rows())
            if (row.duty == duty) found.push_back(row);
        return found;
    }
    CheckRow row(std::string_view duty) const {
        const auto found = rows_of(duty);
        EXPECT_EQ(found.size(), 1u) << duty;
        return found.empty() ? CheckRow{} : found.front();
    }
    void surely(const std::string& parameter) { pack.parameters.at(parameter).clause.status = Status::Secondary; }
};

TEST(Duties, MeasureGroupsByTheLayout) {
    Yard yard;
    EXPECT_EQ(yard.row("group_bays").value, 20.0);
    EXPECT_EQ(yard.row("group_bays").need, 25.0);
    EXPECT_NEAR(*yard.row("group_length").value, 16.0, 1e-9);
    EXPECT_NEAR(*yard.row("group_gap").value, 2.6, 1e-9);
    EXPECT_EQ(yard.row("site_bays").value, 40.0);
    EXPECT_NEAR(*yard.row("area_per_bay").value, 2.64, 1e-9);
    EXPECT_EQ(yard.row("group_length").verdict, Verdict::ToVerify) << "the number is borrowed: an assumption";
    yard.surely("group.max_length");
    EXPECT_EQ(yard.row("group_length").verdict, Verdict::Complies);
    yard.pack.parameters.at("group.max_length").value = 15.0;
    EXPECT_EQ(yard.row("group_length").verdict, Verdict::Fails);
    yard.pack.parameters.at("group.max_bays").value = 19.0;
    EXPECT_EQ(yard.row("group_bays").verdict, Verdict::ToVerify) << "宜 may be departed from";
}

TEST(Duties, CountTheGapToOtherSites) {
    Yard yard;
    Site other = site_at("T", rectangle(37.5, 20, 39.5, 22));
    other.bay_count = 1;
    other.bays.push_back({.site_id = "T", .group = 1, .number = 1, .outline = other.outline.front()});
    yard.results.sites.push_back(other);
    for (const CheckRow& row : yard.rows_of("group_gap")) {
        EXPECT_NEAR(row.value.value(), 1.5, 1e-9) << row.site_id;
        EXPECT_EQ(row.verdict, Verdict::Fails);
    }
}

// 105.6 m² ÷ 50 m² are 2.1 A, one of 3A would do: never fewer than two. 320 m² are 6.4 A: three.
TEST(Duties, CountExtinguishersByTheGroundTaken) {
    Yard yard;
    EXPECT_EQ(yard.row("extinguishers").need, 2.0);
    EXPECT_EQ(yard.row("extinguishers").value, std::nullopt);
    EXPECT_EQ(yard.row("extinguishers").verdict, Verdict::ToVerify);
    yard.results.sites[0].area_m2 = 320.0;
    EXPECT_EQ(yard.row("extinguishers").need, 3.0);
    yard.results.sites[0].area_m2 = 300.0;
    EXPECT_EQ(yard.row("extinguishers").need, 2.0);
}

// The furthest corner of the site from a hydrant at (36, 140) is (20, 20): 121.06 m.
TEST(Duties, MeasureToTheFurthestPlaceFromAHydrant) {
    Yard yard;
    EXPECT_EQ(yard.row("hydrant_reach").verdict, Verdict::ToVerify) << "no data";
    EXPECT_EQ(yard.row("hydrant_reach").value, std::nullopt);
    yard.with(Role::Hydrant, {feature(Role::Hydrant, "H", point_shape({36, 140})), feature(Role::Hydrant, "far", point_shape({36, 900}))});
    const CheckRow row = yard.row("hydrant_reach");
    EXPECT_NEAR(row.value.value(), std::hypot(16, 120), 1e-9);
    EXPECT_EQ(row.need, 150.0);
    EXPECT_EQ(row.verdict, Verdict::Complies);
    for (const auto& [y, verdict] : {std::pair{169.0, Verdict::ToVerify}, {200.0, Verdict::Fails}}) {  // 149.85 m is within 0.5 m of 150 m
        yard.inputs.layers.back().features = {feature(Role::Hydrant, "H", point_shape({36, y}))};
        EXPECT_EQ(yard.row("hydrant_reach").verdict, verdict) << y;
    }
}

TEST(Duties, MeasureToTheNearestPowerSourceWhichIsAnAssumption) {
    Yard yard;
    yard.with(Role::PowerSource, {feature(Role::PowerSource, "P", point_shape({46, 25}), {{"kind", std::string{"配电箱"}}})});
    EXPECT_NEAR(yard.row("power_distance").value.value(), 10.0, 1e-9);
    EXPECT_EQ(yard.row("power_distance").verdict, Verdict::ToVerify);
}

TEST(Duties, FindPipesThatCrossTheAisle) {
    Yard yard;
    EXPECT_EQ(yard.row("pipes").value, std::nullopt) << "no layer of utilities proves nothing";
    yard.with(Role::Utility, {feature(Role::Utility, "gas", line_shape({{0, 23}, {60, 23}}), {{"kind", std::string{"燃气管道"}}}),
                              feature(Role::Utility, "beside", line_shape({{0, 30}, {60, 30}}), {{"kind", std::string{"燃气管道"}}})});
    EXPECT_EQ(yard.row("pipes").value, 1.0);
    EXPECT_EQ(yard.row("pipes").verdict, Verdict::Fails);
    yard.inputs.layers.back().features.erase(yard.inputs.layers.back().features.begin());
    EXPECT_EQ(yard.row("pipes").value, 0.0);
}

// Half of the site (8 m of 16 m, 6.6 m deep) lies on the green.
TEST(Duties, TellWhoseConsentTheGroundTakes) {
    Yard yard;
    yard.with(Role::Consent, {feature(Role::Consent, "G", area_shape(rectangle(0, 0, 28, 50)), {{"kind", std::string{"绿地"}}, {"owner", std::string{"业主委员会"}}}),
                              feature(Role::Consent, "P", area_shape(rectangle(100, 0, 128, 50)), {{"kind", std::string{"停车位"}}})});
    const CheckRow row = yard.row("consent");
    EXPECT_NEAR(row.value.value(), 8 * 6.6, 1e-6);
    EXPECT_THAT(row.clause, HasSubstr("绿地(业主委员会)"));
    EXPECT_EQ(row.verdict, Verdict::ToVerify);
    yard.inputs.layers.back().features.erase(yard.inputs.layers.back().features.begin());
    EXPECT_EQ(yard.row("consent").value, 0.0);
    EXPECT_EQ(yard.row("consent").verdict, Verdict::Complies);
}

TEST(Duties, AskForCamerasAboveTheThresholdOnly) {
    Yard yard;
    EXPECT_THAT(yard.rows_of("cctv"), IsEmpty());
    yard.results.sites[0].area_m2 = 201.0;
    EXPECT_EQ(yard.row("cctv").verdict, Verdict::ToVerify);
    yard.results.sites[0].area_m2 = 200.0;
    yard.results.sites[0].bay_count = 101;
    EXPECT_EQ(yard.rows_of("cctv").size(), 1u);
}

TEST(Duties, CountSignsByTheExitsOfTheCompound) {
    Yard yard;
    yard.with(Role::Exit, {feature(Role::Exit, "E1", point_shape({50, 50})), feature(Role::Exit, "E2", point_shape({60, 50})), feature(Role::Exit, "out", point_shape({300, 50}))});
    EXPECT_EQ(yard.row("exit_signs").need, 2.0);
}

TEST(Duties, ListWhatChargingIndoorsTakesWhereThereIsNoGround) {
    Yard yard;
    EXPECT_THAT(yard.rows_of("indoor_area"), IsEmpty());
    yard.results.grounds.push_back({.compound = "D", .scale = 1.0, .zones = {}, .reason = {}, .way = {}});
    yard.results.grounds.push_back({.compound = "E", .scale = 1.0, .zones = {}, .is_computed = false, .reason = {}, .way = {}});
    const CheckRow row = yard.row("indoor_area");
    EXPECT_EQ(row.site_id, "compound:D");
    EXPECT_EQ(row.need, 300.0);
    EXPECT_EQ(row.verdict, Verdict::ToVerify);
    for (const char* duty : {"indoor_separation", "indoor_door", "indoor_alarm", "indoor_sprinkler", "indoor_smoke"}) EXPECT_EQ(yard.rows_of(duty).size(), 1u) << duty;
}

// The road's edge is at y = 19.5 + w/2; the site reaches down to y = 20.
TEST(LaneWidth, IsWhatBaysAndAislesLeave) {
    const auto beside = [](double axis, double width) {
        Yard yard;
        yard.with(Role::Path, {feature(Role::Path, "R", line_shape({{0, axis}, {100, axis}}), {{"width", width}})});
        return yard.row("lane_width");
    };
    const CheckRow clear = beside(17.0, 6.0);  // up to y = 20: touches
    EXPECT_NEAR(clear.value.value(), 6.0, 1e-9);
    EXPECT_EQ(clear.verdict, Verdict::Complies);
    const CheckRow less = beside(18.0, 6.0);  // 15 … 21: 5 m left
    EXPECT_NEAR(less.value.value(), 5.0, 1e-9);
    EXPECT_EQ(less.verdict, Verdict::Complies);
    const CheckRow broken = beside(19.5, 6.0);  // 16.5 … 22.5: 3.5 m left
    EXPECT_NEAR(broken.value.value(), 3.5, 1e-9);
    EXPECT_EQ(broken.verdict, Verdict::Fails);
    const CheckRow path = beside(20.0, 2.0);  // a footpath of 2 m loses half of it, and never had 4 m
    EXPECT_NEAR(path.value.value(), 1.0, 1e-9);
    EXPECT_EQ(path.verdict, Verdict::ToVerify);
    EXPECT_EQ(beside(50.0, 6.0).verdict, Verdict::Complies) << "no road near by";
    EXPECT_EQ(beside(50.0, 6.0).value, std::nullopt);
    EXPECT_EQ(beside(18.0, 0.0).verdict, Verdict::ToVerify) << "of unknown width";
    EXPECT_EQ(Yard{}.row("lane_width").verdict, Verdict::ToVerify) << "no data of roads";
}

// A road as an area, y = 12 … 22: the site takes its upper 2 m, 8 m are left; of y = 17 … 22 3 m.
TEST(LaneWidth, OfAnAreaIsMeasuredSquareToTheSite) {
    for (const auto& [from, left, verdict] : {std::tuple{12.0, 8.0, Verdict::Complies}, {17.0, 3.0, Verdict::ToVerify}}) {
        Yard yard;
        yard.with(Role::Consent, {feature(Role::Consent, "R", area_shape(rectangle(0, from, 100, 22)), {{"kind", std::string{"道路"}}})});
        EXPECT_NEAR(yard.row("lane_width").value.value(), left, 1e-6);
        EXPECT_EQ(yard.row("lane_width").verdict, verdict);
    }
}

TEST(CheckDuties, FindsRowsThatDiffer) {
    const Yard yard;
    const auto rows = yard.rows();
    const auto codes = [&](const std::vector<CheckRow>& stored) {
        std::vector<std::string> found;
        for (const Finding& f : check_duties(stored, rows, 1e-6).differences) found.push_back(f.code + " " + f.feature);
        return found;
    };
    EXPECT_THAT(codes(rows), IsEmpty());
    auto changed = rows;
    changed[0].verdict = changed[0].verdict == Verdict::Fails ? Verdict::Complies : Verdict::Fails;
    EXPECT_THAT(codes(changed), ElementsAre("check-differs S"));
    changed = rows;
    changed[1].value = changed[1].value.value() + 1e-5;
    EXPECT_THAT(codes(changed), ElementsAre("check-differs S"));
    changed = rows;
    changed.pop_back();
    EXPECT_THAT(codes(changed), ElementsAre("check-differs S"));
    changed = rows;
    changed.push_back(rows[0]);
    EXPECT_THAT(codes(changed), ElementsAre("check-differs S"));
}

}  // namespace
}  // namespace geo
