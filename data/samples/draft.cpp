#include "data/samples/draft.hpp"

#include <cassert>
#include <cmath>

namespace samples {
namespace {

using enum geo::Role;

constexpr std::array<SheetInfo, 18> all{{
    {Sheet::Compounds, Compound, "小区", "compounds", "XQ"},
    {Sheet::Buildings, Building, "建筑", "buildings", "JZ"},
    {Sheet::FireLanes, FireLane, "消防车道", "fire_lanes", "CD"},
    {Sheet::FireLaneAreas, FireLane, "消防车道面", "fire_lane_areas", "CM"},
    {Sheet::Exits, Exit, "安全出口", "exits", "CK"},
    {Sheet::Gates, Gate, "出入口", "gates", "DM"},
    {Sheet::Hydrants, Hydrant, "消火栓", "hydrants", "XH"},
    {Sheet::Dangers, Danger, "危险源", "dangers", "WX"},
    {Sheet::DangerAreas, Danger, "危险设施", "danger_areas", "SS"},
    {Sheet::Combustibles, Combustible, "可燃物", "combustibles", "KR"},
    {Sheet::Utilities, Utility, "管线", "utilities", "GX"},
    {Sheet::PowerSources, PowerSource, "配电", "power_sources", "PD"},
    {Sheet::Consent, Consent, "绿地停车", "consent_ground", "LT"},
    {Sheet::Water, NoBuild, "水体", "water", "ST"},
    {Sheet::Paths, Path, "道路", "paths", "DL"},
    {Sheet::AerialSites, AerialSite, "登高场地", "aerial_sites", "DG"},
    {Sheet::Charging, Charging, "现有充电", "charging", "XC"},
    {Sheet::Hazards, Hazard, "隐患", "hazards", "YH"},
}};

}  // namespace

std::span<const SheetInfo> sheets() { return all; }

const SheetInfo& sheet_info(Sheet sheet) { return all[static_cast<std::size_t>(sheet)]; }

void set(geo::Feature& feature, Sheet sheet, std::string_view field, geo::Value value) {
    const auto index = geo::field_index(sheet_info(sheet).role, field);
    assert(index);
    feature.values.at(*index) = std::move(value);
}

std::string Draft::add(Sheet sheet, std::string name, geo::Shape shape, Values values) {
    const SheetInfo& info = sheet_info(sheet);
    geo::each_vertex(shape, [](geo::Point& p) {
        p = {std::round(p.x * 1000.0) / 1000.0, std::round(p.y * 1000.0) / 1000.0};
    });
    geo::Feature feature;
    feature.id = fmt::format("{}{:04}", info.prefix, of(sheet).size() + 1);
    feature.name = std::move(name);
    feature.shape = std::move(shape);
    feature.values.resize(geo::role_info(info.role).fields.size());
    for (const auto& [field, value] : values) set(feature, sheet, field, value);
    of(sheet).push_back(std::move(feature));
    return of(sheet).back().id;
}

geo::Shape area_shape(geo::Ring ring) { return {{geo::Polygon{std::move(ring), {}}}, {}, {}}; }
geo::Shape line_shape(geo::Line line) { return {{}, {std::move(line)}, {}}; }
geo::Shape point_shape(geo::Point point) { return {{}, {}, {point}}; }

}  // namespace samples
