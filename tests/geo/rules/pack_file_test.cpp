#include "geo/rules/pack_file.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/requirement.hpp"
#include "tests/geo/rules/pack_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <set>

namespace {

using namespace geo;
using testing::AllOf;
using testing::HasSubstr;

TEST(BuiltinPacks, AreListedById) {
    const auto packs = builtin_packs();
    std::string ids;
    for (const PackSummary& pack : packs) {
        ids += pack.id + " ";
        EXPECT_EQ(pack.extends, pack.id == "cn-base" || pack.id == "generic" ? "" : "cn-base") << pack.id;
    }
    EXPECT_EQ(ids, "cn-anhui-2024 cn-base cn-chongqing-2024 cn-fuzhou-2025 cn-gb50016-strict cn-sichuan generic ");
    EXPECT_EQ(packs[2].edition, "2024-10-12");
    EXPECT_EQ(packs[2].jurisdiction.zh, "重庆市");
}

TEST(BuiltinPacks, StateClauseSourceAndAnHonestStatusForEveryNumber) {
    for (const PackSummary& summary : builtin_packs()) {
        const RulePack pack = load_pack(summary.id);
        EXPECT_EQ(pack.lineage.back(), pack.id == "generic" ? "generic" : "cn-base");
        EXPECT_EQ(pack.sha256.size(), 64u);
        const auto expect_sourced = [&](const std::string& id, const Clause& clause, const Message& words) {
            EXPECT_FALSE(clause.number.empty() || clause.source.empty() || words.zh.empty() || words.en.empty()) << id;
            EXPECT_NE(clause.status, Status::Verified) << id << ": no standard's own text was read";
            EXPECT_NE(clause.mandatory_now, "yes") << id;
            EXPECT_EQ(clause.source.starts_with("GB 50016"), clause.superseded_by.starts_with("GB 55037-2022")) << id;
            EXPECT_THAT(pack.lineage, testing::Contains(clause.pack)) << id;
        };
        for (const ClearanceRule& each : pack.clearances) expect_sourced(each.id, each.clause, each.text);
        for (const auto& [id, each] : pack.parameters) expect_sourced(id, each.clause, each.text);
        for (const DutyRule& each : pack.duties) expect_sourced(each.id, each.clause, each.text);
    }
}

TEST(LoadPack, FoldsTheChildOverItsParent) {
    const RulePack base = load_pack("cn-base");
    const RulePack pack = load_pack("cn-chongqing-2024");
    EXPECT_EQ(pack.lineage, (std::vector<std::string>{"cn-chongqing-2024", "cn-base"}));
    std::set<std::string> ids;
    for (const ClearanceRule& each : pack.clearances) EXPECT_TRUE(ids.insert(each.id).second) << each.id;
    EXPECT_TRUE(std::ranges::is_sorted(pack.clearances, {}, &ClearanceRule::id));
    EXPECT_FALSE(ids.contains("building.shed.multi.grade4")) << "replaced";
    EXPECT_TRUE(ids.contains("building.other.multi.grade4")) << "not spoken of";
    // 7 rows give way, 3 ids are new (shed-to-building, shed-abuts-building, pipes-inside), and 2 parameters (the divider between groups).
    EXPECT_EQ(pack.clearances.size(), base.clearances.size() - 7 + 3);
    EXPECT_EQ(pack.parameters.size(), base.parameters.size() + 2);
    EXPECT_EQ(pack.parameters.at("group.max_bays").clause.pack, "cn-chongqing-2024");
    EXPECT_EQ(pack.parameters.at("bay.width").clause.pack, "cn-base");
}

TEST(LoadPack, ListsThePacksThereAreForAnUnknownId) {
    EXPECT_THAT(refusal("cn-atlantis"), HasSubstr("cn-base, cn-chongqing-2024"));
    EXPECT_THROW(load_pack("no/such/pack.json"), SourceError);
    EXPECT_THROW(load_pack("/"), SourceError);
}

TEST(PackText, ReadsBackToAnEqualPack) {
    for (const PackSummary& summary : builtin_packs()) {
        const RulePack pack = load_pack(summary.id);
        const std::string stored = pack_to_text(pack);
        const RulePack again = pack_from_text(stored);
        EXPECT_EQ(again.id, pack.id);
        EXPECT_EQ(again.title, pack.title);
        EXPECT_EQ(again.jurisdiction, pack.jurisdiction);
        EXPECT_EQ(again.edition, pack.edition);
        EXPECT_EQ(again.lineage, pack.lineage);
        EXPECT_EQ(again.clearances, pack.clearances);
        EXPECT_EQ(again.parameters, pack.parameters);
        EXPECT_EQ(again.duties, pack.duties);
        EXPECT_EQ(again.sha256, pack.sha256);
        EXPECT_EQ(pack_to_text(again), stored);
    }
    EXPECT_THROW(pack_from_text("{}"), RuleError);
    EXPECT_THROW(pack_from_text(pack_with({}).dump()), RuleError) << "not folded";
}

TEST_F(PackFiles, OfATownChangeOneNumber) {
    json stricter = rule("refuse-room", "refuse_room", 12.0);
    const RulePack pack = load_pack(write(pack_with({stricter}, "town", "cn-chongqing-2024")));
    EXPECT_EQ(pack.lineage, (std::vector<std::string>{"town", "cn-chongqing-2024", "cn-base"}));
    const auto it = std::ranges::find(pack.clearances, "refuse-room", &ClearanceRule::id);
    ASSERT_NE(it, pack.clearances.end());
    EXPECT_DOUBLE_EQ(it->distance_m, 12.0);
    EXPECT_EQ(it->clause.pack, "town");
}

TEST_F(PackFiles, MayExtendAPackBesideThem) {
    write(pack_with({rule("silo", "silo", 20.0)}, "county"));
    const RulePack pack = load_pack(write(pack_with({}, "village", "county")));
    EXPECT_EQ(pack.lineage, (std::vector<std::string>{"village", "county", "cn-base"}));
    EXPECT_DOUBLE_EQ(std::ranges::find(pack.clearances, "silo", &ClearanceRule::id)->distance_m, 20.0);
}

// What asks for every number asks for all that the program needs: parameters of cn-base, kinds of the code list.
TEST(BuiltinPacks, OfOnesOwnNumbersAskForEveryParameter) {
    const RulePack generic = load_pack("generic"), base = load_pack("cn-base");
    for (const auto& [id, rule] : base.parameters) {
        if (id.ends_with(".applies")) continue;
        ASSERT_TRUE(generic.parameters.contains(id)) << id;
        EXPECT_EQ(generic.parameters.at(id).unit, rule.unit) << id;
    }
    for (const ClearanceRule& rule : generic.clearances)
        EXPECT_NE(rule.is_missing, rule.ban && rule.id != "to-exit") << rule.id << ": bans of ground are no number";
    // What only helps to derive ground and accuracies is taken as cn-base has it, as an assumption.
    for (const auto& [id, rule] : generic.parameters) EXPECT_TRUE(rule.is_missing || rule.clause.status == Status::Assumption) << id;
}

// A distance for sheds and open ground in the place of one for all leaves the cabinets theirs.
TEST_F(PackFiles, ThatReplaceARuleForSomeZoneTypesLeaveItToTheOthers) {
    json nearer = rule("nearer", "silo", 5.0);
    nearer["zone"] = {"shed", "open_air"};
    nearer["replaces"] = {"silo"};
    const RulePack pack = load_pack(write(pack_with({nearer})));
    const auto left = std::ranges::find(pack.clearances, "silo", &ClearanceRule::id);
    ASSERT_NE(left, pack.clearances.end());
    EXPECT_EQ(left->zones, (std::vector{ZoneType::ChargingCabinet, ZoneType::SwapCabinet}));
    json rest = rule("rest", "silo", 4.0);
    rest["zone"] = {"charging_cabinet", "swap_cabinet"};
    rest["replaces"] = {"silo"};
    const RulePack both = load_pack(write(pack_with({nearer, rest}, "both")));
    EXPECT_EQ(std::ranges::find(both.clearances, "silo", &ClearanceRule::id), both.clearances.end());
}

TEST_F(PackFiles, TakeLengthsInOtherUnits) {
    const std::pair<const char*, double> rows[]{
        {"m", 2.0}, {"cm", 0.02}, {"mm", 0.002}, {"ft", 0.6096}, {"in", 0.0508}};
    for (const auto& [unit, metres] : rows) {
        json changed = rule("silo", "silo", 2.0);
        changed["unit"] = unit;
        const RulePack pack = load_pack(write(pack_with({changed})));
        EXPECT_NEAR(std::ranges::find(pack.clearances, "silo", &ClearanceRule::id)->distance_m, metres, 1e-12) << unit;
    }
}

TEST_F(PackFiles, AreRefusedWithFileRuleAndReason) {
    const auto with = [](const char* key, const json& value) {
        json changed = rule("r", "silo", 6.0);
        if (value.is_discarded())
            changed.erase(key);
        else
            changed[key] = value;
        return pack_with({changed});
    };
    const json gone(json::value_t::discarded);
    json newer = pack_with({});
    newer["schema_version"] = 2;
    json crossed = rule("r", "silo", 6.0);
    crossed["from"]["quantity"] = {{"over", 10}, {"to", 5}};
    json as_parameter = rule("bay.width", "silo", 1.0);
    as_parameter.erase("from");
    as_parameter["parameter"] = "bay.depth";
    const std::pair<json, std::vector<const char*>> rows[]{
        {newer, {"newer"}},
        {with("value", -1), {"rule r", "value"}},
        {with("value", 1000.5), {"rule r", "1000"}},
        {with("value", 0), {"rule r", "ban"}},
        {with("value", "6"), {"rule r", "value"}},
        {with("unit", "furlong"), {"rule r", "unit"}},
        {with("unit", "count"), {"rule r", "\"count\""}},
        {with("status", "certain"), {"rule r", "status"}},
        {with("clause", gone), {"rule r", "clause"}},
        {with("source", gone), {"rule r", "source"}},
        {with("strength", "maybe"), {"rule r", "strength"}},
        {with("colour", "red"), {"rule r", "colour"}},
        {with("zone", {"shack"}), {"rule r", "zone"}},
        {with("from", {{"kind", "reactor"}}), {"rule r", "no kind \"reactor\""}},
        {with("from", {{"kind", "building"}, {"fire_grade", {5}}}), {"rule r", "fire_grade"}},
        {with("from", {{"use", {"public"}}}), {"rule r", "from"}},
        {with("replaces", {"ghost"}), {"rule r", "ghost"}},
        {pack_with({crossed}), {"rule r", "quantity"}},
        {pack_with({rule("r", "silo", 6), rule("r", "silo", 7)}), {"rule r", "twice"}},
        {pack_with({rule("bay.width", "silo", 6)}), {"rule bay.width", "both"}},
        {pack_with({as_parameter}), {"rule bay.width", "bay.depth"}},
        {pack_with({}, "town", "atlantis"), {"atlantis", "cn-base, cn-chongqing-2024"}},
        {pack_with({}, "town", "../town"), {"extends"}},
        {pack_with({}, "cn-base", "cn-chongqing-2024"), {"built-in"}},
    };
    for (const auto& [pack, words] : rows) {
        const std::string file = write("bad.json", pack.dump());
        const std::string reason = refusal(file);
        EXPECT_THAT(reason, HasSubstr("bad.json")) << pack.dump();
        for (const char* word : words) EXPECT_THAT(reason, HasSubstr(word)) << pack.dump();
        const auto listed = validate_pack(file);
        ASSERT_FALSE(listed.empty()) << pack.dump();
        EXPECT_THAT(reason, HasSubstr(listed.front().en));
    }
}

// What the program reads by its name has to be a number that it can use.
TEST_F(PackFiles, AreRefusedWhereAParameterIsNoneThatTheProgramCanUse) {
    const auto with = [](const char* id, const json& value, const char* unit) {
        json parameter = rule(id, "silo", 1.0);
        parameter.erase("from");
        parameter["parameter"] = id, parameter["value"] = value, parameter["unit"] = unit;
        return pack_with({parameter});
    };
    const std::pair<json, const char*> refused[]{
        {with("group.max_bays", 20, "ft"), "its unit must be one of: count"}, {with("group.max_bays", 2.5, "count"), "2.5 is no whole number"},
        {with("group.max_bays", 0, "count"), "0 is below 1"},                 {with("bay.width", 3, "count"), "its unit must be one of: m, cm, mm, km, ft, in"},
        {with("bay.width", 0, "m"), "0 is not above 0"},                      {with("bay.width", 1000, "m"), "1000 is above 20"},
        {with("fire_lane.clear_width", 4, "m2"), "must be one of: m, cm"},    {with("group.gap", 3, "h"), "must be one of: m, cm"},
        {with("aisle.may_leave_zone", 7, "flag"), "7 is neither 0 (no) nor 1 (yes)"}, {with("ours.applies", 2, "flag"), "2 is neither"},
        {with("extinguisher.area_per_a", 50, "m"), "must be one of: m2, ft2"}, {with("aerial_site.side_share", 1.5, "share"), "1.5 is above 1"}};
    for (const auto& [pack, words] : refused) {
        const std::string reason = refusal(write("bad.json", pack.dump()));
        EXPECT_THAT(reason, HasSubstr(words)) << pack.dump();
        EXPECT_THAT(reason, HasSubstr("rule " + pack["rules"][0]["id"].get<std::string>())) << reason;
    }
    for (const json& pack : {with("bay.width", 3, "ft"), with("setback", 0, "m"), with("aisle.one_side", 0, "m"), with("group.max_bays", 1, "count"), with("extinguisher.area_per_a", 540, "ft2"),
                             with("ours.length", 0, "m")})
        EXPECT_THAT(validate_pack(write("good.json", pack.dump())), testing::IsEmpty()) << pack.dump();
}

TEST_F(PackFiles, AreRefusedWhenTheyExtendNothingOrOneAnother) {
    json orphan = pack_with({});
    orphan["extends"] = nullptr;
    EXPECT_THAT(refusal(write(orphan)), AllOf(HasSubstr("extend cn-base"), HasSubstr("generic")));
    const std::string a = write(pack_with({}, "a", "b"));
    write(pack_with({}, "b", "a"));
    EXPECT_THAT(refusal(a), HasSubstr("a → b → a"));
    EXPECT_THAT(refusal(write(pack_with({}, "self", "self"))), HasSubstr("self → self"));
}

TEST_F(PackFiles, AreRefusedWhenTheyAreNoUtf8Json) {
    EXPECT_THAT(refusal(write("x.json", "{\"id\": ")), HasSubstr("not valid JSON"));
    EXPECT_THAT(refusal(write("x.json", "{\"id\": \"\xD6\xD8\xC7\xEC\"}")), HasSubstr("UTF-8"));
    EXPECT_THAT(refusal(write("x.json", "[]")), HasSubstr("x.json"));
    EXPECT_THAT(refusal(write("x.json", "{\"schema_version\": 1e999}")), HasSubstr("not valid JSON"));
    EXPECT_THROW(load_pack(write("empty.json", "")), SourceError);
    EXPECT_THROW(load_pack(folder().string()), SourceError);
}

// Found by fuzzing: brackets enough to exhaust the stack are refused, not followed.
TEST_F(PackFiles, AreRefusedWhenTheyAreNestedTooDeep) {
    const std::string brackets(200'000, '[');
    EXPECT_THAT(refusal(write("deep.json", "{\"id\": " + brackets + std::string(200'000, ']') + "}")), HasSubstr("nested"));
    EXPECT_THAT(refusal(write("open.json", brackets)), HasSubstr("nested"));
}

/// Some 10 MB of rules.
std::string ten_megabytes(const char* kind) {
    json pack = pack_with({});
    for (int i = 0; i < 50'000; ++i) pack["rules"].push_back(rule(fmt::format("rule-{}", i).c_str(), kind, 6.0));
    std::string text = pack.dump();
    EXPECT_GT(text.size(), 9'000'000u);
    return text;
}

TEST_F(PackFiles, OfTenMegabytesAreReadOrRefusedInSeconds) {
    const auto start = std::chrono::steady_clock::now();
    const RulePack pack = load_pack(write("many.json", ten_megabytes("silo")));
    EXPECT_EQ(pack.clearances.size(), load_pack("cn-base").clearances.size() + 50'000);
    const std::string reason = refusal(write("wrong.json", ten_megabytes("reactor")));
    EXPECT_THAT(reason, AllOf(HasSubstr("rule-0: "), HasSubstr("49980 more faults")));
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    RecordProperty("milliseconds", static_cast<int>(elapsed.count() * 1000));
    EXPECT_LT(elapsed.count(), 150.0) << "a few seconds on an idle machine";
    EXPECT_THROW(load_pack(write("large.json", std::string(17U << 20U, ' '))), SourceError) << "larger than any pack";
}

TEST_F(PackFiles, TellAllReasonsAtOnce) {
    json second = rule("s", "reactor", 2000.0);
    const auto reasons = validate_pack(write(pack_with({rule("r", "reactor", 6.0), second})));
    EXPECT_EQ(reasons.size(), 3u) << "two unknown kinds and one absurd value";
}

TEST_F(PackFiles, AreFoundBareWhereTheyTakeRulesAway) {
    json thin = rule("silo", "silo", 20.0);
    thin["zone"] = {"shed"};
    thin["replaces"] = {"building.shed.multi.grade3"};
    const std::string file = write(pack_with({thin}));
    EXPECT_NO_THROW(load_pack(file)) << "data without such obstacles can do with it";
    const auto reasons = validate_pack(file);
    ASSERT_EQ(reasons.size(), 2u);
    EXPECT_THAT(reasons[0].en, HasSubstr("type shed no rule covers building"));
    EXPECT_THAT(reasons[1].en, HasSubstr("open_air, charging_cabinet, swap_cabinet no rule covers silo"));
}

TEST_F(PackFiles, OfTheProgramAreSound) {
    // As a child without rules of its own, so that the coverage is judged too.
    for (const PackSummary& pack : builtin_packs())
        EXPECT_THAT(validate_pack(write(pack_with({}, "child", pack.id.c_str()))), testing::IsEmpty()) << pack.id;
}

}  // namespace
