#include "geo/zones/taken_words.hpp"

#include "geo/rules/building_class.hpp"
#include "geo/rules/match_words.hpp"
#include "geo/zones/remedies.hpp"

#include <algorithm>

namespace geo {
namespace {

constexpr std::size_t most_names = 3;

Message joined(const std::vector<Message>& names) {
    Message text;
    for (std::size_t i = 0; i < std::min(most_names, names.size()); ++i) {
        const bool is_last = i + 1 == names.size();
        text.zh += (i == 0 ? "" : "、") + names[i].zh;
        text.en += (i == 0 ? "" : is_last ? " and " : ", ") + names[i].en;
    }
    if (names.size() > most_names) {
        text.zh += fmt::format(" 等 {} 处", names.size());
        text.en += fmt::format(" and {} more", names.size() - most_names);
    }
    return text;
}

/// `（条款，6 m）`, as far as both are known.
Message in_brackets(const std::string& clause, const std::optional<double>& metres) {
    std::string inner = clause;
    const std::string distance = metres ? fmt::format("{:g} m", *metres) : "";
    if (inner.empty() && distance.empty()) return {};
    if (!inner.empty() && !distance.empty()) return {"（" + inner + "，" + distance + "）", " (" + inner + ", " + distance + ")"};
    inner += distance;
    return {"（" + inner + "）", " (" + inner + ")"};
}

Message side_words(std::optional<Side> side) {
    if (!side) return {};
    switch (*side) {
        case Side::North: return {"北侧", "on the north side of"};
        case Side::East: return {"东侧", "on the east side of"};
        case Side::South: return {"南侧", "on the south side of"};
        case Side::West: return {"西侧", "on the west side of"};
        case Side::Gable: return {"山墙侧", "at the gables of"};
        case Side::All: break;
    }
    return {};
}

Message type_words(ZoneType type) {
    switch (type) {
        case ZoneType::OpenAir: return {"露天停放区", "open-air zones"};
        case ZoneType::Shed: return {"车棚", "sheds"};
        case ZoneType::ChargingCabinet: return {"充电柜", "charging cabinets"};
        case ZoneType::SwapCabinet: return {"换电柜", "battery-swap cabinets"};
    }
    return {};
}

/// What a number takes, behind its subject.
Message takes(const Taken& taken) {
    if (taken.only_m2 > 0.0)
        return say("占空地的 {} %（{} m²），其中 {} m² 只被它占用。", "takes {} % of the open ground ({} m²), {} m² of it taken by nothing else.", percent(taken.alone_share),
                   square_metres(taken.alone_m2), square_metres(taken.only_m2));
    return say("占空地的 {} %（{} m²），其他规则也都占用。", "takes {} % of the open ground ({} m²), all of it taken by others too.", percent(taken.alone_share),
               square_metres(taken.alone_m2));
}

Message sentence(const Message& subject, const Message& rest) { return {subject.zh + rest.zh, subject.en + " " + rest.en}; }

Message row_sentence(const TakenRow& row) {
    const Message clause = in_brackets(row.rule.clause.label(), std::nullopt);
    const bool is_should = row.rule.strength == Strength::Should && !row.rule.ban;
    const std::string need = fmt::format("{:g}", row.need_m);
    return sentence(say("距{0}{1} {2} m{3}", "the {6}{2} m to {4}{5}", row.name.zh, is_should ? "宜" : "须", need, clause.zh, row.name.en, clause.en,
                        is_should ? "recommended " : ""),
                    takes(row));
}

Message rule_sentence(const TakenRule& rule) {
    const Message clause = in_brackets(rule.rule.clause.label(), std::nullopt);
    const Message from = rule.rule.id == "setback" ? Message{"小区边界", "the compound's boundary"} : described(rule.rule.from);
    const std::string need = rule.least_m == rule.most_m ? fmt::format("{:g} m", rule.least_m) : fmt::format("{:g}–{:g} m", rule.least_m, rule.most_m);
    const bool is_should = rule.rule.strength == Strength::Should && !rule.rule.ban;
    return sentence(say("距{0}{1} {2}{3}，涉及 {4} 处，", "The {9}{2} to {5}{6}, of {7} {8},", from.zh, is_should ? "宜" : "须", need, clause.zh, rule.obstacles, from.en, clause.en,
                        rule.obstacles, rule.obstacles == 1 ? "obstacle" : "obstacles", is_should ? "recommended " : ""),
                    takes(rule));
}

Message headline(const GroundTaken& taken, double least_width_m) {
    const std::string& name = taken.name.empty() ? taken.compound : taken.name;
    if (!(taken.open_m2 > 0.0)) return say("{}：没有空地，建筑占地、车道等占满全部用地。", "{}: no open ground; footprints, lanes and the like cover all of it.", name);
    if (taken.zones == 0 && taken.free_m2 < 0.05)
        return say("{}：空地 {} m²，被各条规则合计占尽。", "{}: {} m² of open ground, all of it taken by the rules together.", name, square_metres(taken.open_m2));
    const Message open = say("{}：空地 {} m²，各条规则合计占 {} %，余 {} m²", "{}: {} m² of open ground, of which the rules together take {} %; {} m² are left", name,
                             square_metres(taken.open_m2), percent(taken.taken_share), square_metres(taken.free_m2));
    if (taken.zones == 0)
        return say("{0}，均窄于最小停放区（{1:g} m）。", "{2}, all narrower than a least site ({1:g} m).", open.zh, least_width_m, open.en);
    return say("{0}，可设地 {1} 处、{2} m²，最宽 {3:.1f} m。", "{4}: {1} {5} of {2} m², up to {3:.1f} m wide.", open.zh, taken.zones, square_metres(taken.zones_m2), taken.widest_m, open.en,
               taken.zones == 1 ? "zone" : "zones");
}

std::string capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

void append(Message& text, const Message& further) {
    text.zh += further.zh;
    text.en += " " + capital(further.en);
}

}  // namespace

std::string square_metres(double m2) { return fmt::format("{:.{}f}", m2, m2 < 9.95 ? 1 : 0); }
std::string percent(double share) { return fmt::format("{:.{}f}", share * 100.0, share < 0.00995 ? 1 : 0); }

void add_sentences(GroundTaken& taken, double least_width_m) {
    for (TakenRow& row : taken.rows) {
        row.text = row_sentence(row);
        row.text.en = capital(row.text.en);
    }
    for (TakenRule& rule : taken.rules) rule.text = rule_sentence(rule);
    taken.summary = taken.headline = headline(taken, least_width_m);
    if (!taken.rules.empty() && taken.rules.front().obstacles > 1) append(taken.summary, taken.rules.front().text);
    else if (!taken.rows.empty()) append(taken.summary, taken.rows.front().text);
    // What one owner can do is said first; that of a whole street stands in the list.
    const auto single = std::ranges::find_if(taken.remedies, [&](const Remedy& r) { return r.obstacles.size() == 1 && r.frees_place == taken.remedies.front().frees_place; });
    if (single != taken.remedies.end()) append(taken.summary, single->text);
    else if (!taken.remedies.empty()) append(taken.summary, taken.remedies.front().text);
    else if (taken.zones == 0 && taken.open_m2 > 0.0)
        append(taken.summary, say("规则包所给的例外、补测、清除或改换类型都不能得到可设地。", "No exception of the pack, survey, clearing or other type of zone would make a zone."));
}

Message not_computed_words(const GroundTaken& taken) {
    return say("未能算出小区 {} 的用地占用：{}。请检查其边界与周边要素的几何。", "What rules take of compound {0} was not computed: {2}. Check its boundary and what lies round it.", taken.compound,
               taken.reason.zh, taken.reason.en);
}

Message wall_condition(const std::vector<Message>& names, Facade facade, std::optional<Side> side, const Message& survey, const Remedy& remedy) {
    const Message name = joined(names), wall = facade_words(facade), where = side_words(side), clause = in_brackets(remedy.clause.label(), remedy.need_after_m);
    const Message also = survey.zh.empty() ? Message{} : say("，并查明为{}", " and a survey that shows {1}", survey.zh, survey.en);
    return {fmt::format("若{}{}外墙{}为{}{}{}", name.zh, where.zh.empty() ? "的" : where.zh, names.size() > 1 ? "均" : "", wall.zh, also.zh, clause.zh),
            fmt::format("with a {} {} {}{}{}", wall.en, where.en.empty() ? "at" : where.en, name.en, also.en, clause.en)};
}

Message survey_condition(const std::vector<Message>& names, const Message& known, const Remedy& remedy) {
    const Message name = joined(names), clause = in_brackets(remedy.clause.label(), remedy.need_after_m);
    if (known.zh.empty())
        return say("若查明{0}的未知属性且均为最有利值{1}", "if surveys show the best of what is unknown of {2}{3}", name.zh, clause.zh, name.en, clause.en);
    return say("若查明{0}为{1}{2}", "if a survey shows {3} to be {4}{5}", name.zh, known.zh, clause.zh, name.en, known.en, clause.en);
}

Message remove_condition(const std::vector<Message>& names, bool is_illegal, const Remedy& remedy) {
    const Message name = joined(names), clause = in_brackets(remedy.clause.label(), remedy.need_before_m);
    return say(is_illegal ? "若拆除违建{0}{1}" : "若清除{0}{1}", is_illegal ? "with the illegal {2} gone{3}" : "with {2} cleared away{3}", name.zh, clause.zh, name.en, clause.en);
}

Message replace_condition(const std::vector<Message>& names, bool is_unknown, const Remedy& remedy) {
    const Message name = joined(names), clause = in_brackets(remedy.clause.label(), remedy.need_after_m);
    return say(is_unknown ? "若查明{0}为不燃材料{1}" : "若将{0}改为不燃材料{1}", is_unknown ? "if {2} is shown not to burn{3}" : "with {2} made of what cannot burn{3}", name.zh, clause.zh,
               name.en, clause.en);
}

Message depart_condition(const std::vector<Message>& names, const Remedy& remedy) {
    const Message name = joined(names), clause = in_brackets(remedy.clause.label(), remedy.need_before_m);
    return say("若说明理由，不采用对{0}的“宜”{1}", "departing, with reasons, from what is recommended for {2}{3}", name.zh, clause.zh, name.en, clause.en);
}

Message scenario_condition(const OtherRules& rules, const Clause& clause) {
    const Message label = in_brackets(clause.label(), std::nullopt);
    if (rules.kind == RemedyKind::Divider)
        return say("若本方案在停放区旁设耐火 {0:g} h 的隔墙{1}", "with dividers of {0:g} h fire resistance beside zones in this scenario{2}", rules.barrier_h, label.zh, label.en);
    const Message type = type_words(rules.type);
    return say("若本方案改设{0}{1}", "with {2} in this scenario{3}", type.zh, label.zh, type.en, label.en);
}

Message remedy_sentence(const Remedy& remedy, std::size_t zones_now) {
    const std::string m2 = square_metres(remedy.zones_m2), gained = square_metres(remedy.gained_m2);
    const char* const word = remedy.zones == 1 ? "zone" : "zones";
    const Message outcome = zones_now > 0 ? say("可设地增加 {0} m²，共 {1} 处、{2} m²", "{0} m² more, in all {1} {3} of {2} m²", gained, remedy.zones, m2, word)
                                          : say("可得 {0} 处可设地，共 {1} m²，最宽 {2:.1f} m", "{0} {3} of {1} m², up to {2:.1f} m wide", remedy.zones, m2, remedy.widest_m, word);
    return {remedy.condition.zh + "，" + outcome.zh + "。", capital(remedy.condition.en) + ": " + outcome.en + "."};
}

}  // namespace geo
