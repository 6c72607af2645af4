#include "data/samples/columns.hpp"

namespace samples {
namespace {

using enum geo::FieldType;

constexpr Column compounds[] = {{"id", "小区编号", Text, 12},           {"name", "小区名称", Text, 40},
                                {"households", "总户数", Integer, 6},   {"ebikes", "电动自行车", Integer, 6},
                                {"company", "物业服务企", Text, 40},    {"built_year", "建成年代", Integer, 4}};
constexpr Column buildings[] = {{"id", "自然幢号", Text, 12},      {"name", "楼栋名称", Text, 40},
                                {"floors", "地上层数", Text, 8},   {"height", "建筑高度", Real, 8, 2},
                                {"fire_grade", "耐火等级", Text, 8}, {"structure", "房屋结构", Text, 20},
                                {"use", "规划用途", Text, 20},     {"households", "户数", Integer, 5},
                                {"built_year", "建成年代", Integer, 4}};
constexpr Column lanes[] = {{"id", "编号", Text, 12}, {"name", "名称", Text, 40}, {"width", "净宽", Real, 6, 2}};
constexpr Column exits[] = {{"id", "编号", Text, 12}, {"name", "名称", Text, 20}, {"building", "所属楼栋", Text, 12}};
constexpr Column gates[] = {{"id", "编号", Text, 12}, {"name", "名称", Text, 40}, {"compound", "所属小区", Text, 40}};
constexpr Column hydrants[] = {{"id", "编号", Text, 12}};
constexpr Column dangers[] = {{"id", "编号", Text, 12},          {"name", "名称", Text, 40},
                              {"kind", "类型", Text, 40},        {"quantity", "数量", Real, 10, 2},
                              {"voltage", "电压等级", Real, 8, 2}, {"pressure", "设计压力", Real, 8, 3}};
constexpr Column stacks[] = {{"id", "编号", Text, 12}, {"kind", "类型", Text, 20}, {"quantity", "数量", Real, 10, 2}};
constexpr Column utilities[] = {{"id", "编号", Text, 12},   {"name", "名称", Text, 40},         {"kind", "类型", Text, 20},
                                {"voltage", "电压等级", Real, 8, 2}, {"pressure", "设计压力", Real, 8, 3}};
constexpr Column power[] = {{"id", "编号", Text, 12}, {"name", "名称", Text, 40}, {"kind", "类型", Text, 20},
                            {"capacity", "剩余容量", Real, 8, 1}};
constexpr Column consent[] = {{"id", "编号", Text, 12}, {"name", "名称", Text, 40}, {"kind", "类型", Text, 20}, {"owner", "权属单位", Text, 40}};
constexpr Column water[] = {{"id", "编号", Text, 12}, {"name", "名称", Text, 40}, {"kind", "类型", Text, 20}};
constexpr Column paths[] = {{"id", "编号", Text, 12}, {"name", "名称", Text, 40}, {"kind", "道路等级", Text, 20}, {"width", "宽度", Real, 6, 2}};
constexpr Column aerial[] = {{"id", "编号", Text, 12}, {"building", "所属楼栋", Text, 12}, {"surveyed", "是否实测", Integer, 1}};
constexpr Column charging[] = {{"id", "编号", Text, 12}, {"name", "名称", Text, 40}, {"bays", "车位数", Integer, 4}, {"status", "状态", Text, 12}};
constexpr Column hazards[] = {{"id", "编号", Text, 12},   {"date", "日期", Text, 10},  {"type", "类型", Text, 24},
                              {"severity", "等级", Text, 8}, {"status", "状态", Text, 12}, {"source", "来源", Text, 20}};

/// Compounds whose ledger was typed in by hand say `6F` or `6层`.
std::string floors_as_typed(const geo::Feature& building, std::int64_t floors) {
    const auto is_in = [&](std::string_view compound) { return building.name.starts_with(compound); };
    if (is_in("棉纺一村") || is_in("上河村")) return fmt::format("{}F", floors);
    if (is_in("胜利新村")) return fmt::format("{}层", floors);
    return std::to_string(floors);
}

}  // namespace

std::span<const Column> columns(Sheet sheet) {
    switch (sheet) {
        case Sheet::Compounds: return compounds;
        case Sheet::Buildings: return buildings;
        case Sheet::FireLanes: return lanes;
        case Sheet::FireLaneAreas: return lanes;
        case Sheet::Exits: return exits;
        case Sheet::Gates: return gates;
        case Sheet::Hydrants: return hydrants;
        case Sheet::Dangers: return dangers;
        case Sheet::DangerAreas: return dangers;
        case Sheet::Combustibles: return stacks;
        case Sheet::Utilities: return utilities;
        case Sheet::PowerSources: return power;
        case Sheet::Consent: return consent;
        case Sheet::Water: return water;
        case Sheet::Paths: return paths;
        case Sheet::AerialSites: return aerial;
        case Sheet::Charging: return charging;
        case Sheet::Hazards: return hazards;
    }
    return {};
}

geo::Value column_value(Sheet sheet, const geo::Feature& feature, const Column& column) {
    const auto text = [](const std::string& s) { return s.empty() ? geo::Value{} : geo::Value{s}; };
    if (column.from == "id") return text(feature.id);
    if (column.from == "name") return text(feature.name);
    return geo::value_of(sheet_info(sheet).role, feature, column.from);
}

geo::Value written_value(Sheet sheet, const geo::Feature& feature, const Column& column) {
    geo::Value value = column_value(sheet, feature, column);
    if (column.from != "floors") return value;
    if (const auto* floors = std::get_if<std::int64_t>(&value)) return floors_as_typed(feature, *floors);
    return value;
}

}  // namespace samples
