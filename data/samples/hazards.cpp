#include "data/samples/hazards.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <vector>

namespace samples {
namespace {

using geo::Point;
using Kind = Neighbourhood::Kind;
using std::chrono::sys_days;

constexpr sys_days first_day = std::chrono::year{2024} / 11 / 1;
constexpr int day_count = 730;

struct Report {
    int day;
    std::string type, severity, status, source;
    Point at;
};

/// How likely each day is: by month, by weekday, and more during the two fire-prevention months and the spring campaign.
std::vector<double> day_weights() {
    constexpr double by_month[] = {1.15, 0.9, 0.85, 0.9, 1.0, 1.1, 1.4, 1.35, 1.0, 0.95, 1.1, 1.3};
    constexpr double by_weekday[] = {0.55, 1.3, 1.15, 1.1, 1.1, 1.15, 0.65};  // Sunday first
    std::vector<double> weights;
    for (int day = 0; day < day_count; ++day) {
        const sys_days date = first_day + std::chrono::days{day};
        const std::chrono::year_month_day ymd{date};
        const unsigned month = static_cast<unsigned>(ymd.month());
        double weight = by_month[month - 1] * by_weekday[std::chrono::weekday{date}.c_encoding()];
        if (month == 11) weight *= 1.5;
        if (month == 4 && ymd.year() == std::chrono::year{2025}) weight *= 1.8;
        weights.push_back(weight);
    }
    return weights;
}

std::string date_text(int day) {
    const std::chrono::year_month_day ymd{first_day + std::chrono::days{day}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

struct Choice {
    const char* word;
    double weight;
};

template <std::size_t n>
const char* choose(Dice& dice, const Choice (&choices)[n]) {
    std::vector<double> weights;
    for (const Choice& c : choices) weights.push_back(c.weight);
    return choices[dice.weighted(weights)].word;
}

const char* type_of(Dice& dice, Kind kind) {
    static constexpr Choice towers[] = {{"楼道充电", 30}, {"入户充电", 26}, {"消防车道占用", 18}, {"登高场地占用", 8},
                                        {"消防设施损坏", 8}, {"安全出口封堵", 5}, {"飞线充电", 5}};
    static constexpr Choice houses[] = {{"飞线充电", 40}, {"可燃物堆放", 22}, {"入户充电", 16}, {"消防车道占用", 14},
                                        {"私拉乱接", 8}};
    static constexpr Choice blocks[] = {{"飞线充电", 31}, {"楼道充电", 30}, {"消防车道占用", 13}, {"可燃物堆放", 11},
                                        {"充电设施不足", 6}, {"安全出口封堵", 5}, {"消防设施损坏", 4}};
    if (kind == Kind::Towers) return choose(dice, towers);
    return kind == Kind::Village ? choose(dice, houses) : choose(dice, blocks);
}

const char* source_of(Dice& dice) {
    static constexpr Choice sources[] = {{"网格巡查", 42}, {"12345热线", 25}, {"物业上报", 12}, {"消防检查", 10}, {"群众举报", 11}};
    return choose(dice, sources);
}

const char* severity_of(Dice& dice, const std::string& type) {
    static constexpr Choice grave[] = {{"一般", 45}, {"较大", 43}, {"重大", 12}};
    static constexpr Choice usual[] = {{"一般", 74}, {"较大", 23}, {"重大", 3}};
    return type == "楼道充电" || type == "入户充电" || type == "安全出口封堵" ? choose(dice, grave) : choose(dice, usual);
}

const char* status_of(Dice& dice, int age_days) {
    static constexpr Choice old[] = {{"已销号", 88}, {"反弹", 6}, {"待复核", 3}, {"整改中", 3}};
    static constexpr Choice fresh[] = {{"登记", 34}, {"整改中", 30}, {"待复核", 16}, {"已销号", 20}};
    return age_days > 60 ? choose(dice, old) : choose(dice, fresh);
}

/// Where on or by the building someone saw it; a caller describes the place less well than a patrol does.
Point place_of(Dice& dice, const geo::Feature& building, const std::vector<Point>& doors, const std::string& type, const std::string& source) {
    const geo::Ring& ring = building.shape.areas.front().outer;
    Point at = geo::box_of(ring).centre();
    double spread_m = 2.0;
    if (source == "12345热线") {
        spread_m = 9.0;
    } else if (!doors.empty() && (type == "楼道充电" || type == "消防车道占用" || type == "安全出口封堵")) {
        at = doors[static_cast<std::size_t>(dice.whole(0, static_cast<int>(doors.size()) - 1))];
        spread_m = type == "消防车道占用" ? 4.0 : 1.2;
    } else if (type != "入户充电") {
        const auto k = static_cast<std::size_t>(dice.whole(0, static_cast<int>(ring.size()) - 1));
        const Point a = ring[k], b = ring[(k + 1) % ring.size()];
        const double t = dice.share();
        at = {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    }
    return {at.x + spread_m * dice.bell(), at.y + spread_m * dice.bell()};
}

}  // namespace

void report_hazards(Draft& draft, std::span<const Neighbourhood> neighbourhoods, int count, Dice& dice) {
    const auto& buildings = draft.of(Sheet::Buildings);
    std::map<std::string, std::vector<Point>> doors;
    for (const geo::Feature& exit : draft.of(Sheet::Exits))
        doors[geo::text_of(geo::Role::Exit, exit, "building")].push_back(exit.shape.points.front());

    struct Place {
        std::size_t building;
        Kind kind;
    };
    std::vector<Place> places;
    std::vector<double> weights;
    for (const Neighbourhood& n : neighbourhoods) {
        for (std::size_t k = n.first_building; k < n.end_building; ++k) {
            places.push_back({k, n.kind});
            weights.push_back(n.risk / (0.03 + dice.share()));  // a heavy tail: the worst building has 30 times the usual
        }
    }

    const std::vector<double> days = day_weights();
    std::vector<Report> reports;
    for (int n = 0; n < count; ++n) {
        const Place place = places[dice.weighted(weights)];
        Report report;
        report.day = static_cast<int>(dice.weighted(days));
        report.type = type_of(dice, place.kind);
        report.source = source_of(dice);
        report.severity = severity_of(dice, report.type);
        report.status = status_of(dice, day_count - report.day);
        const geo::Feature& building = buildings[place.building];
        report.at = place_of(dice, building, doors[building.id], report.type, report.source);
        reports.push_back(std::move(report));
    }
    std::ranges::stable_sort(reports, {}, &Report::day);
    for (const Report& r : reports)
        draft.add(Sheet::Hazards, {}, point_shape(r.at),
                  {{"date", date_text(r.day)}, {"type", r.type}, {"severity", r.severity}, {"status", r.status}, {"source", r.source}});
}

}  // namespace samples
