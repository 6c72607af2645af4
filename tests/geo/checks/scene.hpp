#pragma once

#include "geo/checks/certificate.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

#include <deque>
#include <string>

namespace geo {

inline Polygon rectangle(double x0, double y0, double x1, double y1) { return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}; }

inline Shape area_shape(Polygon polygon) { return {.areas = {std::move(polygon)}, .lines = {}, .points = {}}; }
inline Shape line_shape(Line line) { return {.areas = {}, .lines = {std::move(line)}, .points = {}}; }
inline Shape point_shape(Point point) { return {.areas = {}, .lines = {}, .points = {point}}; }

/// Obstacles with a rule each, at addresses that stay.
class Obstacles {
   public:
    /// @return to be changed further: accuracy 0.5 m, status `secondary`, 应
    Kept& add(const std::string& id, Shape shape, double need_m) {
        m_obstacles.push_back({.id = id, .name = {}, .what = {}, .shape = std::move(shape), .accuracy_m = 0.5});
        m_obstacles.back().what.kind = "building";
        m_rules.push_back({});
        m_rules.back().id = "rule-" + id;
        m_rules.back().distance_m = need_m;
        m_rules.back().clause = {"pack", "4.2", "Guide", Status::Secondary, "yes", ""};
        kept.push_back({&m_obstacles.back(), {&m_rules.back(), need_m, false}});
        return kept.back();
    }
    Obstacle& obstacle(std::size_t i) { return m_obstacles[i]; }
    ClearanceRule& rule(std::size_t i) { return m_rules[i]; }

    std::vector<Kept> kept;

   private:
    std::deque<Obstacle> m_obstacles;
    std::deque<ClearanceRule> m_rules;
};

/// A site that leaves no doubt but what its obstacles raise.
inline Site site_at(const std::string& id, Polygon outline) {
    Site site{.id = id, .zone_id = "Z", .compound = "C", .outline = {std::move(outline)}, .bays = {}, .cost = {}, .demand_cov = {},
              .phase = {}, .governing = {}, .margin_m = {}};
    site.in_robust = true;
    return site;
}

}  // namespace geo
