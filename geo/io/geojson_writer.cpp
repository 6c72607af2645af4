#include "geo/io/geojson_writer.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/dbf_text.hpp"
#include "geo/io/reread.hpp"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cmath>
#include <fstream>
#include <iterator>

// Written by hand: GDAL drops a last digit that follows zeros, which is up to a millimetre.
namespace geo::storage {
namespace {

/// Text that grows, with brackets and commas in their places.
class Json {
   public:
    std::string text;

    void put_text(std::string_view utf8) {
        text += '"';
        for (const char c : m_valid(utf8).bytes) {
            if (c == '"' || c == '\\') {
                text += '\\';
                text += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                fmt::format_to(std::back_inserter(text), "\\u{:04x}", static_cast<unsigned char>(c));
            } else {
                text += c;
            }
        }
        text += '"';
    }
    void put_number(double number) {
        if (!std::isfinite(number)) {
            text += "null";
            return;
        }
        const std::string digits = fmt::format("{}", number);
        text += digits;
        if (digits.find_first_of(".e") == std::string::npos) text += ".0";  // Else readers take the column for integers.
    }
    void put_value(const Value& value, bool is_json) {
        if (const auto* words = std::get_if<std::string>(&value)) {
            if (is_json && words->starts_with('{') && nlohmann::json::accept(*words)) {
                text += *words;
            } else {
                put_text(*words);
            }
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            fmt::format_to(std::back_inserter(text), "{}", *whole);
        } else if (const auto* real = std::get_if<double>(&value)) {
            put_number(*real);
        } else {
            text += "null";
        }
    }
    void put_point(Point p) { fmt::format_to(std::back_inserter(text), "[{:.9f},{:.9f}]", p.x, p.y); }
    template <typename Items, typename Put>
    void put_list(const Items& items, Put&& put) {
        text += '[';
        bool is_first = true;
        for (const auto& item : items) {
            if (!is_first) text += ',';
            is_first = false;
            put(item);
        }
        text += ']';
    }
    void put_points(const std::vector<Point>& points) {
        put_list(points, [this](Point p) { put_point(p); });
    }
    void put_polygon(const Polygon& polygon) {
        std::vector<Ring> rings{polygon.outer};
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
        for (Ring& ring : rings)
            if (!ring.empty()) ring.push_back(Point{ring.front()});
        put_list(rings, [this](const Ring& ring) { put_points(ring); });
    }
    void put_geometry(const Shape& shape, GeometryKind kind);

   private:
    DbfEncoder m_valid{"UTF-8"};
};

/// In the types that GeoPackages get: single where the table is of single ones, or of any and there is but one line or point.
void Json::put_geometry(const Shape& shape, GeometryKind kind) {
    const bool is_mixed = !shape.areas.empty() + !shape.lines.empty() + !shape.points.empty() > 1;
    const char* separator = "";
    const auto begin = [&](const char* type) {
        fmt::format_to(std::back_inserter(text), R"({}{{"type":"{}","coordinates":)", separator, type);
        separator = ",";
    };
    if (shape.empty()) {
        text += "null";
        return;
    }
    if (is_mixed) text += R"({"type":"GeometryCollection","geometries":[)";
    if (!shape.areas.empty()) {
        const bool is_one = kind == GeometryKind::OneArea;
        begin(is_one ? "Polygon" : "MultiPolygon");
        if (is_one) put_polygon(shape.areas.front());
        else put_list(shape.areas, [this](const Polygon& polygon) { put_polygon(polygon); });
        text += '}';
    }
    if (!shape.lines.empty()) {
        const bool is_one = kind == GeometryKind::Any && shape.lines.size() == 1;
        begin(is_one ? "LineString" : "MultiLineString");
        if (is_one) put_points(shape.lines.front());
        else put_list(shape.lines, [this](const Line& line) { put_points(line); });
        text += '}';
    }
    if (!shape.points.empty()) {
        const bool is_one = kind != GeometryKind::Points && shape.points.size() == 1;
        begin(is_one ? "Point" : "MultiPoint");
        if (is_one) put_point(shape.points.front());
        else put_points(shape.points);
        text += '}';
    }
    if (is_mixed) text += "]}";
}

bool is_finite(Shape& shape) {
    bool all = true;
    each_vertex(shape, [&](const Point& p) { all = all && std::isfinite(p.x) && std::isfinite(p.y); });
    return all;
}

/// The column that holds JSON already.
bool is_json_column(const Column& column, std::size_t i, std::size_t count) {
    return i + 1 == count && column.name.starts_with("source");
}

void put_feature(Json& json, const Table& table, const Row& row) {
    json.text += R"({"type":"Feature","properties":{)";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) json.text += ',';
        json.put_text(table.columns[i].name);
        json.text += ':';
        json.put_value(row.values[i], is_json_column(table.columns[i], i, table.columns.size()));
    }
    json.text += R"(},"geometry":)";
    json.put_geometry(row.shape, table.geometry);
    json.text += '}';
}

}  // namespace

void write_geojson(const std::filesystem::path& file, const std::filesystem::path& target, const Table& table, const CrsName& crs,
                   const Progress& progress) {
    const Transform to_lonlat{crs, "EPSG:4326"};
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    Json json;
    const auto flush = [&] {
        out << json.text << std::flush;
        if (!out) throw write_failure(target, reason_of(errno));
        json.text.clear();
    };
    json.text = "{\n\"type\":\"FeatureCollection\",\n\"name\":";
    json.put_text(table.name);
    json.text += ",\n\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\n\"features\":[\n";
    std::size_t shapes = 0;
    for (std::size_t i = 0; i < table.row_count; ++i) {
        if (i % 500 == 0) progress.at(static_cast<double>(i) / static_cast<double>(table.row_count));
        Row row = table.row(i);
        to_lonlat.apply(row.shape);
        if (!is_finite(row.shape)) {
            throw write_failure(target, Message{fmt::format("第 {} 个要素无法换算为经纬度", i + 1),
                                                fmt::format("feature {} has no longitude and latitude", i + 1)});
        }
        if (!row.shape.empty()) ++shapes;
        put_feature(json, table, row);
        json.text += i + 1 < table.row_count ? ",\n" : "\n";
        if (json.text.size() > 1'000'000) flush();
    }
    json.text += "]\n}\n";
    flush();
    out.close();
    if (!out) throw write_failure(target, reason_of(errno));
    check_json_end(file, target);
    reread(file, target, "GeoJSON", table.row_count, shapes);
}

}  // namespace geo::storage
