#include "geo/io/gdal_session.hpp"

#include "geo/core/clock.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <charconv>
#include <mutex>

namespace geo::storage {
namespace {

void CPL_STDCALL collect(CPLErr severity, CPLErrorNum, const char* text) {
    if (severity != CE_Failure && severity != CE_Fatal) return;
    static_cast<GdalErrors*>(CPLGetErrorHandlerUserData())->add(text);
}

/// GDAL's own guessing would also take file names and addresses, which a project from a stranger may hold.
bool import_crs(OGRSpatialReferenceH srs, const CrsName& name) {
    if (name.starts_with("EPSG:")) {
        int code = 0;
        const auto [end, error] = std::from_chars(name.data() + 5, name.data() + name.size(), code);
        return error == std::errc{} && end == name.data() + name.size() && OSRImportFromEPSG(srs, code) == OGRERR_NONE;
    }
    if (name.starts_with("{")) return OSRSetFromUserInput(srs, name.c_str()) == OGRERR_NONE;  // PROJJSON
    std::string wkt = name;
    char* rest = wkt.data();
    return OSRImportFromWkt(srs, &rest) == OGRERR_NONE;
}

}  // namespace

void register_gdal() {
    static std::once_flag once;
    std::call_once(once, GDALAllRegister);
}

GdalErrors::GdalErrors() {
    CPLErrorReset();
    CPLPushErrorHandlerEx(collect, this);
}

GdalErrors::~GdalErrors() {
    CPLPopErrorHandler();
    CPLErrorReset();
}

GdalOption::GdalOption(std::string key, const std::string& value) : m_key{std::move(key)} {
    if (const char* before = CPLGetThreadLocalConfigOption(m_key.c_str(), nullptr)) {
        m_before = before;
        m_was_set = true;
    }
    CPLSetThreadLocalConfigOption(m_key.c_str(), value.c_str());
}

GdalOption::~GdalOption() { CPLSetThreadLocalConfigOption(m_key.c_str(), m_was_set ? m_before.c_str() : nullptr); }

void CloseDataset::operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
void DestroyFeature::operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
void ReleaseSrs::operator()(OGRSpatialReferenceH srs) const { OSRRelease(srs); }

Srs gdal_srs(const CrsName& name) {
    const GdalErrors errors;
    Srs srs{OSRNewSpatialReference(nullptr)};
    if (!import_crs(srs.get(), name)) {
        throw CrsError{say("无法识别坐标系 {}（{}）。请给出 EPSG 代码，如 EPSG:4544。",
                           "The CRS {} is not known ({}). Give an EPSG code, such as EPSG:4544.", name, errors.first())};
    }
    OSRSetAxisMappingStrategy(srs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

std::string date_for_gdal() { return timestamp().substr(0, 10); }

std::string moment_for_gdal() {
    std::string moment = timestamp();
    moment.insert(moment.size() - 1, ".000");
    return moment;
}

}  // namespace geo::storage
