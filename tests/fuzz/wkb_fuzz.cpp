#include "geo/io/wkb.hpp"
#include "tests/fuzz/target.hpp"

#include <cmath>

using namespace geo;
using namespace geo::storage;

namespace {

bool is_finite(const Shape& shape) {
    bool all = true;
    each_vertex(shape, [&](Point p) { all = all && std::isfinite(p.x) && std::isfinite(p.y); });
    return all;
}

std::string bytes_of(const Shape& shape) {
    std::vector<unsigned char> wkb;
    to_wkb(shape, GeometryKind::Any, wkb);
    return {wkb.begin(), wkb.end()};
}

}  // namespace

// A shape is read or refused; what was read is written and read back the same.
void fuzz::try_input(Bytes input) {
    const auto shape = shape_from_wkb(input);
    if (!shape || shape->empty() || !is_finite(*shape)) return;
    const std::string wkb = bytes_of(*shape);
    const auto again = shape_from_wkb({reinterpret_cast<const unsigned char*>(wkb.data()), wkb.size()});
    require(again.has_value(), "what was written can be read");
    require(*again == *shape, "a shape written is the shape read");
}

std::vector<std::string> fuzz::seeds() {
    const Polygon holed{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{1, 1}, {1, 2}, {2, 2}}}};
    std::vector<std::string> all{bytes_of({{holed}, {}, {}}), bytes_of({{}, {{{0, 0}, {1, 1}}}, {}}), bytes_of({{}, {}, {{1, 2}}}),
                                 bytes_of({{holed, holed}, {{{0, 0}, {1, 1}}, {{2, 2}, {3, 3}}}, {{1, 2}, {3, 4}}})};
    // Big-endian with Z, and a count that the bytes do not hold.
    all.push_back(std::string{"\0\0\0\x03\xe9\x3f\xf0\0\0\0\0\0\0\x40\0\0\0\0\0\0\0\x40\x08\0\0\0\0\0\0", 29});
    all.push_back(std::string{"\1\3\0\0\0\xff\xff\xff\xff", 9});
    return all;
}
