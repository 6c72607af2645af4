#pragma once

#include "geo/model/rule_pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A pack as its file states it, before its parent is folded in: `pack` holds its own rules only and no lineage. A pack
/// that `write_pack` wrote is folded already: it has its lineage and all rules.
struct RawPack {
    RulePack pack;
    std::string extends;  ///< empty: none
    struct Replacement {
        std::string by, rule;  ///< `rule` of the parent gives way to `by`
    };
    std::vector<Replacement> replacements;
};

/// Reads one pack and checks it: JSON, schema and its version, kinds, units, values, bounds, ids. Every fault becomes a
/// reason that names file, rule and what is wrong; nothing is returned when there was any.
/// @param file  named in the reasons
std::optional<RawPack> read_pack(std::string_view json, const std::string& file, std::vector<Message>& reasons);

/// The folded pack as JSON that `read_pack` reads back to an equal one.
std::string write_pack(const RulePack& pack);

}  // namespace geo
