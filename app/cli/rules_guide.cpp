#include "app/cli/rules_actions.hpp"
#include "app/cli/sheet_export.hpp"

#include <nlohmann/json.hpp>

namespace app {

void add_rules_guide(CLI::App& rules, Console& console, Action& chosen) {
    struct Options {
        std::string pack, out, language = "both";
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = rules.add_subcommand("guide", help(console, "把规则包印成导则 (PDF)", "print a rule pack as a guide (PDF)"));
    command->add_option("pack", options->pack, help(console, "规则包：内置的、JSON 文件，或工程", "pack: a built-in one, a JSON file, or a project"))->required();
    command->add_option("--out", options->out, help(console, "要写的文件 (.pdf)", "file to write (.pdf)"))->required()->check(a_path_ending(console, ".pdf"));
    command->add_option("--sheet-lang", options->language, help(console, "导则的语言：zh、en 或 both", "language of the guide: zh, en or both"))->check(CLI::IsMember({"zh", "en", "both"}))->capture_default_str();
    add_common(*command, console);
    command->callback([options, &console, &chosen] {
        chosen = [options, &console] {
            const geo::RulePack pack = pack_meant(options->pack);
            const std::size_t pages = write_guide_pdf(pack, options->out, options->language, console);
            console.tell(geo::say("已将规则包 {} 的导则写入 {}，{} 页。", "Wrote the guide of pack {} to {}, {} pages.", pack.id, options->out, pages));
            console.give({{"schema", "anchong/rules-guide/1"}, {"pack", pack.id}, {"file", options->out}, {"pages", pages}});
            return 0;
        };
    });
}

}  // namespace app
