#include "app/cli/command_list.hpp"
#include "app/cli/new_project.hpp"
#include "data/samples/township.hpp"
#include "data/samples/write_township.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace app {
namespace {

using namespace geo;

/// The sample is drawn as a 1:500 survey would have it, whose plans are good to a quarter of a metre.
constexpr double survey_accuracy_m = 0.25;

/// As a shell takes it.
std::string quoted(const std::filesystem::path& path) {
    const std::string text = path.string();
    if (text.find_first_of(" '\"\\$&;()*?[]<>|`!#~\t\n") == std::string::npos) return text;
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? "'\\''" : std::string{c};
    return result + "'";
}

int make(const std::string& folder, const Console& console) {
    const std::filesystem::path out{folder};
    const auto files = samples::write_township(samples::township(), out, console.overwrite);
    std::vector<LayerRequest> requests;
    std::string command = "anchong new " + quoted(out / "town.gpkg");
    std::string accuracies;
    std::set<Role> roles;
    nlohmann::json names = nlohmann::json::array();
    for (const samples::SampleFile& file : files) {
        LayerRequest request;
        request.role = file.role;
        request.file = file.file;
        if (!file.layer.empty()) request.layer = file.layer;
        request.accuracy_m = survey_accuracy_m;
        requests.push_back(std::move(request));
        command += " --role " + std::string{role_info(file.role).name} + "=" + quoted(file.file);
        if (roles.insert(file.role).second) accuracies += fmt::format(" --accuracy {}={}", role_info(file.role).name, survey_accuracy_m);
        names.push_back({{"role", role_info(file.role).name}, {"file", file.file.string()}, {"layer", file.layer}});
    }
    const std::filesystem::path project = out / "town.gpkg";
    const Project made = make_project(project, requests, false, "cn-chongqing-2024", console.overwrite, console.progress(say("读取", "reading")));
    console.tell(made.findings);
    console.tell(say("示例街道的 {} 个文件写在 {}，工程为 {}。也可自行建立：\n  {}{} --rules cn-chongqing-2024",
                     "Wrote {} files of the sample township to {}, and the project {}. To make it yourself:\n  {}{} --rules cn-chongqing-2024", files.size(),
                     folder, project.string(), command, accuracies));
    console.give({{"schema", "anchong/demo/1"}, {"project", project.string()}, {"files", names}, {"findings", to_json(made.findings)}});
    return 0;
}

}  // namespace

void add_demo(CLI::App& app, Console& console, Action& chosen) {
    auto folder = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("demo", help(console, "写出示例街道的文件与工程", "write the sample township's files and a project of them"));
    command->add_option("--out", *folder, help(console, "目标文件夹", "folder to write to"))->required()->check(a_path(console));
    add_common(*command, console);
    command->callback([folder, &console, &chosen] { chosen = [folder, &console] { return make(*folder, console); }; });
}

}  // namespace app
