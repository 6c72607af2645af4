#include "tests/bench/city.hpp"

#include "data/samples/dice.hpp"
#include "tests/bench/city_compound.hpp"

#include <array>
#include <cmath>

namespace bench {
namespace {

using geo::Line;
using geo::Point;
using samples::Dice;

constexpr double block_width_m = 260.0, block_depth_m = 230.0, lane_m = 6.0, pavement_m = 3.0;
constexpr double buildings_a_block = 28.0;

/// Every fourth street is a main road.
double width_of(std::size_t street) { return street % 4 == 0 ? 40.0 : 18.0; }

struct Grid {
    std::size_t side;
    std::vector<Point> nodes;
    Point at(std::size_t column, std::size_t row) const { return nodes[row * (side + 1) + column]; }
};

Grid street_grid(std::size_t side, Point origin, Dice& dice) {
    Grid grid{side, {}};
    for (std::size_t row = 0; row <= side; ++row)
        for (std::size_t column = 0; column <= side; ++column)
            grid.nodes.push_back({origin.x + block_width_m * static_cast<double>(column) + dice.between(-18, 18),
                                  origin.y + block_depth_m * static_cast<double>(row) + dice.between(-15, 15)});
    return grid;
}

void add_streets(City& city, const Grid& grid) {
    for (std::size_t i = 0; i <= grid.side; ++i) {
        Line across, along;
        for (std::size_t j = 0; j <= grid.side; ++j) across.push_back(grid.at(j, i)), along.push_back(grid.at(i, j));
        for (Line& line : std::array{across, along}) {
            city.streets.push_back(std::move(line));
            city.street_widths_m.push_back(width_of(i));
        }
    }
}

/// Where the lines through two edges cross.
Point crossing(Point a, Point along_a, Point b, Point along_b) {
    const double t = ((b.x - a.x) * along_b.y - (b.y - a.y) * along_b.x) / (along_a.x * along_b.y - along_a.y * along_b.x);
    return {a.x + t * along_a.x, a.y + t * along_a.y};
}

/// The quadrangle with each edge moved inwards by its own distance.
Quad inset(const Quad& quad, const std::array<double, 4>& by) {
    std::array<Point, 4> start, along;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point a = quad[i], b = quad[(i + 1) % 4];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        along[i] = {(b.x - a.x) / length, (b.y - a.y) / length};
        start[i] = {a.x - along[i].y * by[i], a.y + along[i].x * by[i]};
    }
    Quad moved;
    for (std::size_t i = 0; i < 4; ++i) moved[i] = crossing(start[(i + 3) % 4], along[(i + 3) % 4], start[i], along[i]);
    return moved;
}

Point between(Point a, Point b, double share) { return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)}; }

/// Compounds side by side with a lane between each two.
std::vector<Quad> parts_of(const Quad& block, int count) {
    const double lane_share = lane_m / std::hypot(block[1].x - block[0].x, block[1].y - block[0].y);
    const double share = (1.0 - lane_share * (count - 1)) / count;
    std::vector<Quad> parts;
    for (int i = 0; i < count; ++i) {
        const double from = i * (share + lane_share), to = from + share;
        parts.push_back({between(block[0], block[1], from), between(block[0], block[1], to), between(block[3], block[2], to), between(block[3], block[2], from)});
    }
    return parts;
}

}  // namespace

City generated_city(std::size_t building_count, std::uint64_t seed, Point origin) {
    Dice dice{seed};
    const auto side = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(building_count) / buildings_a_block))) + 1;
    const Grid grid = street_grid(side, origin, dice);
    City city;
    add_streets(city, grid);
    for (std::size_t row = 0; row < side; ++row) {
        for (std::size_t column = 0; column < side; ++column) {
            const Quad block = inset({grid.at(column, row), grid.at(column + 1, row), grid.at(column + 1, row + 1), grid.at(column, row + 1)},
                                     {0.5 * width_of(row) + pavement_m, 0.5 * width_of(column + 1) + pavement_m, 0.5 * width_of(row + 1) + pavement_m,
                                      0.5 * width_of(column) + pavement_m});
            for (const Quad& part : parts_of(block, dice.whole(1, 3))) {
                if (city.buildings.size() >= building_count) return city;
                add_compound(city, part, dice);
                if (city.buildings.size() > building_count) city.buildings.resize(building_count);
            }
        }
    }
    return city;
}

}  // namespace bench
