#pragma once

#include "geo/model/rule_pack.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A pack as `rules list` shows it.
struct PackSummary {
    std::string id;
    Message title;
    Message jurisdiction;
    std::string edition;
    std::string extends;  ///< parent's id; empty for `cn-base` and `generic`
};

/// Packs that come with the program, by id.
std::vector<PackSummary> builtin_packs();

/// A pack by id of a built-in one, or by path of a JSON file (whose parent may be built in or lie beside it as
/// `<id>.json`), validated against the schema and with its parents folded in: a child's rule takes the place of its
/// parent's of the same id and of those it `replaces`. Every pack extends `cn-base` or `generic` in the end.
/// @throws RuleError    unknown pack (lists those there are), or every reason why it cannot be used: not JSON, breaks
/// the schema,
///                      unknown parent, circle … (the first twenty, with the count of the others)
/// @throws SourceError  a `.json` file or path that cannot be read
RulePack load_pack(const std::string& id_or_file);

/// The pack that `load_pack` would make of the file if it held that text: for what is about to be written. @throws as load_pack
RulePack load_pack_text(std::string_view text, const std::filesystem::path& file);

/// What is wrong with a pack, named as for `load_pack`, each with file, rule and reason; empty when it is sound. Besides what `load_pack`
/// refuses, the obstacle classes that the folded pack leaves without a rule. @throws SourceError when the file cannot
/// be read
std::vector<Message> validate_pack(const std::string& id_or_file);

/// The folded pack as JSON text that `pack_from_text` reads back to an equal pack; stored in projects.
std::string pack_to_text(const RulePack& pack);
/// @param called  in what is said of a pack that is unsound
RulePack pack_from_text(const std::string& text, const std::string& called = "project");

}  // namespace geo
