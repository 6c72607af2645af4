#pragma once

#include "geo/core/message.hpp"
#include "geo/model/obstacle.hpp"

#include <optional>
#include <string_view>

namespace geo {

/// 耐火等级 as written: `二级`, `Ⅱ`, `2`, `一二级` (the lower counts). Nothing when it cannot be told.
std::optional<FireGrade> fire_grade_named(std::string_view text);

/// The grade that a structure usually has: 钢, 钢混, 砖混 … → two; 砖木 → three; 木, 棚, 简 → four; FWJG codes 1–6.
/// Nothing when it cannot be told.
std::optional<FireGrade> fire_grade_of_structure(std::string_view text);

/// Use as the rules distinguish it: `residential`, `public`, `important` (重要公共建筑), `children_elderly`, `teaching_ward` (教学楼、宿舍、病房楼);
/// empty when it cannot be told.
std::string_view building_use(std::string_view text);

/// `二级`, `grade two`; `耐火等级未知`, `grade unknown`.
Message fire_grade_words(FireGrade grade);
/// `二类高层`, `high-rise class two`; `高度未知`, `height unknown`.
Message height_class_words(HeightClass height);

/// `防火墙`, `firewall`; empty where nothing is known of the wall.
Message facade_words(Facade facade);
/// `挑出构件`, `projecting part`; empty for a whole building and its walls.
Message part_words(BuildingPart part);

/// What the attribute `part` of a building's feature says it is.
enum class PartWord { Building, Podium, Illegal, Projection };
/// `裙房`, `podium`; `违建`, `illegal`; `雨棚`, `挑檐`, `阳台`, `eave`, `canopy`, `balcony`; a building for anything else.
PartWord part_word(std::string_view text);
/// `可燃`, `难燃`, `木`, `阳光板` … true; `不燃`, `混凝土`, `钢`, `A级` … false; nothing when it cannot be told.
std::optional<bool> may_burn(std::string_view material);

/// What is known of a building.
struct BuildingFacts {
    std::string_view fire_grade, structure, use;
    std::optional<double> height_m, floors;  ///< not above zero, not finite or beyond 1,000 m: unknown
    std::string_view part{};  ///< as `part_word` reads it
};

/// Class of a building: grade from its attribute, else from being high-rise or from the structure (推定); height class
/// from the height, else from floors × 3 m (推定). Uses that cannot be told count as dwellings, except that a height
/// between the limits of public buildings and dwellings (24–27 m) is then taken as high-rise, 推定.
ObstacleClass building_class(const BuildingFacts& facts);

/// The height where it is known, else floors × 3 m (推定); nothing when neither is.
std::optional<double> building_height_m(const BuildingFacts& facts);

}  // namespace geo
