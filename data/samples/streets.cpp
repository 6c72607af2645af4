#include "data/samples/streets.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samples {
namespace {

using geo::Point;
constexpr double two_pi = 2.0 * std::numbers::pi;

/// A grid line: its position in the middle of the town, and how far it drifts from there to either end.
struct GridLine {
    const char* name;
    const char* kind;
    double at, drift, width_m;
};

constexpr GridLine uprights[] = {{"西环路", "支路", 0, -14, 12},     {"纺织路", "支路", 218, 6, 14},
                                 {"解放大道", "主干路", 432, 0, 24}, {"桂花街", "支路", 646, -10, 14},
                                 {"学府路", "次干路", 866, 8, 16},   {"东环路", "支路", 1085, 16, 12}};
constexpr GridLine levels[] = {{"南屏街", "支路", 0, 10, 12},
                               {"兴业路", "次干路", 180, -8, 18},
                               {"人民街", "主干路", 376, 0, 26},
                               {"滨江路", "支路", 562, 6, 14},
                               {"北岸路", "支路", 640, 6, 10}};

double upright_at(std::size_t i, double v) { return uprights[i].at + uprights[i].drift * (v - 280.0) / 560.0; }
double level_at(std::size_t j, double u) { return levels[j].at + levels[j].drift * (u - 540.0) / 1085.0; }

/// Where two grid lines, moved aside by du and dv, cross.
Point crossing(std::size_t i, double du, std::size_t j, double dv) {
    Point p{uprights[i].at, levels[j].at};
    for (int k = 0; k < 40; ++k) p = {upright_at(i, p.y) + du, level_at(j, p.x) + dv};
    return p;
}

/// Adds the ground places of a straight piece of the grid, without its last point.
void trace(std::vector<Point>& to, Point from_uv, Point to_uv, int pieces) {
    for (int k = 0; k < pieces; ++k) {
        const double t = static_cast<double>(k) / pieces;
        to.push_back(on_ground({from_uv.x + t * (to_uv.x - from_uv.x), from_uv.y + t * (to_uv.y - from_uv.y)}));
    }
}

double length(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

}  // namespace

Point on_ground(Point uv) {
    const double bend = 12.0 + 0.045 * uv.y;
    const double x = uv.x + 9.0 * std::sin(two_pi * uv.y / 700.0);
    const double y = uv.y + bend * std::sin(two_pi * uv.x / 1250.0 + 0.6);
    constexpr double cos = 0.9961946980917455, sin = -0.08715574274765817;  // 5° clockwise
    return {556200.0 + cos * x - sin * y, 3255300.0 + sin * x + cos * y};
}

Point foot(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    if (square == 0.0) return a;
    const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0);
    return {a.x + t * dx, a.y + t * dy};
}

Block block_of(const Point (&corners_uv)[4]) {
    geo::Ring ground;
    for (int side = 0; side < 4; ++side) trace(ground, corners_uv[side], corners_uv[(side + 1) % 4], 6);

    // Vertices 0, 6, 12, 18 are the corners: the axis runs from the middle of the western side to that of the eastern.
    const Point west{(ground[0].x + ground[18].x) / 2, (ground[0].y + ground[18].y) / 2};
    const Point east{(ground[6].x + ground[12].x) / 2, (ground[6].y + ground[12].y) / 2};
    const double reach = length(west, east);
    Block block;
    block.frame = {{(west.x + east.x) / 2, (west.y + east.y) / 2}, (east.x - west.x) / reach, (east.y - west.y) / reach};
    for (Point p : ground) block.boundary.push_back(block.frame.in(p));
    return block;
}

Block grid_block(int column, int row) {
    const auto i = static_cast<std::size_t>(column), j = static_cast<std::size_t>(row);
    constexpr double pavement_m = 3.5;
    const double west = uprights[i].width_m / 2 + pavement_m, east = -uprights[i + 1].width_m / 2 - pavement_m;
    const double south = levels[j].width_m / 2 + pavement_m, north = -levels[j + 1].width_m / 2 - pavement_m;
    return block_of({crossing(i, west, j, south), crossing(i + 1, east, j, south), crossing(i + 1, east, j + 1, north),
                     crossing(i, west, j + 1, north)});
}

geo::Line along_street(int level, double from_u, double to_u, double aside_m) {
    const auto j = static_cast<std::size_t>(level);
    const Point from{from_u, level_at(j, from_u) + aside_m}, to{to_u, level_at(j, to_u) + aside_m};
    geo::Line line;
    trace(line, from, to, static_cast<int>(std::ceil(length(from, to) / 20.0)));
    line.push_back(on_ground(to));
    return line;
}

Streets::Streets() {
    const auto build = [this](const GridLine& line, const std::vector<Point>& nodes_uv) {
        Street street{line.name, line.kind, line.width_m, {}, {}};
        for (std::size_t k = 0; k + 1 < nodes_uv.size(); ++k) {
            const int pieces = std::max(1, static_cast<int>(std::ceil(length(nodes_uv[k], nodes_uv[k + 1]) / 18.0)));
            street.is_node.push_back(true);
            trace(street.centre, nodes_uv[k], nodes_uv[k + 1], pieces);
            street.is_node.resize(street.centre.size(), false);
        }
        street.centre.push_back(on_ground(nodes_uv.back()));
        street.is_node.push_back(true);
        m_streets.push_back(std::move(street));
    };
    for (std::size_t i = 0; i < std::size(uprights); ++i) {
        std::vector<Point> nodes;
        for (std::size_t j = 0; j < 4; ++j) nodes.push_back(crossing(i, 0, j, 0));
        const bool crosses_river = i == 1 || i == 2 || i == 3;
        if (crosses_river) nodes.push_back(crossing(i, 0, 4, 0));
        if (i == 1 || i == 3) nodes.push_back({upright_at(i, 850), 850});
        build(uprights[i], nodes);
    }
    for (std::size_t j = 0; j < std::size(levels); ++j) {
        std::vector<Point> nodes;
        const bool is_north = j == 4;
        if (is_north) nodes.push_back({-90, level_at(j, -90)});
        for (std::size_t i = 0; i < std::size(uprights); ++i)
            if (!is_north || (i >= 1 && i <= 3)) nodes.push_back(crossing(i, 0, j, 0));
        if (is_north) nodes.push_back({1120, level_at(j, 1120)});
        build(levels[j], nodes);
    }
}

void Streets::join(Point ground, const std::string& name) {
    Street* nearest = nullptr;
    std::size_t segment = 0;
    Point at;
    double best = 1e300;
    for (Street& street : m_streets) {
        for (std::size_t k = 0; k + 1 < street.centre.size(); ++k) {
            const Point candidate = foot(ground, street.centre[k], street.centre[k + 1]);
            if (const double d = length(ground, candidate); d < best) best = d, nearest = &street, segment = k, at = candidate;
        }
    }
    const auto place = static_cast<std::ptrdiff_t>(segment) + 1;
    nearest->centre.insert(nearest->centre.begin() + place, at);
    nearest->is_node.insert(nearest->is_node.begin() + place, true);
    m_ways.push_back({name, {ground, at}});
}

void Streets::draw(Draft& draft) const {
    for (const Street& street : m_streets) {
        geo::Line piece;
        for (std::size_t k = 0; k < street.centre.size(); ++k) {
            piece.push_back(street.centre[k]);
            if (piece.size() > 1 && street.is_node[k]) {
                draft.add(Sheet::Paths, street.name, line_shape(piece), {{"kind", street.kind}, {"width", street.width_m}});
                piece = {street.centre[k]};
            }
        }
    }
    for (const Way& way : m_ways)
        draft.add(Sheet::Paths, way.name, line_shape(way.line), {{"kind", "出入口通道"}, {"width", 6.0}});
}

}  // namespace samples
