#include "geo/rules/obstacle_kinds.hpp"
#include "geo/rules/requirement.hpp"
#include "tests/geo/rules/classes.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace {

using namespace geo;

struct Row {
    int line = 0;
    std::string pack, zone, kind, attributes, metres, clause, status, derived;
};

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::vector<Row> rows() {
    std::ifstream file{ANCHONG_CLEARANCE_CASES};
    std::vector<Row> all;
    std::string text;
    for (int line = 1; std::getline(file, text); ++line) {
        if (text.empty() || text.front() == '#') continue;
        Row row;
        row.line = line;
        std::istringstream cells{text};
        std::string cell;
        for (std::string Row::*to : {&Row::pack, &Row::zone, &Row::kind, &Row::attributes, &Row::metres, &Row::clause, &Row::status, &Row::derived})
            if (std::getline(cells, cell, '|')) row.*to = trimmed(cell);
        all.push_back(row);
    }
    return all;
}

const std::map<std::string, HeightClass> heights{{"multi", HeightClass::MultiStorey}, {"podium", HeightClass::Podium}, {"high2", HeightClass::HighTwo}, {"high1", HeightClass::HighOne}, {"super", HeightClass::Super}};
const std::map<std::string, Facade> facades{{"few_openings", Facade::FewOpenings}, {"protected", Facade::Protected}, {"blank", Facade::Blank}, {"firewall", Facade::Firewall}};

const RulePack& builtin(const std::string& id) {
    static std::map<std::string, RulePack> packs;
    return packs.contains(id) ? packs.at(id) : packs.emplace(id, load_pack(id)).first->second;
}

/// The pack and the obstacle that a row's attributes make.
struct Case {
    RulePack pack;
    ObstacleClass what;
    double divider_h = 0.0;

    explicit Case(const Row& row) : pack{builtin(row.pack)} {
        const auto kind = kind_with_code(row.kind);
        what = of(kind->roles.front(), row.kind);
        std::istringstream words{row.attributes};
        for (std::string word; words >> word;) set(word);
        // As `with_assumptions` does for a scenario.
        for (ClearanceRule& rule : pack.clearances)
            if (rule.barrier_h <= divider_h) rule.barrier_h = 0.0;
    }

    void set(const std::string& word) {
        const auto at = word.find_first_of("=~");
        const std::string key = word.substr(0, at), value = word.substr(at + 1);
        const Origin origin = word[at] == '=' ? Origin::Surveyed : Origin::Derived;
        if (key == "grade") what.fire_grade = static_cast<FireGrade>(std::stoi(value)), what.fire_grade_from = origin;
        else if (key == "height") what.height_class = heights.at(value), what.height_from = origin;
        else if (key == "use") what.use = value;
        else if (key == "facade") what.facade = facades.at(value), what.part = BuildingPart::Walls;
        else if (key == "quantity") what.quantity = std::stod(value);
        else if (key == "kv") what.voltage_kv = std::stod(value);
        else if (key == "mpa") what.pressure_mpa = std::stod(value);
        else if (key == "divider") divider_h = std::stod(value);
        else if (key == "on") pack.parameters.at(value + ".applies").value = 1.0;
        else if (value == "illegal") what.is_illegal = true;
        else if (value == "footprint") what.part = BuildingPart::Footprint;
        else what.part = BuildingPart::Projection, what.is_material_unknown = value == "projection-unknown";
    }
};

TEST(ClearanceCases, AreAskedAsByHand) {
    const std::vector<Row> all = rows();
    EXPECT_GE(all.size(), 120u);
    std::set<std::string> packs;
    for (const Row& row : all) {
        SCOPED_TRACE(fmt::format("line {}: {}, {} to {} {}", row.line, row.pack, row.zone, row.kind, row.attributes));
        packs.insert(row.pack);
        const Case made{row};
        const auto asked = requirements(made.pack, zone_type_named(row.zone).value(), made.what);
        ASSERT_FALSE(asked.empty());
        const Requirement& first = asked.front();
        EXPECT_DOUBLE_EQ(first.need_m, std::stod(row.metres)) << first.rule->id;
        EXPECT_EQ(first.rule->clause.number, row.clause) << first.rule->id;
        EXPECT_EQ(status_name(first.rule->clause.status), row.status) << first.rule->id;
        EXPECT_EQ(first.is_derived ? "derived" : "", row.derived) << first.rule->id;
    }
    EXPECT_EQ(packs.size(), 6u) << "every built-in pack that states distances";
}

}  // namespace
