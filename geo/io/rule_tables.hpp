#pragma once

#include "geo/io/gpkg_file.hpp"
#include "geo/io/project_file.hpp"

#include <map>
#include <string>
#include <vector>

namespace geo::storage {

/// A table of few rows, held whole.
Table small_table(std::string name, std::vector<Column> columns, std::vector<Row> rows);
/// One of keys and their values, and the way back.
Table pair_table(std::string name, const std::vector<Column>& columns, const std::map<std::string, std::string>& values);
std::map<std::string, std::string> stored_pairs(const GpkgReader& reader, const std::string& table, const std::vector<Column>& columns);

/// Packs, scenarios with what they assume, phases with their compounds: `anchong_rules`, `anchong_scenarios`, `anchong_assumptions`, `anchong_phases`,
/// `anchong_compound_phases`; what was decided of presumed ground: `anchong_strips`.
std::vector<Table> rule_tables(const Project& project);

/// Reads those tables into the project; where it is older than one of them, nothing is assumed or decided and the phases are the standard ones.
/// @throws InvalidInput  a zone type, scenario, phase or decision that is unknown, or phases with a gap
void read_rules(const GpkgReader& reader, Project& project);

}  // namespace geo::storage
