#pragma once

/// The words that the township's surveyors wrote for kinds; `data/codelists/obstacle_kinds.json` knows each of them.
namespace samples::kinds {

inline constexpr char gas_regulator_box[] = "燃气调压箱";
inline constexpr char gas_regulator_cabinet[] = "燃气调压柜";
inline constexpr char transformer[] = "箱式变电站";
inline constexpr char septic_vent[] = "化粪池通气口";
inline constexpr char refuse_room[] = "垃圾房";
inline constexpr char lpg_depot[] = "液化石油气瓶装供应站";

inline constexpr char waste_stack[] = "杂物堆";
inline constexpr char timber_stack[] = "木材堆";

inline constexpr char gas_line[] = "燃气管线";
inline constexpr char power_cable[] = "电力电缆";
inline constexpr char overhead_line[] = "架空电力线";

inline constexpr char green[] = "绿地";
inline constexpr char parking[] = "停车位";
inline constexpr char road[] = "道路";
inline constexpr char water[] = "水体";

}  // namespace samples::kinds
