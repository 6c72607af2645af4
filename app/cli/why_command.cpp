#include "app/cli/command_list.hpp"
#include "app/cli/why_report.hpp"
#include "geo/core/error.hpp"
#include "geo/core/near_words.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/report/plan.hpp"
#include "geo/report/staleness.hpp"
#include "geo/scenario/other_rules.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "geo/zones/why.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>

namespace app {
namespace {

using namespace geo;
using nlohmann::json;

struct Options {
    std::string project, scenario = "base", at, crs, compound, site, building;
};

/// What is asked about, and the answer so far.
struct Answer {
    json asked, why;
    std::vector<GroundTaken> grounds;
    std::vector<Finding> findings;
};

void require_one(const Options& options) {
    const int count = !options.at.empty() + !options.compound.empty() + !options.site.empty() + !options.building.empty();
    if (count != 1) throw UsageError{say("请给出 --at、--compound、--site、--building 之一。", "Give one of --at, --compound, --site and --building.")};
    if (!options.crs.empty() && options.at.empty()) throw UsageError{say("--crs 说明 --at 的坐标系，须与之同用。", "--crs tells the CRS of --at and goes with it only.")};
}

double coordinate(std::string_view text, const std::string& whole) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        throw UsageError{say("--at 应写作 东,北（米）或 经度,纬度，而不是“{}”。", "--at takes E,N in metres or lon,lat, not “{}”.", whole)};
    return value;
}

Point place_of(const Options& options, const CrsName& working) {
    const auto comma = options.at.find(',');
    if (comma == std::string::npos) static_cast<void>(coordinate("", options.at));
    const std::string_view text = options.at;
    const Point given{coordinate(text.substr(0, comma), options.at), coordinate(text.substr(comma + 1), options.at)};
    if (options.crs.empty()) return given;
    const Point place = Transform{options.crs, working}(given);
    if (!std::isfinite(place.x) || !std::isfinite(place.y))
        throw UsageError{say("--at 的坐标 {} 不能由 {} 换算到工程坐标系 {}；请检查次序（东或经度在前）。",
                             "--at: {} cannot be transformed from {} to the project's {}; check the order (east or longitude first).", options.at, options.crs, working)};
    return place;
}

/// The thing of that id, else the only one of that name. @throws InvalidInput naming near ones
std::string known_id(const std::string& given, const std::vector<std::pair<std::string, std::string>>& things, const Message& what) {
    std::vector<std::string> ids, of_name;
    for (const auto& [id, name] : things) {
        if (id == given) return id;
        if (name == given) of_name.push_back(id);
        ids.push_back(id);
        if (!name.empty()) ids.push_back(name);
    }
    if (of_name.size() == 1) return of_name.front();
    if (of_name.size() > 1)
        throw InvalidInput{say("有 {1} 个{0}叫“{2}”，请改用编号：{3} …", "{1} {4} are called “{2}”; give an id: {3} …", what.zh, of_name.size(), given, of_name.front(), what.en)};
    if (ids.empty()) throw InvalidInput{say("工程中没有{}。", "The project has no {1}.", what.zh, what.en)};
    throw InvalidInput{say("工程中没有{0}“{1}”。相近的有：{2}。", "The project has no {3} “{1}”. Near are: {2}.", what.zh, given, near_words_line(ids, given), what.en)};
}

std::vector<std::pair<std::string, std::string>> features_of(const Inputs& inputs, Role role) {
    std::vector<std::pair<std::string, std::string>> things;
    for (const Layer& layer : inputs.layers)
        if (layer.role == role)
            for (const Feature& feature : layer.features) things.emplace_back(feature.id, feature.name);
    return things;
}

json json_of(const Why& why, const GroundTaken* ground) {
    return {{"compound", why.compound.empty() ? json{} : json(why.compound)}, {"at", {why.at.x, why.at.y}}, {"verdict", verdict_name(why.verdict)},
            {"summary", app::to_json(why.summary)}, {"consent", why.consent}, {"boundary_m", why.boundary_m ? json(*why.boundary_m) : json{}},
            {"rows", rows_json(why, ground)}};
}

class Asking {
   public:
    Asking(const Options& options, const Console& console)
        : m_options{options}, m_console{console}, m_project{read_project(options.project)}, m_scenario{scenario_named(m_project, options.scenario)} {}

    Answer answer() {
        if (!m_options.at.empty()) at();
        else if (!m_options.site.empty()) site();
        else if (!m_options.compound.empty()) compound();
        else building();
        return std::move(m_answer);
    }

   private:
    Reasons reasons() const { return {m_project.inputs, pack_of(m_project.packs, m_scenario), m_scenario.zone_type}; }
    Takings takings() const { return takings_of(m_project.inputs, m_project.packs, m_scenario); }
    Progress progress() const { return m_console.progress(say("计算各规则所占用地", "computing what rules take")); }

    void tell_why(const Why& why) {
        const GroundTaken* ground = m_answer.grounds.empty() ? nullptr : &m_answer.grounds.front();
        m_console.tell(why.summary);
        tell_rows(m_console, why, ground);
        m_answer.why = json_of(why, ground);
    }

    void at() {
        const Point place = place_of(m_options, m_project.inputs.crs);
        m_answer.asked = {{"what", "at"}, {"id", json{}}, {"at", {place.x, place.y}}, {"crs", m_project.inputs.crs}};
        const Why why = reasons().at(place);
        if (!why.compound.empty()) m_answer.grounds.push_back(takings().of(why.compound, {.feature = {}, .at = place}, m_console.threads, progress()));
        tell_why(why);
        if (why.compound.empty() && std::abs(place.x) <= 180.0 && std::abs(place.y) <= 90.0)
            m_answer.findings.push_back({"degrees-likely", "at", "",
                                         say("{}, {} 像是经纬度，但按工作坐标系 {} 理解。经纬度请加 --crs EPSG:4326。",
                                             "{}, {} look like degrees but were taken as {}, the working CRS. For degrees give --crs EPSG:4326.", place.x, place.y, m_project.inputs.crs)});
    }

    void site() {
        const Results results = read_results(m_options.project, m_options.scenario);
        if (results.sites.empty())
            throw InvalidInput{say("{} 的方案“{}”没有点位。请先运行 anchong plan --scenario {}。", "{}: scenario “{}” has no sites. Run anchong plan --scenario {} first.",
                                   m_options.project, m_options.scenario, shell_word(m_options.scenario))};
        std::vector<std::pair<std::string, std::string>> things;
        for (const Site& site : results.sites) things.emplace_back(site.id, "");
        const std::string id = known_id(m_options.site, things, {"点位", "site"});
        const Site& site = *std::ranges::find(results.sites, id, &Site::id);
        std::vector<ClearanceRow> rows;
        std::ranges::copy_if(results.clearances, std::back_inserter(rows), [&](const ClearanceRow& row) { return row.site_id == id; });
        m_answer.asked = {{"what", "site"}, {"id", id}, {"at", json{}}, {"crs", json{}}};
        if (const auto stale = staleness(m_project, results)) m_answer.findings.push_back(*stale);
        m_answer.grounds.push_back(takings().of(site.compound, {}, m_console.threads, progress()));
        tell_why(reasons().of(site, rows));
    }

    void compound() {
        const std::string id = known_id(m_options.compound, features_of(m_project.inputs, Role::Compound), {"小区", "compound"});
        m_answer.asked = {{"what", "compound"}, {"id", id}, {"at", json{}}, {"crs", json{}}};
        m_answer.grounds.push_back(takings().of(id, {}, m_console.threads, progress()));
    }

    void building() {
        const std::string id = known_id(m_options.building, features_of(m_project.inputs, Role::Building), {"建筑", "building"});
        m_answer.asked = {{"what", "building"}, {"id", id}, {"at", json{}}, {"crs", json{}}};
        m_answer.grounds = takings().by_feature(id, m_console.threads, progress());
        if (m_answer.grounds.empty()) m_console.tell(say("建筑 {} 不占任何小区的空地。", "Building {} takes no open ground of any compound.", id));
    }

    const Options& m_options;
    const Console& m_console;
    Project m_project;
    Scenario m_scenario;
    Answer m_answer;
};

int why(const Options& options, const Console& console) {
    require_one(options);
    const Answer answer = Asking{options, console}.answer();
    json grounds = json::array();
    for (const GroundTaken& ground : answer.grounds) {
        tell_ground(console, ground, !options.at.empty());
        grounds.push_back(ground_json(ground));
    }
    console.tell(answer.findings);
    console.give({{"schema", "anchong/why/1"}, {"project", options.project}, {"scenario", options.scenario}, {"asked", answer.asked}, {"why", answer.why},
                  {"grounds", grounds}, {"findings", to_json(answer.findings)}});
    return 0;
}

}  // namespace

void add_why(CLI::App& app, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("why", help(console, "为何可设或不可设：各规则所占用地，以及怎样可以腾出", "why charging may or may not stand: what rules take, and what would free it"));
    command->add_option("project", options->project, help(console, "工程 (.gpkg)", "project (.gpkg)"))->required()->check(a_path(console));
    command->add_option("--scenario", options->scenario, help(console, "方案", "scenario"))->capture_default_str();
    command->add_option("--at", options->at, help(console, "一处地点：东,北（工程坐标系），或按 --crs", "a place: E,N in the project's CRS, or as --crs says"))->type_name("E,N");
    command->add_option("--crs", options->crs, help(console, "--at 的坐标系，如 EPSG:4326（经度,纬度）", "CRS of --at, such as EPSG:4326 (lon,lat)"))->type_name("EPSG:n");
    command->add_option("--compound", options->compound, help(console, "一个小区（编号或名称）", "a compound, by id or name"))->type_name("ID");
    command->add_option("--site", options->site, help(console, "一个点位", "a site"))->type_name("ID");
    command->add_option("--building", options->building, help(console, "一幢建筑（编号或名称）", "a building, by id or name"))->type_name("ID");
    add_common(*command, console);
    command->callback([options, &console, &chosen] { chosen = [options, &console] { return why(*options, console); }; });
}

}  // namespace app
