#include "geo/io/dbf_file.hpp"

#include "tests/geo/io/fixtures.hpp"

#include <gtest/gtest.h>

namespace geo::reading {
namespace {

/// A DBF of one text column of ten bytes named T.
std::string dbf(const std::vector<std::string>& texts, char language = 0, int announced = -1) {
    std::string bytes(32, '\0');
    bytes[0] = 3;
    bytes[4] = static_cast<char>(announced < 0 ? static_cast<int>(texts.size()) : announced);
    bytes[8] = 65;  // header: 32 + 32 + 1
    bytes[10] = 11;
    bytes[29] = language;
    std::string field(32, '\0');
    field[0] = 'T';
    field[11] = 'C';
    field[16] = 10;
    bytes += field + "\r";
    for (std::string text : texts) {
        text.resize(10, ' ');
        bytes += " " + text;
    }
    return bytes;
}

FoundEncoding found(const std::string& bytes, const std::optional<std::string>& cpg = {}) {
    const fixtures::Folder folder;
    fixtures::write_text(folder / "a.dbf", bytes);
    return dbf_encoding(dbf_facts(folder / "a.dbf"), cpg);
}

const std::string gbk = "\xD6\xD0\xB9\xFA", utf8 = "中国", latin = "Gen\xE8ve";

TEST(DbfEncoding, AsksCpgThenLanguageThenTextThenGbk) {
    EXPECT_EQ(found(dbf({gbk}, 0x4D), "UTF-8").encoding.name, "UTF-8");
    EXPECT_EQ(found(dbf({gbk}, 0x4D), "UTF-8").from, "cpg");
    EXPECT_EQ(found(dbf({utf8}, 0x4D)).encoding.name, "GBK");
    EXPECT_EQ(found(dbf({utf8}, 0x4D)).from, "ldid");
    EXPECT_EQ(found(dbf({utf8})).encoding.name, "UTF-8");
    EXPECT_EQ(found(dbf({utf8})).from, "utf8-valid");
    EXPECT_EQ(found(dbf({gbk})).encoding.name, "GBK");
    EXPECT_EQ(found(dbf({gbk})).from, "default");
    EXPECT_EQ(found(dbf({"plain"})).encoding.name, "UTF-8");
}

TEST(DbfEncoding, GoesOnWhenTheCpgSaysNothingKnown) {
    const FoundEncoding result = found(dbf({gbk}), "Klingon");
    EXPECT_EQ(result.encoding.name, "GBK");
    EXPECT_EQ(result.from, "default");
    EXPECT_EQ(result.unknown_word, "Klingon");
}

// 0x57 is the writing computer's own code page.
TEST(DbfEncoding, ReadsAnsiAsGbkWhereTheTextIsChinese) {
    EXPECT_EQ(found(dbf({gbk}, 0x57)).encoding.name, "GBK");
    EXPECT_EQ(found(dbf({latin}, 0x57)).encoding.name, "ISO-8859-1");
    EXPECT_EQ(found(dbf({utf8}, 0x57)).encoding.name, "UTF-8");
    EXPECT_EQ(found(dbf({latin}, 0x03)).encoding.name, "CP1252");
}

// Ten bytes cut the fourth character of UTF-8 after its first byte.
TEST(DbfEncoding, SeesUtf8BehindACutField) { EXPECT_EQ(found(dbf({std::string{"中国中国"}.substr(0, 10)})).encoding.name, "UTF-8"); }

TEST(DbfFacts, SeesTruncation) {
    const fixtures::Folder folder;
    fixtures::write_text(folder / "short.dbf", dbf({"a", "b"}, 0, 5));
    EXPECT_TRUE(dbf_facts(folder / "short.dbf").is_truncated);
    EXPECT_EQ(dbf_facts(folder / "short.dbf").records, 5);
    fixtures::write_text(folder / "whole.dbf", dbf({"a", "b"}));
    EXPECT_FALSE(dbf_facts(folder / "whole.dbf").is_truncated);
    fixtures::write_text(folder / "junk.dbf", "no dbf");
    EXPECT_FALSE(dbf_facts(folder / "junk.dbf").is_readable);
    EXPECT_FALSE(dbf_facts(folder / "missing.dbf").is_readable);
}

}  // namespace
}  // namespace geo::reading
