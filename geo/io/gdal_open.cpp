#include "geo/io/gdal_open.hpp"

#include <cpl_error.h>

#include <mutex>

namespace geo::reading {

Quiet::Quiet() {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
}

Quiet::~Quiet() { CPLPopErrorHandler(); }

std::string last_gdal_message() {
    std::string text = CPLGetLastErrorMsg();
    // A path would name a temporary copy, and GDAL's further advice concerns its own options.
    if (text.find('/') != std::string::npos) return {};
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    return text;
}

Dataset open_allowed(const std::string& path, const std::vector<std::string>& options) {
    static std::once_flag once;
    std::call_once(once, GDALAllRegister);
    static constexpr const char* drivers[] = {"ESRI Shapefile", "GPKG", "GeoJSON", "CSV", "FlatGeobuf", "KML", nullptr};
    std::vector<const char*> list;
    for (const std::string& option : options) list.push_back(option.c_str());
    list.push_back(nullptr);
    CPLErrorReset();
    return Dataset{GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, list.data(), nullptr)};
}

}  // namespace geo::reading
