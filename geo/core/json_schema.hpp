#pragma once

#include "geo/core/message.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// One place where a document breaks its schema.
struct SchemaFault {
    std::vector<std::string> path;  ///< keys and positions from the root down
    Message reason;

    bool operator==(const SchemaFault&) const = default;
};

/// A JSON Schema, compiled. May be asked from several threads.
class JsonSchema {
   public:
    /// @param text  of one of the program's own schemas: valid
    explicit JsonSchema(std::string_view text);
    ~JsonSchema();

    /// Where a document breaks the schema, each place once; empty when it keeps it.
    std::vector<SchemaFault> faults(const nlohmann::json& document) const;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace geo
