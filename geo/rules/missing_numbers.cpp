#include "geo/rules/missing_numbers.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/requirement.hpp"

#include <algorithm>
#include <iterator>

namespace geo {

std::vector<MissingNumber> missing_parameters(const RulePack& pack) {
    std::vector<MissingNumber> missing;
    for (const auto& [id, rule] : pack.parameters)
        if (rule.is_missing) missing.push_back({id, rule.text, rule.unit, 0});
    return missing;
}

std::vector<MissingNumber> missing_numbers(const Inputs& inputs, const RulePack& pack, ZoneType zone) {
    std::vector<MissingNumber> missing = missing_parameters(pack);
    if (missing.empty() && std::ranges::none_of(pack.clearances, &ClearanceRule::is_missing)) return {};

    RulePack filled = pack;  // which obstacles there are does not hang on the numbers
    for (auto& [id, rule] : filled.parameters) rule.is_missing = false;
    std::vector<Finding> findings;
    RequirementsByClass known{filled, zone};
    std::map<const ClearanceRule*, std::size_t> counts;
    for (const Obstacle& obstacle : obstacles_of(inputs, filled, findings))
        for (const Requirement& asked : known.of(obstacle.what))
            if (asked.rule->is_missing) ++counts[asked.rule];
    std::ranges::move(missing_distances(counts), std::back_inserter(missing));
    std::ranges::sort(missing, {}, &MissingNumber::id);
    return missing;
}

std::vector<MissingNumber> missing_distances(const std::map<const ClearanceRule*, std::size_t>& counts) {
    std::vector<MissingNumber> missing;
    for (const auto& [rule, count] : counts) missing.push_back({rule->id, rule->text, "m", count});
    std::ranges::sort(missing, {}, &MissingNumber::id);
    return missing;
}

void throw_missing(const RulePack& pack, std::span<const MissingNumber> missing) {
    Message text = say("规则包 {} 没有给出下列 {} 个数值：", "rule pack {} does not state these {} numbers:", pack.id, missing.size());
    for (const MissingNumber& number : missing) {
        const std::string unit = number.unit == "count" || number.unit == "flag" ? "" : " " + number.unit;
        const Message count = number.obstacles > 0 ? say("，{} 个障碍物需要", ", asked for by {} obstacles", number.obstacles) : Message{};
        text.zh += fmt::format("\n  --set {}=数值{}  {}{}", number.id, unit, number.text.zh, count.zh);
        text.en += fmt::format("\n  --set {}=VALUE{}  {}{}", number.id, unit, number.text.en, count.en);
    }
    text.zh += "\n请查所在地标准，在 anchong new 时用 --set 给出，或用 anchong rules set 工程或规则包文件 ID=数值 填入。";
    text.en += "\nLook them up in the local standard; give them to anchong new with --set, or fill them in with anchong rules set PROJECT-OR-PACK-FILE ID=VALUE.";
    throw RuleError{text};
}

void require_numbers(const Inputs& inputs, const RulePack& pack, ZoneType zone) {
    if (const auto missing = missing_numbers(inputs, pack, zone); !missing.empty()) throw_missing(pack, missing);
}

}  // namespace geo
