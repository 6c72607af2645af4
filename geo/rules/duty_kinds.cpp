#include "geo/rules/duty_kinds.hpp"

#include "geo/rules/embedded_data.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace geo {
namespace {

using nlohmann::json;

Message text_of(const json& value) { return {value.at("zh"), value.at("en")}; }

std::vector<DutyKind> read_list() {
    const auto file = std::ranges::find_if(embedded::codelists(), [](const embedded::File& f) { return f.name == "duties.json"; });
    std::vector<DutyKind> kinds;
    const json whole = json::parse(file->text);
    for (const json& entry : whole.at("duties")) {
        const std::string compare = entry.at("compare");
        kinds.push_back({.code = entry.at("code"), .name = text_of(entry), .unit = entry.at("unit"),
                         .compare = compare == "at_most" ? DutyKind::Compare::AtMost : compare == "at_least" ? DutyKind::Compare::AtLeast : DutyKind::Compare::Seen,
                         .measured = text_of(entry.at("measured"))});
    }
    return kinds;
}

}  // namespace

std::span<const DutyKind> duty_kinds() {
    static const std::vector<DutyKind> kinds = read_list();
    return kinds;
}

const DutyKind* duty_kind(std::string_view code) {
    const auto found = std::ranges::find(duty_kinds(), code, &DutyKind::code);
    return found == duty_kinds().end() ? nullptr : &*found;
}

Message duty_words(const std::string& code) {
    const DutyKind* kind = duty_kind(code);
    return kind ? kind->name : Message{code, code};
}

}  // namespace geo
