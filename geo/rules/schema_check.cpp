#include "geo/rules/schema_check.hpp"

#include "geo/rules/embedded_data.hpp"

#include <nlohmann/json.hpp>

namespace geo {

std::vector<SchemaFault> schema_faults(const nlohmann::json& pack) {
    static const JsonSchema schema{embedded::schemas().front().text};
    return schema.faults(pack);
}

}  // namespace geo
