#include "data/samples/township.hpp"

#include "data/samples/compounds.hpp"
#include "data/samples/defects.hpp"
#include "data/samples/hazards.hpp"
#include "data/samples/kinds.hpp"
#include "data/samples/surroundings.hpp"

#include <cmath>
#include <functional>

namespace samples {
namespace {

using Kind = Neighbourhood::Kind;

constexpr VillageLane upper_village{{206, 716}, {80, 690}, {10, 810}, {-190, 770}, -1};
constexpr VillageLane lower_village{{660, 704}, {800, 672}, {900, 800}, {1080, 742}, 17};

struct Plan {
    const char* name;
    Kind kind;
    int column, row;  ///< of the street grid; -1 for what lies elsewhere
    int built_year;
    double risk;
    const char* company;  ///< empty where none looks after the compound
    double ebikes_per_household;  ///< 0 where nobody counted
    std::function<void(Plot&)> lay;
};

const std::vector<Plan>& plans() {
    static const std::vector<Plan> all{
        {"青禾苑", Kind::Slabs, 0, 0, 2004, 0.8, "青禾物业", 0.7, [](Plot& p) { lay_slab_rows(p, {.has_kindergarten = true}); }},
        {"棉纺一村", Kind::Walkups, 1, 0, 1984, 2.2, "", 0.95, [](Plot& p) { lay_walkups(p, Density::Close); }},
        {"云栖台", Kind::Towers, 2, 0, 2017, 1.6, "云栖物业", 0.55, lay_towers},
        {"云杉里", Kind::Slabs, 3, 0, 2011, 0.6, "云杉物业", 0.6, [](Plot& p) { lay_slab_rows(p, {.floors = 11}); }},
        {"文澜坊", Kind::Courtyards, 4, 0, 2008, 0.7, "文澜物业", 0.65, lay_courtyards},
        {"胜利新村", Kind::Walkups, 0, 1, 1988, 1.9, "", 0.0, [](Plot& p) { lay_walkups(p, Density::Close); }},
        {"杏林小区", Kind::Slabs, 1, 1, 2001, 1.0, "杏林物业", 0.8, [](Plot& p) { lay_slab_rows(p, {}); }},
        {"金桂府", Kind::Towers, 3, 1, 2020, 1.2, "金桂物业", 0.5, lay_towers},
        {"机修厂宿舍", Kind::Walkups, 4, 1, 1979, 2.8, "", 1.1, [](Plot& p) { lay_walkups(p, Density::Close); }},
        {"桥头老街", Kind::Walkups, 0, 2, 1975, 3.2, "", 1.2, [](Plot& p) { lay_walkups(p, Density::Tight); }},
        {"听雨园", Kind::Courtyards, 1, 2, 2006, 0.6, "听雨物业", 0.0, lay_courtyards},
        {"临江阁", Kind::Towers, 3, 2, 2014, 1.8, "临江物业", 0.6, lay_towers},
        {"河畔家园", Kind::Slabs, 4, 2, 1998, 1.1, "", 0.85, [](Plot& p) { lay_slab_rows(p, {.has_kindergarten = true}); }},
        {"河东新居", Kind::Slabs, -1, -1, 2015, 0.9, "河东物业", 0.75, [](Plot& p) { lay_slab_rows(p, {.has_side_gate = false}); }},
        {"上河村", Kind::Village, -1, -1, 1990, 0.9, "", 0.0, [](Plot& p) { lay_village(p, upper_village); }},
        {"沙坪老街", Kind::Village, -1, -1, 1986, 1.2, "", 1.3, [](Plot& p) { lay_village(p, lower_village); }},
    };
    return all;
}

Block block_for(const Plan& plan) {
    if (plan.column >= 0) return grid_block(plan.column, plan.row);
    if (plan.kind == Kind::Village) return village_block(std::string_view{plan.name} == "上河村" ? upper_village : lower_village);
    return block_of({{236, 656}, {452, 654}, {446, 818}, {232, 812}});
}

Neighbourhood settle(Draft& draft, Streets& streets, const Plan& plan, std::uint64_t seed) {
    Block block = block_for(plan);
    Plot plot{draft, streets, plan.name, block.frame, std::move(block.boundary), plan.built_year, Dice{seed}};
    plot.lanes_as_areas = std::string_view{plan.name} == "金桂府";
    const std::size_t first = draft.of(Sheet::Buildings).size();
    plan.lay(plot);

    geo::Value ebikes, company;
    if (plan.ebikes_per_household > 0) ebikes = static_cast<std::int64_t>(std::llround(plot.households * plan.ebikes_per_household));
    if (*plan.company) company = plan.company;
    draft.add(Sheet::Compounds, plan.name, on_ground(plot, geo::Polygon{plot.boundary, {}}),
              {{"households", std::int64_t{plot.households}},
               {"ebikes", ebikes},
               {"company", company},
               {"built_year", std::int64_t{plan.built_year}}});
    if (std::string_view{plan.name} == "云杉里") add_charging_shed(plot, {0.0, 0.0}, 9.6, 12, "在用");
    return {plan.name, plan.kind, plan.risk, first, draft.of(Sheet::Buildings).size()};
}

}  // namespace

geo::Inputs township() {
    Draft draft;
    Streets streets;
    std::vector<Neighbourhood> neighbourhoods;
    std::uint64_t seed = 20241101;
    for (const Plan& plan : plans()) neighbourhoods.push_back(settle(draft, streets, plan, seed++));
    draw_surroundings(draft);
    streets.draw(draft);
    Dice dice{seed};
    report_hazards(draft, neighbourhoods, 2000, dice);
    spoil(draft);

    geo::Inputs inputs;
    inputs.crs = "EPSG:4544";
    for (const SheetInfo& info : sheets()) {
        geo::Layer layer;
        layer.role = info.role;
        layer.crs = inputs.crs;
        layer.provenance.file = info.zh;
        layer.provenance.layer = info.en;
        layer.features = std::move(draft.of(info.sheet));
        inputs.layers.push_back(std::move(layer));
    }
    return inputs;
}

}  // namespace samples
