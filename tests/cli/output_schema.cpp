#include "tests/cli/output_schema.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <filesystem>
#include <fstream>
#include <map>

namespace cli {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

struct OutputSchema {
    json text;
    valijson::Schema compiled;
};

const std::map<std::string, OutputSchema>& all() {
    static const std::map<std::string, OutputSchema> schemas = [] {
        std::map<std::string, OutputSchema> read;
        for (const auto& entry : std::filesystem::directory_iterator{ANCHONG_SCHEMAS}) {
            std::ifstream file{entry.path()};
            json text = json::parse(file);
            if (!text.at("properties").contains("schema")) continue;
            OutputSchema& schema = read[text.at("properties").at("schema").at("const")];
            schema.text = std::move(text);
            valijson::SchemaParser{}.populateSchema(NlohmannJsonAdapter{schema.text}, schema.compiled);
        }
        return read;
    }();
    return schemas;
}

}  // namespace

std::vector<std::string> output_schemas() {
    std::vector<std::string> names;
    for (const auto& [name, schema] : all()) names.push_back(name);
    return names;
}

std::vector<std::string> faults_of(const json& document) {
    if (!document.is_object() || !document.contains("schema")) return {"names no schema"};
    const auto schema = all().find(document["schema"].is_string() ? document["schema"].get<std::string>() : "");
    if (schema == all().end()) return {"unknown schema " + document["schema"].dump()};
    valijson::ValidationResults results;
    valijson::Validator validator{valijson::Validator::kStrongTypes};
    validator.validate(schema->second.compiled, NlohmannJsonAdapter{document}, &results);
    std::vector<std::string> faults;
    for (const auto& error : results) {
        std::string where;
        for (const std::string& step : error.context) where += step;
        faults.push_back(where + ": " + error.description);
    }
    return faults;
}

}  // namespace cli
