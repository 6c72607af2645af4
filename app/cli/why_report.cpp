#include "app/cli/why_report.hpp"

#include "geo/zones/taken_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

using namespace geo;
using nlohmann::json;

constexpr std::size_t most_told = 10, most_remedies = 5;

template <typename T>
json or_null(const std::optional<T>& value) {
    return value ? json(*value) : json{};
}

json text_or_null(const std::string& text) { return text.empty() ? json{} : json(text); }

json rule_json(const std::string& id, const Clause& clause, Strength strength, const Message& text) {
    return {{"id", id}, {"clause", clause.label()}, {"number", clause.number}, {"source", clause.source}, {"status", status_name(clause.status)},
            {"strength", strength_name(strength)}, {"text", text.zh.empty() ? json{} : to_json(text)}};
}

json rule_json(const ClearanceRule& rule) { return rule_json(rule.id, rule.clause, rule.strength, rule.text); }

const TakenRow* taken_by(const GroundTaken* ground, const std::string& obstacle, const std::string& rule) {
    if (!ground) return nullptr;
    const auto it = std::ranges::find_if(ground->rows, [&](const TakenRow& row) { return row.obst_id == obstacle && row.rule.id == rule; });
    return it == ground->rows.end() ? nullptr : &*it;
}

const char* cause_name(Cause cause) {
    switch (cause) {
        case Cause::Kept: return "kept";
        case Cause::Breach: return "breach";
        case Cause::Presumed: return "presumed";
        case Cause::Accuracy: return "accuracy";
        case Cause::Derived: return "derived";
        case Cause::AssumedWidth: return "assumed_width";
        case Cause::Status: return "status";
    }
    return "";
}

json taken_json(const Taken& taken) {
    return {{"alone_m2", taken.alone_m2}, {"alone_share", taken.alone_share}, {"only_m2", taken.only_m2}};
}

json remedy_json(const Remedy& remedy) {
    return {{"kind", remedy_name(remedy.kind)},
            {"obstacles", remedy.obstacles},
            {"rule_before", text_or_null(remedy.rule_before)},
            {"rule_after", text_or_null(remedy.rule_after)},
            {"clause", remedy.clause.label()},
            {"status", status_name(remedy.clause.status)},
            {"need_before_m", or_null(remedy.need_before_m)},
            {"need_after_m", or_null(remedy.need_after_m)},
            {"zones", remedy.zones},
            {"zones_m2", remedy.zones_m2},
            {"gained_m2", remedy.gained_m2},
            {"widest_m", remedy.widest_m},
            {"frees_place", remedy.frees_place},
            {"text", to_json(remedy.text)}};
}

template <typename T>
void tell_all(const Console& console, const std::vector<T>& all, std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) console.tell(say("{0:3}  {1}", "{0:3}  {2}", i + 1, all[i].text.zh, all[i].text.en));
    if (all.size() > most) console.tell(say("… 另有 {} 条；用 --json 可列出全部。", "… and {} more; --json lists all.", all.size() - most));
}

}  // namespace

json rows_json(const Why& why, const GroundTaken* ground) {
    json rows = json::array();
    for (const WhyRow& row : why.rows) {
        const TakenRow* taken = taken_by(ground, row.obst_id, row.rule);
        rows.push_back({{"obst_id", row.obst_id}, {"obst_kind", row.obst_kind}, {"obstacle", to_json(row.obstacle)},
                        {"rule", rule_json(row.rule, row.clause, row.strength, row.text)}, {"need_m", row.need_m}, {"have_m", row.have_m},
                        {"margin_m", row.margin_m()}, {"verdict", verdict_name(row.verdict)}, {"cause", cause_name(row.cause)}, {"governs", row.governs_obstacle},
                        {"derived", row.is_derived}, {"presumed", row.is_presumed}, {"takes", taken ? taken_json(*taken) : json{}}});
    }
    return rows;
}

json ground_json(const GroundTaken& t) {
    json rows = json::array(), rules = json::array(), presumed = json::array(), remedies = json::array();
    for (const TakenRow& row : t.rows) {
        json entry = taken_json(row);
        entry.update({{"obst_id", row.obst_id}, {"obst_kind", row.obst_kind}, {"obstacle", to_json(row.obstacle)}, {"rule", rule_json(row.rule)}, {"need_m", row.need_m},
                      {"governs", row.governs}, {"derived", row.is_derived}, {"text", to_json(row.text)}});
        rows.push_back(std::move(entry));
    }
    for (const TakenRule& rule : t.rules) {
        json entry = taken_json(rule);
        entry.update({{"rule", rule_json(rule.rule)}, {"obstacles", rule.obstacles}, {"least_m", rule.least_m}, {"most_m", rule.most_m}, {"text", to_json(rule.text)}});
        rules.push_back(std::move(entry));
    }
    for (const PresumedGround& p : t.presumed)
        presumed.push_back({{"obst_id", p.obst_id}, {"obstacle", to_json(p.name)}, {"rule", rule_json(p.rule)}, {"open_m2", p.open_m2}, {"free_m2", p.free_m2}});
    for (const Remedy& remedy : t.remedies) remedies.push_back(remedy_json(remedy));
    return {{"compound", t.compound}, {"name", t.name}, {"computed", t.is_computed}, {"reason", t.is_computed ? json{} : to_json(t.reason)}, {"scale", t.scale},
            {"compound_m2", t.compound_m2}, {"open_m2", t.open_m2}, {"free_m2", t.free_m2}, {"taken_m2", t.taken_m2}, {"taken_share", t.taken_share}, {"zones", t.zones},
            {"zones_m2", t.zones_m2}, {"widest_m", t.widest_m}, {"summary", to_json(t.summary)}, {"rows", rows}, {"rules", rules}, {"presumed", presumed},
            {"remedies", remedies}};
}

void tell_rows(const Console& console, const Why& why, const GroundTaken* ground) {
    for (std::size_t i = 0; i < std::min(most_told, why.rows.size()); ++i) {
        const WhyRow& row = why.rows[i];
        const TakenRow* taken = taken_by(ground, row.obst_id, row.rule);
        const Message takes = taken ? say("，占空地的 {} %", ", takes {} % of the open ground", percent(taken->alone_share)) : Message{};
        console.tell(say("{0:3}  【{1}】{2}：须 {3:.2f} m，现 {4:.2f} m（{5}）{6}", "{0:3}  [{7}] {8}: {3:.2f} m needed, {4:.2f} m there ({5}){9}", i + 1, verdict_name(row.verdict),
                         row.obstacle.zh, row.need_m, row.have_m, row.clause.label(), takes.zh, verdict_name_en(row.verdict), row.obstacle.en, takes.en));
    }
    if (why.rows.size() > most_told) console.tell(say("… 另有 {} 条；用 --json 可列出全部。", "… and {} more; --json lists all.", why.rows.size() - most_told));
}

void tell_ground(const Console& console, const GroundTaken& taken, bool of_place) {
    console.tell(taken.summary);
    if (!taken.is_computed) return;
    if (!taken.rules.empty()) {
        console.tell(say("各条规则所占：", "What each rule takes:"));
        tell_all(console, taken.rules, most_told);
    }
    if (!taken.rows.empty()) {
        console.tell(say("各障碍物所占（各自单独计）：", "What each obstacle takes, alone:"));
        tell_all(console, taken.rows, most_told);
    }
    if (!taken.presumed.empty()) {
        console.tell(say("推定而未占用（一经确认将减少的可用地）：", "Presumed, not taken (free ground that confirming would cost):"));
        for (const PresumedGround& p : taken.presumed)
            console.tell(say("     {0} {1}：{2} m²", "     {0} {3}: {2} m²", p.obst_id, p.name.zh, square_metres(p.free_m2), p.name.en));
    }
    if (!taken.remedies.empty()) {
        console.tell(say("怎样可以腾出用地：", "What would free ground:"));
        tell_all(console, taken.remedies, most_remedies);
        const auto freeing = std::ranges::count_if(taken.remedies, &Remedy::frees_place);
        if (of_place && freeing == 0) console.tell(say("其中没有一条能使此处可设。", "None of them would free this place."));
        if (of_place && freeing > 0) console.tell(say("其中前 {} 条可使此处可设。", "The first {} of them would free this place.", freeing));
    }
}

}  // namespace app
