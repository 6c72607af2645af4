#include "geo/rules/number_edit.hpp"

#include "geo/rules/missing_numbers.hpp"
#include "geo/rules/requirement.hpp"
#include "tests/geo/rules/classes.hpp"
#include "tests/geo/rules/pack_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace geo;
using testing::HasSubstr;

std::string refused(const auto& act) {
    try {
        act();
    } catch (const RuleError& error) {
        return error.message().zh + "|" + error.message().en;
    }
    return "accepted";
}

TEST(NumberEdit, IsReadAsTyped) {
    EXPECT_EQ(*number_edit("to-building=6").value, 6.0);
    EXPECT_EQ(number_edit("to-building=6").unit, "");
    EXPECT_EQ(number_edit("to-building=20ft").unit, "ft");
    EXPECT_EQ(*number_edit("to-building=1e1m").value, 10.0);
    for (const char* wrong : {"to-building", "=6", "to-building=", "to-building=six", "to-building=nan", "to-building=inf", "to-building=1e999"})
        EXPECT_THAT(refused([&] { number_edit(wrong); }), HasSubstr(wrong)) << wrong;
}

TEST(WithNumbers, FillsInWhatAPackAsksFor) {
    const RulePack generic = load_pack("generic");
    const RulePack filled = with_numbers(generic, std::vector{number_edit("to-building=20ft"), number_edit("bay.width=0.8")});
    const Requirement asked = requirements(filled, ZoneType::Shed, unknown_building()).front();
    EXPECT_NEAR(asked.need_m, 6.096, 1e-12);
    EXPECT_EQ(asked.rule->clause.status, Status::Assumption);
    EXPECT_THAT(asked.rule->clause.source, HasSubstr("原未给数值"));
    EXPECT_EQ(asked.rule->text, std::ranges::find(generic.clearances, "to-building", &ClearanceRule::id)->text);
    EXPECT_DOUBLE_EQ(parameter(filled, "bay.width"), 0.8);
    EXPECT_EQ(missing_parameters(filled).size(), missing_parameters(generic).size() - 1);
    EXPECT_NE(filled.sha256, generic.sha256);
    EXPECT_EQ(filled.id, "generic");
}

TEST(WithNumbers, ClaimOnlyWhatTheirSourceLetsThem) {
    RuleEdit edit = number_edit("to-building=8");
    const auto status_of = [&] {
        const RulePack pack = with_numbers(load_pack("generic"), std::vector{edit});
        return std::ranges::find(pack.clearances, "to-building", &ClearanceRule::id)->clause;
    };
    edit.status = Status::Secondary;
    EXPECT_THAT(refused(status_of), HasSubstr("needs a source"));
    edit.source = "City guide 7";
    EXPECT_EQ(status_of().status, Status::Secondary);
    edit.status = Status::Verified;
    EXPECT_THAT(refused(status_of), HasSubstr("clause")) << "待填 is none";
    edit.clause = "4.2";
    EXPECT_EQ(status_of().status, Status::Verified);
    EXPECT_EQ(status_of().label(), Clause({.pack = {}, .number = "4.2", .source = "City guide 7", .mandatory_now = {}, .superseded_by = {}}).label());
    edit.status.reset();
    EXPECT_EQ(status_of().status, Status::Assumption) << "a source alone claims nothing";
}

TEST(WithNumbers, RefuseWhatNoRuleMayBe) {
    const auto with = [](std::initializer_list<const char*> typed) {
        std::vector<RuleEdit> edits;
        for (const char* text : typed) edits.push_back(number_edit(text));
        return refused([&] { with_numbers(load_pack("generic"), edits); });
    };
    EXPECT_THAT(with({"to-bilding=6"}), HasSubstr("to-building"));
    EXPECT_THAT(with({"bay.widht=1"}), HasSubstr("bay.width"));
    EXPECT_THAT(with({"to-building=-1"}), HasSubstr("to-building"));
    EXPECT_THAT(with({"to-building=1001"}), HasSubstr("1000"));
    EXPECT_THAT(with({"to-building=6furlong"}), HasSubstr("unit"));
    EXPECT_THAT(with({"to-building=6count"}), HasSubstr("to-building"));
    EXPECT_THAT(with({"to-building=0"}), HasSubstr("ban"));
    EXPECT_THAT(with({"to-building=6", "to-building=7"}), HasSubstr("twice"));
    EXPECT_EQ(with({"to-exit=6", "setback=0"}), "accepted");
}

// In a file a rule of its own is changed where it stands, one of its parent's is restated.
TEST_F(PackFiles, TakeNumbers) {
    const std::string file = write(pack_with({rule("silo", "silo", 20.0)}));
    const std::string before = json::parse(std::ifstream{file}).dump();
    const std::string text = with_numbers(before, load_pack(file), std::vector{number_edit("silo=25"), number_edit("refuse-room=30ft")});
    const RulePack pack = load_pack(write("town.json", text));
    const auto distance_m = [&](const char* id) { return std::ranges::find(pack.clearances, id, &ClearanceRule::id)->distance_m; };
    EXPECT_EQ(distance_m("silo"), 25.0);
    EXPECT_NEAR(distance_m("refuse-room"), 9.144, 1e-12);
    EXPECT_EQ(std::ranges::find(pack.clearances, "refuse-room", &ClearanceRule::id)->clause.pack, "town");
    EXPECT_EQ(std::ranges::find(pack.clearances, "refuse-room", &ClearanceRule::id)->strength, Strength::Should) << "as the parent has it";
    EXPECT_EQ(json::parse(text).at("rules").size(), 2u);
}

TEST_F(PackFiles, AreMadeAnew) {
    const std::string text = new_pack_text({.id = "our-town", .extends = "cn-sichuan", .title = {"本镇", "Our town"}, .jurisdiction = {"本镇", "our town"}});
    const RulePack pack = load_pack(write("our-town.json", text));
    EXPECT_EQ(pack.lineage, (std::vector<std::string>{"our-town", "cn-sichuan", "cn-base"}));
    EXPECT_THAT(refused([] { new_pack_text({.id = "Our Town", .extends = "cn-base", .title = {"a", "a"}, .jurisdiction = {"a", "a"}}); }), HasSubstr("id"));
}

}  // namespace
