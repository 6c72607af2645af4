#include "data/samples/surroundings.hpp"

#include "data/samples/kinds.hpp"
#include "data/samples/plot.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samples {
namespace {

using geo::Point;
using geo::Ring;

constexpr char city[] = "园林绿化所";

Ring band(double from_u, double to_u, double step, double (*south)(double), double (*north)(double)) {
    Ring ring, back;
    for (double u = from_u; u <= to_u; u += step) {
        ring.push_back(on_ground({u, south(u)}));
        back.push_back(on_ground({u, north(u)}));
    }
    ring.insert(ring.end(), back.rbegin(), back.rend());
    return ring;
}

void draw_river(Draft& draft) {
    const Ring river = band(-160.0, 1240.0, 20.0, [](double u) { return 582.0 + 4.0 * std::sin(u / 95.0); },
                            [](double u) { return 618.0 + 5.0 * std::sin(u / 130.0 + 1.0); });
    draft.add(Sheet::Water, "清溪河", area_shape(river), {{"kind", kinds::water}});

    // A stream from the fields into the river.
    Ring stream, back;
    for (double v = 617.0; v <= 880.0; v += 12.0) {
        const double u = 500.0 + 16.0 * std::sin(v / 45.0);
        stream.push_back(on_ground({u + 3.0, v}));
        back.push_back(on_ground({u - 3.0, v}));
    }
    stream.insert(stream.end(), back.rbegin(), back.rend());
    draft.add(Sheet::Water, "沙坪溪", area_shape(stream), {{"kind", kinds::water}});
}

Ring on_block(const Block& block, Ring local) {
    for (Point& p : local) p = block.frame.out(p);
    return local;
}

Ring oval(Point c, double rx, double ry, int corners) {
    Ring ring;
    for (int k = 0; k < corners; ++k) {
        const double angle = 2.0 * std::numbers::pi * k / corners;
        const double wobble = 1.0 + 0.12 * std::sin(3.0 * angle + 0.5);
        ring.push_back({c.x + rx * wobble * std::cos(angle), c.y + ry * wobble * std::sin(angle)});
    }
    return ring;
}

Ring box(double x0, double x1, double y0, double y1) { return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}; }

void draw_park(Draft& draft) {
    const Block block = grid_block(2, 2);
    // The park's ground is what surrounds the pond.
    geo::Polygon ground{on_block(block, block.boundary), {}};
    Ring pond = on_block(block, oval({12.0, 8.0}, 48.0, 27.0, 28));
    draft.add(Sheet::Water, "滨河公园水塘", area_shape(pond), {{"kind", kinds::water}});
    std::ranges::reverse(pond);
    ground.holes.push_back(std::move(pond));
    draft.add(Sheet::Consent, "滨河公园", {{std::move(ground)}, {}, {}}, {{"kind", kinds::green}, {"owner", city}});
}

void draw_square(Draft& draft) {
    const Block block = grid_block(2, 1);
    const geo::Box all = core(block.boundary);
    const double x0 = all.min_x + 6.0, x1 = all.max_x - 6.0, y0 = all.min_y + 6.0, y1 = all.max_y - 6.0;
    const auto add = [&](const char* name, const char* kind, const char* owner, Ring ring) {
        draft.add(Sheet::Consent, name, area_shape(on_block(block, std::move(ring))), {{"kind", kind}, {"owner", owner}});
    };
    for (int row = 0; row < 3; ++row)
        add("文化广场停车场", kinds::parking, "城市管理局", box(x0, x0 + 52.5, y0 + 18.0 * row, y0 + 18.0 * row + 10.6));
    add("文化广场", kinds::road, "城市管理局", box(x0 + 60.0, x1, y0, y1));
    add("文化广场绿地", kinds::green, city, box(x0, x0 + 52.5, y0 + 58.0, y1));
}

void draw_mains(Draft& draft) {
    const auto add = [&](const char* name, const char* kind, const char* field, double value, geo::Line line) {
        draft.add(Sheet::Utilities, name, line_shape(std::move(line)), {{"kind", kind}, {field, value}});
    };
    add("人民街中压燃气管", kinds::gas_line, "pressure", 0.4, along_street(2, 4.0, 1088.0, -9.0));
    add("兴业路中压燃气管", kinds::gas_line, "pressure", 0.4, along_street(1, 4.0, 1088.0, -6.0));
    add("南屏街低压燃气管", kinds::gas_line, "pressure", 0.01, along_street(0, -10.0, 1070.0, 4.0));
    add("滨江路10kV电缆", kinds::power_cable, "voltage", 10.0, along_street(3, 0.0, 1090.0, 5.0));
    add("北岸10kV架空线", kinds::overhead_line, "voltage", 10.0, along_street(4, -85.0, 1115.0, 6.5));
}

void draw_outliers(Draft& draft) {
    const Point pump = on_ground({745.0, 630.0});
    draft.add(Sheet::Buildings, "北岸泵房", area_shape(box(pump.x, pump.x + 7.5, pump.y, pump.y + 5.2)),
              {{"floors", std::int64_t{1}}, {"structure", "砖混"}, {"use", "市政"}});
    const Point depot = on_ground({585.0, 662.0});
    draft.add(Sheet::DangerAreas, "北岸瓶装气供应站", area_shape(box(depot.x, depot.x + 9.0, depot.y, depot.y + 6.0)),
              {{"kind", kinds::lpg_depot}, {"quantity", 4.0}});
}

}  // namespace

void draw_surroundings(Draft& draft) {
    draw_river(draft);
    draw_park(draft);
    draw_square(draft);
    draw_mains(draft);
    draw_outliers(draft);
}

}  // namespace samples
