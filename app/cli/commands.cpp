#include "app/cli/commands.hpp"

#include "app/cli/command_list.hpp"
#include "geo/core/error.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace app {
namespace {

int exit_code_of(const geo::Error& error) {
    if (dynamic_cast<const geo::UsageError*>(&error)) return 2;
    if (dynamic_cast<const geo::SourceError*>(&error)) return 3;
    if (dynamic_cast<const geo::InvalidInput*>(&error)) return 4;
    if (dynamic_cast<const geo::OutputError*>(&error)) return 8;
    return 1;
}

int act(const Action& action, const Console& console) {
    try {
        return action();
    } catch (const geo::Cancelled&) {
        console.fail(geo::say("已取消，未作任何更改。", "Cancelled; nothing was changed."), 130);
        return 130;
    } catch (const geo::Error& error) {
        const int code = exit_code_of(error);
        console.fail(error.message(), code);
        return code;
    } catch (const std::bad_alloc&) {
        console.fail(geo::say("内存不足。请分批处理，或在内存更大的机器上运行。", "Out of memory. Work in parts, or on a machine with more."), 1);
        return 1;
    } catch (const std::exception& error) {
        console.fail(geo::say("内部错误：{}", "internal error: {}", error.what()), 1);
        return 1;
    }
}

std::vector<CLI::App*> subcommands(CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

/// The command that was being read when the call went wrong.
CLI::App& innermost(CLI::App& app) {
    CLI::App* at = &app;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    return *at;
}

geo::Message missing_command(CLI::App& app, const std::string& given) {
    std::string known;
    for (const CLI::App* command : subcommands(app)) known += (known.empty() ? "" : ", ") + command->get_name();
    if (given.empty() || given.front() == '-') return geo::say("缺少命令。可用：{}。", "A command is missing. There are: {}.", known);
    return geo::say("没有命令“{}”。可用：{}。", "There is no command “{}”. There are: {}.", given, known);
}

/// The parser speaks English only. @param words  the arguments as given
geo::Message words_of(const CLI::ParseError& error, CLI::App& app, const std::vector<std::string>& words) {
    const std::string en = error.what();
    if (en == "A subcommand is required") {
        const auto own = std::ranges::find(words, app.get_name());
        const auto next = own == words.end() ? words.begin() : own + 1;
        return missing_command(app, next == words.end() ? "" : *next);
    }
    const auto colon = std::min(en.find(':'), en.size());
    const std::string name = en.substr(0, colon), rest = en.substr(std::min(colon + 2, en.size()));
    const auto in_chinese = [&]() -> std::string {
        if (dynamic_cast<const CLI::RequiredError*>(&error) && en.ends_with(" is required")) return fmt::format("缺少 {}", en.substr(0, en.size() - 12));
        if (dynamic_cast<const CLI::ExtrasError*>(&error)) return fmt::format("多余的参数：{}", rest);
        if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return fmt::format("{} 缺少值，或值太多", name);
        if (dynamic_cast<const CLI::ConversionError*>(&error)) return fmt::format("不能理解的值：{}", rest);
        if (!dynamic_cast<const CLI::ValidationError*>(&error)) return en;
        if (const auto at = rest.find(" not in range "); at != std::string::npos) return fmt::format("{}：数值不在范围内（{}）", name, rest.substr(at + 14));
        if (const auto at = rest.find(" not in {"); at != std::string::npos) return fmt::format("{}：“{}”不可用，可用 {}", name, rest.substr(0, at), rest.substr(at + 8));
        return fmt::format("{}：{}", name, rest);
    };
    return {in_chinese() + "。", en + "."};
}

/// What help texts say around the options' own words.
void speak_chinese(CLI::App& app) {
    const auto formatter = app.get_formatter();
    for (const auto& [en, zh] : {std::pair{"Usage", "用法"}, {"OPTIONS", "选项"}, {"SUBCOMMAND", "命令"}, {"SUBCOMMANDS", "命令"}, {"Positionals", "参数"},
                                 {"REQUIRED", "必填"}}) {
        formatter->label(en, zh);
    }
    app.group("命令");
    app.option_defaults()->group("选项");
}

/// The parser makes the help flag of a command before it knows its group.
void group_help(CLI::App& app) {
    for (CLI::App* command : subcommands(app)) {
        command->get_help_ptr()->group("选项");
        group_help(*command);
    }
}

}  // namespace

int run(int argc, char** argv) {
    Console console;
    console.language = language_of(argc, argv);
    catch_interrupts();
    CLI::App app{help(console, "安充：电动自行车集中充电区规划", "Anchong: planner of outdoor e-bike charging zones"), "anchong"};
    if (console.language == geo::Language::Chinese) speak_chinese(app);
    app.set_help_flag("-h,--help", help(console, "显示帮助后退出", "show this help and exit"));
    app.set_version_flag("--version", ANCHONG_VERSION, help(console, "显示版本后退出", "show the version and exit"));
    app.require_subcommand(1);
    Action chosen;
    add_new(app, console, chosen);
    add_plan(app, console, chosen);
    add_check(app, console, chosen);
    add_strips(app, console, chosen);
    add_why(app, console, chosen);
    add_export(app, console, chosen);
    add_heatmap(app, console, chosen);
    add_rules(app, console, chosen);
    add_scenario(app, console, chosen);
    add_compare(app, console, chosen);
    add_demo(app, console, chosen);
    if (console.language == geo::Language::Chinese) group_help(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Help and version are asked for; everything else is a wrong call.
        if (error.get_exit_code() == 0) return app.exit(error);
        console.json = std::any_of(argv, argv + argc, [](const char* word) { return std::strcmp(word, "--json") == 0; });
        CLI::App& command = innermost(app);
        const geo::Message words = words_of(error, command, {argv + 1, argv + argc});
        std::string call = command.get_name();
        for (const CLI::App* at = command.get_parent(); at; at = at->get_parent()) call = at->get_name() + " " + call;
        console.fail(geo::say("{0}用 {2} --help 查看用法。", "{1} {2} --help tells more.", words.zh, words.en, call), 2);
        return 2;
    }
    return act(chosen, console);
}

}  // namespace app
