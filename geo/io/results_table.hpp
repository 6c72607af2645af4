#pragma once

#include "geo/io/table.hpp"
#include "geo/model/results.hpp"

#include <span>

namespace geo::storage {

enum class ResultTable { Zones, Sites, Bays, Clearances, Checks, Grounds, Findings, Runs };
inline constexpr ResultTable result_tables[] = {ResultTable::Zones,  ResultTable::Sites,   ResultTable::Bays,
                                                ResultTable::Clearances, ResultTable::Checks, ResultTable::Grounds,
                                                ResultTable::Findings, ResultTable::Runs};

/// `zones`, `sites` …; findings share `anchong_findings` with those of the import, which have no scenario. `anchong_runs` has one
/// row of a scenario whose results tell by which rules they were made.
std::string_view table_name(ResultTable table);

/// Columns in the order of the file; every table has `scenario`.
std::vector<Column> result_columns(ResultTable table);

/// The rows of one scenario for a table. Points into `results`, which must outlive it.
Table result_rows(ResultTable table, const Results& results);

/// Findings of the import, as rows without scenario.
Table import_findings(const std::vector<Finding>& findings);
std::vector<Finding> findings_from(std::span<const Row> rows);

/// Rows of one scenario that were read, by table, back to results. @throws InvalidInput naming the table, where a text is none of
/// its words
Results results_from(std::string scenario, const std::function<std::vector<Row>(ResultTable)>& read);

}  // namespace geo::storage
