#include "geo/core/json_schema.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>

namespace geo {
namespace {

using nlohmann::json;

/// `[rules]` and `[3]` as the validator writes them → `rules`, `3`.
std::string bare(const std::string& step) {
    if (step.size() > 2 && step.front() == '[' && step.back() == ']') return step.substr(1, step.size() - 2);
    return step;
}

bool is_number(const std::string& step) {
    return !step.empty() && std::ranges::all_of(step, [](char c) { return c >= '0' && c <= '9'; });
}

/// What stands at the path; null where the path leads nowhere.
json value_at(const json& document, const std::vector<std::string>& path) {
    const json* value = &document;
    for (const std::string& step : path) {
        if (value->is_array() && is_number(step) && std::stoul(step) < value->size())
            value = &(*value)[std::stoul(step)];
        else if (value->is_object() && value->contains(step))
            value = &(*value)[step];
        else
            return nullptr;
    }
    return *value;
}

/// The values that the schema allows for the key that a path ends in, wherever it describes that key.
std::string allowed_at(const json& schema, const std::vector<std::string>& path) {
    const auto key = std::ranges::find_if_not(path.rbegin(), path.rend(), is_number);
    if (key == path.rend()) return {};
    const auto allowed = [&](const json& part) -> std::string {
        if (!part.contains("properties") || !part.at("properties").contains(*key)) return {};
        const json& property = part.at("properties").at(*key);
        const json& list = property.contains("items") ? property.at("items") : property;
        return list.is_object() && list.contains("enum") ? list.at("enum").dump() : std::string{};
    };
    if (schema.contains("definitions"))
        for (const auto& part : schema.at("definitions"))
            if (std::string values = allowed(part); !values.empty()) return values;
    return allowed(schema);
}

/// The name that the validator's words end with, in quotes.
std::string quoted_end(const std::string& words) {
    const auto to = words.rfind('\'');
    if (to == std::string::npos || to == 0) return words;
    return words.substr(words.rfind('\'', to - 1) + 1, to - words.rfind('\'', to - 1) - 1);
}

/// The validator's words in both languages, with the value that was met.
Message reason_for(const json& schema, const json& document, const std::vector<std::string>& path,
                   const std::string& words) {
    if (words.starts_with("Missing required property")) return say("缺少 {}", "{} is missing", quoted_end(words));
    if (words.starts_with("Object contains a property"))
        return say("不认识的键 {}", "unknown key {}", quoted_end(words));
    const std::string value =
        value_at(document, path).dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 80);
    if (words.starts_with("Failed to match against any enum"))
        return say("{} 不在允许的值 {} 之中", "{} is none of the values allowed: {}", value, allowed_at(schema, path));
    return say("{} 不符合要求（{}）", "{} does not fit: {}", value, words);
}

/// Told again at each level above the fault itself.
bool is_echo(const std::string& words) {
    return words.starts_with("Failed to validate") && words.find("oneOf") == std::string::npos &&
           words.find("exactly one") == std::string::npos;
}

}  // namespace

struct JsonSchema::State {
    json text;
    valijson::Schema compiled;
};

JsonSchema::JsonSchema(std::string_view text) : m_state{std::make_unique<State>()} {
    m_state->text = json::parse(text);
    valijson::SchemaParser{}.populateSchema(valijson::adapters::NlohmannJsonAdapter{m_state->text}, m_state->compiled);
}

JsonSchema::~JsonSchema() = default;

std::vector<SchemaFault> JsonSchema::faults(const json& document) const {
    valijson::ValidationResults results;
    valijson::Validator validator{valijson::Validator::kStrongTypes};
    if (validator.validate(m_state->compiled, valijson::adapters::NlohmannJsonAdapter{document}, &results)) return {};
    std::vector<SchemaFault> faults, echoes;
    for (const auto& error : results) {
        std::vector<std::string> path;
        for (const std::string& step : error.context)
            if (step != "<root>") path.push_back(bare(step));
        Message reason = reason_for(m_state->text, document, path, error.description);
        auto& list = is_echo(error.description) ? echoes : faults;
        const bool is_told =
            std::ranges::any_of(list, [&](const SchemaFault& f) { return f.path == path && f.reason == reason; });
        if (!is_told) list.push_back({std::move(path), std::move(reason)});
    }
    return faults.empty() ? echoes : faults;
}

}  // namespace geo
