#include "geo/io/field_mapping.hpp"

#include "geo/core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace geo::reading {
namespace {

using Columns = std::vector<std::string>;

FieldMapping map(Role role, const Columns& columns, const std::map<std::string, std::string>& wanted = {}, bool is_table = false) {
    return map_fields(role, columns, wanted, is_table, "file.shp");
}

std::string column_of(Role role, const Columns& columns, std::string_view field, const std::map<std::string, std::string>& wanted = {}) {
    const auto at = map(role, columns, wanted).fields[*field_index(role, field)];
    return at ? columns[*at] : "";
}

TEST(MapFields, KnowsChineseSurveyNames) {
    const Columns columns{"OBJECTID", "JZWMC", "ZCS", "JZWGD", "FWJG", "GHYT", "ZTS", "JGRQ"};
    EXPECT_EQ(column_of(Role::Building, columns, "floors"), "ZCS");
    EXPECT_EQ(column_of(Role::Building, columns, "height"), "JZWGD");
    EXPECT_EQ(column_of(Role::Building, columns, "structure"), "FWJG");
    EXPECT_EQ(column_of(Role::Building, columns, "use"), "GHYT");
    EXPECT_EQ(column_of(Role::Building, columns, "households"), "ZTS");
    EXPECT_EQ(column_of(Role::Building, columns, "built_year"), "JGRQ");
    const FieldMapping mapping = map(Role::Building, columns);
    EXPECT_EQ(columns[*mapping.name], "JZWMC");
    EXPECT_EQ(columns[mapping.ids.front()], "OBJECTID");
}

TEST(MapFields, PrefersFloorsAboveGround) {
    EXPECT_EQ(column_of(Role::Building, {"总层数", "地上层数", "地下层数"}, "floors"), "地上层数");
}

TEST(MapFields, KnowsOsmNamesAlsoWhenCutToTenBytes) {
    for (const char* name : {"building:levels", "building_levels", "building_l", "building:l", "levels"})
        EXPECT_EQ(column_of(Role::Building, {"osm_id", name}, "floors"), name);
    EXPECT_EQ(column_of(Role::Building, {"building_m"}, "structure"), "building_m");
}

// 耐火等级 has four characters: five fit into ten bytes of GBK, three of UTF-8.
TEST(MapFields, KnowsChineseNamesCutToTenBytes) {
    EXPECT_EQ(column_of(Role::Building, {"耐火等"}, "fire_grade"), "耐火等");
    EXPECT_EQ(column_of(Role::Compound, {"电动自行车"}, "ebikes"), "电动自行车");
    EXPECT_EQ(column_of(Role::Building, {"建筑物"}, "height"), "") << "could as well be 建筑物名称";
    EXPECT_EQ(column_of(Role::Building, {"耐火"}, "fire_grade"), "") << "shorter than the cut";
}

TEST(MapFields, IgnoresUnitsInBrackets) {
    EXPECT_EQ(column_of(Role::Building, {"建筑高度（m）"}, "height"), "建筑高度（m）");
    EXPECT_EQ(column_of(Role::FireLane, {"宽度(米)"}, "width"), "宽度(米)");
}

TEST(MapFields, FollowsTheUser) {
    const Columns columns{"层数", "实际层数", "编号", "门牌"};
    EXPECT_EQ(column_of(Role::Building, columns, "floors", {{"floors", "实际层数"}}), "实际层数");
    const FieldMapping mapping = map(Role::Building, columns, {{"id", "门牌"}, {"name", "编号"}});
    EXPECT_EQ(mapping.ids, std::vector<std::size_t>{3});
    EXPECT_EQ(mapping.name, 2u);
    EXPECT_EQ(mapping.json, R"({"id":"门牌","name":"编号","floors":"层数"})");
}

TEST(MapFields, ListsWhatThereIsWhenTheUserErrs) {
    try {
        map(Role::Building, {"层数", "高度"}, {{"floors", "楼层数"}});
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().zh, testing::AllOf(testing::HasSubstr("file.shp"), testing::HasSubstr("楼层数"), testing::HasSubstr("层数, 高度")));
    }
    try {
        map(Role::Building, {"层数"}, {{"floor", "层数"}});
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().en, testing::HasSubstr("id, name, floors, height, fire_grade"));
    }
}

TEST(MapFields, MakesAKindOfOsmTags) {
    const FieldMapping mapping = map(Role::Danger, {"osm_id", "type", "power", "amenity", "man_made"});
    ASSERT_EQ(mapping.tags.size(), 3u);
    EXPECT_EQ(mapping.tags[0].first, "amenity");
    EXPECT_EQ(mapping.tags[1].first, "man_made");
    EXPECT_EQ(mapping.tags[2].first, "power");
    EXPECT_TRUE(mapping.is_osm);
    EXPECT_EQ(map(Role::Path, {"man_made", "highway"}).tags[0].first, "highway") << "of a path, the highway tag speaks first";
}

TEST(MapFields, TakesARealKindColumnBeforeTags) {
    EXPECT_EQ(column_of(Role::Consent, {"kind", "landuse"}, "kind"), "kind");
    EXPECT_TRUE(map(Role::Consent, {"kind", "landuse"}).tags.empty());
    EXPECT_EQ(column_of(Role::Danger, {"名称", "类型"}, "kind"), "类型");
    EXPECT_EQ(column_of(Role::Danger, {"名称"}, "kind"), "名称") << "better than nothing: 调压箱 is a kind too";
    EXPECT_EQ(column_of(Role::Danger, {"type"}, "kind"), "type");
}

TEST(MapFields, FindsCoordinatePairsOfTables) {
    const auto xy = [](const Columns& columns) {
        const auto pair = map(Role::Hazard, columns, {}, true).xy;
        return pair ? columns[pair->first] + "," + columns[pair->second] : "";
    };
    EXPECT_EQ(xy({"日期", "经度", "纬度"}), "经度,纬度");
    EXPECT_EQ(xy({"lat", "lng", "type"}), "lng,lat");
    EXPECT_EQ(xy({"北坐标", "东坐标"}), "东坐标,北坐标");
    EXPECT_EQ(xy({"X坐标", "Y坐标"}), "X坐标,Y坐标");
    EXPECT_EQ(xy({"x", "y", "lon", "lat"}), "lon,lat");
    EXPECT_EQ(xy({"type", "lon"}), "");
}

TEST(LayerByName, FindsTheOneThatNamesTheRole) {
    EXPECT_EQ(layer_by_name(Role::Building, {"buildings_by_height", "buildings"}), 1u);
    EXPECT_EQ(layer_by_name(Role::Path, {"rail", "roads"}), 1u);
    EXPECT_EQ(layer_by_name(Role::Compound, {"a", "b"}), std::nullopt);
    EXPECT_EQ(layer_by_name(Role::Building, {"建筑", "房屋"}), std::nullopt) << "two do";
}

}  // namespace
}  // namespace geo::reading
