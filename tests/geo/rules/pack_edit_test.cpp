#include "geo/rules/pack_edit.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/rule_rows.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace geo {
namespace {

using testing::HasSubstr;

const RuleRow& row(const std::vector<RuleRow>& rows, const std::string& id) { return *std::ranges::find(rows, id, &RuleRow::id); }

std::string refusal(const RulePack& pack, const RuleEdit& edit) {
    try {
        with_edit(pack, edit);
    } catch (const RuleError& error) {
        return error.message().en;
    }
    return "accepted";
}

// Chongqing's 6 m from a shed to a building, taken as 8 m by a planner who names no source.
TEST(PackEdit, AnotherValueIsAnAssumptionThatNamesWhatStoodThere) {
    const RulePack parent = load_pack("cn-chongqing-2024"), copy = own_copy(parent, "our-town");
    const RulePack pack = with_edit(copy, {.rule = "shed-to-building", .value = 8.0, .unit = {}, .strength = {}, .clause = {}, .source = {}, .status = {}});
    const RuleRow rule = row(rule_rows(pack), "shed-to-building");
    EXPECT_EQ(rule.value, 8.0);
    EXPECT_EQ(rule.clause.status, Status::Assumption);
    EXPECT_EQ(rule.clause.pack, "our-town");
    EXPECT_THAT(rule.clause.source, HasSubstr("原为 6 m"));
    EXPECT_EQ(pack.lineage, (std::vector<std::string>{"our-town", "cn-chongqing-2024", "cn-base"}));
    EXPECT_NE(pack.sha256, copy.sha256);
    // Only that rule has changed.
    std::size_t changed = 0;
    const auto before = rule_rows(parent), after = rule_rows(pack);
    ASSERT_EQ(before.size(), after.size());
    for (const RuleRow& each : before) changed += each != row(after, each.id);
    EXPECT_EQ(changed, 1u);
    EXPECT_EQ(with_rule_of(pack, parent, "shed-to-building").clearances, copy.clearances);
}

TEST(PackEdit, FeetAreKeptAsMetres) {
    const RulePack pack = with_edit(own_copy(load_pack("cn-base"), "feet"),
                                    {.rule = "hydrant", .value = 10.0, .unit = "ft", .strength = Strength::Must, .clause = "7", .source = "Town code", .status = Status::Verified});
    const RuleRow rule = row(rule_rows(pack), "hydrant");
    EXPECT_DOUBLE_EQ(*rule.value, 3.048);
    EXPECT_EQ(rule.strength, Strength::Must);
    EXPECT_EQ(rule.clause.status, Status::Verified);
    EXPECT_EQ(rule.clause.label(), "Town code 7");
}

TEST(PackEdit, RefusesWhatNoPackMaySay) {
    const RulePack pack = own_copy(load_pack("cn-base"), "town");
    const auto value = [](std::string rule, double number, std::string unit = {}) {
        return RuleEdit{.rule = std::move(rule), .value = number, .unit = std::move(unit), .strength = {}, .clause = {}, .source = {}, .status = {}};
    };
    EXPECT_THAT(refusal(pack, value("hydrnt", 5)), HasSubstr("hydrant"));
    EXPECT_THAT(refusal(pack, value("hydrant", -1)), HasSubstr("hydrant"));
    EXPECT_THAT(refusal(pack, value("hydrant", 0)), HasSubstr("ban"));
    EXPECT_THAT(refusal(pack, value("hydrant", 5000)), HasSubstr("makes no sense"));
    EXPECT_THAT(refusal(pack, value("hydrant", 5, "furlong")), HasSubstr("unit"));
    const RuleEdit unfounded{.rule = "hydrant", .value = {}, .unit = {}, .strength = {}, .clause = {}, .source = {}, .status = Status::Verified};
    EXPECT_THAT(refusal(pack, unfounded), HasSubstr("clause"));
}

// What a project's copy states is a pack file like any other: read back, it asks the same.
TEST(PackEdit, OwnRulesAreAPackFile) {
    const RulePack parent = load_pack("cn-base");
    const RulePack pack = with_edit(own_copy(parent, "town-file"), {.rule = "hydrant", .value = 4.0, .unit = {}, .strength = {}, .clause = {}, .source = {}, .status = {}});
    const auto file = std::filesystem::temp_directory_path() / "anchong-pack-edit-test.json";
    std::ofstream{file} << own_rules_text(pack, parent);
    const RulePack read = load_pack(file.string());
    std::filesystem::remove(file);
    EXPECT_EQ(read.clearances, pack.clearances);
    EXPECT_EQ(read.parameters, pack.parameters);
    EXPECT_EQ(read.duties, pack.duties);
}

TEST(PackEdit, FindsTheParentInTheProjectOrTheProgram) {
    const RulePack base = own_copy(load_pack("cn-base"), "town");
    EXPECT_EQ(parent_of(base, {})->id, "cn-base");
    const RulePack child = own_copy(base, "street");
    EXPECT_FALSE(parent_of(child, {}));
    EXPECT_EQ(parent_of(child, {{"town", pack_to_text(base)}})->sha256, base.sha256);
}

}  // namespace
}  // namespace geo
