#include "app/pages/sheet_maps.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/zones/why.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace app {
namespace {

constexpr double touching_m = 0.01;           // A shorter line has no direction.
constexpr double other_way_cosine = 0.8660;   // Lines less than 30° apart lie over one another.

geo::RulePack pack_of(const geo::Project& project, const std::string& name) {
    const auto scenario = std::ranges::find(project.scenarios, name, &geo::Scenario::name);
    if (scenario == project.scenarios.end())
        throw geo::InvalidInput{geo::say("标注距离时：项目中没有方案 {}。请重新运行计划。", "Dimensioning sites: the project has no scenario {}. Run the plan again.", name)};
    const auto pack = project.packs.find(scenario->pack);
    if (pack == project.packs.end())
        throw geo::InvalidInput{geo::say("标注距离时：项目中没有规则包 {}。请重新运行计划。", "Dimensioning sites: the project has no rule pack {}. Run the plan again.",
                                         scenario->pack)};
    return geo::pack_from_text(pack->second);
}

geo::ZoneType type_of(const geo::Project& project, const std::string& name) {
    const auto scenario = std::ranges::find(project.scenarios, name, &geo::Scenario::name);
    return scenario == project.scenarios.end() ? geo::ZoneType::Shed : scenario->zone_type;
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

    State(const SheetSource& source, geo::RulePack pack, geo::ZoneType type)
        : results{source.results}, reasons{source.project->inputs, std::move(pack), type} {
        for (const geo::ClearanceRow& row : results->clearances) rows[row.site_id].push_back(row);
    }
};

DimensionLines::DimensionLines(const SheetSource& source)
    : m_state{std::make_unique<const State>(source, pack_of(*source.project, source.results->scenario), type_of(*source.project, source.results->scenario))} {}

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
