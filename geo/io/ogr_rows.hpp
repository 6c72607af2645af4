#pragma once

#include "geo/io/gdal_session.hpp"
#include "geo/io/table.hpp"

namespace geo::storage {

/// Room for a column in a DBF.
struct ColumnWidth {
    int width = 0;
    int decimals = 0;
};

/// GDAL's number of a geometry type (`OGRwkbGeometryType`).
int ogr_type(GeometryKind kind);

/// Adds the columns to a layer just created. @return false when GDAL refused one (it said why)
bool add_columns(OGRLayerH layer, const std::vector<Column>& columns, const std::vector<ColumnWidth>& widths = {});

/// Turns rows into features of one layer, reusing the feature's memory.
class RowWriter {
   public:
    /// @param columns  of the rows: each goes where the layer has its name; without any, in the layer's own order
    RowWriter(OGRLayerH layer, GeometryKind kind, const std::vector<Column>& columns = {});
    /// @return false when GDAL refused it (it said why)
    bool write(const Row& row);

   private:
    OGRLayerH m_layer;
    GeometryKind m_kind;
    std::vector<int> m_positions;  ///< of the columns in the layer
    OgrFeature m_feature;
    std::vector<unsigned char> m_wkb;
};

/// Gives every row of a layer away, in its order, values as `columns`, so that no layer stands in memory twice.
/// @param filter  SQL condition; empty for all
/// @throws InvalidInput a column is missing, or a geometry cannot be read
void each_row(OGRLayerH layer, const std::vector<Column>& columns, const std::string& filter, const std::function<void(Row&&)>& use);

/// All rows of a layer. @throws as each_row
std::vector<Row> read_rows(OGRLayerH layer, const std::vector<Column>& columns, const std::string& filter = {});

}  // namespace geo::storage
