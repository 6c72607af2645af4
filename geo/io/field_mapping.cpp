#include "geo/io/field_mapping.hpp"

#include "geo/core/embedded.hpp"
#include "geo/core/error.hpp"
#include "geo/io/text_encoding.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace geo::embedded {
std::span<const File> field_synonyms();
}

namespace geo::reading {
namespace {

using Json = nlohmann::ordered_json;

const Json& synonyms() {
    static const Json data = Json::parse(embedded::field_synonyms().front().text);
    return data;
}

// Lower case, without marks that spellings differ in, and without a unit in brackets: `建筑高度（m）`, `building:levels`.
std::string key_of(std::string_view name) {
    for (const std::string_view bracket : {"(", "（", "[", "【"})
        if (const auto at = name.find(bracket); at != std::string_view::npos && at > 0) name = name.substr(0, at);
    std::string key;
    for (const char c : name) {
        if (c == ' ' || c == '_' || c == '-' || c == ':' || c == '.') continue;
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return key;
}

// What a DBF's ten bytes leave of a longer name, in GBK and in UTF-8; nothing when it fits.
std::vector<std::string> cut_names(const std::string& name) {
    std::vector<std::string> result;
    constexpr std::size_t limit = 10;
    for (const char* encoding : {"GBK", "UTF-8"}) {
        const std::string cut = cut_to_bytes(name, limit, *encoding_named(encoding));
        if (cut.size() < name.size()) result.push_back(key_of(cut));
    }
    return result;
}

using Names = std::vector<std::string>;

Names names_of(Role role, std::string_view field) {
    const Json& data = synonyms();
    const Json& own = data.at("roles").at(std::string{role_info(role).name});
    const std::string key{field};
    if (own.contains(key)) return own.at(key).get<Names>();
    if (data.at("every_role").contains(key)) return data.at("every_role").at(key).get<Names>();
    return {};
}

// Cut names that could stand for several fields of the role tell none of them.
std::set<std::string> ambiguous_cuts(Role role) {
    std::map<std::string, std::set<std::string>> fields_of;
    const auto note = [&](std::string_view field) {
        for (const std::string& name : names_of(role, field)) {
            for (const std::string& cut : cut_names(name)) fields_of[cut].insert(std::string{field});
            fields_of[key_of(name)].insert(std::string{field});
        }
    };
    note("name");
    for (const Field& field : role_info(role).fields) note(field.name);
    std::set<std::string> result;
    for (const auto& [cut, fields] : fields_of)
        if (fields.size() > 1) result.insert(cut);
    return result;
}

// OSM keys in the order in which they say what a thing is, to this role.
Names tags_of(Role role) {
    const Json& first = synonyms().at("osm_tags_first");
    const std::string name{role_info(role).name};
    Names tags = first.contains(name) ? first.at(name).get<Names>() : Names{};
    for (const std::string& tag : synonyms().at("osm_tags").get<Names>())
        if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
    return tags;
}

class Columns {
   public:
    explicit Columns(const Names& columns) : m_names{columns} {
        for (const std::string& column : columns) m_keys.push_back(key_of(column));
    }

    std::optional<std::size_t> find(const std::string& key) const {
        const auto it = std::ranges::find(m_keys, key);
        if (it == m_keys.end()) return std::nullopt;
        return static_cast<std::size_t>(it - m_keys.begin());
    }

    /// Positions of all columns that bear one of the names, best first.
    std::vector<std::size_t> matching(const Names& names, const std::set<std::string>& refused_cuts) const {
        std::vector<std::size_t> result;
        const auto add = [&](std::optional<std::size_t> at) {
            if (at && std::ranges::find(result, *at) == result.end()) result.push_back(*at);
        };
        for (const std::string& name : names) add(find(key_of(name)));
        for (const std::string& name : names)
            for (const std::string& cut : cut_names(name))
                if (!refused_cuts.contains(cut)) add(find(cut));
        return result;
    }

    std::optional<std::size_t> named_by_user(const std::string& name) const {
        if (const auto it = std::ranges::find(m_names, name); it != m_names.end())
            return static_cast<std::size_t>(it - m_names.begin());
        if (const auto at = find(key_of(name))) return at;
        for (const std::string& cut : cut_names(name))
            if (const auto at = find(cut)) return at;
        return std::nullopt;
    }

   private:
    const Names& m_names;
    Names m_keys;
};

void check_wanted_fields(Role role, const std::map<std::string, std::string>& wanted, const std::string& where) {
    Names known{"id", "name"};
    for (const Field& field : role_info(role).fields) known.emplace_back(field.name);
    known.insert(known.end(), {"x", "y"});
    if (role == Role::Hazard) known.emplace_back("building");
    for (const auto& [field, column] : wanted)
        if (std::ranges::find(known, field) == known.end())
            throw InvalidInput{say("读取 {}：角色 {} 没有字段“{}”，可用的字段有：{}。请改正 --map。",
                                   "Reading {}: the role {} has no field \"{}\"; it has: {}. Correct --map.", where,
                                   role_info(role).name, field, listed(known))};
}

}  // namespace

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "–" : text;
}

FieldMapping map_fields(Role role, const Names& names, const std::map<std::string, std::string>& wanted, bool is_table,
                        const std::string& where) {
    check_wanted_fields(role, wanted, where);
    const Columns columns{names};
    const auto user_column = [&](std::string_view field) -> std::optional<std::size_t> {
        const auto it = wanted.find(std::string{field});
        if (it == wanted.end()) return std::nullopt;
        if (const auto at = columns.named_by_user(it->second)) return at;
        throw InvalidInput{say("读取 {}：没有列“{}”（用于 {}.{}），现有的列：{}。请改正 --map。",
                               "Reading {}: there is no column \"{}\" (for {}.{}); the columns are: {}. Correct --map.", where,
                               it->second, role_info(role).name, field, listed(names))};
    };
    const auto refused = ambiguous_cuts(role);
    Json json = Json::object();
    FieldMapping mapping;

    for (const char* trace : {"osmid", "osmwayid"}) mapping.is_osm = mapping.is_osm || columns.find(trace);
    std::vector<std::pair<std::string, std::size_t>> tags;
    for (const std::string& tag : tags_of(role))
        if (const auto at = columns.find(key_of(tag))) tags.emplace_back(tag, *at);

    mapping.ids = columns.matching(names_of(role, "id"), refused);
    if (const auto at = user_column("id")) mapping.ids = {*at};
    if (!mapping.ids.empty()) json["id"] = names[mapping.ids.front()];

    mapping.name = user_column("name");
    if (!mapping.name)
        if (const auto found = columns.matching(names_of(role, "name"), refused); !found.empty()) mapping.name = found.front();
    if (mapping.name) json["name"] = names[*mapping.name];

    for (const Field& field : role_info(role).fields) {
        std::optional<std::size_t> at = user_column(field.name);
        if (!at)
            if (const auto found = columns.matching(names_of(role, field.name), refused); !found.empty()) at = found.front();
        if (!at && field.name == "kind") {
            if (!tags.empty()) {
                mapping.tags = tags;
                mapping.is_osm = true;
                Names keys;
                for (const auto& tag : tags) keys.push_back(names[tag.second]);
                json["kind"] = keys;
            } else if (const auto found = columns.matching(synonyms().at("kind_fallback").get<Names>(), {}); !found.empty()) {
                at = found.front();
            }
        }
        if (at) json[std::string{field.name}] = names[*at];
        mapping.fields.push_back(at);
    }

    if (is_table) {
        const auto x = user_column("x"), y = user_column("y");
        if (x && y) mapping.xy = {*x, *y};
        for (const Json& pair : synonyms().at("coordinates")) {
            if (mapping.xy) break;
            const auto px = columns.find(key_of(pair.at(0).get<std::string>()));
            const auto py = columns.find(key_of(pair.at(1).get<std::string>()));
            if (px && py) mapping.xy = {x.value_or(*px), y.value_or(*py)};
        }
        if (mapping.xy) json["x"] = names[mapping.xy->first], json["y"] = names[mapping.xy->second];
    }
    if (is_table && !mapping.xy && role == Role::Hazard) {
        mapping.building = user_column("building");
        if (!mapping.building)
            if (const auto found = columns.matching(synonyms().at("building_of").get<Names>(), {}); !found.empty()) mapping.building = found.front();
        if (mapping.building) {
            std::erase(mapping.ids, *mapping.building);  // It names the building, not the report.
            json.erase("id");
            if (!mapping.ids.empty()) json["id"] = names[mapping.ids.front()];
            json["building"] = names[*mapping.building];
        }
    }
    mapping.json = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return mapping;
}

std::optional<std::size_t> column_named(const Names& columns, const std::string& name) { return Columns{columns}.named_by_user(name); }

std::optional<std::size_t> weight_column(const Names& columns) {
    const auto found = Columns{columns}.matching(synonyms().at("weight").get<Names>(), {});
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::optional<std::size_t> layer_by_name(Role role, const Names& layers) {
    const Columns names{layers};
    std::vector<std::size_t> found;
    for (const std::string& name : synonyms().at("layers").at(std::string{role_info(role).name}).get<Names>())
        if (const auto at = names.find(key_of(name)); at && std::ranges::find(found, *at) == found.end()) found.push_back(*at);
    if (found.size() != 1) return std::nullopt;
    return found.front();
}

}  // namespace geo::reading
