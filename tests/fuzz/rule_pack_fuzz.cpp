#include "geo/core/error.hpp"
#include "geo/rules/coverage.hpp"
#include "geo/rules/embedded_data.hpp"
#include "geo/rules/facades.hpp"
#include "geo/rules/number_edit.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/pack_json.hpp"
#include "geo/rules/requirement.hpp"
#include "tests/fuzz/target.hpp"

#include <cmath>
#include <span>

namespace {

// What a town's file is folded to can be stored, filled in and asked for distances, whatever stands in it.
void try_file(const std::string& text) {
    try {
        const geo::RulePack pack = geo::load_pack_text(text, "fuzz.json");
        fuzz::require(geo::pack_from_text(geo::pack_to_text(pack)).sha256 == pack.sha256, "a folded pack is stored as it is");
        const geo::ObstacleClass building{.role = geo::Role::Building, .kind = "building", .use = {}, .quantity = {}, .voltage_kv = {}, .pressure_mpa = {}};
        const auto asked = geo::requirements(pack, geo::ZoneType::Shed, building);
        for (const geo::Requirement& each : asked) fuzz::require(each.need_m >= 0.0 && each.need_m <= asked.front().need_m, "the largest governs");
        for (const geo::ClearanceRule& rule : pack.clearances) {
            if (rule.clause.pack != pack.id) continue;
            const geo::RuleEdit edit{.rule = rule.id, .value = 1.0, .unit = {}, .strength = {}, .clause = {}, .source = {}, .status = {}};
            const std::string changed = geo::with_numbers(text, pack, std::span{&edit, 1});
            geo::load_pack_text(changed, "fuzz.json");
            break;
        }
    } catch (const geo::RuleError& error) {
        fuzz::require(!error.message().zh.empty() && !error.message().en.empty(), "a refusal says why");
    } catch (const geo::SourceError& error) {
        fuzz::require(!error.message().zh.empty(), "a refusal says why");
    }
}

// The same bytes as an edit and as a note on walls.
void try_words(const std::string& text) {
    geo::wall_notes(text);
    try {
        fuzz::require(std::isfinite(*geo::number_edit(text).value), "a number that is one");
    } catch (const geo::RuleError&) {
    }
}

}  // namespace

// A pack is read, or refused with reasons; what was read is written and read back the same.
void fuzz::try_input(Bytes input) {
    const std::string text{as_text(input)};
    std::vector<geo::Message> reasons;
    const auto raw = geo::read_pack(text, "fuzz", reasons);
    require(raw.has_value() == reasons.empty(), "a pack, or reasons why not");
    try {
        const geo::RulePack pack = geo::pack_from_text(text);
        require(raw.has_value(), "what a project may hold is a pack");
        const geo::RulePack again = geo::pack_from_text(geo::pack_to_text(pack));
        require(pack.clearances == again.clearances && pack.parameters == again.parameters && pack.sha256 == again.sha256,
                "a pack written is the pack read");
        geo::bare_classes(pack);
    } catch (const geo::RuleError& error) {
        require(!error.message().zh.empty() && !error.message().en.empty(), "a refusal says why");
    }
    if (raw && raw->pack.lineage.empty()) try_file(text);
    try_words(text);
}

std::vector<std::string> fuzz::seeds() {
    const std::string head =
        R"({"schema_version":1,"id":"a","edition":"1","title":{"zh":"a","en":"a"},"jurisdiction":{"zh":"a","en":"a"},)";
    const std::string tail =
        R"("strength":"must","clause":"1","source":"s","status":"verified","mandatory_now":"yes","superseded_by":null,"text":{"zh":"a","en":"a"}})";
    const std::string from =
        R"("lineage":["a","cn-base"],"rules":[{"id":"r","zone":["shed"],"from":{"kind":["building"],"fire_grade":[1,2],"height_class":["super"]},"value":6,"unit":"ft",)";
    const std::string ban = R"("extends":"cn-base","rules":[{"id":"r","from":{"kind":"lpg_store","quantity":{"over":1,"to":10}},"ban":true,"replaces":["b"],"value":0,"unit":"m",)";
    const std::string line = R"("rules":[{"id":"r","from":{"kind":"power_line","voltage_kv":{"to":10}},"value":1.5,"unit":"m",)";
    const std::string exception = R"("extends":"cn-base","rules":[{"id":"r","from":{"kind":"building","facade":["firewall"],"not_use":["children_elderly"]},"instead_of":["building.shed.multi.grade12"],"value":0.75,"unit":"share",)";
    const std::string divider = R"("extends":"generic","rules":[{"id":"r","zone":["shed"],"from":{"kind":"building"},"instead_of":["to-building"],"barrier_h":3,"value":null,"unit":"ft",)";
    const std::string duty = R"("extends":"cn-base","rules":[{"id":"d","duty":"cctv","bays_over":100,"area_over_m2":200,"value":null,"unit":"none",)";
    const std::string flag = R"("extends":"cn-base","rules":[{"id":"r.applies","parameter":"r.applies","value":0,"unit":"flag",)";
    const std::string parameter = R"("lineage":["a"],"rules":[{"id":"bay.width","parameter":"bay.width","value":80,"unit":"cm",)";
    std::vector<std::string> all{head + from + tail + "]}", head + ban + tail + "]}", head + line + tail + "]}", head + parameter + tail + "]}",
                                 head + exception + tail + "]}", head + divider + tail + "]}", head + duty + tail + "]}", head + flag + tail + "]}", "to-building=20ft", "防火墙:北；无窗墙:东、西",
                                 R"({"schema_version":2})", R"({"id":"\ud800\u0000"})"};
    // Deeper than any pack, and than the stack where each level is a call.
    all.push_back(R"({"id":)" + std::string(200'000, '[') + std::string(200'000, ']') + "}");
    for (const auto& pack : geo::builtin_packs()) all.push_back(geo::pack_to_text(geo::load_pack(pack.id)));
    for (const geo::embedded::File& file : geo::embedded::rulepacks()) all.emplace_back(file.text);
    return all;
}
