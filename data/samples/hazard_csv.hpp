#pragma once

#include "geo/model/layer.hpp"

#include <string>

namespace samples {

/// Hazard reports as a table with byte-order mark, as a phone writes it: 编号, 日期, 类型, 等级, 状态, 来源, 经度, 纬度
/// (CGCS2000, degrees with six decimals).
std::string hazard_csv(const geo::Layer& hazards);

}  // namespace samples
