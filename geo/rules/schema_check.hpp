#pragma once

#include "geo/core/json_schema.hpp"

namespace geo {

/// Where a rule pack breaks `data/schemas/rulepack.schema.json`, each once; empty when it keeps it.
std::vector<SchemaFault> schema_faults(const nlohmann::json& pack);

}  // namespace geo
