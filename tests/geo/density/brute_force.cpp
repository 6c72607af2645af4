#include "tests/geo/density/brute_force.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace geo::testing {

double brute_force(std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, Point at) {
    const double h2 = bandwidth * bandwidth, pi = std::numbers::pi;
    double sum = 0;
    for (const WeightedPoint& p : points) {
        const double d2 = (p.x - at.x) * (p.x - at.x) + (p.y - at.y) * (p.y - at.y), t = 1 - d2 / h2;
        switch (kernel) {
            case Kernel::Quartic: sum += d2 <= h2 ? p.weight * 3 / (pi * h2) * t * t : 0; break;
            case Kernel::Epanechnikov: sum += d2 <= h2 ? p.weight * 2 / (pi * h2) * t : 0; break;
            case Kernel::Uniform: sum += d2 <= h2 ? p.weight / (pi * h2) : 0; break;
            case Kernel::Triangular: sum += d2 <= h2 ? p.weight * 3 / (pi * h2) * (1 - std::sqrt(d2) / bandwidth) : 0; break;
            case Kernel::Gaussian: sum += p.weight / (2 * pi * h2) * std::exp(-d2 / (2 * h2)); break;
        }
    }
    return sum;
}

std::vector<WeightedPoint> clustered_points(std::size_t count, const Box& box, std::uint32_t seed) {
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> unit{0, 1};
    std::normal_distribution<double> normal{0, 1};
    const double width = box.max_x - box.min_x, height = box.max_y - box.min_y;
    struct Cluster { double x, y, spread; };
    std::vector<Cluster> clusters;
    for (int i = 0; i < 12; ++i) clusters.push_back({unit(random), unit(random), 0.002 + 0.05 * unit(random)});
    std::vector<WeightedPoint> points;
    while (points.size() < count) {
        double x = unit(random), y = unit(random);
        if (unit(random) < 0.8) {
            const Cluster& c = clusters[static_cast<std::size_t>(unit(random) * 12)];
            x = c.x + c.spread * normal(random), y = c.y + c.spread * normal(random);
        }
        if (x < 0 || x > 1 || y < 0 || y > 1) continue;
        points.push_back({box.min_x + x * width, box.min_y + y * height, 3 * unit(random)});
    }
    return points;
}

double worst_error(const Raster& raster, std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, int cells, std::uint32_t seed) {
    std::mt19937 random{seed};
    std::uniform_int_distribution<int> column{0, raster.grid.columns - 1}, row{0, raster.grid.rows - 1};
    double worst = 0;
    for (int i = 0; i < cells; ++i) {
        // Every other cell is one at a point, since chance finds little else than empty ground between narrow kernels.
        int c = column(random), r = row(random);
        if (i % 2 == 1) {
            const WeightedPoint& p = points[std::uniform_int_distribution<std::size_t>{0, points.size() - 1}(random)];
            const int near_c = static_cast<int>(std::floor((p.x - raster.grid.corner.x) / raster.grid.cell));
            const int near_r = static_cast<int>(std::floor((raster.grid.corner.y - p.y) / raster.grid.cell));
            if (near_c >= 0 && near_c < raster.grid.columns && near_r >= 0 && near_r < raster.grid.rows) c = near_c, r = near_r;
        }
        const double value = raster.values[static_cast<std::size_t>(r) * static_cast<std::size_t>(raster.grid.columns) + static_cast<std::size_t>(c)];
        worst = std::max(worst, std::abs(value - brute_force(points, kernel, bandwidth, raster.grid.centre_of(c, r))));
    }
    return worst / *std::ranges::max_element(raster.values);
}

double integral(const Raster& raster) {
    double sum = 0;
    for (const float value : raster.values) sum += value;
    return sum * raster.grid.cell * raster.grid.cell;
}

Box box_of(std::span<const WeightedPoint> points) {
    Box box;
    for (const WeightedPoint& p : points) box.add(Point{p.x, p.y});
    return box;
}

}  // namespace geo::testing
