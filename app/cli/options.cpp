#include "app/cli/options.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/accuracy.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace app {
namespace {

using geo::say;
using geo::UsageError;

geo::Role role_of(const std::string& word) {
    if (const auto role = geo::role_named(word)) return *role;
    std::vector<std::string_view> names;
    for (const geo::RoleInfo& info : geo::roles()) names.push_back(info.name);
    throw UsageError{say("没有名为“{}”的角色。可用：{}。", "There is no role “{}”. Roles are: {}.", word, fmt::join(names, ", "))};
}

void set_file(geo::LayerRequest& request, const std::string& text) {
    const auto [file, layer] = file_and_layer(text);
    request.file = file;
    if (layer) request.layer = layer;
}

template <typename F>
void for_role(RoleRequests& requests, geo::Role role, const std::string& word, const char* option, F&& f) {
    bool found = false;
    for (geo::LayerRequest& request : requests.layers) {
        if (request.role != role) continue;
        found = true;
        f(request);
    }
    if (!found) {
        throw UsageError{say("{} 提到角色“{}”，但没有 --role {}=…。", "{} names the role “{}”, but there is no --role {}=….", option, word, word)};
    }
}

}  // namespace

std::pair<std::string, std::string> split_option(const std::string& text, const char* option, const char* form) {
    const auto at = text.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) {
        throw UsageError{say("{} 应写作 {}，而不是“{}”。", "{} takes {}, not “{}”.", option, form, text)};
    }
    return {text.substr(0, at), text.substr(at + 1)};
}

FileAndLayer file_and_layer(const std::string& text) {
    if (std::filesystem::exists(text)) return {text, std::nullopt};
    for (auto colon = text.rfind(':'); colon != std::string::npos && colon > 0; colon = text.rfind(':', colon - 1))
        if (std::filesystem::exists(text.substr(0, colon))) return {text.substr(0, colon), text.substr(colon + 1)};
    return {text, std::nullopt};
}

std::string ending_of(const std::string& file) {
    std::string ending = std::filesystem::path{file}.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

CLI::Validator a_path(const Console& console) {
    return {[&console](const std::string& text) { return text.empty() ? help(console, "路径是空的", "the path is empty") : std::string{}; }, ""};
}

CLI::Validator a_path_ending(const Console& console, std::string ending) {
    return a_path(console) & CLI::Validator{[&console, ending = std::move(ending)](const std::string& text) {
                                                if (ending_of(text) == ending) return std::string{};
                                                return text + help(console, " 须以 ", " has to end in ") + ending + help(console, " 结尾", "");
                                            },
                                            ""};
}

void add_common(CLI::App& command, Console& console) {
    command.add_flag("--json", console.json, help(console, "结果以 JSON 写到标准输出", "results as JSON on standard output"));
    command.add_option("--progress", console.progress_word, help(console, "进度：bar、json 或 none（写到标准错误）", "progress on standard error: bar, json or none"))
        ->check(CLI::IsMember({"bar", "json", "none"}));
    command.add_flag("--quiet", console.quiet, help(console, "只输出错误", "errors only"));
    command.add_option("--threads", console.threads, help(console, "线程数，0 为全部", "threads, 0: all"))->check(CLI::Range(0, 1024));
    command.add_option("--seed", console.seed, help(console, "随机种子", "seed of whatever is random"));
    command.add_option_function<std::string>(
               "--lang", [&console](const std::string& word) { console.language = word == "zh" ? geo::Language::Chinese : geo::Language::English; },
               help(console, "语言：zh 或 en", "language: zh or en"))
        ->check(CLI::IsMember({"zh", "en"}));
    command.add_flag("--overwrite", console.overwrite, help(console, "覆盖已有文件", "replace existing files"));
}

void RoleOptions::add_to(CLI::App& command, const Console& console) {
    // One value each time, so that the project's name may follow.
    const auto add = [&](const char* name, std::vector<std::string>& values, const char* zh, const char* en) {
        return command.add_option(name, values, help(console, zh, en))->allow_extra_args(false);
    };
    add("--role", roles, "角色=文件[:图层]，可多次给出；compound=auto 自动划分规划单元",
        "ROLE=FILE[:LAYER], as often as needed; compound=auto makes planning units")
        ->required();
    add("--crs", crs, "角色=EPSG:n，覆盖文件的坐标系", "ROLE=EPSG:n, overrides the file's CRS");
    add("--encoding", encodings, "角色=编码，如 GBK", "ROLE=ENCODING, such as GBK");
    add("--map", mappings, "角色.字段=列名", "ROLE.field=column");
    add("--accuracy", accuracies, "角色=米，或来源 survey_500、survey_2000、cadastral、osm、gcj02、unknown（数值见规则包）：平面精度", "ROLE=metres, or what it was drawn from: survey_500, survey_2000, cadastral, osm, gcj02, unknown (the pack has the metres): positional accuracy");
}

RoleRequests requests_of(const RoleOptions& options) {
    RoleRequests requests;
    for (const std::string& text : options.roles) {
        const auto [word, file] = split_option(text, "--role", "ROLE=FILE[:LAYER]");
        geo::LayerRequest request;
        request.role = role_of(word);
        if (request.role == geo::Role::Compound && file == "auto") {
            requests.compounds_from_units = true;
            continue;
        }
        set_file(request, file);
        requests.layers.push_back(std::move(request));
    }
    for (const std::string& text : options.crs) {
        const auto [word, value] = split_option(text, "--crs", "ROLE=EPSG:n");
        for_role(requests, role_of(word), word, "--crs", [&](geo::LayerRequest& r) { r.crs = value; });
    }
    for (const std::string& text : options.encodings) {
        const auto [word, value] = split_option(text, "--encoding", "ROLE=GBK");
        for_role(requests, role_of(word), word, "--encoding", [&](geo::LayerRequest& r) { r.encoding = value; });
    }
    for (const std::string& text : options.mappings) {
        const auto [field, column] = split_option(text, "--map", "ROLE.field=column");
        const auto dot = field.find('.');
        if (dot == std::string::npos) throw UsageError{say("--map 应写作 角色.字段=列名，而不是“{}”。", "--map takes ROLE.field=column, not “{}”.", text)};
        const std::string word = field.substr(0, dot), name = field.substr(dot + 1);
        for_role(requests, role_of(word), word, "--map", [&](geo::LayerRequest& r) { r.mapping[name] = column; });
    }
    for (const std::string& text : options.accuracies) {
        const auto [word, value] = split_option(text, "--accuracy", "ROLE=METRES");
        if (geo::is_accuracy_source(value)) {
            for_role(requests, role_of(word), word, "--accuracy", [&](geo::LayerRequest& r) { r.accuracy_source = value; });
            continue;
        }
        char* end = nullptr;
        const double metres = std::strtod(value.c_str(), &end);
        if (*end || !(metres >= 0 && metres <= 1000)) {
            throw UsageError{say("--accuracy 的“{}”应为 0 到 1000 米的数值，或来源之一：{}。", "--accuracy: “{}” is neither a number of metres from 0 to 1000 nor one of {}.", value,
                                 fmt::join(geo::accuracy_sources, ", "))};
        }
        for_role(requests, role_of(word), word, "--accuracy", [&](geo::LayerRequest& r) { r.accuracy_m = metres; });
    }
    return requests;
}

}  // namespace app
