#include "app/pages/sheet_maps.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "geo/zones/why.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace app {
namespace {

constexpr double touching_m = 0.01;           // A shorter line has no direction.
constexpr double other_way_cosine = 0.8660;   // Lines less than 30° apart lie over one another.

const geo::Scenario& scenario_of(const SheetSource& source) {
    const auto& scenarios = source.project->scenarios;
    const auto scenario = std::ranges::find(scenarios, source.results->scenario, &geo::Scenario::name);
    if (scenario != scenarios.end()) return *scenario;
    throw geo::InvalidInput{geo::say("标注距离时：项目中没有方案 {}。请重新运行计划。", "Dimensioning sites: the project has no scenario {}. Run the plan again.",
                                     source.results->scenario)};
}

double length_m(geo::Point a, geo::Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// On the site's edge, as the end of a line to an obstacle outside of it is; the rows of obstacles that are not among the inputs have none.
bool is_on_edge(geo::Point place, const geo::MultiPolygon& ground) {
    const auto is_near = [&](const geo::Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            if (geo::distance(place, ring[i], ring[(i + 1) % ring.size()]) < touching_m) return true;
        return false;
    };
    return std::ranges::any_of(ground, [&](const geo::Polygon& polygon) { return is_near(polygon.outer) || std::ranges::any_of(polygon.holes, is_near); });
}

/// Unit vector from the site to the obstacle; where they touch, from the site's middle.
geo::Point way_of(const geo::WhyRow& row, geo::Point middle) {
    const bool is_line = length_m(row.here, row.there) > touching_m;
    const geo::Point from = is_line ? row.here : middle, to = row.there;
    const double length = length_m(from, to);
    return length > 0.0 ? geo::Point{(to.x - from.x) / length, (to.y - from.y) / length} : geo::Point{1.0, 0.0};
}

DimensionLine line_of(const geo::WhyRow& row, const std::string& site) {
    DimensionLine line{.from = row.here, .to = row.there, .have_m = row.have_m, .need_m = row.need_m, .tag = {}, .site = site};
    const geo::Message clause = short_clause(row.clause);
    if (row.is_ban && row.need_m <= 0.0) {
        line.need_m.reset();
        line.tag = geo::say("不得占用 · {}", "keep off · {}", "");
        line.tag.zh += clause.zh, line.tag.en += clause.en;
    } else {
        const std::string need = fmt::format("≥ {:.2f} · ", row.need_m);
        line.tag = {need + clause.zh, need + clause.en};
    }
    return line;
}

}  // namespace

struct DimensionLines::State {
    std::shared_ptr<const geo::Results> results;
    geo::Reasons reasons;
    std::unordered_map<std::string, std::vector<geo::ClearanceRow>> rows;  ///< by site, as stored: tightest first

    State(const SheetSource& source, const geo::Scenario& scenario)
        : results{source.results}, reasons{source.project->inputs, geo::pack_of(source.project->packs, scenario), scenario.zone_type} {
        for (const geo::ClearanceRow& row : results->clearances) rows[row.site_id].push_back(row);
    }
};

DimensionLines::DimensionLines(const SheetSource& source)
    : m_state{std::make_unique<const State>(source, scenario_of(source))} {}

DimensionLines::~DimensionLines() = default;

std::vector<DimensionLine> DimensionLines::of(const geo::Site& site) const {
    const auto found = m_state->rows.find(site.id);
    if (found == m_state->rows.end()) return {};
    const geo::Why why = m_state->reasons.of(site, found->second);
    const geo::Point middle = geo::box_of(site.outline).centre();
    std::vector<DimensionLine> lines;
    std::vector<geo::Point> ways;
    for (const geo::WhyRow& row : why.rows) {
        if (lines.size() == 2) break;
        if (!is_on_edge(row.here, site.outline)) continue;
        const geo::Point way = way_of(row, middle);
        const bool lies_over = std::ranges::any_of(ways, [&](geo::Point other) { return way.x * other.x + way.y * other.y > other_way_cosine; });
        if (lies_over) continue;
        ways.push_back(way);
        lines.push_back(line_of(row, site.id));
    }
    return lines;
}

std::vector<DimensionLine> dimension_lines(const SheetSource& source, const geo::Site& site) { return DimensionLines{source}.of(site); }

}  // namespace app
