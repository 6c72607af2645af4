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

}  // namespace

int run(int argc, char** argv) {
    Console console;
    console.language = language_of(argc, argv);
    catch_interrupts();
    CLI::App app{help(console, "安充：电动自行车集中充电区规划", "Anchong: planner of outdoor e-bike charging zones"), "anchong"};
    app.set_version_flag("--version", ANCHONG_VERSION);
    app.require_subcommand(1);
    Action chosen;
    add_new(app, console, chosen);
    add_plan(app, console, chosen);
    add_check(app, console, chosen);
    add_export(app, console, chosen);
    add_rules(app, console, chosen);
    add_demo(app, console, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Help and version are asked for; everything else is a wrong call.
        if (app.exit(error) == 0) return 0;
        console.json = std::any_of(argv, argv + argc, [](const char* word) { return std::strcmp(word, "--json") == 0; });
        console.give_error(geo::say("命令行有误：{}", "wrong usage: {}", error.what()), 2);
        return 2;
    }
    return act(chosen, console);
}

}  // namespace app
