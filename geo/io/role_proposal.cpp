#include "geo/io/role_proposal.hpp"

#include "geo/core/embedded.hpp"
#include "geo/io/field_mapping.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace geo::embedded {
std::span<const File> role_synonyms();
}

namespace geo::reading {
namespace {

using Json = nlohmann::json;

const Json& synonyms() {
    static const Json data = Json::parse(embedded::role_synonyms().front().text);
    return data;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Latin words in lower case without a plural's s, each between single blanks; other writing as it is: `FireLanes_2024消防` → ` fire lane 2024 消防 `.
std::string words_of(std::string_view name) {
    std::string result{" "};
    const auto end_word = [&result] {
        if (result.back() == ' ') return;
        if (result.size() > 3 && result.back() == 's' && is_lower(result[result.size() - 2]) && result[result.size() - 2] != 's') result.pop_back();
        result += ' ';
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool is_digit = c >= '0' && c <= '9';
        if (is_ascii(c) && !is_lower(c) && !is_upper(c) && !is_digit) {
            end_word();
            continue;
        }
        if (i > 0 && ((is_upper(c) && is_lower(name[i - 1])) || is_ascii(c) != is_ascii(name[i - 1]))) end_word();
        result += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    end_word();
    return result;
}

// Where the last occurrence of a word ends in a name's words; 0 when it does not occur.
std::size_t end_in(const std::string& words, const std::string& word) {
    const std::string key = words_of(word);
    const std::string sought = is_ascii(word.front()) ? key : key.substr(1, key.size() - 2);
    const auto at = words.rfind(sought);
    return at == std::string::npos ? 0 : at + sought.size();
}

std::optional<Role> by_name(const std::string& name, GeometryKinds kinds) {
    for (const RoleInfo& role : roles())
        if (takes(role.role, kinds) && layer_by_name(role.role, {name})) return role.role;
    using Rank = std::tuple<std::size_t, std::size_t>;  // length of the word, where it ends
    std::optional<Role> best;
    Rank best_rank{};
    const std::string words = words_of(name);
    for (const Json& entry : synonyms().at("words")) {
        const auto role = role_named(entry.at("role").get<std::string>());
        if (!role || !takes(*role, kinds)) continue;
        for (const Json& item : entry.at("words")) {
            const std::string word = item.get<std::string>();
            const Rank rank{word.size(), end_in(words, word)};
            if (std::get<1>(rank) == 0 || rank <= best_rank) continue;
            best_rank = rank;
            best = role;
        }
    }
    return best;
}

std::optional<Role> by_columns(GeometryKinds kinds, const std::vector<std::string>& columns, bool is_table) {
    for (const Json& entry : synonyms().at("columns")) {
        const auto role = role_named(entry.at("role").get<std::string>());
        if (!role || !takes(*role, kinds)) continue;
        const FieldMapping mapping = map_fields(*role, columns, {}, is_table, {});
        if (mapping.is_osm) continue;  // Extracts of OpenStreetMap give every layer the same columns.
        const bool has_all = std::ranges::all_of(entry.at("fields"), [&](const Json& field) {
            const auto index = field_index(*role, field.get<std::string>());
            return index && mapping.fields[*index].has_value();
        });
        if (has_all) return role;
    }
    return std::nullopt;
}

}  // namespace

bool takes(Role role, GeometryKinds kinds) {
    const RoleInfo& info = role_info(role);
    if (!kinds.any()) return true;
    // Closed lines are taken as areas where a role takes areas alone, but a layer of lines seldom holds them.
    return (kinds.points && info.takes_points) || (kinds.lines && info.takes_lines) || (kinds.areas && info.takes_areas);
}

std::optional<Role> proposed_role(const std::vector<std::string>& names, GeometryKinds kinds, const std::vector<std::string>& columns, bool is_table) {
    for (const std::string& name : names)
        if (const auto role = by_name(name, kinds)) return role;
    return by_columns(kinds, columns, is_table);
}

}  // namespace geo::reading
