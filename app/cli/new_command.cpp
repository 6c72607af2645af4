#include "app/cli/command_list.hpp"
#include "geo/report/new_project.hpp"

#include <nlohmann/json.hpp>

namespace app {
namespace {

struct Options {
    std::string file, pack = "cn-base";
    std::vector<std::string> numbers;
    RoleOptions roles;
};

int create(const Options& options, const Console& console) {
    const RoleRequests requests = requests_of(options.roles);
    std::vector<geo::RuleEdit> numbers;
    for (const std::string& typed : options.numbers) numbers.push_back(geo::number_edit(typed));
    const geo::Project project =
        make_project(options.file, requests.layers, requests.compounds_from_units, options.pack, console.overwrite,
                     console.progress(geo::say("读取", "reading")), numbers);
    console.tell(project.findings);
    nlohmann::json layers = nlohmann::json::array();
    for (const geo::Layer& layer : project.inputs.layers) {
        const geo::RoleInfo& role = geo::role_info(layer.role);
        const geo::Provenance& p = layer.provenance;
        console.tell(geo::say("{}：{} 个要素，来自 {}，坐标系 {}，编码 {}，修复 {}，以凸包代替 {}，舍去 {}。",
                              "{8}: {1} features from {2}, CRS {3}, encoding {4}, {5} repaired, {6} as convex hulls, {7} dropped.", role.zh,
                              layer.features.size(), p.file, p.crs, p.encoding.empty() ? "–" : p.encoding, p.repaired, p.hulls, p.dropped, role.en));
        layers.push_back({{"role", role.name}, {"file", p.file}, {"layer", p.layer}, {"features", layer.features.size()}, {"crs", p.crs},
                          {"crs_from", p.crs_from}, {"encoding", p.encoding}, {"encoding_from", p.encoding_from}, {"repaired", p.repaired},
                          {"hulls", p.hulls}, {"dropped", p.dropped}, {"accuracy_m", p.accuracy_m}, {"accuracy_from", p.accuracy_from}});
    }
    console.tell(geo::say("已建立 {}，工作坐标系 {}，规则包 {}。下一步：anchong plan {}",
                          "Made {}, working CRS {}, rule pack {}. Next: anchong plan {}", options.file, project.inputs.crs, project.scenarios.front().pack,
                          options.file));
    console.give({{"schema", "anchong/new/1"}, {"project", options.file}, {"crs", project.inputs.crs}, {"pack", project.scenarios.front().pack},
                  {"layers", layers}, {"findings", to_json(project.findings)}});
    return 0;
}

}  // namespace

void add_new(CLI::App& app, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("new", help(console, "由文件建立工程", "make a project from files"));
    command->add_option("project", options->file, help(console, "要建立的工程 (.gpkg)", "project to make (.gpkg)"))->required()->check(a_path_ending(console, ".gpkg"));
    command->add_option("--rules", options->pack, help(console, "规则包：内置名称或 JSON 文件", "rule pack: a built-in one or a JSON file"))->capture_default_str();
    command->add_option("--set", options->numbers, help(console, "规则=数值[单位]：工程所存规则包中的这个数值由使用者给出，属设定；可多次给出",
                                                        "RULE=VALUE[UNIT]: this number of the project's copy of the pack is stated by the user, an assumption. As often as needed"))
        ->allow_extra_args(false)->type_name("ID=VALUE");
    options->roles.add_to(*command, console);
    add_common(*command, console);
    command->callback([options, &console, &chosen] { chosen = [options, &console] { return create(*options, console); }; });
}

}  // namespace app
