#pragma once

#include "geo/model/rule_pack.hpp"

#include <string>
#include <vector>

namespace geo {

/// A pack as `rules list` shows it.
struct PackSummary {
    std::string id;
    Message title;
    Message jurisdiction;
    std::string edition;
    std::string extends;  ///< parent's id; empty for `cn-base`
};

/// Packs that come with the program, by id.
std::vector<PackSummary> builtin_packs();

/// A pack by id of a built-in one, or by path of a JSON file (whose parent may be built in or lie beside it), validated against
/// the schema and with its parents folded in.
/// @throws RuleError  unknown pack (lists those there are), not JSON, breaks the schema (rule and reason), unknown parent or circle
RulePack load_pack(const std::string& id_or_file);

/// The folded pack as JSON text that `pack_from_text` reads back to an equal pack; stored in projects.
std::string pack_to_text(const RulePack& pack);
RulePack pack_from_text(const std::string& text);

}  // namespace geo
