#pragma once

#include "geo/core/message.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace geo {

/// One place where a document breaks its schema.
struct SchemaFault {
    std::vector<std::string> path;  ///< keys and positions from the root down
    Message reason;
};

/// Where a rule pack breaks `data/schemas/rulepack.schema.json`, each once; empty when it keeps it.
std::vector<SchemaFault> schema_faults(const nlohmann::json& pack);

}  // namespace geo
