#include "data/samples/write_township.hpp"

#include "data/samples/columns.hpp"
#include "data/samples/hazard_csv.hpp"

#include "geo/core/clock.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>

namespace samples {
namespace {

namespace fs = std::filesystem;

/// The one moment that is written into files: `SOURCE_DATE_EPOCH` where it is set, else the day after the last report.
std::string written_at() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    return epoch && *epoch ? geo::timestamp() : "2026-11-01T00:00:00Z";
}

/// How a shapefile tells its encoding.
enum class Tells { Cpg, LanguageByte, Nothing };

Tells told_by(Sheet sheet) {
    if (sheet == Sheet::Combustibles) return Tells::Nothing;
    return static_cast<int>(sheet) % 2 == 0 ? Tells::LanguageByte : Tells::Cpg;
}

/// Makes GDAL write our moment into GeoPackages for as long as it lives.
class FixedDate {
   public:
    FixedDate() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", written_at().c_str()); }
    ~FixedDate() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr); }
    FixedDate(const FixedDate&) = delete;
    FixedDate& operator=(const FixedDate&) = delete;
};

[[noreturn]] void fail(const fs::path& file) {
    throw geo::OutputError{geo::say("写示例文件 {} 失败:{}。请检查该文件夹是否可写、磁盘是否已满。",
                                    "Writing the sample file {} failed: {}. Check that the folder is writable and the disk not full.",
                                    file.string(), CPLGetLastErrorMsg())};
}

OGRSpatialReference spatial_reference(const geo::CrsName& crs) {
    OGRSpatialReference srs;
    if (srs.SetFromUserInput(crs.c_str()) != OGRERR_NONE)
        throw geo::CrsError{geo::say("写示例数据:坐标系 {} 无法识别。", "Writing the sample: unknown CRS {}.", crs)};
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

void add_points(OGRSimpleCurve& line, const std::vector<geo::Point>& points) {
    for (geo::Point p : points) line.addPoint(p.x, p.y);
}

std::unique_ptr<OGRLinearRing> closed(const geo::Ring& ring) {
    auto result = std::make_unique<OGRLinearRing>();
    add_points(*result, ring);
    result->closeRings();
    return result;
}

/// The sample's features hold one part each.
std::unique_ptr<OGRGeometry> geometry_of(const geo::Shape& shape) {
    if (!shape.points.empty()) return std::make_unique<OGRPoint>(shape.points.front().x, shape.points.front().y);
    if (!shape.lines.empty()) {
        auto line = std::make_unique<OGRLineString>();
        add_points(*line, shape.lines.front());
        return line;
    }
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRingDirectly(closed(shape.areas.front().outer).release());
    for (const geo::Ring& hole : shape.areas.front().holes) polygon->addRingDirectly(closed(hole).release());
    return polygon;
}

OGRwkbGeometryType geometry_type(const geo::Layer& layer) {
    return layer.features.empty() ? wkbUnknown : geometry_of(layer.features.front().shape)->getGeometryType();
}

OGRFieldType ogr_type(geo::FieldType type) {
    switch (type) {
        case geo::FieldType::Integer: return OFTInteger;
        case geo::FieldType::Real: return OFTReal;
        case geo::FieldType::Text: break;
    }
    return OFTString;
}

void set(OGRFeature& feature, int field, const geo::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) feature.SetField(field, static_cast<GIntBig>(*whole));
    if (const auto* real = std::get_if<double>(&value)) feature.SetField(field, *real);
    if (const auto* text = std::get_if<std::string>(&value)) feature.SetField(field, text->c_str());
}

void write_features(OGRLayer& to, const geo::Layer& layer, Sheet sheet, auto&& value_for, const fs::path& file) {
    for (const geo::Feature& feature : layer.features) {
        const std::unique_ptr<OGRFeature> row{OGRFeature::CreateFeature(to.GetLayerDefn())};
        int field = 0;
        for (const Column& column : columns(sheet)) set(*row, field++, value_for(sheet, feature, column));
        row->SetGeometryDirectly(geometry_of(feature.shape).release());
        if (to.CreateFeature(row.get()) != OGRERR_NONE) fail(file);
    }
}

GDALDatasetUniquePtr create(const char* driver, const fs::path& file) {
    GDALDriver* found = GetGDALDriverManager()->GetDriverByName(driver);
    GDALDatasetUniquePtr dataset{found ? found->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr};
    if (!dataset) fail(file);
    return dataset;
}

void write_shapefile(const geo::Layer& layer, Sheet sheet, const fs::path& file) {
    const Tells tells = told_by(sheet);
    CPLStringList options;
    options.SetNameValue("ENCODING", tells == Tells::LanguageByte ? "LDID/77" : "GBK");
    options.SetNameValue("DBF_DATE_LAST_UPDATE", written_at().substr(0, 10).c_str());
    OGRSpatialReference srs = spatial_reference(layer.crs);
    {
        const GDALDatasetUniquePtr dataset = create("ESRI Shapefile", file);
        OGRLayer* to = dataset->CreateLayer(file.stem().c_str(), &srs, geometry_type(layer), options.List());
        if (!to) fail(file);
        for (const Column& column : columns(sheet)) {
            OGRFieldDefn field{std::string{column.zh}.c_str(), ogr_type(column.type)};
            field.SetWidth(column.width);
            field.SetPrecision(column.decimals);
            if (to->CreateField(&field) != OGRERR_NONE) fail(file);
        }
        write_features(*to, layer, sheet, written_value, file);
        if (to->SyncToDisk() != OGRERR_NONE) fail(file);
    }
    if (tells == Tells::Nothing) fs::remove(fs::path{file}.replace_extension(".cpg"));
}

void write_geopackage(const geo::Inputs& township, const fs::path& file) {
    const GDALDatasetUniquePtr dataset = create("GPKG", file);
    OGRSpatialReference srs = spatial_reference(township.crs);
    for (const SheetInfo& info : sheets()) {
        const geo::Layer& layer = township.layers.at(static_cast<std::size_t>(info.sheet));
        OGRLayer* to = dataset->CreateLayer(layer.provenance.layer.c_str(), &srs, geometry_type(layer), nullptr);
        if (!to) fail(file);
        for (const Column& column : columns(info.sheet)) {
            // Here the numbers are numbers: the role's own type, not the DBF's.
            const auto index = geo::field_index(info.role, column.from);
            const auto type = index ? geo::role_info(info.role).fields[*index].type : geo::FieldType::Text;
            OGRFieldDefn field{std::string{column.from}.c_str(), ogr_type(type)};
            if (to->CreateField(&field) != OGRERR_NONE) fail(file);
        }
        if (to->StartTransaction() != OGRERR_NONE) fail(file);
        write_features(*to, layer, info.sheet, column_value, file);
        if (to->CommitTransaction() != OGRERR_NONE) fail(file);
    }
    if (dataset->FlushCache(), CPLGetLastErrorType() >= CE_Failure) fail(file);
}

void write_text(const std::string& text, const fs::path& file) {
    std::ofstream out{file, std::ios::binary};
    out << text;
    out.close();
    if (!out) fail(file);
}

/// Moves every file of `from` into `to` once all are known to be free (or may be replaced).
void move_files(const fs::path& from, const fs::path& to, bool overwrite) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator{from}) files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path& file : files) {
        const fs::path target = to / file.filename();
        if (!overwrite && fs::exists(target))
            throw geo::OutputError{geo::say("写示例数据:{} 已存在。请换一个文件夹,或加 --overwrite 覆盖。",
                                            "Writing the sample: {} exists already. Choose another folder, or add --overwrite.",
                                            target.string())};
    }
    for (const fs::path& file : files) fs::rename(file, to / file.filename());
}

/// A folder that is removed, with all that is left in it, when the work ends.
struct Workshop {
    fs::path folder;
    ~Workshop() {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
};

}  // namespace

std::vector<SampleFile> write_township(const geo::Inputs& township, const fs::path& folder, bool overwrite) try {
    GDALAllRegister();
    CPLErrorReset();
    const FixedDate date;
    fs::create_directories(folder);
    const Workshop workshop{folder / ".anchong-sample"};
    fs::remove_all(workshop.folder);
    fs::create_directory(workshop.folder);

    std::vector<SampleFile> files;
    for (const SheetInfo& info : sheets()) {
        const geo::Layer& layer = township.layers.at(static_cast<std::size_t>(info.sheet));
        const std::string name = layer.provenance.file + (info.sheet == Sheet::Hazards ? ".csv" : ".shp");
        if (info.sheet == Sheet::Hazards) write_text(hazard_csv(layer), workshop.folder / name);
        else write_shapefile(layer, info.sheet, workshop.folder / name);
        files.push_back({info.role, folder / name, {}});
    }
    write_geopackage(township, workshop.folder / "township.gpkg");
    move_files(workshop.folder, folder, overwrite);
    return files;
} catch (const fs::filesystem_error& error) {
    throw geo::OutputError{geo::say("写示例数据到 {} 失败:{}。请检查该文件夹是否可写。",
                                    "Writing the sample to {} failed: {}. Check that the folder is writable.", folder.string(),
                                    error.what())};
}

}  // namespace samples
