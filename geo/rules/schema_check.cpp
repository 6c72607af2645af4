#include "geo/rules/schema_check.hpp"

#include "geo/rules/embedded_data.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <memory>

namespace geo {
namespace {

std::unique_ptr<const valijson::Schema> read_schema() {
    const auto json = nlohmann::json::parse(embedded::schemas().front().text);
    auto schema = std::make_unique<valijson::Schema>();
    valijson::SchemaParser{}.populateSchema(valijson::adapters::NlohmannJsonAdapter{json}, *schema);
    return schema;
}

/// `[rules]` and `[3]` as the validator writes them → `rules`, `3`.
std::string bare(const std::string& step) {
    if (step.size() > 2 && step.front() == '[' && step.back() == ']') return step.substr(1, step.size() - 2);
    return step;
}

}  // namespace

std::vector<SchemaFault> schema_faults(const nlohmann::json& pack) {
    static const std::unique_ptr<const valijson::Schema> schema = read_schema();
    valijson::ValidationResults results;
    valijson::Validator validator{valijson::Validator::kStrongTypes};
    validator.validate(*schema, valijson::adapters::NlohmannJsonAdapter{pack}, &results);
    std::vector<SchemaFault> faults;
    for (const auto& error : results) {
        SchemaFault fault{{}, error.description};
        for (const std::string& step : error.context)
            if (step != "<root>") fault.path.push_back(bare(step));
        faults.push_back(std::move(fault));
    }
    return faults;
}

}  // namespace geo
