#include "geo/io/gdal_open.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/workbook.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>

namespace geo {
namespace {

using storage::GdalErrors;
using storage::GdalOption;

std::string last_line(const std::string& text) {
    const auto at = text.find_last_of("\r\n");
    return at == std::string::npos ? text : text.substr(at + 1);
}

std::vector<std::string> cells(OGRFeatureH feature, int count) {
    std::vector<std::string> texts;
    for (int i = 0; i < count; ++i) texts.emplace_back(OGR_F_IsFieldSetAndNotNull(feature, i) ? OGR_F_GetFieldAsString(feature, i) : "");
    return texts;
}

SheetText sheet_from(OGRLayerH layer) {
    SheetText sheet{.name = OGR_L_GetName(layer), .keys = {}, .rows = {}};
    const int count = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer));
    OGR_L_ResetReading(layer);
    while (const storage::OgrFeature feature{OGR_L_GetNextFeature(layer)}) {
        std::vector<std::string> row = cells(feature.get(), count);
        if (sheet.keys.empty()) {
            for (const std::string& heading : row) sheet.keys.push_back(last_line(heading));
        } else if (std::ranges::any_of(row, [](const std::string& cell) { return !cell.empty(); })) {
            sheet.rows.push_back(std::move(row));
        }
    }
    return sheet;
}

}  // namespace

std::vector<SheetText> read_workbook(const std::filesystem::path& file) {
    storage::register_gdal();
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) throw SourceError{say("找不到文件 {}。", "The file {} does not exist.", file.string())};
    // Headings are rows like any other here, and what looks like a number in a text is none.
    const GdalOption headers{"OGR_XLSX_HEADERS", "DISABLE"}, types{"OGR_XLSX_FIELD_TYPES", "STRING"};
    const GdalErrors errors;
    const char* const drivers[] = {"XLSX", nullptr};
    const std::string path = std::filesystem::absolute(file).string();
    const reading::Dataset dataset{GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr)};
    if (!dataset) throw SourceError{say("无法将 {} 作为 XLSX 工作簿打开（{}）。", "{} cannot be opened as an XLSX workbook ({}).", file.string(), errors.first("not an XLSX workbook"))};
    std::vector<SheetText> sheets;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i) sheets.push_back(sheet_from(GDALDatasetGetLayer(dataset.get(), i)));
    if (errors.any()) throw SourceError{say("读取工作簿 {} 时出错（{}）。", "Reading the workbook {} failed part way ({}).", file.string(), errors.first())};
    return sheets;
}

}  // namespace geo
