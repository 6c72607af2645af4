#include "geo/rules/obstacle_kinds.hpp"

#include "geo/rules/embedded_data.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace geo {
namespace {

using nlohmann::json;

/// Lower case; full-width ASCII made narrow; blanks and underscores, which writers place at will, left out.
std::string folded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto c = static_cast<unsigned char>(text[i]);
        if (i + 2 < text.size() && c == 0xEF) {  // U+FF01…U+FF5E, UTF-8 EF BC 81…EF BD 9E
            const auto b = static_cast<unsigned char>(text[i + 1]), a = static_cast<unsigned char>(text[i + 2]);
            const unsigned code = ((b & 0x3FU) << 6) | (a & 0x3FU);
            if ((b == 0xBC || b == 0xBD) && code >= 0xF01 && code <= 0xF5E)
                c = static_cast<unsigned char>(code - 0xF00 + 0x20), i += 2;
        } else if (text.substr(i, 3) == "\u3000") {
            i += 2;
            continue;
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '_' || c == '-') continue;
        result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c));
    }
    return result;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct CodeList {
    std::vector<ObstacleKind> kinds;
    std::map<std::string, std::size_t, std::less<>> by_code;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_word;  ///< folded words, each with its kinds
};

void add_word(CodeList& list, std::string_view word, std::size_t kind) {
    auto& kinds = list.by_word[folded(word)];
    if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
}

/// Where a single OSM column was mapped to the kind, its values come without their key: a value then means what it
/// means under the first of these keys that has it.
constexpr std::array<std::string_view, 7> osm_keys{
    "amenity=", "power=", "landuse=", "natural=", "railway=", "waterway=", "man_made="};

void add_bare_values(CodeList& list, std::string_view key) {
    for (std::size_t i = 0; i < list.kinds.size(); ++i)
        for (const std::string& synonym : list.kinds[i].synonyms)
            if (synonym.starts_with(key) && !list.by_word.contains(folded(synonym.substr(key.size()))))
                add_word(list, synonym.substr(key.size()), i);
}

CodeList read_list() {
    CodeList list;
    const json whole = json::parse(embedded::codelists().front().text);
    for (const json& entry : whole.at("kinds")) {
        ObstacleKind kind{.code = entry.at("code"),
                          .name = {entry.at("zh"), entry.at("en")},
                          .roles = {},
                          .synonyms = {},
                          .above = {}};
        for (const json& role : entry.at("roles")) kind.roles.push_back(role_named(role.get<std::string>()).value());
        if (entry.contains("synonyms")) kind.synonyms = entry.at("synonyms").get<std::vector<std::string>>();
        if (const auto it = entry.find("above"); it != entry.end())
            kind.above = ObstacleKind::Above{it->at("of") == "voltage_kv", it->at("limit"), it->at("kind")};
        list.by_code[kind.code] = list.kinds.size();
        list.kinds.push_back(std::move(kind));
    }
    for (std::size_t i = 0; i < list.kinds.size(); ++i) {
        const ObstacleKind& kind = list.kinds[i];
        for (const std::string& word : {kind.code, kind.name.zh, kind.name.en}) add_word(list, word, i);
        for (const std::string& synonym : kind.synonyms) add_word(list, synonym, i);
    }
    for (const std::string_view key : osm_keys) add_bare_values(list, key);
    return list;
}

const CodeList& code_list() {
    static const CodeList list = read_list();
    return list;
}

/// The kind that a word means in a layer of that role: the only one there is, or the only one at home in the role.
const ObstacleKind* word_meaning(Role role, std::string_view word) {
    const CodeList& list = code_list();
    const auto it = list.by_word.find(word);
    if (it == list.by_word.end()) return nullptr;
    if (it->second.size() == 1) return &list.kinds[it->second.front()];
    const ObstacleKind* found = nullptr;
    for (const std::size_t i : it->second) {
        if (std::ranges::find(list.kinds[i].roles, role) == list.kinds[i].roles.end()) continue;
        if (found) return nullptr;
        found = &list.kinds[i];
    }
    return found;
}

/// Three Chinese characters: shorter words (仓库, 电力) mean too many things inside longer ones.
constexpr std::size_t shortest_guess = 9;

/// The kind whose Chinese words a longer text holds; nothing when it holds words of several, not counting words within
/// words.
const ObstacleKind* kind_within(Role role, const std::string& text) {
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    std::vector<std::string_view> words;
    for (const auto& [word, kinds] : code_list().by_word) {
        if (is_ascii(word) || word.size() < shortest_guess) continue;
        const auto at = text.find(word);
        if (at == std::string::npos) continue;
        spans.emplace_back(at, at + word.size());
        words.push_back(word);
    }
    const ObstacleKind* found = nullptr;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_inner = std::ranges::any_of(spans, [&](const auto& outer) {
            return outer != spans[i] && outer.first <= spans[i].first && spans[i].second <= outer.second;
        });
        if (is_inner) continue;
        const ObstacleKind* kind = word_meaning(role, words[i]);
        if (!kind || (found && found != kind)) return nullptr;
        found = kind;
    }
    return found;
}

}  // namespace

std::span<const ObstacleKind> obstacle_kinds() { return code_list().kinds; }

const ObstacleKind* kind_with_code(std::string_view code) {
    const CodeList& list = code_list();
    const auto it = list.by_code.find(code);
    return it == list.by_code.end() ? nullptr : &list.kinds[it->second];
}

Message kind_words(const std::string& code) {
    const ObstacleKind* kind = kind_with_code(code);
    return kind ? kind->name : Message{code, code};
}

std::optional<KindMatch> kind_of(Role role, std::string_view text) {
    const std::string whole = folded(text);
    const ObstacleKind* unspecified = kind_with_code(std::string{role_info(role).name} + "_unspecified");
    if (whole.empty()) return unspecified ? std::optional{KindMatch{unspecified, KindFrom::Missing}} : std::nullopt;
    if (const ObstacleKind* kind = word_meaning(role, whole)) return KindMatch{kind, KindFrom::Named};
    if (const auto equals = whole.find('='); equals != std::string::npos) {
        std::string key = whole.substr(0, equals + 1);
        for (std::size_t from = 0; from < whole.size();) {
            const std::size_t to = std::min(whole.find(';', from), whole.size());
            std::string part = whole.substr(from, to - from);
            if (const auto own = part.find('='); own != std::string::npos)
                key = part.substr(0, own + 1);
            else
                part = key + part;
            if (const ObstacleKind* kind = word_meaning(role, part)) return KindMatch{kind, KindFrom::Named};
            from = to + 1;
        }
        return unspecified ? std::optional{KindMatch{unspecified, KindFrom::OpenTag}} : std::nullopt;
    }
    if (const ObstacleKind* kind = kind_within(role, whole)) return KindMatch{kind, KindFrom::Guessed};
    return std::nullopt;
}

}  // namespace geo
