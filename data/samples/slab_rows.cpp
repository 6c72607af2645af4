#include "data/samples/compounds.hpp"
#include "data/samples/kinds.hpp"
#include "data/samples/rows.hpp"

#include <algorithm>

namespace samples {
namespace {

/// Between a lane and the next row: parking along the lane, then lawn; some of it bare ground.
void plant(Plot& plot, const Rows& rows, const RowStyle& style) {
    const std::string owner = "全体业主";
    for (std::size_t k = 0; k + 1 < rows.rows.size(); ++k) {
        const double lane_edge = rows.rows[k].lane_y + style.lane_width / 2 + 0.6;
        for (const LaidBuilding& above : rows.rows[k + 1].buildings) {
            const double room = above.y.from - 1.5 - lane_edge;
            double lawn_from = lane_edge;
            if (room > 9.0 && plot.dice.chance(0.55)) {
                const double length = 2.5 * plot.dice.whole(5, 11);
                const double west = above.x.from + plot.dice.between(2.0, std::max(2.1, above.x.length() - length - 2.0));
                if (add_consent(plot, kinds::parking, owner,
                                rectangle(Span{west, west + length}, Span{lane_edge, lane_edge + 5.3})))
                    lawn_from += 6.5;
            }
            if (plot.dice.chance(0.8))
                add_consent(plot, kinds::green, owner,
                            rectangle(Span{above.x.from + 1.0, above.x.to - 1.0}, Span{lawn_from, above.y.from - 1.5}));
        }
    }
}

void furnish(Plot& plot, const Rows& rows, const RowStyle& style) {
    const Row& middle = rows.rows[rows.rows.size() / 2];
    add_refuse_room(plot, {rows.gate.x + 14.0, rows.gate.y + 5.0});
    add_transformer(plot, {middle.x.from - 4.0, middle.y.from - 6.0}, plot.dice.whole(8, 20) * 10.0);
    add_gas_cabinet(plot, {rows.gate.x - 20.0, rows.gate.y + 4.0});
    const double beside = style.spine_width / 2 + 1.0;
    plot.draft.add(Sheet::Utilities, plot.name + "燃气支线",
                   line_shape({plot.frame.out({rows.gate.x - beside, rows.gate.y}),
                               plot.frame.out({rows.spine_x - beside, rows.rows.back().y.from})}),
                   {{"kind", kinds::gas_line}, {"pressure", 0.2}});
    for (const Row& row : rows.rows) {
        add_hydrant(plot, {rows.spine_x + style.spine_width / 2 + 1.4, row.lane_y + style.lane_width / 2 + 1.2});
        for (const LaidBuilding& b : row.buildings) {
            if (plot.dice.chance(0.45)) add_septic_vent(plot, {b.x.from + 0.3 * b.x.length(), b.y.from - 3.0});
            if (plot.dice.chance(0.5)) add_gas_box(plot, {b.x.to + 0.15, b.y.from + 0.4 * b.y.length()});
        }
    }
}

/// A two-storey house in the room of a slab: the kindergarten many estates have.
void build_kindergarten(Plot& plot, const geo::Box& box) {
    const auto room = find_room(plot, {box.max_x - 18.0, box.min_y + 12.0}, 22.0, 13.0, 9.0);
    if (!room) return;
    const geo::Box at = geo::box_of(*room);
    const std::string id = add_building(
        plot, {*room, {}}, {3, 11.4, "二级", "钢混", "幼儿园", {}, plot.built_year + 1, "幼儿园"});
    add_exit(plot, id, {at.centre().x, at.max_y}, 1);
}

}  // namespace

void lay_slab_rows(Plot& plot, const SlabEstate& estate) {
    const bool has_lifts = estate.floors > 6;
    const RowStyle style{.depth = 13.0, .length = 50.0, .gap_x = 11.0, .gap_y = has_lifts ? 29.0 : 23.0,
                         .side = 5.0, .south = 7.0, .north = 10.0, .spine_share = estate.has_kindergarten ? 0.36 : 0.5, .spine_gap = 13.0,
                         .spine_width = 6.0, .lane_width = 4.0, .lane_offset = 5.6, .stair_depth = 1.2, .unit_width = 16.5,
                         .has_side_gate = estate.has_side_gate};
    const Rows rows = lay_rows(plot, style, [&](int row, int units) {
        BuildingCard card;
        const int storeys = has_lifts && row == 0 ? 6 : estate.floors;  // the sunny front row is the low one
        card.floors = storeys;
        if (plot.dice.chance(0.7)) card.height_m = storeys * 2.9 + 1.2;
        card.structure = has_lifts ? "钢筋混凝土" : "砖混";
        if (plot.dice.chance(0.75)) card.fire_grade = "二级";
        card.use = "住宅";
        card.households = units * 2 * storeys;
        card.built_year = plot.built_year + (row > 1 ? 1 : 0);
        return card;
    });
    if (estate.has_kindergarten) build_kindergarten(plot, core(plot.boundary));
    plant(plot, rows, style);
    furnish(plot, rows, style);
}

}  // namespace samples
