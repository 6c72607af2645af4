#include "app/render/label_text.hpp"
#include "app/render/map_filter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace {

using app::Filter;
using app::Property;
using Op = Filter::Op;

Property lane(std::string_view key) {
    if (key == "width") return 4.0;
    if (key == "kind") return std::string{"支路"};
    if (key == "inside") return true;
    return {};
}

bool passes(Op op, const char* key, std::vector<Property> values = {}) {
    return Filter{op, key, std::move(values)}.passes(lane);
}

TEST(Filter, ComparesNumbersAndTexts) {
    EXPECT_TRUE(passes(Op::Equal, "width", {4.0}));
    EXPECT_TRUE(passes(Op::AtMost, "width", {4.0}));
    EXPECT_FALSE(passes(Op::Less, "width", {4.0}));
    EXPECT_TRUE(passes(Op::More, "width", {3.5}));
    EXPECT_FALSE(passes(Op::AtLeast, "width", {4.1}));
    EXPECT_TRUE(passes(Op::In, "kind", {std::string{"主干路"}, std::string{"支路"}}));
    EXPECT_TRUE(passes(Op::Equal, "inside", {true}));
}

TEST(Filter, TextIsNoNumber) {
    EXPECT_FALSE(passes(Op::Less, "kind", {4.0}));
    EXPECT_FALSE(passes(Op::More, "kind", {4.0}));
    EXPECT_FALSE(passes(Op::Equal, "width", {std::string{"4"}}));
}

// What is unknown is neither small nor large; it differs from every constant.
TEST(Filter, TheUnknownFulfilsOnlyNegations) {
    EXPECT_FALSE(passes(Op::Equal, "height", {0.0}));
    EXPECT_FALSE(passes(Op::AtMost, "height", {100.0}));
    EXPECT_FALSE(passes(Op::More, "height", {-1.0}));
    EXPECT_FALSE(passes(Op::In, "height", {0.0}));
    EXPECT_FALSE(passes(Op::Has, "height"));
    EXPECT_TRUE(passes(Op::NotHas, "height"));
    EXPECT_TRUE(passes(Op::NotEqual, "height", {0.0}));
    EXPECT_TRUE(passes(Op::NotIn, "height", {0.0}));
}

TEST(Filter, JoinsParts) {
    const Filter yes{Op::Has, "width", {}}, no{Op::Has, "height", {}};
    EXPECT_TRUE((Filter{Op::All, {yes, yes}}.passes(lane)));
    EXPECT_FALSE((Filter{Op::All, {yes, no}}.passes(lane)));
    EXPECT_TRUE((Filter{Op::Any, {no, yes}}.passes(lane)));
    EXPECT_TRUE((Filter{Op::None, {no, no}}.passes(lane)));
    EXPECT_FALSE((Filter{Op::None, {no, yes}}.passes(lane)));
    EXPECT_TRUE(Filter{}.passes(lane));
}

std::string words(const std::string& field, int decimals) {
    if (field == "kind") return "配电房";
    if (field == "width") return app::number_words(4.0, decimals);
    return {};
}

TEST(LabelText, FillsFieldsAndDropsBracketsWithUnknownOnes) {
    EXPECT_EQ(app::filled("{kind}[ · {owner}]", words), "配电房");
    EXPECT_EQ(app::filled("{kind}[ · {width:1} m]", words), "配电房 · 4.0 m");
    EXPECT_EQ(app::filled("[{owner} kVA]", words), "");
    EXPECT_EQ(app::filled("登高", words), "登高");
    EXPECT_THAT(app::fields_of("{kind}[ {width:1} m]"), testing::ElementsAre("kind", "width"));
}

TEST(LabelText, BuildingsAreCalledByTheirNumbers) {
    EXPECT_EQ(app::short_building_name("青禾苑12号楼"), "12#");
    EXPECT_EQ(app::short_building_name("A1栋"), "A1#");
    EXPECT_EQ(app::short_building_name("23#"), "23#");
    EXPECT_EQ(app::short_building_name("社区服务中心"), "社区服务中心");
    EXPECT_EQ(app::short_building_name("号楼"), "号楼");
    EXPECT_EQ(app::short_building_name(""), "");
}

TEST(LabelText, NumbersHaveNoUselessDigits) {
    EXPECT_EQ(app::number_words(120.0, -1), "120");
    EXPECT_EQ(app::number_words(0.4, -1), "0.4");
    EXPECT_EQ(app::number_words(0.125, -1), "0.12");
    EXPECT_EQ(app::number_words(3.0, 1), "3.0");
    EXPECT_EQ(app::number_words(std::numeric_limits<double>::quiet_NaN(), 1), "");
}

}  // namespace
