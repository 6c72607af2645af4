#include "geo/io/reread.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/gdal_session.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>

namespace geo::storage {
namespace {

namespace fs = std::filesystem;

unsigned byte_of(const std::string& bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

std::string beginning(const fs::path& file, std::size_t count) {
    std::string bytes(count, '\0');
    std::ifstream{file, std::ios::binary}.read(bytes.data(), static_cast<std::streamsize>(count));
    return bytes;
}

/// Of `.shp` and `.shx`: in 16-bit words, big-endian.
std::uintmax_t announced_length(const fs::path& file) {
    const auto head = beginning(file, 28);
    return 2ULL * (byte_of(head, 24) << 24U | byte_of(head, 25) << 16U | byte_of(head, 26) << 8U | byte_of(head, 27));
}

/// Of a DBF: header, records and the end mark.
std::uintmax_t announced_dbf_length(const fs::path& file) {
    const auto head = beginning(file, 12);
    const std::uintmax_t records = byte_of(head, 4) | byte_of(head, 5) << 8U | byte_of(head, 6) << 16U | byte_of(head, 7) << 24U;
    const std::uintmax_t header = byte_of(head, 8) | byte_of(head, 9) << 8U, record = byte_of(head, 10) | byte_of(head, 11) << 8U;
    return header + records * record + 1;
}

fs::path with(fs::path base, const char* extension) { return base += extension; }

std::string text_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

OutputError incomplete(const fs::path& file, const fs::path& target) {
    const std::string name = file.filename().string();
    return write_failure(target, Message{fmt::format("{} 不完整", name), fmt::format("{} is incomplete", name)});
}

void check_length(const fs::path& file, const fs::path& target, std::uintmax_t announced) {
    std::error_code error;
    const auto length = fs::file_size(file, error);
    if (error || length != announced) throw incomplete(file, target);
}

}  // namespace

void check_shapefile_lengths(const fs::path& base, const fs::path& target, bool has_shapes) {
    check_length(with(base, ".dbf"), target, announced_dbf_length(with(base, ".dbf")));
    if (!has_shapes) return;
    for (const char* extension : {".shp", ".shx"}) check_length(with(base, extension), target, announced_length(with(base, extension)));
    const auto prj = text_of(with(base, ".prj"));
    if (prj.empty() || std::ranges::count(prj, '[') != std::ranges::count(prj, ']')) throw incomplete(with(base, ".prj"), target);
}

void check_json_end(const fs::path& file, const fs::path& target) {
    std::ifstream in{file, std::ios::binary | std::ios::ate};
    std::string end(3, '\0');
    in.seekg(-3, std::ios::end);
    in.read(end.data(), 3);
    if (end != "\n}\n") throw incomplete(file, target);
}


void reread(const fs::path& file, const fs::path& target, const char* driver, std::size_t rows, std::size_t shapes) {
    register_gdal();
    const GdalErrors errors;
    const char* const drivers[] = {driver, nullptr};
    const Dataset dataset{GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr)};
    OGRLayerH layer = dataset ? GDALDatasetGetLayer(dataset.get(), 0) : nullptr;
    if (!layer) throw write_failure(target, errors.first(driver));
    std::size_t found = 0, with_shape = 0;
    while (const OgrFeature feature{OGR_L_GetNextFeature(layer)}) {
        ++found;
        OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
        if (geometry && !OGR_G_IsEmpty(geometry)) ++with_shape;
    }
    if (errors.any()) throw write_failure(target, errors.first());
    if (found != rows || with_shape != shapes) {
        throw write_failure(target, Message{fmt::format("应有 {} 个要素（{} 个有几何），重读得到 {}（{}）", rows, shapes, found, with_shape),
                                            fmt::format("{} features ({} with geometry) were meant, {} ({}) were read again", rows,
                                                        shapes, found, with_shape)});
    }
}

}  // namespace geo::storage
