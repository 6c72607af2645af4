#include "app/cli/command_list.hpp"
#include "data/samples/sample_project.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace app {
namespace {

using namespace geo;

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
    const samples::SampleProject made = samples::make_sample_project(out, console.overwrite, console.progress(say("读取", "reading")));
    const std::filesystem::path& project = made.project;
    std::string command = "anchong new " + quoted(project);
    std::string accuracies;
    std::set<Role> roles;
    nlohmann::json names = nlohmann::json::array();
    for (std::size_t i = 0; i < made.files.size(); ++i) {
        const samples::SampleFile& file = made.files[i];
        command += " --role " + std::string{role_info(file.role).name} + "=" + quoted(file.file);
        if (roles.insert(file.role).second) accuracies += fmt::format(" --accuracy {}={}", role_info(file.role).name, *made.requests[i].accuracy_m);
        names.push_back({{"role", role_info(file.role).name}, {"file", file.file.string()}, {"layer", file.layer}});
    }
    console.tell(made.findings);
    console.tell(say("示例街道的 {} 个文件写在 {}，工程为 {}。也可自行建立：\n  {}{} --rules {}",
                     "Wrote {} files of the sample township to {}, and the project {}. To make it yourself:\n  {}{} --rules {}", made.files.size(),
                     folder, project.string(), command, accuracies, samples::sample_rules));
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
