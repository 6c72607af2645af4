#include "geo/rules/building_class.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace geo {
namespace {

constexpr double storey_m = 3.0;
constexpr double dwelling_high_m = 27.0, public_high_m = 24.0, class_one_m = 54.0, super_m = 100.0;
constexpr double multi_floors = 9.0, class_two_floors = 18.0;
constexpr double absurd_m = 1000.0;

std::string squeezed(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (c != ' ' && c != '\t') result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    return result;
}

bool holds_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

struct GradeMark {
    std::string_view mark;
    FireGrade grade;
};
constexpr std::array<GradeMark, 24> marks{
    {{"一", FireGrade::One},  {"二", FireGrade::Two},    {"三", FireGrade::Three}, {"四", FireGrade::Four},
     {"壹", FireGrade::One},  {"贰", FireGrade::Two},    {"叁", FireGrade::Three}, {"肆", FireGrade::Four},
     {"1", FireGrade::One},   {"2", FireGrade::Two},     {"3", FireGrade::Three},  {"4", FireGrade::Four},
     {"Ⅰ", FireGrade::One},   {"Ⅱ", FireGrade::Two},     {"Ⅲ", FireGrade::Three},  {"Ⅳ", FireGrade::Four},
     {"１", FireGrade::One},  {"２", FireGrade::Two},    {"３", FireGrade::Three}, {"４", FireGrade::Four},
     {"iv", FireGrade::Four}, {"iii", FireGrade::Three}, {"ii", FireGrade::Two},   {"i", FireGrade::One}}};
constexpr std::array<std::string_view, 19> fillers{"级",    "及以上", "以上", "不低于", "耐火等级", "耐火", "等级",
                                                   "grade", "class",  "类",   "、",     ",",        "/",    "-",
                                                   "~",     "～",     "或",   "，",     ".0"};

HeightClass class_of_height(double height_m, double high_m) {
    if (height_m > super_m) return HeightClass::Super;
    if (height_m > class_one_m) return HeightClass::HighOne;
    return height_m > high_m ? HeightClass::HighTwo : HeightClass::MultiStorey;
}

HeightClass class_of_floors(double floors) {
    if (floors * storey_m > super_m) return HeightClass::Super;
    if (floors > class_two_floors) return HeightClass::HighOne;
    return floors > multi_floors ? HeightClass::HighTwo : HeightClass::MultiStorey;
}

std::optional<double> sane(std::optional<double> value) {
    if (value && std::isfinite(*value) && *value > 0.0 && *value <= absurd_m) return value;
    return std::nullopt;
}

void set_height(ObstacleClass& what, const BuildingFacts& facts) {
    const auto height_m = sane(facts.height_m), floors = sane(facts.floors);
    if (height_m) {
        const bool is_public = what.use == "public" || what.use == "children_elderly" || what.use == "important" || what.use == "teaching_ward";
        // A public building of one storey is never high-rise, however high its hall.
        if (is_public && floors && *floors <= 1.0)
            what.height_class = HeightClass::MultiStorey;
        else
            what.height_class = class_of_height(*height_m, what.use == "residential" ? dwelling_high_m : public_high_m);
        what.height_from = Origin::Surveyed;
        if (what.use.empty() && *height_m > public_high_m && *height_m <= dwelling_high_m)
            what.height_from = Origin::Derived;
    } else if (floors) {
        what.height_class = class_of_floors(*floors);
        what.height_from = Origin::Derived;
    }
}

void set_grade(ObstacleClass& what, const BuildingFacts& facts) {
    if (const auto grade = fire_grade_named(facts.fire_grade)) {
        what.fire_grade = *grade;
        what.fire_grade_from = Origin::Surveyed;
    } else if (what.height_class >= HeightClass::HighTwo) {
        what.fire_grade = FireGrade::Two;  // High-rise buildings are built to grade one or two.
        what.fire_grade_from = Origin::Derived;
    } else if (const auto guess = fire_grade_of_structure(facts.structure)) {
        what.fire_grade = *guess;
        what.fire_grade_from = Origin::Derived;
    }
}

}  // namespace

std::optional<FireGrade> fire_grade_named(std::string_view text) {
    std::string rest = squeezed(text);
    FireGrade lowest = FireGrade::Unknown;
    for (std::size_t at = 0; at < rest.size();) {
        const std::string_view tail = std::string_view{rest}.substr(at);
        const auto starts = [&](std::string_view word) { return tail.starts_with(word); };
        if (const auto mark = std::ranges::find_if(marks, starts, &GradeMark::mark); mark != marks.end()) {
            lowest = std::max(lowest, mark->grade);
            at += mark->mark.size();
        } else if (const auto filler = std::ranges::find_if(fillers, starts); filler != fillers.end()) {
            at += filler->size();
        } else {
            return std::nullopt;
        }
    }
    if (lowest == FireGrade::Unknown) return std::nullopt;
    return lowest;
}

std::optional<FireGrade> fire_grade_of_structure(std::string_view text) {
    const std::string word = squeezed(text);
    if (word.empty()) return std::nullopt;
    if (word == "1" || word == "2" || word == "3" || word == "4") return FireGrade::Two;
    if (word == "5") return FireGrade::Three;
    // From the weakest, so that 钢棚 is a shed and 砖木 not plain brick.
    if (holds_any(word, {"砖木", "土木", "石木"})) return FireGrade::Three;
    if (holds_any(word, {"棚", "简", "木", "竹", "草", "土坯", "wood", "timber", "shed"})) return FireGrade::Four;
    if (holds_any(word, {"砖混", "混", "钢", "砼", "框", "剪", "筒", "装配", "steel", "concrete", "mixed"}))
        return FireGrade::Two;
    if (holds_any(word, {"砖", "石"})) return FireGrade::Three;
    return std::nullopt;
}

std::string_view building_use(std::string_view text) {
    const std::string word = squeezed(text);
    if (holds_any(word, {"warehouse", "仓库"})) return {};
    if (holds_any(word,
                  {"幼儿", "托儿", "托育", "养老", "敬老", "老年", "儿童", "kindergarten", "childcare", "nursing"}))
        return "children_elderly";
    if (holds_any(word, {"重要公共", "important"})) return "important";
    if (holds_any(word, {"教学", "学校", "宿舍", "病房", "住院", "医院", "school", "university", "college", "dormitory", "hospital"}))
        return "teaching_ward";
    if (holds_any(word, {"住宅", "居住", "公寓", "民居", "别墅", "residential", "apartment", "house", "detached", "terrace"}))
        return "residential";
    if (holds_any(word, {"商", "办公", "医", "体育", "文化", "公共", "酒店", "宾馆", "公建", "行政", "commercial", "retail", "office", "hotel", "public", "church"}))
        return "public";
    return {};
}

ObstacleClass building_class(const BuildingFacts& facts) {
    ObstacleClass what{.role = Role::Building,
                       .kind = "building",
                       .use = std::string{building_use(facts.use)},
                       .quantity = {},
                       .voltage_kv = {},
                       .pressure_mpa = {}};
    const PartWord word = part_word(facts.part);
    what.is_illegal = word == PartWord::Illegal;
    if (word == PartWord::Podium) what.height_class = HeightClass::Podium, what.height_from = Origin::Surveyed;
    else set_height(what, facts);
    set_grade(what, facts);
    return what;
}

std::optional<double> building_height_m(const BuildingFacts& facts) {
    if (const auto height_m = sane(facts.height_m)) return height_m;
    if (const auto floors = sane(facts.floors)) return *floors * storey_m;
    return std::nullopt;
}

Message fire_grade_words(FireGrade grade) {
    switch (grade) {
        case FireGrade::Unknown: return {"耐火等级未知", "grade unknown"};
        case FireGrade::One: return {"一级", "grade one"};
        case FireGrade::Two: return {"二级", "grade two"};
        case FireGrade::Three: return {"三级", "grade three"};
        case FireGrade::Four: return {"四级", "grade four"};
    }
    return {};
}

Message height_class_words(HeightClass height) {
    switch (height) {
        case HeightClass::Unknown: return {"高度未知", "height unknown"};
        case HeightClass::MultiStorey: return {"单、多层", "multi-storey"};
        case HeightClass::Podium: return {"裙房", "podium"};
        case HeightClass::HighTwo: return {"二类高层", "high-rise class two"};
        case HeightClass::HighOne: return {"一类高层", "high-rise class one"};
        case HeightClass::Super: return {"100 m 以上", "over 100 m"};
    }
    return {};
}

Message facade_words(Facade facade) {
    switch (facade) {
        case Facade::Unknown: return {};
        case Facade::FewOpenings: return {"少开口外墙", "wall with few openings"};
        case Facade::Protected: return {"开口有防火保护的外墙", "wall with protected openings"};
        case Facade::Blank: return {"6 m 以下无开口外墙", "wall without openings up to 6 m"};
        case Facade::Firewall: return {"防火墙", "firewall"};
    }
    return {};
}

Message part_words(BuildingPart part) {
    switch (part) {
        case BuildingPart::Whole:
        case BuildingPart::Walls: return {};
        case BuildingPart::Footprint: return {"占地", "footprint"};
        case BuildingPart::Projection: return {"挑出构件", "projecting part"};
    }
    return {};
}

PartWord part_word(std::string_view text) {
    const std::string word = squeezed(text);
    if (holds_any(word, {"裙房", "裙楼", "podium"})) return PartWord::Podium;
    if (holds_any(word, {"违建", "违章", "违法建", "私搭", "illegal", "unauthori"})) return PartWord::Illegal;
    if (holds_any(word, {"雨棚", "雨篷", "挑檐", "屋檐", "檐口", "阳台", "挑出", "遮阳", "eave", "canopy", "balcony", "awning", "projection"}))
        return PartWord::Projection;
    return PartWord::Building;
}

std::optional<bool> may_burn(std::string_view material) {
    const std::string word = squeezed(material);
    if (holds_any(word, {"不燃", "不可燃", "非燃", "a级", "a1", "a2", "noncombustible", "non-combustible", "incombustible"})) return false;
    if (holds_any(word, {"可燃", "难燃", "易燃", "木", "竹", "塑料", "阳光板", "pc板", "采光板", "聚碳酸酯", "泡沫", "帆布", "膜", "沥青", "b1", "b2", "b3",
                         "combustible", "wood", "timber", "plastic", "polycarbonate", "pvc", "fabric"}))
        return true;
    if (holds_any(word, {"混凝土", "钢筋", "砼", "钢", "金属", "铝", "铁", "砖", "石", "玻璃", "concrete", "steel", "metal", "brick", "stone", "glass"})) return false;
    return std::nullopt;
}

}  // namespace geo
