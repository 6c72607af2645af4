#pragma once

#include "geo/core/embedded.hpp"
#include "geo/io/project_file.hpp"
#include "geo/io/table.hpp"
#include "geo/model/existing.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace geo::embedded {

std::span<const File> qgis_styles();  ///< of `styles/qgis`: `<table>.qml`

}  // namespace geo::embedded

namespace geo::storage {

/// What every export holds: zones, sites, bays, clearances, checks and the inputs as used, compounds with their phase. Points into both, which must outlive it.
std::vector<Table> export_tables(const Project& project, const Results& results);

/// What a GeoPackage holds besides: grounds, `phases` by rank, and `layer_styles`, in which QGIS looks for how layers are shown.
std::vector<Table> geopackage_tables(const Project& project, const Results& results);

inline constexpr const char* certificate_table_name = "anchong_certificate";

/// Keys and values of a certificate's header.
Table certificate_table(const std::vector<std::pair<std::string, std::string>>& header);

/// `existing`, in the columns of sites as far as they have them, and `existing_clearances` in those of `clearances`. Points into what it is given.
std::vector<Table> existing_tables(const ExistingFacilities& existing);

/// The same results with the sites of one phase only, their bays, clearances and checks; zones stay whole.
Results of_phase(const Results& results, std::string_view phase);

}  // namespace geo::storage
