#include "geo/io/value_parsing.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace geo::reading {
namespace {

struct Cell {
    const char* text;
    const char* unit;
    double number;
};

TEST(ParseNumber, ReadsWhatPeopleWrite) {
    const Cell cells[] = {
        {"3", "", 3},          {" 4.0 m ", "m", 4},     {"4米", "m", 4},        {"12,5", "m", 12.5},   {"1,250", "", 1250},
        {"6F", "", 6},         {"6层", "", 6},          {"地上6层", "", 6},     {"约 30", "", 30},     {"6+1", "", 7},
        {"6+", "", 6},         {"2;3", "", 3},          {"3、2", "", 3},        {"18/2", "", 18},      {"3-5", "", 5},
        {"10kV", "kV", 10},    {"10 千伏", "kV", 10},   {"400V", "kV", 0.4},    {"0.4kV", "kV", 0.4},  {"400 kPa", "MPa", 0.4},
        {"0.2MPa", "MPa", 0.2}, {"450cm", "m", 4.5},    {"10 ft", "m", 3.048},  {"-3.5", "", -3.5},    {".5", "", 0.5},
        {"1e3", "", 1000},     {"5.", "", 5},           {"６层", "", 6},        {"2005年", "", 2005},  {"500 L", "", 0.5},
        {"630 kVA", "kVA", 630}, {"+7", "", 7},
    };
    for (const Cell& c : cells) {
        const auto number = parse_number(c.text, c.unit);
        ASSERT_TRUE(number) << c.text;
        EXPECT_NEAR(*number, c.number, 1e-12) << c.text;
    }
}

TEST(ParseNumber, KnowsNonsense) {
    for (const char* text : {"", "abc", "six", "m", "-", ".", ",", "NaN", "inf", "nan m", "1e999", "3 apples", "砼6", "3 m x 4 m", "1;;2", "12abc"})
        EXPECT_FALSE(parse_number(text, "m")) << text;
    EXPECT_FALSE(parse_number("10 kV", "m")) << "a voltage is no length";
}

Value parsed(const char* name, FieldType type, const char* unit, const char* text, bool in_volts = false, bool expect_bad = false) {
    bool is_bad = false;
    const Value value = parse_value({name, type, unit}, text, in_volts, is_bad);
    EXPECT_EQ(is_bad, expect_bad) << name << " " << text;
    return value;
}

using enum FieldType;

TEST(ParseValue, KeepsUnknownApartFromZero) {
    EXPECT_EQ(parsed("height", Real, "m", ""), Value{});
    EXPECT_EQ(parsed("height", Real, "m", "0", false, true), Value{}) << "no building is 0 m high";
    EXPECT_EQ(parsed("floors", Integer, "", "-9999", false, true), Value{});
    EXPECT_EQ(parsed("height", Real, "m", "unknown", false, true), Value{});
    EXPECT_EQ(parsed("height", Real, "m", "1e300", false, true), Value{});
    EXPECT_EQ(parsed("households", Integer, "", "0"), Value{std::int64_t{0}});
}

TEST(ParseValue, RoundsHalfStoreysUp) {
    EXPECT_EQ(parsed("floors", Integer, "", "6.5"), Value{std::int64_t{7}});
    EXPECT_EQ(parsed("floors", Integer, "", "6.0"), Value{std::int64_t{6}});
    EXPECT_EQ(parsed("height", Real, "m", "18.60"), Value{18.6});
}

TEST(ParseValue, ReadsVoltagesInVoltsWhereTheyAre) {
    EXPECT_EQ(parsed("voltage", Real, "kV", "10"), Value{10.0});
    EXPECT_EQ(parsed("voltage", Real, "kV", "10", true), Value{0.01});
    EXPECT_EQ(parsed("voltage", Real, "kV", "20000;400", true), Value{20.0});
    EXPECT_EQ(parsed("voltage", Real, "kV", "110000"), Value{110.0}) << "no line has 110,000 kV";
    EXPECT_EQ(parsed("voltage", Real, "kV", "10kV", true), Value{10.0}) << "the unit is written";
}

TEST(ParseValue, ReadsYearsOutOfDates) {
    for (const char* text : {"2005", "2005-06-30", "2005/06", "2005年", "20050630", "2005-06-30T08:00:00"})
        EXPECT_EQ(parsed("built_year", Integer, "", text), Value{std::int64_t{2005}}) << text;
    parsed("built_year", Integer, "", "90年代", false, true);
}

TEST(ParseValue, ReadsYesAndNo) {
    EXPECT_EQ(parsed("surveyed", Integer, "", "是"), Value{std::int64_t{1}});
    EXPECT_EQ(parsed("surveyed", Integer, "", "否"), Value{std::int64_t{0}});
    EXPECT_EQ(parsed("surveyed", Integer, "", "1"), Value{std::int64_t{1}});
}

TEST(PlainNumber, WritesIdsWithoutDecimals) {
    EXPECT_EQ(plain_number(325122668.0), "325122668");
    EXPECT_EQ(plain_number(3.5), "3.5");
}

}  // namespace
}  // namespace geo::reading
