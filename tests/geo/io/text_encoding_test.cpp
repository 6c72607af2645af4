#include "geo/io/text_encoding.hpp"

#include <gtest/gtest.h>

namespace geo::reading {
namespace {

std::string name_of(std::string_view word) {
    const auto encoding = encoding_named(word);
    return encoding ? encoding->name : "";
}

TEST(EncodingNamed, KnowsTheWordsOfCpgFiles) {
    for (const char* word : {"GBK", "gbk", "GB2312", "936", "ANSI 936", "CP936", "cp-936", " GBK\r\n", "EUC-CN"})
        EXPECT_EQ(name_of(word), "GBK") << word;
    for (const char* word : {"UTF-8", "utf8", "65001", "UTF8 ", "CP65001"}) EXPECT_EQ(name_of(word), "UTF-8") << word;
    EXPECT_EQ(name_of("GB18030"), "GB18030");
    EXPECT_EQ(name_of("1252"), "CP1252");
    EXPECT_EQ(name_of("ANSI 1251"), "CP1251");
    EXPECT_EQ(name_of("88591"), "ISO-8859-1");
    EXPECT_EQ(name_of("ISO 8859-15"), "ISO-8859-15");
    EXPECT_EQ(name_of("Big5"), "Big5");
    EXPECT_EQ(name_of("koi8-r"), "koi8-r");
}

TEST(EncodingNamed, KnowsNothingElse) {
    for (const char* word : {"", "  ", "Klingon", "UTF-8//TRANSLIT", "123456", "../x", "\xD6\xD0"}) EXPECT_EQ(name_of(word), "") << word;
}

TEST(Decoder, TurnsGbkIntoUtf8) {
    const Decoder decode{*encoding_named("GBK")};
    EXPECT_EQ(decode("\xD6\xD0\xB9\xFA"), "中国");
    EXPECT_EQ(decode("A\xC2\xA5 3"), "A楼 3");
    EXPECT_EQ(decode("plain"), "plain");
    EXPECT_EQ(decode.bad_texts(), 0);
}

TEST(Decoder, LeavesACutCharacterAway) {
    const Decoder gbk{*encoding_named("GBK")}, utf8{*encoding_named("UTF-8")};
    EXPECT_EQ(gbk("\xD6\xD0\xB9"), "中");
    EXPECT_EQ(utf8("中\xE5\x9B"), "中");
    EXPECT_EQ(gbk.bad_texts() + utf8.bad_texts(), 0);
}

TEST(Decoder, AlwaysGivesValidUtf8) {
    for (const char* word : {"GBK", "UTF-8", "1252", "Big5", "UTF-16"}) {
        const Decoder decode{*encoding_named(word)};
        for (int a = 0; a < 256; ++a)
            for (int b = 0; b < 256; b += 3) {
                const char bytes[] = {static_cast<char>(a), static_cast<char>(b), 'x'};
                EXPECT_TRUE(is_utf8(decode({bytes, 3}))) << word << " " << a << " " << b;
            }
    }
    const Decoder decode{*encoding_named("UTF-8")};
    EXPECT_EQ(decode("a\xFF" "b"), "a\uFFFDb");
    EXPECT_EQ(decode.bad_texts(), 1);
}

TEST(IsUtf8, RefusesOverlongFormsSurrogatesAndCuts) {
    EXPECT_TRUE(is_utf8("中国 𠮷"));
    EXPECT_FALSE(is_utf8("\xC0\x80"));
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
    EXPECT_FALSE(is_utf8("\xD6\xD0\xB9\xFA"));
    EXPECT_FALSE(is_utf8("中\xE5\x9B"));
    EXPECT_TRUE(is_utf8("中\xE5\x9B", true));
}

TEST(LooksLikeGbk, TellsChineseFromLatin) {
    EXPECT_TRUE(looks_like_gbk("\xD6\xD0\xB9\xFA"));
    EXPECT_FALSE(looks_like_gbk("Gen\xE8ve, D\xFCsseldorf"));
}

// Ten bytes hold five characters in GBK, three in UTF-8.
TEST(CutToBytes, KeepsWholeCharacters) {
    EXPECT_EQ(cut_to_bytes("建筑物总高度", 10, *encoding_named("GBK")), "建筑物总高");
    EXPECT_EQ(cut_to_bytes("建筑物总高度", 10, *encoding_named("UTF-8")), "建筑物");
    EXPECT_EQ(cut_to_bytes("A建筑物总高度", 10, *encoding_named("GBK")), "A建筑物总");
    EXPECT_EQ(cut_to_bytes("building:levels", 10, *encoding_named("UTF-8")), "building:l");
    EXPECT_EQ(cut_to_bytes("高度", 10, *encoding_named("UTF-8")), "高度");
}

}  // namespace
}  // namespace geo::reading
