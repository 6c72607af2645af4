#include "app/cli/existing_report.hpp"

#include "geo/rules/obstacle_kinds.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace app {
namespace {

using namespace geo;
using nlohmann::json;

json maybe(const std::string& text) { return text.empty() ? json{} : json(text); }

template <typename T>
json maybe(const std::optional<T>& number) {
    return number ? json(*number) : json{};
}

json row_json(const ClearanceRow& row) {
    return {{"obst_id", row.obst_id}, {"obst_kind", row.obst_kind}, {"need_m", row.need_m}, {"have_m", row.have_m}, {"strength", strength_name(row.strength)},
            {"rule", row.rule}, {"clause", row.clause}, {"status", status_name(row.status)}, {"verdict", verdict_name(row.verdict)}};
}

/// Rows of each facility, tightest first.
std::map<std::string_view, std::vector<const ClearanceRow*>> rows_by_facility(const ExistingFacilities& existing) {
    std::map<std::string_view, std::vector<const ClearanceRow*>> rows;
    for (const ClearanceRow& row : existing.clearances) rows[row.site_id].push_back(&row);
    return rows;
}

void tell_row(const Console& console, const ExistingFacility& f, const std::string& title, const Message& where, const ClearanceRow& row) {
    const Message kind = kind_words(row.obst_kind);
    const bool is_must = row.strength == Strength::Must;
    console.tell(say("{0:<8}  {2:<24}  {3:<14}  距{5} {7}：{8} {9:.2f} m，实有 {10:.2f} m（{11}，{12}）",
                     "{1:<15}  {2:<24}  {4:<14}  {6} {7}: {13} {9:.2f} m, measured {10:.2f} m ({11}, {12})", verdict_name(f.verdict), verdict_name_en(f.verdict),
                     title, where.zh, where.en, kind.zh, kind.en, row.obst_id, is_must ? "应" : "宜", row.need_m, row.have_m, row.rule, row.clause,
                     is_must ? "must" : "should"));
}

}  // namespace

json to_json(const ExistingFacilities& existing, const std::string& project, const std::string& pack) {
    const auto rows = rows_by_facility(existing);
    json facilities = json::array();
    for (const ExistingFacility& f : existing.facilities) {
        json own = json::array();
        if (const auto it = rows.find(f.id); it != rows.end())
            for (const ClearanceRow* row : it->second) own.push_back(row_json(*row));
        facilities.push_back({{"id", f.id}, {"name", maybe(f.name)}, {"file", maybe(f.file)}, {"compound", maybe(f.compound)}, {"where", whereabouts_name(f.where)},
                              {"drawn_as", f.is_point() ? "point" : "outline"}, {"bays", maybe(f.bays)}, {"status", maybe(f.status)}, {"accuracy_m", f.accuracy_m},
                              {"verdict", verdict_name(f.verdict)}, {"governing", maybe(f.governing)}, {"margin_m", maybe(f.margin_m)}, {"clearances", own}});
    }
    const auto fails = existing.count(Verdict::Fails);
    return {{"schema", "anchong/existing/1"}, {"project", project}, {"scenario", existing.scenario}, {"pack", pack}, {"zone_type", zone_type_name(existing.type)},
            {"holds", fails == 0}, {"complies", existing.count(Verdict::Complies)}, {"to_verify", existing.count(Verdict::ToVerify)}, {"fails", fails},
            {"removed", existing.removed}, {"facilities", facilities}, {"findings", to_json(existing.findings)}};
}

void tell_existing(const Console& console, const ExistingFacilities& existing) {
    const auto rows = rows_by_facility(existing);
    std::vector<const ExistingFacility*> order;
    for (const ExistingFacility& f : existing.facilities) order.push_back(&f);
    std::ranges::stable_sort(order, [](const ExistingFacility* a, const ExistingFacility* b) { return a->verdict > b->verdict; });
    for (const ExistingFacility* f : order) {
        const std::string title = f->name.empty() || f->name == f->id ? f->id : f->id + " " + f->name;
        const Message where = f->compound.empty() ? whereabouts_words(f->where) : Message{f->compound, f->compound};
        const auto it = rows.find(f->id);
        if (it == rows.end()) {
            console.tell(say("{0:<8}  {2:<24}  {3:<14}  附近没有已知的障碍物", "{1:<15}  {2:<24}  {4:<14}  no obstacle is known near it", verdict_name(f->verdict),
                             verdict_name_en(f->verdict), title, where.zh, where.en));
            continue;
        }
        for (std::size_t i = 0; i < it->second.size(); ++i)
            if (i == 0 || it->second[i]->verdict == Verdict::Fails) tell_row(console, *f, title, where, *it->second[i]);
    }
    console.tell(existing.findings);
    console.tell(say("现有设施 {} 处：符合 {}，待核实 {}，不符合 {}；另有已拆除 {} 处未计。", "{} existing facilities: {} comply, {} to be verified, {} fail; {} removed ones are left out.",
                     existing.facilities.size(), existing.count(Verdict::Complies), existing.count(Verdict::ToVerify), existing.count(Verdict::Fails), existing.removed));
}

}  // namespace app
