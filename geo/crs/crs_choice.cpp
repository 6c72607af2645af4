#include "geo/crs/crs.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace geo {
namespace {

// Coarse outline of mainland, Hainan and Taiwan, degrees. It only chooses between two equally exact families of CRS, so a
// few kilometres at the border do not matter.
const Ring china{
    {73.4, 39.4}, {74.8, 40.5}, {80.1, 42.0}, {80.1, 45.0}, {82.2, 45.2}, {82.8, 47.2}, {85.5, 47.1}, {85.7, 48.4},
    {87.6, 49.2}, {90.1, 47.7}, {91.0, 45.2}, {95.4, 44.3}, {96.4, 42.7}, {101.8, 42.6}, {105.0, 41.6}, {110.4, 42.7},
    {112.0, 43.8}, {111.8, 45.1}, {113.7, 44.8}, {119.8, 46.7}, {115.5, 47.9}, {116.7, 49.9}, {119.3, 50.2}, {120.1, 52.7},
    {121.2, 53.4}, {123.6, 53.6}, {125.8, 53.0}, {127.6, 50.3}, {127.6, 49.8}, {130.8, 48.9}, {131.0, 47.7}, {134.7, 48.45},
    {135.1, 48.4}, {133.2, 45.1}, {131.1, 44.8}, {131.3, 43.4}, {130.6, 42.4}, {129.8, 42.9}, {128.9, 42.0}, {128.1, 42.0},
    {126.9, 41.75}, {124.4, 40.05}, {123.9, 39.4}, {123.2, 37.0}, {123.0, 29.5}, {122.3, 25.5}, {121.6, 21.7}, {117.0, 20.0},
    {111.5, 18.0}, {109.0, 17.9}, {108.2, 18.7}, {108.2, 20.5}, {108.0, 21.5}, {106.6, 22.0}, {106.6, 22.9}, {105.3, 23.3},
    {103.9, 22.5}, {102.2, 22.4}, {101.8, 21.1}, {100.2, 21.4}, {98.8, 24.0}, {97.5, 23.9}, {98.7, 27.5}, {96.0, 29.0},
    {92.0, 27.8}, {89.6, 28.2}, {88.9, 27.3}, {86.0, 27.9}, {81.0, 30.2}, {78.8, 32.0}, {78.0, 35.4}, {74.9, 37.2}};

constexpr int first_meridian = 75, last_meridian = 135;

CrsName epsg(int code) { return "EPSG:" + std::to_string(code); }

CrsName gauss_krueger(int meridian) { return epsg(4534 + (meridian - first_meridian) / 3); }

int nearest_meridian(double longitude) {
    return std::clamp(3 * static_cast<int>(std::floor(longitude / 3.0 + 0.5)), first_meridian, last_meridian);
}

int utm_zone(double longitude) {
    const double east = longitude - 360.0 * std::floor((longitude + 180.0) / 360.0);  // −180 … 180
    return std::clamp(static_cast<int>(std::floor((east + 180.0) / 6.0)) + 1, 1, 60);
}

CrsName utm(int zone, bool north) { return epsg((north ? 32600 : 32700) + zone); }

// Northings of 16° … 54° N, grown a little.
constexpr double least_northing = 1.7e6, most_northing = 6.1e6;

// Eastings carry the zone in front of six digits: 25–45 of 3 degrees, 13–23 of 6 degrees.
std::optional<CrsGuess> guess_zone(const Box& extent) {
    const int zone = static_cast<int>(std::floor(extent.min_x / 1e6));
    if (static_cast<int>(std::floor(extent.max_x / 1e6)) != zone) return std::nullopt;
    const bool three = zone >= 25 && zone <= 45;
    const bool six = zone >= 13 && zone <= 23;
    if (!three && !six) return std::nullopt;
    return CrsGuess{epsg(three ? 4513 + zone - 25 : 4491 + zone - 13),
                    say("东坐标以带号 {} 开头（{} 度带高斯-克吕格）", "eastings begin with the number of zone {} ({}-degree Gauss-Kruger)",
                        zone, three ? 3 : 6)};
}

double ground_distance_km(Point a, Point b) {
    const double degree_km = 111.2;
    const double narrow = std::cos(0.5 * (a.y + b.y) * 3.14159265358979 / 180.0);
    return degree_km * std::hypot((a.x - b.x) * narrow, a.y - b.y);
}

// A six-digit easting is the same number in every zone: only the other layers' place tells which.
std::optional<CrsGuess> guess_meridian(const Box& extent, Point hint) {
    std::vector<CrsName> candidates;
    if (contains(china, hint)) {
        const int nearest = nearest_meridian(hint.x);
        for (const int meridian : {nearest, nearest - 3, nearest + 3})
            if (meridian >= first_meridian && meridian <= last_meridian) candidates.push_back(gauss_krueger(meridian));
    } else {
        const int zone = utm_zone(hint.x);
        for (const int z : {zone, zone == 1 ? 60 : zone - 1, zone == 60 ? 1 : zone + 1}) candidates.push_back(utm(z, hint.y >= 0));
    }
    constexpr double same_place_km = 100.0;
    double nearest_km = same_place_km;
    std::optional<CrsGuess> best;
    for (const CrsName& candidate : candidates) {
        const Point place = Transform{candidate, "EPSG:4326"}(extent.centre());
        const double km = ground_distance_km(place, hint);
        if (!(km < nearest_km)) continue;  // also when it has no place
        nearest_km = km;
        best = CrsGuess{candidate, say("东坐标为六位数，按其他图层的位置取中央经线", "six-digit eastings; central meridian by where the other layers lie")};
    }
    return best;
}

}  // namespace

CrsName working_crs(Point lonlat) {
    constexpr double polar_limit = 84.0;
    if (!std::isfinite(lonlat.x) || !std::isfinite(lonlat.y) || std::abs(lonlat.y) > polar_limit || std::abs(lonlat.x) > 360.0)
        throw CrsError{say("图层中心的经纬度 ({:.4f}, {:.4f}) 不合理，无法选定工作坐标系。请用 --crs 角色=EPSG:n 指定图层的坐标系。",
                           "The layers' centre at longitude {:.4f}, latitude {:.4f} allows no working CRS. Give the layers' CRS with --crs ROLE=EPSG:n.",
                           lonlat.x, lonlat.y)};
    if (contains(china, lonlat)) return gauss_krueger(nearest_meridian(lonlat.x));
    return utm(utm_zone(lonlat.x), lonlat.y >= 0);
}

std::optional<CrsGuess> guess_crs(const Box& extent, std::optional<Point> hint_lonlat) {
    const bool finite = std::isfinite(extent.min_x) && std::isfinite(extent.min_y) && std::isfinite(extent.max_x) && std::isfinite(extent.max_y);
    if (extent.empty() || !finite) return std::nullopt;

    const bool fits_degrees = extent.min_x >= -180.0 && extent.max_x <= 180.0 && extent.min_y >= -90.0 && extent.max_y <= 90.0;
    if (fits_degrees) {
        // A drawing of a hundred metres from its own origin fits too, but no township spans twenty degrees.
        constexpr double township_deg = 20.0;
        if (extent.max_x - extent.min_x > township_deg || extent.max_y - extent.min_y > township_deg) return std::nullopt;
        return CrsGuess{contains(china, extent.centre()) ? epsg(4490) : epsg(4326),
                        say("坐标在经纬度范围内", "coordinates lie in the range of degrees")};
    }
    if (extent.min_y < least_northing || extent.max_y > most_northing) {
        const bool southern_or_far = hint_lonlat && !contains(china, *hint_lonlat) && extent.min_y > 0 && extent.max_y < 1e7;
        if (!southern_or_far) return std::nullopt;
    } else if (auto zone = guess_zone(extent)) {
        return zone;
    }
    const bool six_digits = extent.min_x >= 100000.0 && extent.max_x < 900000.0;
    if (six_digits && hint_lonlat) return guess_meridian(extent, *hint_lonlat);
    return std::nullopt;
}

}  // namespace geo
