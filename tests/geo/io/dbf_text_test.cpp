#include "geo/io/dbf_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace geo::storage;
using testing::ElementsAre;

TEST(DbfText, EncodesGbk) {
    const DbfEncoder gbk{"GBK"};
    EXPECT_EQ(gbk("小区A").bytes, "\xD0\xA1\xC7\xF8" "A");
    EXPECT_EQ(gbk("").bytes, "");
    const DbfText lossy = gbk("a😀b\xFF" "中");
    EXPECT_EQ(lossy.bytes, "a?b?\xD6\xD0");
    EXPECT_THAT(lossy.lost, ElementsAre("😀", "\\xff"));
}

TEST(DbfText, PassesUtf8ButForWhatIsNone) {
    const DbfEncoder utf8{"UTF-8"};
    EXPECT_EQ(utf8("小区😀").bytes, "小区😀");
    EXPECT_EQ(utf8("\xE5\xB0").bytes, "??");
}

// 镕 is E9 46 in GBK: its second byte is the letter F.
TEST(DbfText, CutsBetweenCharacters) {
    const DbfEncoder gbk{"GBK"}, utf8{"UTF-8"};
    const std::string text = gbk("a镕b镕").bytes;
    ASSERT_EQ(text.size(), 6u);
    EXPECT_EQ(gbk.cut(text, 6), text);
    EXPECT_EQ(gbk.cut(text, 5), text.substr(0, 4));
    EXPECT_EQ(gbk.cut(text, 2), "a");
    EXPECT_EQ(gbk.cut(text, 0), "");
    EXPECT_EQ(utf8.cut("小区", 5), "小");
    EXPECT_EQ(utf8.cut("小区", 2), "");
    EXPECT_EQ(utf8.cut("小区", 6), "小区");
}

// Ten bytes hold five characters of GBK, three of UTF-8.
TEST(DbfText, KeepsNamesShortAndApart) {
    const DbfEncoder gbk{"GBK"}, utf8{"UTF-8"};
    EXPECT_THAT(dbf_names({"充电设施名称", "充电设施名字", "id"}, utf8), ElementsAre("充电设", "充电_1", "id"));
    EXPECT_THAT(dbf_names({"充电设施名称", "充电设施名字"}, gbk), ElementsAre(gbk("充电设施名").bytes, gbk("充电设施").bytes + "_1"));
    EXPECT_THAT(dbf_names({"Name", "name", "households_total", "households_empty"}, utf8),
                ElementsAre("Name", "name_1", "households", "househol_1"));
}
