#include "geo/io/arrow_points.hpp"

#include "geo/core/error.hpp"
#include "geo/io/gdal_open.hpp"
#include "geo/io/gdal_session.hpp"

#include <ogr_recordbatch.h>

#include <cmath>
#include <cstring>
#include <limits>

namespace geo::reading {
namespace {

/// Arrow's structures let go of what they hold by a function of their own.
template <typename T>
struct Released : T {
    Released() : T{} {}
    ~Released() {
        if (this->release) this->release(this);
    }
    Released(const Released&) = delete;
    Released& operator=(const Released&) = delete;
};

bool is_null(const ArrowArray& column, std::int64_t row) {
    const auto* valid = static_cast<const unsigned char*>(column.buffers[0]);
    const std::int64_t bit = row + column.offset;
    return column.null_count != 0 && valid && !(valid[bit / 8] >> (bit % 8) & 1U);
}

using Number = double (*)(const ArrowArray&, std::int64_t row);

template <typename T>
double number_at(const ArrowArray& column, std::int64_t row) {
    return static_cast<double>(static_cast<const T*>(column.buffers[1])[row + column.offset]);
}

/// How to read a column of numbers, by Arrow's letter for its type; null for other columns.
Number number_reader(const char* format) {
    if (std::strlen(format) != 1) return nullptr;
    switch (format[0]) {
        case 'g': return number_at<double>;
        case 'f': return number_at<float>;
        case 'l': return number_at<std::int64_t>;
        case 'i': return number_at<std::int32_t>;
        case 's': return number_at<std::int16_t>;
        default: return nullptr;
    }
}

struct Bytes {
    const unsigned char* from;
    std::int64_t count;
};

Bytes bytes_at(const ArrowArray& column, std::int64_t row) {
    const auto* offsets = static_cast<const std::int32_t*>(column.buffers[1]) + row + column.offset;
    return {static_cast<const unsigned char*>(column.buffers[2]) + offsets[0], offsets[1] - offsets[0]};
}

/// The point of a WKB in this machine's byte order, with or without Z and M; not finite when it is none.
Point point_of(const Bytes& wkb) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr std::int64_t least = 1 + 4 + 16;
    Point p{nan, nan};
    if (wkb.count < least || wkb.from[0] != 1) return p;
    std::uint32_t type = 0;
    std::memcpy(&type, wkb.from + 1, sizeof type);
    if (type % 1000 != 1 || type > 3001) return p;
    std::memcpy(&p.x, wkb.from + 5, sizeof p.x);
    std::memcpy(&p.y, wkb.from + 13, sizeof p.y);
    return p;
}

/// Positions of the columns in the stream.
struct Found {
    std::int64_t geometry = -1, weight = -1;
    Number number = nullptr;
};

Found find_columns(const ArrowSchema& schema, OGRLayerH layer, std::optional<std::size_t> weight) {
    const std::string stated = OGR_L_GetGeometryColumn(layer);
    const std::string geometry = stated.empty() ? "wkb_geometry" : stated;
    const std::string weight_name =
        weight ? OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(layer), static_cast<int>(*weight))) : "";
    Found found;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const ArrowSchema& column = *schema.children[i];
        if (column.name == geometry && std::strcmp(column.format, "z") == 0) found.geometry = i;
        if (weight && column.name == weight_name) found.weight = i, found.number = number_reader(column.format);
    }
    return found;
}

/// Leaves out of a layer all columns but one while it lives: they cost time to be read.
class OnlyColumn {
   public:
    OnlyColumn(OGRLayerH layer, std::optional<std::size_t> kept) : m_layer{layer} {
        const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
        std::vector<const char*> names;
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
            if (!kept || static_cast<int>(*kept) != i) names.push_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
        names.push_back("OGR_STYLE");
        names.push_back(nullptr);
        OGR_L_SetIgnoredFields(layer, names.data());
    }
    ~OnlyColumn() {
        OGR_L_SetIgnoredFields(m_layer, nullptr);
        OGR_L_ResetReading(m_layer);
    }
    OnlyColumn(const OnlyColumn&) = delete;
    OnlyColumn& operator=(const OnlyColumn&) = delete;

   private:
    OGRLayerH m_layer;
};

void take_rows(const ArrowArray& batch, const Found& found, std::int64_t before, PointSink& sink) {
    const ArrowArray& geometries = *batch.children[found.geometry];
    const ArrowArray* weights = found.weight < 0 ? nullptr : batch.children[found.weight];
    for (std::int64_t row = 0; row < batch.length; ++row) {
        const std::int64_t number = before + row + 1;
        const Point p = is_null(geometries, row) ? Point{NAN, NAN} : point_of(bytes_at(geometries, row));
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
            sink.refuse(number, {"没有可用的点", "no usable point"});
        } else if (weights && is_null(*weights, row)) {
            sink.refuse(number, {"没有权重", "no weight"});
        } else {
            sink.add(number, {p.x, p.y, weights ? found.number(*weights, row) : 1.0});
        }
    }
}

}  // namespace

bool read_points_by_columns(OGRLayerH layer, std::optional<std::size_t> weight, const std::string& shown, PointSink& sink, const Progress& progress) {
    if (!OGR_L_TestCapability(layer, OLCFastGetArrowStream) || wkbFlatten(OGR_L_GetGeomType(layer)) != wkbPoint) return false;
    const OnlyColumn only{layer, weight};
    const storage::GdalErrors errors;
    Released<ArrowArrayStream> stream;
    Released<ArrowSchema> schema;
    if (!OGR_L_GetArrowStream(layer, &stream, nullptr) || stream.get_schema(&stream, &schema) != 0) return false;
    const Found found = find_columns(schema, layer, weight);
    if (found.geometry < 0 || (weight && !found.number)) return false;

    const auto expected = static_cast<double>(std::max<GIntBig>(1, OGR_L_GetFeatureCount(layer, false)));
    std::int64_t read = 0;
    while (true) {
        progress.at(std::min(1.0, static_cast<double>(read) / expected));
        Released<ArrowArray> batch;
        const int failed = stream.get_next(&stream, &batch);
        if (failed != 0 || errors.any())
            throw SourceError{say("读取 {} 失败：第 {} 个要素之后损坏（{}）。", "Reading {} failed: it is damaged behind feature {} ({}).", shown, read, errors.first())};
        if (!batch.release) break;
        take_rows(batch, found, read, sink);
        read += batch.length;
    }
    return true;
}

}  // namespace geo::reading
