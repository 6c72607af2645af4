#include "geo/io/layer_crs.hpp"

#include <algorithm>
#include <cmath>

namespace geo::reading {
namespace {

Box swapped(const Box& b) { return {b.min_y, b.min_x, b.max_y, b.max_x}; }

// No CRS reaches farther; repair drops such vertices later. False for NaN.
bool is_place(Point p) { return std::abs(p.x) <= 1e8 && std::abs(p.y) <= 1e8; }

bool fits_degrees(const Box& b) { return b.min_x >= -361.0 && b.max_x <= 361.0 && b.min_y >= -91.0 && b.max_y <= 91.0; }

// The false origin of an EPSG projection lies far from any ground, so that a few hundred metres from it are degrees, in either order.
// A grid of someone's own may well begin at the site.
bool must_be_degrees(const Box& b, const CrsInfo& of) {
    return of.projected && of.name.starts_with("EPSG:") && (fits_degrees(b) || fits_degrees(swapped(b)));
}

std::string shown_extent(const Box& b) {
    return fmt::format("{:.6g}…{:.6g}, {:.6g}…{:.6g}", b.min_x, b.max_x, b.min_y, b.max_y);
}

// As the command takes it that reads this file.
std::string option_for(const CrsQuestion& q) { return q.role.empty() ? "--crs EPSG:n|local" : "--crs " + q.role + "=EPSG:n"; }

// What the file says, when it says anything that PROJ understands.
std::optional<CrsInfo> stated(const std::string& wkt) {
    if (wkt.empty()) return std::nullopt;
    try {
        CrsInfo info = crs_info(wkt);
        // GeoPackages write "Undefined …" where there is none.
        if (info.title.starts_with("Undefined") || info.title.starts_with("undefined")) return std::nullopt;
        return info;
    } catch (const CrsError&) {
        return std::nullopt;
    }
}

CrsAnswer guessed(const CrsQuestion& q, Message why_ask) {
    if (const auto guess = guess_crs(q.extent, q.hint)) {
        CrsAnswer answer{guess->name, "guessed", {why_ask.zh + "；" + guess->reason.zh, why_ask.en + "; " + guess->reason.en}, {}};
        answer.findings.push_back({"crs-guessed", q.shown, "",
                                   {fmt::format("{}：{}，已推定为 {}（{}）。如不符，请用 {} 指定。", q.shown, why_ask.zh, guess->name,
                                                guess->reason.zh, option_for(q)),
                                    fmt::format("{}: {}; taken to be {} ({}). If that is wrong, give {}.", q.shown, why_ask.en,
                                                guess->name, guess->reason.en, option_for(q))}});
        return answer;
    }
    const bool is_swapped = guess_crs(swapped(q.extent), q.hint).has_value();
    const Message swap = is_swapped ? Message{"坐标轴可能颠倒（先北后东），请交换后再导入。", "The axes may be swapped (north first): swap them and import again. "}
                                    : Message{};
    throw CrsError{{fmt::format("读取 {}：{}，由坐标（{}）也无法推定。{}请用 {} 指定坐标系。", q.shown, why_ask.zh,
                                shown_extent(q.extent), swap.zh, option_for(q)),
                    fmt::format("Reading {}: {}, and its coordinates ({}) do not tell. {}Give the CRS with {}.", q.shown,
                                why_ask.en, shown_extent(q.extent), swap.en, option_for(q))}};
}

}  // namespace

CrsAnswer layer_crs(const CrsQuestion& q) {
    if (q.option) {
        const CrsInfo info = crs_info(*q.option);
        if (info.geographic && !q.extent.empty() && !fits_degrees(q.extent))
            throw CrsError{say("读取 {}：指定的坐标系 {} 以度为单位，但坐标（{}）不是经纬度。请改正 {}。",
                               "Reading {}: the CRS {} given is in degrees, but the coordinates ({}) are not. Correct {}.",
                               q.shown, info.title, shown_extent(q.extent), option_for(q))};
        if (!q.extent.empty() && must_be_degrees(q.extent, info))
            throw CrsError{say("读取 {}：指定的坐标系 {} 是投影坐标系，但坐标（{}）是经纬度。请改正 {}。",
                               "Reading {}: the CRS {} given is a projected one, but the coordinates ({}) are degrees. Correct {}.",
                               q.shown, info.title, shown_extent(q.extent), option_for(q))};
        return {info.name, "option", {}, {}};
    }
    const auto info = stated(q.wkt);
    if (!info) return guessed(q, q.wkt.empty() ? Message{"文件没有坐标系", "the file has no CRS"} : Message{"文件的坐标系无法识别", "the file's CRS is not known"});
    if (info->geographic && !q.extent.empty() && !fits_degrees(q.extent))
        return guessed(q, q.by_format ? Message{"坐标不是该格式规定的经纬度", "the coordinates are not the degrees that the format asks for"}
                                      : say("文件称坐标系为 {}，坐标却不是经纬度", "the file says {}, but its coordinates are no degrees", info->title));
    return {info->name, "file", {}, {}};
}

bool are_survey_axes(const Box& extent) {
    constexpr double least_northing = 1.7e6, most_northing = 6.1e6;
    const bool x_is_north = extent.min_x > least_northing && extent.max_x < most_northing;
    const bool y_is_six_digits = extent.min_y > 1e5 && extent.max_y < 9e5;
    const bool y_has_zone = extent.min_y > 13e6 && extent.max_y < 46e6;
    return x_is_north && (y_is_six_digits || y_has_zone);
}

Finding axes_swapped(const std::string& shown) {
    return {"axes-swapped", shown, "",
            say("{}：x 列是北坐标、y 列是东坐标（测量习惯），已交换。", "{}: column x holds northings and y eastings, as surveyors write; swapped.", shown)};
}

Box robust_box(std::span<const Point> places) {
    std::vector<double> x, y;
    for (const Point& p : places) {
        if (!is_place(p)) continue;
        x.push_back(p.x);
        y.push_back(p.y);
    }
    Box box;
    if (x.empty()) return box;
    std::ranges::sort(x);
    std::ranges::sort(y);
    const std::size_t trim = x.size() >= 5 ? std::max<std::size_t>(1, x.size() / 20) : 0;
    box.add(Point{x[trim], y[trim]});
    box.add(Point{x[x.size() - 1 - trim], y[y.size() - 1 - trim]});
    return box;
}

std::optional<Point> robust_centre(std::span<const Point> places) {
    std::vector<double> x, y;
    for (const Point& p : places) {
        if (!is_place(p)) continue;
        x.push_back(p.x);
        y.push_back(p.y);
    }
    if (x.empty()) return std::nullopt;
    const auto median = [](std::vector<double>& v) {
        const auto middle = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
        std::ranges::nth_element(v, middle);
        return *middle;
    };
    return Point{median(x), median(y)};
}

}  // namespace geo::reading
