#include "app/cli/rules_actions.hpp"
#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/io/output_file.hpp"
#include "geo/rules/number_edit.hpp"
#include "geo/rules/pack_file.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace app {
namespace {

using namespace geo;
namespace fs = std::filesystem;

struct Options {
    std::string extends, id, title_zh, title_en, place_zh, place_en, edition = "1", out;
};

/// A parent out of a file is found only beside its child.
void require_beside(const Options& options, const RulePack& parent) {
    std::error_code ignored;
    if (!fs::is_regular_file(options.extends, ignored)) return;
    const fs::path there = fs::absolute(options.extends), beside = fs::absolute(options.out).parent_path() / (parent.id + ".json");
    if (fs::equivalent(there, beside, ignored)) return;
    throw UsageError{say("所继承的 {} 须与新规则包在同一文件夹，名为 {}.json。", "The pack that it extends, {}, must lie in the folder of the new one as {}.json.", options.extends, parent.id)};
}

const std::string& or_else(const std::string& text, const std::string& other) { return text.empty() ? other : text; }

int make(const Options& options, const Console& console) {
    const RulePack parent = load_pack(options.extends);
    require_beside(options, parent);
    for (const PackSummary& own : builtin_packs())
        if (own.id == options.id) throw UsageError{say("id“{}”属于内置的规则包，请另取 id。", "The id “{}” is that of a built-in pack; choose another.", options.id)};
    const std::string& title = or_else(or_else(options.title_zh, options.title_en), options.id);
    const std::string& place = or_else(or_else(options.place_zh, options.place_en), parent.jurisdiction.zh);
    NewPack pack{.id = options.id, .extends = parent.id, .edition = options.edition, .title = {}, .jurisdiction = {}};
    pack.title = {or_else(options.title_zh, title), or_else(options.title_en, title)};
    pack.jurisdiction = {or_else(options.place_zh, place), or_else(or_else(options.place_en, options.place_zh), parent.jurisdiction.en)};
    write_text(options.out, new_pack_text(pack), console.overwrite);
    console.tell(say("已建立规则包 {0}，继承 {1}。填写数值：anchong rules set {2} 规则=数值；列出规则：anchong rules show {2}",
                     "Made rule pack {0}, which extends {1}. Fill in numbers: anchong rules set {2} RULE=VALUE; its rules: anchong rules show {2}", options.id, parent.id, shell_word(options.out)));
    console.give({{"schema", "anchong/rules-new/1"}, {"file", options.out}, {"id", options.id}, {"extends", parent.id}});
    return 0;
}

}  // namespace

void add_rules_new(CLI::App& rules, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = rules.add_subcommand("new", help(console, "建立继承另一规则包的规则包文件", "make a pack file that extends another pack"));
    command->add_option("--extends", options->extends, help(console, "所继承的规则包：内置的或 JSON 文件", "pack that it extends: a built-in one or a JSON file"))->required();
    command->add_option("--id", options->id, help(console, "新规则包的 id：小写字母、数字、- . _", "id of the new pack: lower-case letters, digits, - . _"))->required();
    command->add_option("--title", options->title_en, help(console, "标题（英文，或两种语言同用）", "title in English, or for both languages"));
    command->add_option("--title-zh", options->title_zh, help(console, "标题（中文）", "title in Chinese"));
    command->add_option("--jurisdiction", options->place_en, help(console, "适用地区（英文，或两种语言同用）", "where it holds, in English or for both languages"));
    command->add_option("--jurisdiction-zh", options->place_zh, help(console, "适用地区（中文）", "where it holds, in Chinese"));
    command->add_option("--edition", options->edition, help(console, "版本", "edition"))->capture_default_str();
    command->add_option("--out", options->out, help(console, "要写的文件 (.json)", "file to write (.json)"))->required()->check(a_path(console));
    add_common(*command, console);
    command->callback([options, &console, &chosen] { chosen = [options, &console] { return make(*options, console); }; });
}

}  // namespace app
