#include "geo/rules/building_obstacles.hpp"

#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/rules/building_class.hpp"
#include "geo/rules/facades.hpp"
#include "geo/rules/obstacle_id.hpp"

#include <fmt/format.h>

#include <optional>

namespace geo {
namespace {

constexpr double touch_m = 0.5;  ///< a projecting part belongs to the building that it touches this nearly

/// Buildings that a projecting part may belong to.
struct Bodies {
    std::vector<const Feature*> features;
    BoxIndex index{{}};

    explicit Bodies(const Inputs& inputs) {
        std::vector<Box> boxes;
        for (const Layer& layer : inputs.layers)
            for (const Feature& feature : layer.features) {
                if (layer.role != Role::Building || is_projection(feature)) continue;
                features.push_back(&feature);
                boxes.push_back(box_of(feature.shape));
            }
        index = BoxIndex{boxes};
    }

    const Feature* named(const std::string& name) const {
        for (const Feature* feature : features)
            if (feature->id == name || (!feature->name.empty() && feature->name == name)) return feature;
        return nullptr;
    }

    const Feature* touched_by(const Shape& part) const {
        const Feature* nearest = nullptr;
        double least_m = touch_m;
        for (const std::size_t i : index.meeting(box_of(part).grown(touch_m)))
            if (const double d = distance(part, features[i]->shape); d <= least_m && (!nearest || d < least_m)) nearest = features[i], least_m = d;
        return nearest;
    }
};

}  // namespace

bool is_projection(const Feature& building) { return part_word(text_of(Role::Building, building, "part")) == PartWord::Projection; }

ObstacleClass class_of_building(const Feature& building) {
    const auto text = [&](std::string_view field) { return text_of(Role::Building, building, field); };
    const std::string grade = text("fire_grade"), structure = text("structure"), use = text("use"), part = text("part");
    return building_class({.fire_grade = grade, .structure = structure, .use = use,
                           .height_m = number_of(Role::Building, building, "height"), .floors = number_of(Role::Building, building, "floors"), .part = part});
}

std::optional<double> height_of_building(const Feature& building) {
    return building_height_m({.fire_grade = {}, .structure = {}, .use = {}, .height_m = number_of(Role::Building, building, "height"),
                              .floors = number_of(Role::Building, building, "floors")});
}

struct BuildingObstacles::State {
    const Inputs& inputs;
    std::optional<Bodies> bodies;  ///< made for the first projecting part
    std::size_t height_missing = 0, height_derived = 0, grade_missing = 0, grade_derived = 0;
    std::size_t walls_not_understood = 0, walls_split = 0;
    std::size_t projections_unknown = 0, projections_alone = 0, projections_that_do_not_burn = 0;

    void count(const ObstacleClass& what) {
        height_missing += what.height_from == Origin::Unknown;
        height_derived += what.height_from == Origin::Derived;
        grade_missing += what.fire_grade_from == Origin::Unknown;
        grade_derived += what.fire_grade_from == Origin::Derived;
    }
    const Feature* body_of(const Feature& part);
    ObstacleClass class_of_projection(const Feature& feature);
    void add_walls(const Obstacle& building, const std::vector<WallNote>& notes, std::vector<Obstacle>& obstacles);
};

const Feature* BuildingObstacles::State::body_of(const Feature& part) {
    if (!bodies) bodies.emplace(inputs);
    if (const std::string name = text_of(Role::Building, part, "part_of"); !name.empty())
        if (const Feature* body = bodies->named(name)) return body;
    return bodies->touched_by(part.shape);
}

ObstacleClass BuildingObstacles::State::class_of_projection(const Feature& feature) {
    const Feature* body = body_of(feature);
    projections_alone += body == nullptr;
    ObstacleClass what = class_of_building(body ? *body : feature);
    what.is_illegal = false;
    what.part = BuildingPart::Projection;
    const std::optional<bool> burns = may_burn(text_of(Role::Building, feature, "material"));
    what.is_material_unknown = !burns;
    projections_unknown += !burns;
    if (burns && !*burns) {
        what.part = BuildingPart::Footprint;
        ++projections_that_do_not_burn;
    }
    return what;
}

void BuildingObstacles::State::add_walls(const Obstacle& building, const std::vector<WallNote>& notes, std::vector<Obstacle>& obstacles) {
    ++walls_split;
    for (Walls& walls : walls_of(building.shape.areas, notes)) {
        Obstacle part = building;
        part.what.part = BuildingPart::Walls;
        part.what.facade = walls.facade;
        part.shape = {{}, std::move(walls.lines), {}};
        part.id = id_of_walls(building.id, walls.facade);
        obstacles.push_back(std::move(part));
    }
    Obstacle ground = building;
    ground.id = id_of_footprint(building.id);
    ground.what.part = BuildingPart::Footprint;
    obstacles.push_back(std::move(ground));
}

BuildingObstacles::BuildingObstacles(const Inputs& inputs) : m_state{std::make_unique<State>(State{.inputs = inputs, .bodies = {}})} {}
BuildingObstacles::~BuildingObstacles() = default;

void BuildingObstacles::add(const Feature& feature, double accuracy_m, std::vector<Obstacle>& obstacles) {
    Obstacle building{.id = feature.id, .name = feature.name, .what = {}, .shape = feature.shape, .accuracy_m = accuracy_m};
    if (is_projection(feature)) {
        building.what = m_state->class_of_projection(feature);
        obstacles.push_back(std::move(building));
        return;
    }
    building.what = class_of_building(feature);
    m_state->count(building.what);
    const auto notes = wall_notes(text_of(Role::Building, feature, "blank_wall"));
    m_state->walls_not_understood += !notes;
    if (notes && !notes->empty() && !building.shape.areas.empty()) m_state->add_walls(building, *notes, obstacles);
    else obstacles.push_back(std::move(building));
}

void BuildingObstacles::tell(std::vector<Finding>& findings) const {
    const auto add = [&](const char* code, std::size_t count, std::string_view zh, std::string_view en) {
        if (count > 0) findings.push_back({code, "building", {}, say(zh, en, count)});
    };
    const State& s = *m_state;
    add("height-missing", s.height_missing, "{0} 幢建筑缺少高度和层数，已按最不利值推定",
        "{0} buildings have neither height nor floors and count with the worst value");
    add("height-derived", s.height_derived, "{0} 幢建筑的高度类别由层数推定（每层 3 m），或高度在 24–27 m 而用途不明",
        "{0} buildings have their height class from floors (3 m each), or are 24 to 27 m high with unknown use: derived");
    add("fire-grade-missing", s.grade_missing, "{0} 幢建筑缺少耐火等级和结构，已按最不利值推定",
        "{0} buildings have neither fire grade nor structure and count with the worst value");
    add("fire-grade-derived", s.grade_derived, "{0} 幢建筑的耐火等级由结构或高层推定",
        "{0} buildings have their fire grade from structure or from being high-rise: derived");
    add("walls-noted", s.walls_split, "{0} 幢建筑注明了外墙情况，逐墙适用规则",
        "{0} buildings have notes on their walls: rules apply wall by wall");
    add("walls-not-understood", s.walls_not_understood,
        "{0} 幢建筑的外墙说明（blank_wall）无法理解，不减小距离；写法如“防火墙:北；无窗墙:东、西”",
        "{0} buildings have a note on their walls (blank_wall) that cannot be understood: no distance is reduced; write for example “firewall:N; blank:E,W”");
    add("projection-material-missing", s.projections_unknown, "{0} 处挑出构件材料不明，按可燃计，相关点位为待核实",
        "{0} projecting parts are of unknown material: they count as combustible, and sites that they touch are to be verified");
    add("projection-alone", s.projections_alone, "{0} 处挑出构件不属于任何建筑，按自身属性从严推定",
        "{0} projecting parts belong to no building and count by their own attributes, conservatively");
    add("projection-not-combustible", s.projections_that_do_not_burn, "{0} 处挑出构件为不燃材料，距离仍从外墙量起",
        "{0} projecting parts cannot burn: distances are measured from the wall");
}

}  // namespace geo
