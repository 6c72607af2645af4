#include "app/canvas/ground_length.hpp"

#include <cmath>

namespace app {

std::optional<double> ground_length_m(const geo::CrsName& crs, const geo::Line& line) {
    if (crs.empty()) return std::nullopt;
    try {
        double length_m = 0.0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const geo::Point a = line[i - 1], b = line[i];
            const geo::Point middle{0.5 * (a.x + b.x), 0.5 * (a.y + b.y)};
            const double ground_per_grid =
                (1.0 / geo::scale_factor(crs, a) + 4.0 / geo::scale_factor(crs, middle) + 1.0 / geo::scale_factor(crs, b)) / 6.0;
            length_m += std::hypot(b.x - a.x, b.y - a.y) * ground_per_grid;
        }
        return length_m;
    } catch (const geo::CrsError&) {
        return std::nullopt;
    }
}

double scale_factor_near(const geo::CrsName& crs, geo::Point place) {
    if (crs.empty()) return 1.0;
    try {
        return geo::scale_factor(crs, place);
    } catch (const geo::CrsError&) {
        return 1.0;
    }
}

}  // namespace app
