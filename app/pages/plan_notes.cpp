#include "app/pages/plan_notes.hpp"

#include "geo/crs/crs.hpp"

#include <algorithm>
#include <set>

namespace app {
namespace {

using geo::Message;
using geo::say;

bool mentions_osm(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text.find("osm") != std::string::npos || text.find("openstreetmap") != std::string::npos;
}

bool is_osm(const geo::Layer& layer) {
    if (mentions_osm(layer.provenance.file) || mentions_osm(layer.provenance.layer)) return true;
    return !layer.features.empty() && (layer.features.front().source.find("\"osm_id\"") != std::string::npos ||
                                       layer.features.front().source.find("\"osm_way_id\"") != std::string::npos);
}

std::string metres(double value) { return fmt::format("{:.{}f}", value, value < 1.0 || value != std::floor(value) ? 2 : 0); }

/// Rules that govern the sites and whose numbers nobody has verified.
void add_status(std::vector<Message>& notes, const PlanFacts& facts, const std::vector<const geo::Site*>& sites) {
    std::set<std::string> second_hand, unverified_zh, unverified_en;
    for (const geo::Site* site : sites) {
        const geo::Clause* clause = facts.clause(site->governing);
        if (!clause) continue;
        const Message words = short_clause(*clause);
        if (clause->status == geo::Status::Secondary) second_hand.insert(words.zh);
        if (clause->status == geo::Status::Unverified || clause->status == geo::Status::Assumption) unverified_zh.insert(words.zh), unverified_en.insert(words.en);
    }
    const auto joined = [](const std::set<std::string>& words, const char* between) { return fmt::format("{}", fmt::join(words, between)); };
    if (!second_hand.empty())
        notes.push_back(say("条款据二手摘录，请核对原文：{}。", "Clauses known second-hand, to be checked: {1}.", joined(second_hand, "、"), joined(second_hand, ", ")));
    if (!unverified_zh.empty())
        notes.push_back({fmt::format("控制数值属设定或未经核实：{}。", joined(unverified_zh, "、")),
                         fmt::format("Governing numbers assumed or unverified: {}.", joined(unverified_en, ", "))});
}

void add_heights(std::vector<Message>& notes, const PlanFacts& facts, const geo::Compound& compound) {
    const geo::Box box = geo::box_of(compound.boundary);
    int none = 0, from_storeys = 0;
    for (const geo::Layer& layer : facts.source().project->inputs.layers) {
        if (layer.role != geo::Role::Building) continue;
        for (const geo::Feature& building : layer.features) {
            const geo::Point centre = geo::box_of(building.shape).centre();
            if (!box.grown(0.0).meets({centre.x, centre.y, centre.x, centre.y}) || !geo::contains(compound.boundary, centre)) continue;
            if (geo::number_of(layer.role, building, "height").value_or(0.0) > 0.0) continue;
            ++(geo::number_of(layer.role, building, "floors").value_or(0.0) > 0.0 ? from_storeys : none);
        }
    }
    if (none > 0 && from_storeys > 0)
        notes.push_back(say("建筑高度：{} 幢由层数推定（每层 3 m），{} 幢不明，按最不利值。", "Heights: {} from storeys (3 m each), {} unknown (worst case assumed).", from_storeys, none));
    else if (none > 0)
        notes.push_back(say("{} 幢建筑高度不明，按最不利值推定。", "{} buildings without height; the worst case was assumed.", none));
    else if (from_storeys > 0)
        notes.push_back(say("{} 幢建筑的高度由层数推定（每层 3 m）。", "{} heights are from storeys (3 m each).", from_storeys));
}

void add_assumed(std::vector<Message>& notes, const PlanFacts& facts) {
    const auto& scenarios = facts.source().project->scenarios;
    const auto scenario = std::ranges::find(scenarios, facts.source().results->scenario, &geo::Scenario::name);
    if (scenario == scenarios.end() || scenario->clearances.empty()) return;
    std::string words;
    for (const auto& [rule, distance_m] : scenario->clearances) words += (words.empty() ? "" : ", ") + fmt::format("{} {:.2f} m", rule, distance_m);
    notes.push_back(say("本方案另设净距：{}。", "Distances that this scenario assumes: {}.", words));
}

}  // namespace

Message accuracy_note(const geo::Inputs& inputs) {
    std::map<std::pair<double, bool>, std::pair<std::string, std::string>> groups;  // Accuracy and whether assumed → roles.
    std::set<geo::Role> told;
    for (const geo::Layer& layer : inputs.layers) {
        if (layer.features.empty() || layer.role == geo::Role::Background || layer.role == geo::Role::Hazard || layer.role == geo::Role::Area) continue;
        if (!told.insert(layer.role).second) continue;
        auto& [zh, en] = groups[{layer.provenance.accuracy_m, layer.provenance.accuracy_from != "option"}];
        const geo::RoleInfo& info = geo::role_info(layer.role);
        zh += (zh.empty() ? "" : "、") + std::string{info.zh}, en += (en.empty() ? "" : ", ") + std::string{info.en};
    }
    Message note{"来源平面精度：", "Accuracy of sources: "};
    bool is_first = true;
    for (const auto& [key, roles] : groups) {
        const std::string value = metres(key.first);
        const bool is_all = groups.size() == 1;
        note.zh += fmt::format("{}{}{} m{}", is_first ? "" : "；", is_all ? std::string{"各图层 "} : roles.first + " ", value, key.second ? "（假定）" : "");
        note.en += fmt::format("{}{} m{}{}", is_first ? "" : "; ", value, is_all ? " for all layers" : " " + roles.second, key.second ? " (assumed)" : "");
        is_first = false;
    }
    note.zh += "。", note.en += ".";
    return note;
}

Message coordinates_note(const geo::Inputs& inputs, double grid_m) {
    std::string title = inputs.crs;
    try {
        title = geo::crs_info(inputs.crs).title;
    } catch (const geo::CrsError&) {
        // A local grid has no title but its name.
    }
    return say("{}；网格 {} m。", "{}; grid {} m.", title, metres(grid_m));
}

std::optional<Message> origin_note(const geo::Inputs& inputs) {
    if (!std::ranges::any_of(inputs.layers, is_osm)) return std::nullopt;
    return Message{"含 © OpenStreetMap 贡献者的数据（ODbL）。", "Contains data © OpenStreetMap contributors (ODbL)."};
}

std::vector<Message> compound_notes(const PlanFacts& facts, const geo::Compound& compound, const std::vector<const geo::Site*>& sites, double grid_m) {
    const geo::Inputs& inputs = facts.source().project->inputs;
    std::vector<Message> notes;
    notes.push_back({"距离自停放位外缘量至建筑外墙线，为地面水平距离。", "Distances run from bays to the wall line, in ground metres."});
    notes.push_back(accuracy_note(inputs));
    add_status(notes, facts, sites);
    add_assumed(notes, facts);
    add_heights(notes, facts, compound);
    notes.push_back(coordinates_note(inputs, grid_m));
    if (const auto origin = origin_note(inputs)) notes.push_back(*origin);
    return notes;
}

}  // namespace app
