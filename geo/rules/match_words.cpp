#include "geo/rules/match_words.hpp"

#include "geo/rules/building_class.hpp"
#include "geo/rules/obstacle_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace geo {
namespace {

constexpr std::size_t most_kinds = 3;

Message word(FireGrade grade) { return grade == FireGrade::Unknown ? Message{"耐火等级未知", "of unknown grade"} : fire_grade_words(grade); }
Message word(HeightClass height) { return height == HeightClass::Unknown ? Message{"高度未知", "of unknown height"} : height_class_words(height); }

Message word(const std::string& use) { return use_words(use); }

Message word(Facade facade) { return facade_words(facade); }

template <typename T>
Message joined(const std::vector<T>& values) {
    Message text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Message next = word(values[i]);
        text.zh += (i == 0 ? "" : "、") + next.zh;
        text.en += (i == 0 ? "" : i + 1 == values.size() ? " or " : ", ") + next.en;
    }
    return text;
}

Message none_of(const std::vector<std::string>& uses) {
    if (uses.empty()) return {};
    const Message all = joined(uses);
    return {"非" + all.zh, "not " + all.en};
}

Message kinds_joined(const std::vector<std::string>& kinds) {
    if (kinds.empty()) return {"任何障碍", "any obstacle"};
    Message text;
    for (std::size_t i = 0; i < std::min(most_kinds, kinds.size()); ++i) {
        const Message next = kind_words(kinds[i]);
        text.zh += (i == 0 ? "" : "、") + next.zh;
        text.en += (i == 0 ? "" : ", ") + next.en;
    }
    if (const std::size_t more = kinds.size() - std::min(most_kinds, kinds.size()); more > 0) {
        text.zh += fmt::format(" 等 {} 类", kinds.size());
        text.en += fmt::format(" and {} more", more);
    }
    return text;
}

/// Packs write "from 5" as over 4.999, and one value as a thin range.
std::string figure(double bound) { return fmt::format("{:g}", std::round(bound * 100.0) / 100.0); }

/// Empty where nothing bounds it.
Message range(std::optional<double> over, std::optional<double> to, const Message& what, std::string_view unit) {
    std::string zh, en;
    if (over && to) zh = en = figure(*over) == figure(*to) ? figure(*to) : figure(*over) + "–" + figure(*to);
    else if (over) zh = "> " + figure(*over), en = "over " + figure(*over);
    else if (to) zh = "≤ " + figure(*to), en = "up to " + figure(*to);
    else return {};
    return say("{0}{1}{2}", "{3}{4}{2}", what.zh, zh, unit, what.en, en);
}

}  // namespace

Message use_words(const std::string& use) {
    if (use == "residential") return {"住宅", "dwellings"};
    if (use == "public") return {"公共建筑", "public"};
    if (use == "important") return {"重要公共建筑", "important public"};
    if (use == "teaching_ward") return {"教学楼、宿舍、病房楼", "teaching, dormitory or ward buildings"};
    if (use == "children_elderly") return {"老幼场所", "for children or the elderly"};
    return {use, use};
}

Message described(const ObstacleMatch& match) {
    Message text = kinds_joined(match.kinds);
    const std::array<Message, 8> details{joined(match.height_classes),
                                         joined(match.fire_grades),
                                         joined(match.uses),
                                         none_of(match.not_uses),
                                         joined(match.facades),
                                         range(match.quantity_over, match.quantity_to, {"数量 ", "quantity "}, ""),
                                         range(match.voltage_over, match.voltage_to, {}, " kV"),
                                         range(match.pressure_over, match.pressure_to, {}, " MPa")};
    for (const Message& detail : details) {
        if (detail.zh.empty()) continue;
        text.zh += "，" + detail.zh;
        text.en += ", " + detail.en;
    }
    return text;
}

}  // namespace geo
