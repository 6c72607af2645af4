#include "geo/core/error.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/requirement.hpp"
#include "geo/zones/ground_taken.hpp"
#include "tests/geo/report/real_inputs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>
#include <set>

namespace geo {
namespace {

/// Everything is measured again with points: one at random in each cell, its distance to every obstacle by itself. Nothing of the overlays is used.
struct Places {
    double cell_m = 0.25;
    double open = 0, free = 0;                                     ///< points
    std::map<std::pair<std::string, std::string>, double> alone, only;  ///< by obstacle and rule
    std::map<std::string, double> rule_alone, rule_only;
    std::map<std::string, double> presumed;                         ///< free ones that it covers
};

struct Asked {
    const Obstacle* obstacle;
    std::vector<Requirement> rules;
    Box reach;
};

/// The largest of the rules that are left without the one; nothing where none is.
double need_without(const Asked& asked, const std::string* rule) {
    for (const Requirement& r : asked.rules)
        if (!rule || r.rule->id != *rule) return r.need_m;
    return -1.0;
}

void count(Point p, const std::vector<Asked>& near, double scale, Places& places) {
    const Shape here{{}, {}, {p}};
    std::vector<double> have;
    for (const Asked& a : near) have.push_back(a.reach.meets({p.x, p.y, p.x, p.y}) ? distance(here, a.obstacle->shape) / scale - a.obstacle->half_width_m : INFINITY);
    std::vector<std::size_t> takers;
    for (std::size_t i = 0; i < near.size(); ++i) {
        const Obstacle& o = *near[i].obstacle;
        if (o.is_presumed) continue;
        // What covers the place takes it from the open ground.
        if (have[i] <= 0.0 && (!o.shape.areas.empty() || o.half_width_m > 0.0)) return;
        if (have[i] < need_without(near[i], nullptr)) takers.push_back(i);
    }
    ++places.open;
    std::set<std::string> rules;
    for (const std::size_t i : takers)
        for (const Requirement& r : near[i].rules)
            if (have[i] < r.need_m) ++places.alone[{near[i].obstacle->id, r.rule->id}], rules.insert(r.rule->id);
    for (const std::string& id : rules) {
        ++places.rule_alone[id];
        const bool is_freed = std::ranges::none_of(takers, [&](std::size_t i) { return have[i] < need_without(near[i], near[i].rules.front().rule->id == id ? &id : nullptr); });
        places.rule_only[id] += is_freed;
    }
    if (takers.size() == 1) {
        const Asked& a = near[takers.front()];
        const std::string& id = a.rules.front().rule->id;
        if (!(have[takers.front()] < need_without(a, &id))) ++places.only[{a.obstacle->id, id}];
    }
    if (!takers.empty()) return;
    ++places.free;
    for (std::size_t i = 0; i < near.size(); ++i)
        if (near[i].obstacle->is_presumed && have[i] < std::max(near[i].rules.front().need_m, 1e-9)) ++places.presumed[near[i].obstacle->id];
}

Places measured(const Compound& compound, const std::vector<Asked>& near, double scale, std::uint64_t seed) {
    Places places;
    std::mt19937_64 random{seed};
    const auto unit = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    const Box box = box_of(compound.boundary);
    places.cell_m = area(compound.boundary) > 15'000 ? 0.5 : 0.25;
    const double cell = places.cell_m * scale;
    for (double y = box.min_y; y < box.max_y; y += cell)
        for (double x = box.min_x; x < box.max_x; x += cell) {
            const double px = x + cell * unit();
            const Point p{px, y + cell * unit()};
            if (contains(compound.boundary, p)) count(p, near, scale, places);
        }
    return places;
}

struct Compared {
    std::size_t compounds = 0, figures = 0;
    double worst = 0.0;  ///< of the tolerances
};

/// Points on cells that an outline crosses are as by chance: their number grows with the outline, its error with the root of it.
double tolerance_m2(double m2, double cell_m, double outline_m) { return 0.1 + 2.0 * cell_m * cell_m * std::sqrt(outline_m / cell_m) + 1e-3 * m2; }

void compare(const GroundTaken& taken, const Places& places, double outline_m, Compared& compared) {
    const double cell_m2 = places.cell_m * places.cell_m;
    const auto same = [&](double m2, double points, const std::string& what) {
        const double allowed = tolerance_m2(m2, places.cell_m, outline_m), off = std::abs(m2 - points * cell_m2);
        ++compared.figures;
        compared.worst = std::max(compared.worst, off / allowed);
        EXPECT_LE(off, allowed) << taken.compound << ": " << what << ": " << m2 << " m², by points " << points * cell_m2;
    };
    ++compared.compounds;
    same(taken.open_m2, places.open, "open");
    same(taken.free_m2, places.free, "free");
    std::map<std::pair<std::string, std::string>, const TakenRow*> rows;
    for (const TakenRow& row : taken.rows) {
        const auto key = std::pair{row.obst_id, row.rule.id};
        rows[key] = &row;
        same(row.alone_m2, places.alone.contains(key) ? places.alone.at(key) : 0.0, row.obst_id + " alone");
        same(row.only_m2, places.only.contains(key) ? places.only.at(key) : 0.0, row.obst_id + " only");
        EXPECT_NEAR(row.alone_share, row.alone_m2 / taken.open_m2, 1e-9);
    }
    // No row is missing.
    for (const auto& [key, points] : places.alone)
        if (!rows.contains(key)) same(0.0, points, key.first + " by " + key.second);
    for (const TakenRule& rule : taken.rules) {
        same(rule.alone_m2, places.rule_alone.contains(rule.rule.id) ? places.rule_alone.at(rule.rule.id) : 0.0, rule.rule.id + " alone");
        same(rule.only_m2, places.rule_only.contains(rule.rule.id) ? places.rule_only.at(rule.rule.id) : 0.0, rule.rule.id + " only");
    }
    for (const PresumedGround& p : taken.presumed) same(p.free_m2, places.presumed.contains(p.obst_id) ? places.presumed.at(p.obst_id) : 0.0, p.obst_id + " presumed");
}

/// @param most_m2  larger compounds are left out @param every  of the others, this one in so many
Compared compare_all(const Project& project, double most_m2, std::size_t every) {
    const RulePack pack = pack_from_text(project.packs.at(project.scenarios.front().pack));
    std::vector<Finding> findings;
    const std::vector<Obstacle> obstacles = obstacles_of(project.inputs, pack, findings);
    std::vector<Asked> asked;
    std::vector<Box> boxes;
    for (const Obstacle& o : obstacles) {
        Asked a{&o, requirements(pack, ZoneType::Shed, o.what), {}};
        a.reach = box_of(o.shape).grown((a.rules.front().need_m + o.half_width_m) * 1.01);
        boxes.push_back(a.reach);
        asked.push_back(std::move(a));
    }
    const BoxIndex index{boxes};
    const Takings takings{project.inputs, pack, ZoneType::Shed};
    Compared compared;
    const std::vector<Compound> compounds = project.inputs.compounds();
    for (std::size_t i = 0; i < compounds.size(); i += every) {
        if (area(compounds[i].boundary) > most_m2) continue;
        std::vector<Asked> near;
        double outline_m = 0.0;
        for (const std::size_t j : index.meeting(box_of(compounds[i].boundary))) {
            near.push_back(asked[j]);
            outline_m += 2 * (asked[j].reach.max_x - asked[j].reach.min_x + asked[j].reach.max_y - asked[j].reach.min_y);
        }
        const GroundTaken taken = takings.of(compounds[i].id);
        EXPECT_TRUE(taken.is_computed) << taken.reason.en;
        compare(taken, measured(compounds[i], near, taken.scale, 1000 + i), std::min(outline_m, 4 * std::sqrt(area(compounds[i].boundary)) + 2000), compared);
    }
    return compared;
}

void report(const char* place, const Compared& compared) {
    std::printf("%s: %zu compounds, %zu figures, largest difference %.2f of the tolerance\n", place, compared.compounds, compared.figures, compared.worst);
}

TEST(TakenAgreement, TheSampleByPoints) {
    const Compared compared = compare_all(testing::sample_project(), 60'000, 3);
    report("sample", compared);
    EXPECT_GE(compared.compounds, 4u);
    EXPECT_GE(compared.figures, 100u);
}

TEST(TakenAgreement, LujiazuiByPoints) {
    const auto project = testing::real_project("buildings/shanghai-lujiazui.gpkg", "buildings", "roads");
    if (!project) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    const Compared compared = compare_all(*project, 60'000, 20);
    report("shanghai-lujiazui", compared);
    EXPECT_GE(compared.compounds, 4u);
}

TEST(TakenAgreement, BuptByPoints) {
    const auto project = testing::real_project("osm/beijing-bupt.gpkg", "buildings", "roads");
    if (!project) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    const Compared compared = compare_all(*project, 60'000, 4);
    report("beijing-bupt", compared);
    EXPECT_GE(compared.compounds, 3u);
}

}  // namespace
}  // namespace geo
