#include "app/cli/command_list.hpp"
#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/report/plan.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "geo/scenario/strip_costs.hpp"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace app {
namespace {

using namespace geo;

/// `strips P`, `strips P confirm ID…`.
struct Options {
    std::string project, scenario = "base";
    std::vector<std::string> words;  ///< verb and ids
    bool all = false;                ///< every open one
};

constexpr std::array<std::string_view, 4> verbs{"list", "confirm", "dismiss", "reopen"};
constexpr std::array<const char*, 3> kind_words{"aerial_strip", "lane_turn", "lane_end"};

std::vector<PresumedPlace> grounds_of(const Project& project, const Scenario& scenario) {
    std::vector<Finding> ignored;  // Told by every plan.
    return presumed_places(project.inputs, pack_of(project.packs, scenario), ignored);
}

/// The ids meant, each once. @throws InvalidInput  one that there is not
std::vector<std::string> ids_meant(const Options& options, std::string_view verb, const std::vector<PresumedPlace>& grounds) {
    std::vector<std::string> ids;
    for (std::size_t i = 1; i < options.words.size(); ++i) {
        const std::string& id = options.words[i];
        if (std::ranges::find(grounds, id, &PresumedPlace::id) == grounds.end()) {
            throw InvalidInput{say("{} 中没有推定用地“{}”。请用 anchong strips {} 列出。", "{} has no presumed ground “{}”. anchong strips {} lists them.", options.project, id,
                                   shell_word(options.project))};
        }
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
    if (options.all != ids.empty()) throw UsageError{say("请给出要处理的编号，或用 --all 处理全部。", "Give the ids to {}, or --all for every one.", verb)};
    if (options.all)
        for (const PresumedPlace& ground : grounds)
            if (ground.decision.has_value() == (verb == "reopen")) ids.push_back(ground.id);
    return ids;
}

std::size_t decide(const Options& options, std::string_view verb, const Project& read, Project& project, const std::vector<PresumedPlace>& grounds) {
    const std::vector<std::string> ids = ids_meant(options, verb, grounds);
    for (const std::string& id : ids) {
        if (verb == "reopen") project.inputs.strips.erase(id);
        else project.inputs.strips[id] = verb == "confirm" ? StripDecision::Confirmed : StripDecision::Dismissed;
    }
    if (project.inputs.strips != read.inputs.strips) replace_parts(options.project, {.read = &read, .rules = &project});
    return ids.size();
}

nlohmann::json to_document(const PresumedPlace& ground, const StripCost& cost, double scale) {
    const Message words = presumed_words(ground);
    return {{"id", ground.id}, {"kind", kind_words[static_cast<std::size_t>(ground.kind)]}, {"of", ground.of}, {"given", ground.is_given},
            {"text", {{"zh", words.zh}, {"en", words.en}}}, {"decision", decision_name(ground.decision)}, {"area_m2", area(ground.ground) / (scale * scale)},
            {"legal_m2", cost.legal_m2 ? nlohmann::json(*cost.legal_m2) : nlohmann::json{}}, {"sites", cost.sites}};
}

void tell(const Console& console, const PresumedPlace& ground, const StripCost& cost) {
    const Message words = presumed_words(ground), decision = decision_words(ground.decision);
    const Message lost = cost.legal_m2 ? say("确认后损失合规用地 {:.1f} m²", "costs {:.1f} m² of legal ground if confirmed", *cost.legal_m2) : Message{"合规用地已让开", "legal ground keeps off it"};
    const Message on = cost.sites.empty() ? Message{} : say("，其上有点位 {}", ", under site {}", fmt::join(cost.sites, ", "));
    console.tell(say("{0}  【{1}】 {3}，{5}{7}", "{0}  [{2}] {4}, {6}{8}", ground.id, decision.zh, decision.en, words.zh, words.en, lost.zh, lost.en, on.zh, on.en));
}

int strips(const Options& options, const Console& console) {
    const std::string verb = options.words.empty() ? "list" : options.words.front();
    if (std::ranges::find(verbs, verb) == verbs.end())
        throw UsageError{say("没有动作“{}”。可用：{}。", "There is no verb “{}”. There are: {}.", verb, fmt::join(verbs, ", "))};
    if (verb == "list" && options.words.size() > 1) throw UsageError{say("多余的参数：{}。", "Unexpected: {}.", options.words[1])};
    const Project read = read_project(options.project);
    const Scenario& scenario = scenario_named(read, options.scenario);
    Project project = read;
    const std::size_t decided = verb == "list" ? 0 : decide(options, verb, read, project, grounds_of(read, scenario));
    const std::vector<PresumedPlace> grounds = grounds_of(project, scenario);
    const Results results = read_results(options.project, options.scenario);
    const std::vector<StripCost> costs = strip_costs(grounds, results);
    nlohmann::json rows = nlohmann::json::array();
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        const double scale = grounds[i].ground.empty() ? 1.0 : scale_at(project.inputs.crs, box_of(grounds[i].ground).centre());
        rows.push_back(to_document(grounds[i], costs[i], scale));
        if (verb == "list") tell(console, grounds[i], costs[i]);
    }
    const auto count = [&](std::optional<StripDecision> decision) { return std::ranges::count(grounds, decision, &PresumedPlace::decision); };
    console.tell(say("{} 处推定用地：待定 {}，已确认 {}，已排除 {}。", "{} pieces of presumed ground: {} open, {} confirmed, {} dismissed.", grounds.size(), count({}),
                     count(StripDecision::Confirmed), count(StripDecision::Dismissed)));
    if (results.grounds.empty()) console.tell(say("尚无结果，损失的用地未知。请先运行 anchong plan {}。", "There are no results yet, so what they cost is not known. Run anchong plan {} first.", shell_word(options.project)));
    else if (decided > 0) console.tell(say("决定已存入工程。下一步：anchong plan {}", "The decisions are in the project. Next: anchong plan {}", shell_word(options.project)));
    console.give({{"schema", "anchong/strips/1"}, {"project", options.project}, {"scenario", options.scenario}, {"verb", verb}, {"decided", decided}, {"strips", rows}});
    return 0;
}

}  // namespace

void add_strips(CLI::App& app, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("strips", help(console, "推定的登高操作条带、转弯与回车用地：列出、确认、排除", "presumed strips for aerial operation, turning and turnaround room: list, confirm, dismiss"));
    command->add_option("project", options->project, help(console, "工程 (.gpkg)", "project (.gpkg)"))->required()->check(a_path(console));
    command->add_option("words", options->words, help(console, "list，或 confirm、dismiss、reopen 与编号", "list, or confirm, dismiss, reopen with ids"))->type_name("VERB ID");
    command->add_option("--scenario", options->scenario, help(console, "方案", "scenario"))->capture_default_str();
    command->add_flag("--all", options->all, help(console, "全部待定者（reopen：全部已定者）", "every open one (reopen: every decided one)"));
    add_common(*command, console);
    command->callback([=, &console, &chosen] { chosen = [=, &console] { return strips(*options, console); }; });
    command->footer(help(console, "例：\n  anchong strips town.gpkg\n  anchong strips town.gpkg confirm B12/strip-1\n  anchong plan town.gpkg",
                         "Examples:\n  anchong strips town.gpkg\n  anchong strips town.gpkg confirm B12/strip-1\n  anchong plan town.gpkg"));
}

}  // namespace app
