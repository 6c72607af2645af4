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

/// Adds rows that were read back to the layers they came from. @throws InvalidInput a row of no layer
void add_features(Role role, std::span<const Row> rows, std::vector<Layer>& layers);

std::vector<Column> provenance_columns();
Table provenance_table(const std::vector<Layer>& layers);
/// Layers without features, in the order of their numbers. @throws InvalidInput an unknown role
std::vector<Layer> layers_from(std::span<const Row> provenance, const CrsName& crs);

}  // namespace geo::storage
