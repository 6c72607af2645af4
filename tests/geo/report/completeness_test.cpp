#include "geo/report/plan.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/run.hpp"
#include "tests/geo/report/real_inputs.hpp"
#include "tests/geo/zones/random_compound.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace geo {
namespace {

/// Holds the legal ground of every compound, before parts were dropped, against GEOS alone with 256 segments a quarter.
void expect_complete(const Project& project) {
    const Scenario& base = project.scenarios.front();
    const Task task{project.inputs, pack_from_text(project.packs.at(base.pack)), base};
    const std::vector<Ground> grounds = find_zones(task);
    ASSERT_EQ(grounds.size(), task.compounds().size());
    std::size_t not_computed = 0, with_ground = 0;
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        const Compound& compound = task.compounds()[i];
        const Box box = box_of(compound.boundary);
        const Point origin{std::floor(box.min_x), std::floor(box.min_y)};
        const auto local = [&](Shape shape) {
            each_vertex(shape, [&](Point& p) { p.x -= origin.x, p.y -= origin.y; });
            return shape;
        };
        std::vector<Keep> keeps;
        for (const Kept& kept : task.kept()) {
            const double need = (kept.requirement.need_m + kept.obstacle->half_width_m) * grounds[i].scale;
            if (box_of(kept.obstacle->shape).grown(need + 1).meets(box)) keeps.push_back({local(kept.obstacle->shape), need});
        }
        if (!grounds[i].is_computed) {
            ++not_computed;
            continue;
        }
        const auto expected = testing::referee(local(Shape{compound.boundary, {}, {}}).areas, keeps, 0.0);
        const double found = grounds[i].legal_m2 * grounds[i].scale * grounds[i].scale;
        if (found > 0) ++with_ground;
        EXPECT_TRUE(testing::is_complete(found, expected))
            << compound.id << ": " << found << " m² of " << expected.area << " m², arcs " << expected.arc_length << " m";
        // Ground that is not there would be as wrong.
        EXPECT_LE(found, expected.area * 1.0001 + 0.1) << compound.id;
    }
    EXPECT_LE(static_cast<double>(not_computed), 0.001 * static_cast<double>(grounds.size()));
    EXPECT_GT(with_ground, grounds.size() / 2);
}

TEST(Completeness, OfTheSample) { expect_complete(testing::sample_project()); }

TEST(Completeness, OfWuhan) {
    const auto project = testing::real_project("buildings/wuhan-guanggu.gpkg", "buildings", "roads");
    if (!project) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    expect_complete(*project);
}

TEST(Completeness, OfLujiazui) {
    const auto project = testing::real_project("buildings/shanghai-lujiazui.gpkg", "buildings", "roads");
    if (!project) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    expect_complete(*project);
}

}  // namespace
}  // namespace geo
