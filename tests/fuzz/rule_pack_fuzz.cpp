#include "geo/core/error.hpp"
#include "geo/rules/coverage.hpp"
#include "geo/rules/embedded_data.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/pack_json.hpp"
#include "tests/fuzz/target.hpp"

#include <algorithm>

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
    const std::string parameter = R"("lineage":["a"],"rules":[{"id":"bay.width","parameter":"bay.width","value":80,"unit":"cm",)";
    std::vector<std::string> all{head + from + tail + "]}", head + ban + tail + "]}", head + line + tail + "]}", head + parameter + tail + "]}",
                                 R"({"schema_version":2})", R"({"id":"\ud800\u0000"})"};
    // Deeper than any pack, and than the stack where each level is a call.
    all.push_back(R"({"id":)" + std::string(200'000, '[') + std::string(200'000, ']') + "}");
    for (const auto& pack : geo::builtin_packs()) all.push_back(geo::pack_to_text(geo::load_pack(pack.id)));
    return all;
}
