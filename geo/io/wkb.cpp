#include "geo/io/wkb.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace geo::storage {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they stand in memory");

using Type = std::uint32_t;
constexpr Type point = 1, line = 2, polygon = 3, multi_point = 4, multi_line = 5, multi_polygon = 6, collection = 7;

using Bytes = std::vector<unsigned char>;

template <typename T>
void put(Bytes& out, T value) {
    const auto at = out.size();
    out.resize(at + sizeof value);
    std::memcpy(out.data() + at, &value, sizeof value);
}

void put_head(Bytes& out, Type type) {
    out.push_back(1);
    put(out, type);
}

void put_count(Bytes& out, std::size_t count) { put(out, static_cast<std::uint32_t>(count)); }

void put_point(Bytes& out, Point p) {
    put(out, p.x);
    put(out, p.y);
}

void put_ring(Bytes& out, const Ring& ring) {
    put_count(out, ring.empty() ? 0 : ring.size() + 1);
    for (const Point p : ring) put_point(out, p);
    if (!ring.empty()) put_point(out, ring.front());
}

void put_polygon(Bytes& out, const Polygon& area) {
    put_head(out, polygon);
    put_count(out, 1 + area.holes.size());
    put_ring(out, area.outer);
    for (const Ring& hole : area.holes) put_ring(out, hole);
}

void put_line(Bytes& out, const Line& path) {
    put_head(out, line);
    put_count(out, path.size());
    for (const Point p : path) put_point(out, p);
}

void put_single_point(Bytes& out, Point p) {
    put_head(out, point);
    put_point(out, p);
}

void put_areas(Bytes& out, const MultiPolygon& areas) {
    put_head(out, multi_polygon);
    put_count(out, areas.size());
    for (const Polygon& area : areas) put_polygon(out, area);
}

void put_lines(Bytes& out, const std::vector<Line>& lines) {
    put_head(out, multi_line);
    put_count(out, lines.size());
    for (const Line& path : lines) put_line(out, path);
}

void put_points(Bytes& out, const std::vector<Point>& points) {
    put_head(out, multi_point);
    put_count(out, points.size());
    for (const Point p : points) put_single_point(out, p);
}

void put_any(Bytes& out, const Shape& shape) {
    const auto kinds = !shape.areas.empty() + !shape.lines.empty() + !shape.points.empty();
    if (kinds > 1) {
        put_head(out, collection);
        put_count(out, static_cast<std::size_t>(kinds));
    }
    if (!shape.areas.empty()) put_areas(out, shape.areas);
    if (shape.lines.size() == 1) put_line(out, shape.lines.front());
    if (shape.lines.size() > 1) put_lines(out, shape.lines);
    if (shape.points.size() == 1) put_single_point(out, shape.points.front());
    if (shape.points.size() > 1) put_points(out, shape.points);
}

/// Reads forward; once it would pass the end it fails and stays failed.
class Reader {
   public:
    explicit Reader(std::span<const unsigned char> bytes) : m_bytes{bytes} {}

    bool read(Shape& shape, int depth = 0) {
        const auto order = take<std::uint8_t>();
        if (order > 1) return false;
        m_swaps = order == 0;
        auto type = number();
        m_extra = 0;
        if (type & 0x80000000U) ++m_extra;
        if (type & 0x40000000U) ++m_extra;
        type &= 0x0fffffffU;
        const auto dimension = type / 1000;  // ISO: 1000 Z, 2000 M, 3000 ZM
        m_extra += dimension == 3 ? 2 : dimension > 0 ? 1 : 0;
        switch (type % 1000) {
            case point: return read_point(shape);
            case line: return read_vertices(shape.lines.emplace_back());
            case polygon: return read_polygon(shape);
            case multi_point:
            case multi_line:
            case multi_polygon:
            case collection: return read_parts(shape, depth);
            default: return false;
        }
    }

   private:
    template <typename T>
    T take() {
        if (m_bytes.size() < sizeof(T)) {
            m_ok = false;
            return {};
        }
        unsigned char raw[sizeof(T)];
        for (std::size_t i = 0; i < sizeof(T); ++i) raw[m_swaps ? sizeof(T) - 1 - i : i] = m_bytes[i];
        m_bytes = m_bytes.subspan(sizeof(T));
        return std::bit_cast<T>(raw);
    }
    std::uint32_t number() { return take<std::uint32_t>(); }
    Point vertex() {
        const auto x = take<double>();
        const auto y = take<double>();
        for (std::uint32_t i = 0; i < m_extra; ++i) take<double>();
        return {x, y};
    }
    bool read_point(Shape& shape) {
        const Point p = vertex();
        if (!std::isnan(p.x) || !std::isnan(p.y)) shape.points.push_back(p);  // Two NaN: how files spell an empty point.
        return m_ok;
    }
    bool read_vertices(std::vector<Point>& points) {
        const std::size_t count = number();
        if (count > m_bytes.size() / 16) return false;
        points.reserve(count);
        for (std::size_t i = 0; i < count && m_ok; ++i) points.push_back(vertex());
        return m_ok;
    }
    bool read_polygon(Shape& shape) {
        const auto rings = number();
        Polygon area;
        for (std::uint32_t i = 0; i < rings && m_ok; ++i) {
            Ring& ring = i == 0 ? area.outer : area.holes.emplace_back();
            if (!read_vertices(ring)) return false;
            if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
        }
        if (rings > 0) shape.areas.push_back(std::move(area));
        return m_ok;
    }
    bool read_parts(Shape& shape, int depth) {
        if (depth > 8) return false;  // Nested deeper only to exhaust the stack.
        const auto count = number();
        for (std::uint32_t i = 0; i < count && m_ok; ++i)
            if (!read(shape, depth + 1)) return false;
        return m_ok;
    }

    std::span<const unsigned char> m_bytes;
    bool m_ok = true;
    bool m_swaps = false;
    std::uint32_t m_extra = 0;
};

}  // namespace

void KindOf::add(const Shape& shape) {
    m_areas |= !shape.areas.empty();
    m_lines |= !shape.lines.empty();
    m_points |= !shape.points.empty();
    m_many_points |= shape.points.size() > 1;
}

GeometryKind KindOf::kind() const {
    if (m_areas + m_lines + m_points > 1) return GeometryKind::Any;
    if (m_areas) return GeometryKind::Areas;
    if (m_lines) return GeometryKind::Lines;
    if (m_points) return m_many_points ? GeometryKind::Points : GeometryKind::OnePoint;
    return GeometryKind::None;
}

void to_wkb(const Shape& shape, GeometryKind kind, std::vector<unsigned char>& wkb) {
    wkb.clear();
    if (shape.empty()) return;
    switch (kind) {
        case GeometryKind::None: break;
        case GeometryKind::OnePoint: put_single_point(wkb, shape.points.front()); break;
        case GeometryKind::Points: put_points(wkb, shape.points); break;
        case GeometryKind::Lines: put_lines(wkb, shape.lines); break;
        case GeometryKind::OneArea: put_polygon(wkb, shape.areas.front()); break;
        case GeometryKind::Areas: put_areas(wkb, shape.areas); break;
        case GeometryKind::Any: put_any(wkb, shape); break;
    }
}

std::optional<Shape> shape_from_wkb(std::span<const unsigned char> wkb) {
    Shape shape;
    if (!Reader{wkb}.read(shape)) return std::nullopt;
    return shape;
}

}  // namespace geo::storage
