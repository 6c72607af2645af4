#include "geo/geometry/overlay.hpp"
#include "geo/geometry/repair.hpp"
#include "tests/fuzz/target.hpp"

#include <cmath>

using namespace geo;

namespace {

/// A coordinate as the mode has it: any double at all, or places of a small grid, where edges meet, overlap and fold back.
double coordinate(fuzz::Supply& supply, unsigned mode) {
    switch (mode % 3) {
        case 0: return supply.take<double>();
        case 1: return supply.take<unsigned char>() % 8;
        default: return 500'000.0 + supply.take<short>() / 64.0;  // as in a projected CRS, to the centimetre
    }
}

/// One or more areas of one or more rings; a byte says how many vertices the next ring has and whether it is a hole.
Shape shape_from(fuzz::Supply supply) {
    const auto mode = supply.take<unsigned char>();
    Shape shape;
    for (std::size_t vertices = 0; !supply.empty() && vertices < 400;) {
        const auto head = supply.take<unsigned char>();
        Ring ring;
        for (unsigned i = 0; i < head % 32U && !supply.empty(); ++i) {
            const double x = coordinate(supply, mode), y = coordinate(supply, mode);
            ring.push_back({x, y});
        }
        vertices += ring.size() + 1;
        if (head & 0x80U && !shape.areas.empty()) {
            shape.areas.back().holes.push_back(std::move(ring));
        } else {
            shape.areas.push_back({std::move(ring), {}});
        }
    }
    return shape;
}

bool is_usable(const Shape& shape) {
    bool all = true;
    each_vertex(shape, [&](Point p) { all = all && std::abs(p.x) <= 1e8 && std::abs(p.y) <= 1e8; });
    return all;
}

}  // namespace

// Any rings at all come out valid, the right way round, and still there: an obstacle may not vanish.
void fuzz::try_input(Bytes input) {
    Shape shape = shape_from(Supply{input});
    const Shape before = shape;
    const Repair result = repair(shape);
    bool had_place = false;
    each_vertex(before, [&](Point p) { had_place = had_place || (std::abs(p.x) <= 1e8 && std::abs(p.y) <= 1e8); });
    require(shape.empty() == (result.kind == Repair::Kind::Dropped), "dropped where nothing is left, and only there");
    require(!shape.empty() || !had_place, "a shape with a usable vertex stays");
    require(is_usable(shape), "no vertex beyond 1e8 m");
    require(shape.areas.empty() || is_valid(shape.areas), "areas are valid");
    for (const Polygon& area : shape.areas) {
        require(signed_area(area.outer) >= 0, "outer rings are counter-clockwise");
        for (const Ring& hole : area.holes) require(signed_area(hole) <= 0, "holes are clockwise");
    }
    Shape twice = shape;
    require(repair(twice).kind == Repair::Kind::None || shape.areas.empty(), "what is repaired needs no repair");
}

std::vector<std::string> fuzz::seeds() {
    const auto grid = [](std::initializer_list<int> bytes) {
        std::string text{'\1'};
        for (const int byte : bytes) text += static_cast<char>(byte);
        return text;
    };
    std::vector<std::string> all{grid({4, 0, 0, 4, 0, 4, 4, 0, 4}),                                 // a square
                                 grid({4, 0, 0, 4, 4, 4, 0, 0, 4}),                                 // a bow-tie
                                 grid({4, 0, 0, 6, 0, 6, 6, 0, 6, 0x84, 1, 1, 1, 3, 3, 3, 3, 1}),   // with a hole
                                 grid({4, 0, 0, 6, 0, 6, 6, 0, 6, 0x84, 5, 5, 5, 7, 7, 7, 7, 5}),   // whose hole leaves it
                                 grid({5, 0, 0, 4, 0, 2, 0, 4, 4, 0, 4}),                           // a spike
                                 grid({2, 0, 0, 4, 0}), grid({1, 3, 3}),                            // no area
                                 grid({4, 0, 0, 4, 0, 4, 4, 0, 4, 4, 2, 2, 6, 2, 6, 6, 2, 6})};     // two that overlap
    std::string doubles{'\0'};
    doubles += '\4';
    for (const double value : {0.0, 0.0, 1e7, 0.0, 1e7, 1e-9, 0.0, 1e300}) doubles.append(reinterpret_cast<const char*>(&value), sizeof value);
    all.push_back(doubles);
    std::string metres{"\2\4"};
    for (const short value : std::initializer_list<short>{0, 0, 640, 1, 639, 640, 1, 641}) metres.append(reinterpret_cast<const char*>(&value), sizeof value);
    all.push_back(metres);
    return all;
}
