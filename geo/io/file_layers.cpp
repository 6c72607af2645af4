#include "geo/io/file_layers.hpp"

#include <cpl_conv.h>
#include <ogr_srs_api.h>

#include <array>

namespace geo::reading {

std::vector<NamedLayer> layers_of(const SourceFile& source, const std::filesystem::path& file) {
    std::vector<NamedLayer> result;
    const int count = GDALDatasetGetLayerCount(source.dataset.get());
    const Decoder valid{*encoding_named("UTF-8")};
    for (int i = 0; i < count; ++i) {
        const OGRLayerH layer = GDALDatasetGetLayer(source.dataset.get(), i);
        // Copies and links have made-up names; the user knows the file's.
        result.push_back({valid(source.layer_is_file ? file.stem().string() : OGR_L_GetName(layer)), layer});
    }
    return result;
}

std::string wkt_of(OGRLayerH layer) {
    const OGRSpatialReferenceH srs = OGR_L_GetSpatialRef(layer);
    if (!srs) return {};
    constexpr std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    char* text = nullptr;
    std::string wkt;
    if (OSRExportToWktEx(srs, &text, options.data()) == OGRERR_NONE && text) wkt = text;
    CPLFree(text);
    return wkt;
}

}  // namespace geo::reading
