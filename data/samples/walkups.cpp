#include "data/samples/compounds.hpp"
#include "data/samples/kinds.hpp"
#include "data/samples/rows.hpp"

namespace samples {
namespace {

void furnish(Plot& plot, const Rows& rows, const RowStyle& style, Density density) {
    add_refuse_room(plot, {rows.gate.x - 12.0, rows.gate.y + 4.0});
    add_transformer(plot, {rows.rows.back().x.from, rows.rows.back().lane_y + 3.0}, plot.dice.whole(2, 8) * 10.0);
    for (std::size_t k = 0; k < rows.rows.size(); ++k) {
        const Row& row = rows.rows[k];
        if (k % 3 == 1) add_hydrant(plot, {rows.spine_x + style.spine_width / 2 + 0.9, row.lane_y + style.lane_width / 2 + 0.8});
        for (const LaidBuilding& b : row.buildings) {
            if (plot.dice.chance(0.4)) add_septic_vent(plot, {b.x.from + 0.5 * b.x.length(), b.y.from - 2.6});
            if (plot.dice.chance(0.4)) add_gas_box(plot, {b.x.from - 0.15, b.y.from + 0.5 * b.y.length()});
            if (density == Density::Close && plot.dice.chance(0.1))
                add_stack(plot, {b.x.to - 6.0, b.y.from - 2.0}, kinds::waste_stack, 3.0, 1.6, plot.dice.whole(3, 9));
            if (density == Density::Close && k > 0 && plot.dice.chance(0.5)) {
                const Row& below = rows.rows[k - 1];
                const double from = below.lane_y + style.lane_width / 2 + 0.6;
                const double to = b.y.from - 1.0;
                if (to - from > 2.4 && plot.dice.chance(0.4)) {  // kerbside parking
                    add_consent(plot, kinds::parking, "社区居委会", rectangle(Span{b.x.from + 3.0, b.x.from + 21.0}, Span{from, from + 2.4}));
                } else if (to - from > 1.5) {
                    add_consent(plot, kinds::green, "社区居委会", rectangle(Span{b.x.from + 1.0, b.x.to - 1.0}, Span{from, to}));
                }
            }
        }
    }
}

}  // namespace

void lay_walkups(Plot& plot, Density density) {
    const bool is_tight = density == Density::Tight;
    if (is_tight) {  // its wall follows the outermost houses, as in old streets
        const geo::Box box = core(plot.boundary);
        plot.boundary = rectangle(Span{box.min_x, box.max_x}, Span{box.min_y, box.max_y});
    }
    const RowStyle style{.depth = is_tight ? 10.8 : 11.0, .length = is_tight ? 40.0 : 38.0, .gap_x = is_tight ? 4.2 : 6.5,
                         .gap_y = is_tight ? 9.0 : 14.0, .side = is_tight ? 3.4 : 4.0, .south = is_tight ? 3.4 : 5.0,
                         .north = is_tight ? 5.2 : 8.0, .spine_share = is_tight ? 0.52 : 0.42, .spine_gap = is_tight ? 6.0 : 9.0,
                         .spine_width = is_tight ? 3.5 : 4.0, .lane_width = is_tight ? 3.0 : 3.5,
                         .lane_offset = is_tight ? 3.2 : 4.0, .stair_depth = 0.0, .unit_width = 13.5, .has_side_gate = !is_tight};
    const Rows rows = lay_rows(plot, style, [&](int row, int units) {
        BuildingCard card;
        card.floors = plot.dice.chance(0.75) ? 6 : plot.dice.whole(4, 7);
        if (plot.dice.chance(0.25)) card.height_m = *card.floors * 2.8 + 0.6;
        card.structure = is_tight && row % 3 == 0 ? "混合结构" : "砖混";
        if (plot.dice.chance(0.3)) card.fire_grade = is_tight ? "三级" : "二级";
        card.use = is_tight && row == 0 ? "商住" : "住宅";
        card.households = units * (is_tight ? 3 : 2) * *card.floors;
        card.built_year = plot.built_year + plot.dice.whole(0, 6);
        return card;
    });
    furnish(plot, rows, style, density);
}

}  // namespace samples
