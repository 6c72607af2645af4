#include "geo/rules/building_class.hpp"

#include <gtest/gtest.h>

namespace {

using namespace geo;
using FireGrade::One, FireGrade::Two, FireGrade::Three, FireGrade::Four;
using HeightClass::MultiStorey, HeightClass::HighTwo, HeightClass::HighOne, HeightClass::Super;

TEST(FireGradeNamed, ReadsTheWaysItIsWritten) {
    const std::pair<const char*, std::optional<FireGrade>> rows[]{{"一级", One},       {"二级", Two},
                                                                  {"三级", Three},     {"四级", Four},
                                                                  {"1", One},          {"2", Two},
                                                                  {"3级", Three},      {"Ⅰ", One},
                                                                  {"Ⅱ级", Two},        {"Ⅳ", Four},
                                                                  {"II", Two},         {"iv", Four},
                                                                  {"I", One},          {"一、二级", Two},
                                                                  {"一二级", Two},     {"耐火等级 二级", Two},
                                                                  {"不低于二级", Two}, {"2.0", Two},
                                                                  {"", std::nullopt},  {"未知", std::nullopt},
                                                                  {"5", std::nullopt}, {"甲级", std::nullopt},
                                                                  {"6", std::nullopt}};
    for (const auto& [text, grade] : rows) EXPECT_EQ(fire_grade_named(text), grade) << text;
}

TEST(FireGradeOfStructure, FollowsTheStructure) {
    const std::pair<const char*, std::optional<FireGrade>> rows[]{{"钢", Two},         {"钢混", Two},
                                                                  {"钢筋混凝土", Two}, {"混合", Two},
                                                                  {"混合结构", Two},   {"砖混", Two},
                                                                  {"框架", Two},       {"剪力墙", Two},
                                                                  {"砼6", Two},        {"砖木", Three},
                                                                  {"砖2", Three},      {"木", Four},
                                                                  {"钢棚", Four},      {"简", Four},
                                                                  {"简易结构", Four},  {"1", Two},
                                                                  {"4", Two},          {"5", Three},
                                                                  {"6", std::nullopt}, {"其他", std::nullopt},
                                                                  {"", std::nullopt},  {"reinforced concrete", Two},
                                                                  {"Timber", Four}};
    for (const auto& [text, grade] : rows) EXPECT_EQ(fire_grade_of_structure(text), grade) << text;
}

struct HeightRow {
    const char* use;
    std::optional<double> height_m, floors;
    HeightClass height_class;
    Origin from;
};

TEST(BuildingClass, TellsTheHeightClassFromHeightElseFloors) {
    constexpr std::optional<double> none;
    const HeightRow rows[]{{"住宅", 27.0, none, MultiStorey, Origin::Surveyed},
                           {"住宅", 27.1, none, HighTwo, Origin::Surveyed},
                           {"住宅", 54.0, none, HighTwo, Origin::Surveyed},
                           {"住宅", 54.1, none, HighOne, Origin::Surveyed},
                           {"住宅", 100.0, none, HighOne, Origin::Surveyed},
                           {"住宅", 100.5, none, Super, Origin::Surveyed},
                           {"办公", 24.0, none, MultiStorey, Origin::Surveyed},
                           {"办公", 25.0, none, HighTwo, Origin::Surveyed},
                           {"体育", 30.0, 1.0, MultiStorey, Origin::Surveyed},
                           {"", 18.0, none, MultiStorey, Origin::Surveyed},
                           {"", 25.0, none, HighTwo, Origin::Derived},
                           {"", 28.0, none, HighTwo, Origin::Surveyed},
                           {"", none, 9.0, MultiStorey, Origin::Derived},
                           {"", none, 10.0, HighTwo, Origin::Derived},
                           {"", none, 18.0, HighTwo, Origin::Derived},
                           {"", none, 19.0, HighOne, Origin::Derived},
                           {"", none, 33.0, HighOne, Origin::Derived},
                           {"", none, 34.0, Super, Origin::Derived},
                           {"", none, none, HeightClass::Unknown, Origin::Unknown},
                           {"", 0.0, 0.0, HeightClass::Unknown, Origin::Unknown},
                           {"", 1e300, 6.0, MultiStorey, Origin::Derived},
                           {"住宅", 18.0, 30.0, MultiStorey, Origin::Surveyed}};
    for (const HeightRow& row : rows) {
        const ObstacleClass what = building_class({"", "", row.use, row.height_m, row.floors});
        EXPECT_EQ(what.height_class, row.height_class)
            << row.use << ' ' << row.height_m.value_or(-1) << ' ' << row.floors.value_or(-1);
        EXPECT_EQ(what.height_from, row.from)
            << row.use << ' ' << row.height_m.value_or(-1) << ' ' << row.floors.value_or(-1);
    }
}

TEST(BuildingClass, TakesTheSurveyedGradeBeforeHighRiseBeforeStructure) {
    const ObstacleClass graded = building_class({"三级", "钢混", "住宅", 60.0, {}});
    EXPECT_EQ(graded.fire_grade, Three);
    EXPECT_EQ(graded.fire_grade_from, Origin::Surveyed);
    const ObstacleClass tower = building_class({"", "砖木", "住宅", 60.0, {}});
    EXPECT_EQ(tower.fire_grade, Two);
    EXPECT_EQ(tower.fire_grade_from, Origin::Derived);
    const ObstacleClass old = building_class({"不详", "砖木", "住宅", 6.0, {}});
    EXPECT_EQ(old.fire_grade, Three);
    EXPECT_EQ(old.fire_grade_from, Origin::Derived);
    EXPECT_EQ(building_class({"", "", "", 6.0, {}}).fire_grade_from, Origin::Unknown);
}

TEST(BuildingUse, KeepsApartWhatRulesKeepApart) {
    EXPECT_EQ(building_use("幼儿园"), "children_elderly");
    EXPECT_EQ(building_use("住宅"), "residential");
    EXPECT_EQ(building_use("商业"), "public");
    EXPECT_EQ(building_use("apartments"), "residential");
    EXPECT_EQ(building_use("warehouse"), "");
    EXPECT_EQ(building_use("yes"), "");
}

}  // namespace
