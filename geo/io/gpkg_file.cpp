#include "geo/io/gpkg_file.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/ogr_rows.hpp"
#include "geo/io/sqlite_check.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>

namespace geo::storage {
namespace {

namespace fs = std::filesystem;

/// GDAL's settings while a temporary GeoPackage is written: nobody reads it yet, and it is synced as a whole before it counts.
struct WriteOptions {
    GdalOption journal{"OGR_SQLITE_JOURNAL", "MEMORY"};
    GdalOption sync{"OGR_SQLITE_SYNCHRONOUS", "OFF"};
    GdalOption date{"OGR_CURRENT_DATE", moment_for_gdal()};
};

std::size_t row_sum(std::span<const Table> tables) {
    std::size_t sum = 0;
    for (const Table& table : tables) sum += table.row_count;
    return std::max<std::size_t>(sum, 1);
}

/// Rows of several tables on their way, with one progress and one kind of failure.
class Writing {
   public:
    Writing(const fs::path& target, std::size_t rows, const GdalErrors& errors, const Progress& progress)
        : m_target{target}, m_rows{rows}, m_errors{errors}, m_progress{progress} {}

    void check(bool is_ok) const {
        if (!is_ok || m_errors.any()) throw write_failure(m_target, m_errors.first("GeoPackage"));
    }
    void rows(OGRLayerH layer, const Table& table) {
        RowWriter writer{layer, table.geometry, table.columns};
        for (std::size_t i = 0; i < table.row_count; ++i) {
            if (m_done++ % 500 == 0) m_progress.at(static_cast<double>(m_done) / static_cast<double>(m_rows));
            check(writer.write(table.row(i)));
        }
    }

   private:
    const fs::path& m_target;
    std::size_t m_rows, m_done = 0;
    const GdalErrors& m_errors;
    const Progress m_progress;
};

OGRLayerH create_layer(GDALDatasetH dataset, const Table& table, OGRSpatialReferenceH srs) {
    const std::string key = "FID=" + table.key;
    StringList options{key.c_str(), "GEOMETRY_NAME=geom", "SPATIAL_INDEX=YES"};
    const bool is_plain = table.geometry == GeometryKind::None;
    return GDALDatasetCreateLayer(dataset, table.name.c_str(), is_plain ? nullptr : srs,
                                  static_cast<OGRwkbGeometryType>(ogr_type(table.geometry)), options.data());
}

void run(GDALDatasetH dataset, const std::string& sql) {
    if (OGRLayerH answer = GDALDatasetExecuteSQL(dataset, sql.c_str(), nullptr, nullptr)) {
        GDALDatasetReleaseResultSet(dataset, answer);
    }
}

/// Changes which tables or columns a GeoPackage has. @param change  false when GDAL refused
template <typename Change>
void change_layout(const fs::path& file, const fs::path& target, Change&& change) {
    register_gdal();
    GdalErrors errors;
    const WriteOptions options;
    const Writing writing{target, 1, errors, {}};
    const char* const drivers[] = {"GPKG", nullptr};
    Dataset dataset{GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, drivers, nullptr, nullptr)};
    writing.check(dataset != nullptr);
    writing.check(change(dataset.get()));
    dataset.reset();
    writing.check(true);
}

std::vector<Column> lacking(OGRLayerH layer, std::vector<Column> columns) {
    std::erase_if(columns, [&](const Column& column) { return OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), column.name.c_str()) >= 0; });
    return columns;
}

}  // namespace

std::string sql_text(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted += c;
        quoted += c;
    }
    return quoted + "'";
}

void write_gpkg(const fs::path& file, const fs::path& target, std::span<const Table> tables, const CrsName& crs,
                const Progress& progress) {
    register_gdal();
    const Srs srs = gdal_srs(crs);
    GdalErrors errors;
    const WriteOptions options;
    {
        Writing writing{target, row_sum(tables), errors, progress};
        Dataset dataset{GDALCreate(GDALGetDriverByName("GPKG"), file.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
        writing.check(dataset != nullptr);
        writing.check(GDALDatasetStartTransaction(dataset.get(), FALSE) == OGRERR_NONE);
        for (const Table& table : tables) {
            OGRLayerH layer = create_layer(dataset.get(), table, srs.get());
            writing.check(layer && add_columns(layer, table.columns));
            writing.rows(layer, table);
        }
        writing.check(GDALDatasetCommitTransaction(dataset.get()) == OGRERR_NONE);
        dataset.reset();
        writing.check(true);
    }
    check_database(file, target, tables);
}

void rewrite_gpkg(const fs::path& work, const fs::path& file, const fs::path& target, std::span<const Table> tables) {
    register_gdal();
    empty_tables(work, target, tables);
    GdalErrors errors;
    const WriteOptions options;
    {
        Writing writing{target, row_sum(tables), errors, {}};
        const char* const drivers[] = {"GPKG", nullptr};
        Dataset dataset{GDALOpenEx(work.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, drivers, nullptr, nullptr)};
        writing.check(dataset != nullptr);
        writing.check(GDALDatasetStartTransaction(dataset.get(), FALSE) == OGRERR_NONE);
        const auto layer_of = [&](const Table& table) {
            OGRLayerH layer = GDALDatasetGetLayerByName(dataset.get(), table.name.c_str());
            writing.check(layer != nullptr);
            return layer;
        };
        const auto index = [&](const char* function, const Table& table) {
            if (table.geometry == GeometryKind::None) return;
            run(dataset.get(), fmt::format("SELECT {}({}, {})", function, sql_text(table.name),
                                           sql_text(OGR_L_GetGeometryColumn(layer_of(table)))));
            writing.check(true);
        };
        // Row by row the indexes would be slow to grow, and of a shape that tells of what was there before.
        for (const Table& table : tables) index("DisableSpatialIndex", table);
        for (const Table& table : tables) {
            writing.rows(layer_of(table), table);
            index("CreateSpatialIndex", table);
        }
        writing.check(GDALDatasetCommitTransaction(dataset.get()) == OGRERR_NONE);
        dataset.reset();
        writing.check(true);
    }
    pack_database(work, file, target);
    check_database(file, target, tables);
}

void add_table(const fs::path& file, const fs::path& target, const Table& table) {
    change_layout(file, target, [&](GDALDatasetH dataset) {
        OGRLayerH layer = create_layer(dataset, table, nullptr);
        return layer && add_columns(layer, table.columns);
    });
}

void widen_table(const fs::path& file, const fs::path& target, const Table& table) {
    change_layout(file, target, [&](GDALDatasetH dataset) {
        OGRLayerH layer = GDALDatasetGetLayerByName(dataset, table.name.c_str());
        return layer && add_columns(layer, lacking(layer, table.columns));
    });
}

GpkgReader::GpkgReader(const fs::path& file) : m_file{resolved(file)} {
    register_gdal();
    std::error_code error;
    const auto status = fs::status(m_file, error);
    if (!fs::exists(status)) {
        throw SourceError{say("找不到文件 {}。", "The file {} does not exist.", file.string())};
    }
    if (fs::is_directory(status)) {
        throw SourceError{say("{} 是文件夹，需要工程文件（.gpkg）。", "{} is a folder; a project file (.gpkg) is needed.", file.string())};
    }
    const GdalErrors errors;
    // With edits waiting beside the file (QGIS has it open) SQLite must look at them; else nothing at all may be touched.
    const bool has_wal = fs::file_size(m_file.string() + "-wal", error) > 0 && !error;
    // (GDAL 3.6 cannot say so of a path with a percent sign; reading still writes nothing then.)
    const bool is_immutable = !has_wal && m_file.string().find('%') == std::string::npos;
    StringList options{!is_immutable ? "IMMUTABLE=NO" : "IMMUTABLE=YES", "LIST_ALL_TABLES=NO"};
    const char* const drivers[] = {"GPKG", nullptr};
    m_dataset.reset(GDALOpenEx(m_file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options.data(), nullptr));
    if (!m_dataset) {
        throw SourceError{say("无法将 {} 作为 GeoPackage 打开（{}）。", "{} cannot be opened as a GeoPackage ({}).", file.string(),
                              errors.first("not a GeoPackage"))};
    }
}

bool GpkgReader::has(const std::string& table) const {
    return GDALDatasetGetLayerByName(m_dataset.get(), table.c_str()) != nullptr;
}

bool GpkgReader::has(const Table& table) const {
    OGRLayerH layer = GDALDatasetGetLayerByName(m_dataset.get(), table.name.c_str());
    return layer && lacking(layer, table.columns).empty();
}

void GpkgReader::each_row(const std::string& table, const std::vector<Column>& columns, const std::string& filter, const std::function<void(Row&&)>& use) const {
    const GdalErrors errors;
    OGRLayerH layer = GDALDatasetGetLayerByName(m_dataset.get(), table.c_str());
    if (!layer) {
        throw InvalidInput{say("{} 中没有表 {}。", "{} has no table {}.", m_file.string(), table)};
    }
    storage::each_row(layer, columns, filter, use);
    if (errors.any()) {
        throw SourceError{say("读取 {} 的表 {} 时出错（{}）。", "Reading table {1} of {0} failed part way ({2}).", m_file.string(), table,
                              errors.first())};
    }
}

std::vector<Row> GpkgReader::rows(const std::string& table, const std::vector<Column>& columns, const std::string& filter) const {
    std::vector<Row> rows;
    each_row(table, columns, filter, [&](Row&& row) { rows.push_back(std::move(row)); });
    return rows;
}

}  // namespace geo::storage
