#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace cli {

/// The output schemas of data/schemas by the names that documents give: `anchong/plan/1`. The rule pack's is not among them.
std::vector<std::string> output_schemas();

/// Where a document breaks the schema that its `schema` names; empty when it keeps it. One line a fault.
std::vector<std::string> faults_of(const nlohmann::json& document);

}  // namespace cli
