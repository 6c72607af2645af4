#include "data/samples/compounds.hpp"
#include "data/samples/kinds.hpp"

#include <algorithm>

namespace samples {
namespace {

using geo::Point;
using geo::Ring;

constexpr double tower_width_m = 26.0, tower_depth_m = 24.0;
constexpr double aerial_gap_m = 6.0, aerial_depth_m = 10.0, lane_width_m = 4.5;
constexpr double lane_offset_m = aerial_gap_m + aerial_depth_m + 1.0 + lane_width_m / 2;

BuildingCard tower_card(Plot& plot) {
    BuildingCard card;
    card.floors = plot.dice.whole(18, 33);
    card.height_m = *card.floors * 2.95 + 1.5;
    card.fire_grade = "一级";
    card.structure = "钢筋混凝土";
    card.use = "住宅";
    card.households = *card.floors * 4;
    card.built_year = plot.built_year;
    return card;
}

/// Cross-shaped plan as towers have: the corners set back; `back` is where the lift core stands out.
Ring tower_ring(Point c, double back) {
    const double x = tower_width_m / 2, y = tower_depth_m / 2, cut = 4.0;
    Ring ring{{c.x - x + cut, c.y - y}, {c.x + x - cut, c.y - y}, {c.x + x - cut, c.y - y + cut}, {c.x + x, c.y - y + cut},
              {c.x + x, c.y + y - cut}, {c.x + x - cut, c.y + y - cut}, {c.x + x - cut, c.y + y},
              {c.x - x + cut, c.y + y}, {c.x - x + cut, c.y + y - cut}, {c.x - x, c.y + y - cut},
              {c.x - x, c.y - y + cut}, {c.x - x + cut, c.y - y + cut}};
    if (back < 0)
        for (Point& p : ring) p.y = 2 * c.y - p.y;
    if (back < 0) return {ring.rbegin(), ring.rend()};
    return ring;
}

void add_tower_grounds(Plot& plot, const std::string& tower, Point c, double towards) {
    const double face = c.y + towards * tower_depth_m / 2;
    add_exit(plot, tower, {c.x, face}, 1);
    const double near = face + towards * aerial_gap_m, far = near + towards * aerial_depth_m;
    add_aerial_site(plot, tower, rectangle(Span{c.x - 10.0, c.x + 10.0}, Span{std::min(near, far), std::max(near, far)}));
}

/// A podium along the street whose towers rise through it (holes) or stand half behind it (notches).
void build_podium(Plot& plot, Span x, Span y, const std::vector<double>& towers_at, bool through) {
    geo::Polygon podium;
    std::vector<std::string> ids;
    const auto tower = [&](double at) {
        const double middle = through ? y.from + y.length() / 2 : y.to + tower_depth_m / 2 - 8.0;
        return Point{at, middle};
    };
    if (through) {
        podium.outer = rectangle(x, y);
        for (double at : towers_at) {
            const Ring ring = tower_ring(tower(at), 1);
            podium.holes.emplace_back(ring.rbegin(), ring.rend());
        }
    } else {
        podium.outer = {{x.from, y.from}, {x.to, y.from}, {x.to, y.to}};
        for (auto at = towers_at.rbegin(); at != towers_at.rend(); ++at) {
            const double half = tower_width_m / 2, cut = 4.0, sill = y.to - 8.0;
            podium.outer.insert(podium.outer.end(), {{*at + half, y.to}, {*at + half, sill + cut}, {*at + half - cut, sill + cut},
                                                     {*at + half - cut, sill}, {*at - half + cut, sill},
                                                     {*at - half + cut, sill + cut}, {*at - half, sill + cut}, {*at - half, y.to}});
        }
        podium.outer.push_back({x.from, y.to});
    }
    BuildingCard card{3, 14.7, "一级", "钢混", "商业", {}, plot.built_year, fmt::format("裙房{}", plot.buildings + 1)};
    const std::string podium_id = add_building(plot, podium, card);
    add_exit(plot, podium_id, {x.from + 4.0, y.to}, 1);
    add_exit(plot, podium_id, {x.to - 4.0, y.to}, 2);
    for (double at : towers_at) {
        Ring ring = tower_ring(tower(at), 1);
        // Where the podium's roof edge meets the tower: a vertex of both, so that they share the wall exactly.
        if (!through) {
            const double half = tower_width_m / 2;
            ring.insert(ring.begin() + 10, {at - half, y.to});
            ring.insert(ring.begin() + 4, {at + half, y.to});
        }
        const std::string id = add_building(plot, {ring, {}}, tower_card(plot));
        if (through) {
            const double near = y.to + aerial_gap_m;
            add_exit(plot, id, {at, tower(at).y + tower_depth_m / 2}, 1);
            add_aerial_site(plot, id, rectangle(Span{at - 10.0, at + 10.0}, Span{near, near + aerial_depth_m}));
        } else {
            add_tower_grounds(plot, id, tower(at), 1);
        }
    }
}

}  // namespace

void lay_towers(Plot& plot) {
    const geo::Box box = core(plot.boundary);
    const double spine = box.min_x + (plot.dice.chance(0.5) ? 0.46 : 0.54) * (box.max_x - box.min_x);
    const Span street{box.min_y + 6.0, box.min_y + 24.0};
    const Span front = across(plot, {box.min_y, box.min_y + 60.0}, spine, 7.0);
    const double podium_gap = 8.0;
    // Pairs of towers rise through a deep podium, single ones stand behind a shallow one.
    const Span halves[] = {{front.from, spine - podium_gap}, {spine + podium_gap, front.to}};
    const int deep = halves[0].length() >= halves[1].length() ? 0 : 1;
    for (int half = 0; half < 2; ++half) {
        const Span x = halves[half];
        if (half == deep) build_podium(plot, x, {street.from, street.from + 34.0}, {x.from + 22.0, x.to - 22.0}, true);
        else build_podium(plot, x, street, {x.from + 0.5 * x.length()}, false);
    }

    const double back_middle = box.max_y - 7.0 - tower_depth_m / 2;
    const Span back = across(plot, {back_middle - 14.0, back_middle + 14.0}, spine, 8.0 + tower_width_m / 2);
    std::vector<Point> behind{{back.from, back_middle}, {back.to, back_middle}};
    if (back.length() > 110.0) behind.insert(behind.begin() + 1, {back.from + back.length() / 2, back_middle});
    for (Point c : behind) add_tower_grounds(plot, add_building(plot, {tower_ring(c, -1), {}}, tower_card(plot)), c, -1);

    const double south_lane = street.from + 34.0 + lane_offset_m, north_lane = back_middle - tower_depth_m / 2 - lane_offset_m;
    const double west = front.from + 8.0, east = front.to - 8.0;
    const Point gate = add_gate(plot, {spine, box.min_y}, "主入口");
    add_lane(plot, {gate, {spine, south_lane}}, 6.0);
    if (north_lane - south_lane > 12.0) {
        const Point side = add_gate(plot, {box.max_x, south_lane}, "东门");
        add_lane(plot, {{west, south_lane}, {spine, south_lane}, {east, south_lane}, side}, lane_width_m);
        add_lane(plot, {{west, south_lane}, {west, north_lane}, {spine, north_lane}, {east, north_lane}, {east, south_lane}},
                 lane_width_m);
    } else {
        const double lane = (south_lane + north_lane) / 2;
        const Point side = add_gate(plot, {box.max_x, lane}, "东门");
        add_lane(plot, {{spine, south_lane}, {spine, lane}}, 6.0);
        add_lane(plot, {{west, lane}, {spine, lane}, {east, lane}, side}, lane_width_m);
    }

    const std::string owner = "全体业主";
    const double low = south_lane + lane_width_m / 2 + 1.0, high = north_lane - lane_width_m / 2 - 1.0;
    if (high - low > 4.0) {
        add_consent(plot, kinds::green, owner, rectangle(Span{west + 4.0, spine - 2.0}, Span{low, high}));
        add_consent(plot, kinds::green, owner, rectangle(Span{spine + 2.0, east - 26.0}, Span{low, high}));
    }
    const Span beside = across(plot, {south_lane + 12.0, north_lane}, spine, 2.5);
    add_consent(plot, kinds::parking, owner, rectangle(Span{east + 5.0, beside.to}, Span{south_lane + 12.0, north_lane - 12.0}));
    for (std::size_t k = 0; k + 1 < behind.size(); ++k) {
        const double from = behind[k].x + tower_width_m / 2 + 2.5, to = behind[k + 1].x - tower_width_m / 2 - 2.5;
        add_consent(plot, k == 0 ? kinds::parking : kinds::green, owner,
                    rectangle(Span{from, to}, Span{back_middle - 8.0, back_middle + 8.0}));
    }
    add_refuse_room(plot, {east + 2.0, south_lane + 8.0});
    add_transformer(plot, {east + 4.0, north_lane + 8.0}, plot.dice.whole(20, 40) * 10.0);
    add_transformer(plot, {west - 5.0, north_lane + 8.0}, plot.dice.whole(10, 30) * 10.0);
    add_gas_cabinet(plot, {west - 5.0, south_lane + 6.0});
    add_hydrant(plot, {spine + 4.5, south_lane + 4.0});
    add_hydrant(plot, {west + 4.0, north_lane + 4.0});
    add_hydrant(plot, {east - 4.0, north_lane + 4.0});
    for (Point c : behind) add_septic_vent(plot, {c.x + 6.0, c.y + tower_depth_m / 2 + 2.5});
}

}  // namespace samples
