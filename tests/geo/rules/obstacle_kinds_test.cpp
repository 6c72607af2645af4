#include "geo/rules/obstacle_kinds.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace geo;

std::string code_of(Role role, std::string_view text) {
    const auto match = kind_of(role, text);
    return match ? match->kind->code : "";
}

TEST(ObstacleKinds, HaveACodeBothNamesAndARole) {
    std::set<std::string> codes;
    for (const ObstacleKind& kind : obstacle_kinds()) {
        EXPECT_TRUE(codes.insert(kind.code).second) << kind.code;
        EXPECT_FALSE(kind.name.zh.empty() || kind.name.en.empty() || kind.roles.empty()) << kind.code;
        EXPECT_TRUE(!kind.above || kind_with_code(kind.above->kind)) << kind.code;
    }
}

TEST(ObstacleKinds, AreFoundByEveryWordOfTheirOwn) {
    for (const ObstacleKind& kind : obstacle_kinds())
        for (const Role role : kind.roles)
            for (const std::string& word : kind.synonyms) EXPECT_EQ(code_of(role, word), kind.code) << word;
}

TEST(KindOf, ReadsTheWordsOfATownshipsSurvey) {
    const std::tuple<Role, const char*, const char*> rows[]{{Role::Danger, "燃气调压箱", "gas_regulator"},
                                                            {Role::Danger, "调压柜", "gas_regulator_cabinet"},
                                                            {Role::Danger, "箱式变电站", "box_substation"},
                                                            {Role::PowerSource, "箱变", "box_substation"},
                                                            {Role::PowerSource, "柱上变压器", "transformer"},
                                                            {Role::Danger, "化粪池", "septic_tank"},
                                                            {Role::Danger, "通气口", "septic_vent"},
                                                            {Role::Danger, "垃圾房", "refuse_room"},
                                                            {Role::Danger, "瓶装液化石油气供应站", "lpg_store"},
                                                            {Role::Danger, "瓶装液化气站", "lpg_store"},
                                                            {Role::Combustible, "废品堆", "refuse_heap"},
                                                            {Role::Combustible, "木材堆", "timber_stack"},
                                                            {Role::Combustible, "秸秆", "straw_stack"},
                                                            {Role::Combustible, "纸板", "cardboard"},
                                                            {Role::Utility, "燃气管线", "gas_pipe"},
                                                            {Role::Utility, "燃气", "gas_pipe"},
                                                            {Role::Utility, "架空电力线", "power_line"},
                                                            {Role::NoBuild, "水体", "water"},
                                                            {Role::Danger, "Gas_Regulator", "gas_regulator"},
                                                            {Role::Danger, " 箱 变 ", "box_substation"},
                                                            {Role::PowerSource, "１０ｋＶ箱变", "box_substation"}};
    for (const auto& [role, text, code] : rows) EXPECT_EQ(code_of(role, text), code) << text;
}

// Values met in the hazard, power, rail, water, wood and facility layers of OSM extracts, and their siblings.
TEST(KindOf, KnowsTheValuesOfOsm) {
    const std::pair<const char*, const char*> rows[]{{"amenity=charging_station", "ev_charging"},
                                                     {"amenity=fuel", "fuel_station"},
                                                     {"amenity=recycling", "recycling"},
                                                     {"amenity=waste_basket", "waste_basket"},
                                                     {"amenity=waste_disposal", "refuse_point"},
                                                     {"amenity=waste_transfer_station", "waste_transfer"},
                                                     {"amenity=parking", "car_park"},
                                                     {"amenity=bicycle_parking", "bicycle_parking"},
                                                     {"amenity=motorcycle_parking", "car_park"},
                                                     {"amenity=school", "sensitive_ground"},
                                                     {"amenity=hospital", "sensitive_ground"},
                                                     {"amenity=kindergarten", "sensitive_ground"},
                                                     {"amenity=fire_station", "public_ground"},
                                                     {"amenity=police", "public_ground"},
                                                     {"landuse=industrial", "industrial_land"},
                                                     {"landuse=railway", "railway"},
                                                     {"landuse=landfill", "landfill"},
                                                     {"landuse=forest", "woodland"},
                                                     {"man_made=wastewater_plant", "wastewater_plant"},
                                                     {"man_made=silo", "silo"},
                                                     {"man_made=storage_tank", "storage_tank"},
                                                     {"man_made=gasometer", "gas_holder"},
                                                     {"man_made=works", "industrial_land"},
                                                     {"man_made=chimney", "chimney"},
                                                     {"man_made=pipeline", "pipeline"},
                                                     {"man_made=surveillance", "minor_structure"},
                                                     {"power=substation", "substation"},
                                                     {"power=transformer", "transformer"},
                                                     {"power=plant", "power_plant"},
                                                     {"power=pole", "power_pole"},
                                                     {"power=tower", "power_tower"},
                                                     {"power=generator", "generator"},
                                                     {"power=line", "power_line"},
                                                     {"power=minor_line", "power_minor_line"},
                                                     {"power=cable", "power_cable"},
                                                     {"natural=water", "water"},
                                                     {"natural=wood", "woodland"},
                                                     {"natural=scrub", "woodland"},
                                                     {"natural=heath", "woodland"},
                                                     {"natural=grassland", "grassland"},
                                                     {"railway=rail", "railway"},
                                                     {"railway=tram", "tram"},
                                                     {"railway=abandoned", "railway_disused"},
                                                     {"railway=platform", "railway_disused"},
                                                     {"railway=subway", "subway"},
                                                     {"waterway=stream", "watercourse"},
                                                     {"waterway=ditch", "watercourse"},
                                                     {"waterway=drain", "watercourse"},
                                                     {"waterway=river", "watercourse"},
                                                     {"waterway=riverbank", "water"},
                                                     {"waterway=canal", "watercourse"},
                                                     {"waterway=dam", "watercourse"},
                                                     {"waterway=weir", "watercourse"},
                                                     {"waterway=wadi", "watercourse"},
                                                     {"shop=car_repair", "workshop"},
                                                     {"barrier=fence", "barrier"},
                                                     {"barrier=wall", "barrier"},
                                                     {"barrier=retaining_wall", "steep_ground"},
                                                     {"leisure=pitch", "playground"}};
    for (const auto& [text, code] : rows)
        for (const Role role : {Role::Danger, Role::Utility, Role::Combustible}) {
            const auto match = kind_of(role, text);
            ASSERT_TRUE(match) << text;
            EXPECT_EQ(match->kind->code, code) << text;
            EXPECT_EQ(match->from, KindFrom::Named) << text;
        }
    EXPECT_EQ(code_of(Role::Danger, "waste_disposal"), "refuse_point") << "a value without its key";
    EXPECT_EQ(code_of(Role::Danger, "tower"), "power_tower");
    EXPECT_EQ(code_of(Role::Danger, "landuse=lane;landfill"), "landfill");
    EXPECT_EQ(code_of(Role::Danger, "building=yes;man_made=silo"), "silo");
}

TEST(KindOf, FallsBackForOpenTagsAndForNoText) {
    const auto open = kind_of(Role::Danger, "man_made=time_machine");
    ASSERT_TRUE(open);
    EXPECT_EQ(open->from, KindFrom::OpenTag);
    EXPECT_EQ(open->kind->code, "danger_unspecified");
    const auto missing = kind_of(Role::Combustible, "  ");
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->from, KindFrom::Missing);
    EXPECT_EQ(missing->kind->code, "combustible_unspecified");
}

TEST(KindOf, GuessesOnlyWhereALongerTextNamesOneKind) {
    const auto guessed = kind_of(Role::Danger, "3号楼燃气调压箱（东）");
    ASSERT_TRUE(guessed);
    EXPECT_EQ(guessed->from, KindFrom::Guessed);
    EXPECT_EQ(guessed->kind->code, "gas_regulator");
    EXPECT_FALSE(kind_of(Role::Danger, "垃圾房旁的变压器")) << "two kinds";
    EXPECT_FALSE(kind_of(Role::Danger, "易燃品仓库")) << "a short word within a longer one may mean another thing";
    EXPECT_FALSE(kind_of(Role::Danger, "反应堆"));
    EXPECT_FALSE(kind_of(Role::Danger, "reactor"));
}

}  // namespace
