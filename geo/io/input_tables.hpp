#pragma once

#include "geo/io/table.hpp"
#include "geo/model/inputs.hpp"

#include <span>

namespace geo::storage {

/// One table a role that has layers, in the order of the roles: `id, name`, the role's fields, `is_hull`, `layer_no` (row of the
/// provenance) and the source's own attributes as JSON. Points into `inputs`, which must outlive it.
std::vector<Table> input_tables(const Inputs& inputs);

/// Columns of a role's table.
std::vector<Column> input_columns(Role role);

/// Name of the column with the source's attributes as JSON: `source`, or `source_row` where the role has a field `source`.
std::string source_column(Role role);

/// Takes rows of a role's table that are read back into the layers they came from, which must outlive it.
class FeatureTaker {
   public:
    FeatureTaker(Role role, std::vector<Layer>& layers) : m_role{role}, m_columns{input_columns(role)}, m_layers{layers} {}
    const std::vector<Column>& columns() const { return m_columns; }
    /// @throws InvalidInput a row of no layer
    void take(Row&& row);

   private:
    Role m_role;
    std::vector<Column> m_columns;
    std::vector<Layer>& m_layers;
};

std::vector<Column> provenance_columns();
Table provenance_table(const std::vector<Layer>& layers);
/// Layers without features, in the order of their numbers. @throws InvalidInput an unknown role
std::vector<Layer> layers_from(std::span<const Row> provenance, const CrsName& crs);

}  // namespace geo::storage
