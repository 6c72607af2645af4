#include "geo/zones/why.hpp"

#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/rules/accuracy.hpp"
#include "geo/zones/consent.hpp"
#include "geo/zones/estate.hpp"
#include "geo/zones/why_words.hpp"

#include <cmath>
#include <limits>
#include <tuple>
#include <unordered_map>

namespace geo {
namespace {

double beyond_m(Point where, const Obstacle& obstacle, double scale) {
    return distance(Shape{{}, {}, {where}}, obstacle.shape) / scale - obstacle.half_width_m;
}

bool is_on(Point where, const Obstacle& obstacle, double beyond) {
    if (beyond > exact_m) return false;
    return obstacle.half_width_m > 0.0 ? beyond < -exact_m : obstacle.shape.areas.empty() || contains(obstacle.shape.areas, where);
}

/// From the ground to the nearest edge of the obstacle; of no length where they meet.
std::pair<Point, Point> shortest_line(const Shape& ground, const Obstacle& obstacle, double beyond, double scale) {
    const auto ends = nearest_points(ground, obstacle.shape);
    if (!ends) return {};
    const auto [here, there] = *ends;
    const double length = std::hypot(there.x - here.x, there.y - here.y);
    // A lane is met half its width before its line.
    const double share = length > 0.0 ? std::clamp(beyond * scale / length, 0.0, 1.0) : 0.0;
    return {here, {here.x + share * (there.x - here.x), here.y + share * (there.y - here.y)}};
}

/// One obstacle in reach, and what was found of it.
struct Found {
    const Obstacle* obstacle;
    std::span<const Requirement> asked;
    double beyond_m;
    double margin_m() const { return std::max(0.0, beyond_m) - asked.front().need_m; }
};

/// A rule as measured at the place.
struct Applied {
    Kept kept;
    bool is_first = false;  ///< of its obstacle's rules
    bool is_on = false;
    double beyond_m = 0.0;
    /// Points into this.
    Measured row() const { return {&kept, std::max(0.0, beyond_m), is_on && kept.requirement.need_m <= exact_m}; }
};

WhyRow row_of(const Applied& line, Point where, double scale) {
    const Measured measured = line.row();
    const Obstacle& obstacle = *line.kept.obstacle;
    const ClearanceRule& rule = *line.kept.requirement.rule;
    const Judgement judgement = judged(measured);
    const auto [here, there] = shortest_line(Shape{{}, {}, {where}}, obstacle, line.beyond_m, scale);
    return {.obst_id = obstacle.id,
            .obst_name = obstacle.name,
            .obst_kind = obstacle.what.kind,
            .name = obstacle_name(obstacle),
            .obstacle = obstacle.what.role == Role::Compound ? Message{"小区边界", "Compound boundary"} : obstacle_words(obstacle),
            .need_m = line.kept.requirement.need_m,
            .have_m = measured.have_m,
            .accuracy_m = obstacle.accuracy_m,
            .is_ban = rule.ban,
            .is_derived = line.kept.requirement.is_derived,
            .is_presumed = obstacle.is_presumed,
            .is_inside = line.is_on,
            .governs_obstacle = line.is_first,
            .rule = rule.id,
            .clause = rule.clause,
            .strength = rule.strength,
            .text = rule.text,
            .verdict = judgement.verdict,
            .cause = judgement.cause,
            .here = here,
            .there = there};
}

/// The verdict of the place: as a site's of the rules that govern each obstacle, and that no other rule is broken.
/// @param rows  tightest first
Verdict verdict_of(const std::vector<Applied>& lines) {
    std::vector<Measured> firsts;
    Verdict worst = Verdict::Complies;
    for (const Applied& line : lines) {
        if (line.is_first) firsts.push_back(line.row());
        if (row_verdict(line.row(), false) == Verdict::Fails) worst = Verdict::Fails;
    }
    return std::max(worst, together(firsts));
}

/// The first row that by itself gives the verdict; none where nothing may govern. @param lines  as the rows
const WhyRow* deciding(Verdict verdict, const std::vector<Applied>& lines, const std::vector<WhyRow>& rows) {
    if (rows.empty() || !may_govern(lines.front().row())) return nullptr;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool governs = governs_with(lines.front().row(), lines[i].row());
        if (row_verdict(lines[i].row(), governs) == verdict) return &rows[i];
    }
    return &rows.front();
}

/// A certificate's row as far as it tells by itself.
WhyRow row_of(const ClearanceRow& row, const Site& site) {
    WhyRow why;
    why.obst_id = row.obst_id;
    why.obst_kind = row.obst_kind;
    why.rule = row.rule;
    Obstacle unknown;
    unknown.id = row.obst_id;
    unknown.what.kind = row.obst_kind;
    unknown.what.role = Role::Danger;  // no words about a building's class
    why.name = obstacle_name(unknown);
    why.obstacle = obstacle_words(unknown);
    why.need_m = row.need_m;
    why.have_m = row.have_m;
    why.governs_obstacle = true;
    why.clause.source = row.clause;
    why.verdict = row.verdict;
    why.cause = row.verdict == Verdict::Complies ? Cause::Kept : row.have_m < row.need_m - exact_m ? Cause::Breach : Cause::Status;
    why.here = why.there = box_of(site.outline).centre();
    return why;
}

}  // namespace

struct Reasons::State {
    RulePack pack;
    ClearanceRule setback;
    std::vector<Estate> estates;
    std::vector<Obstacle> obstacles;
    RequirementsByClass requirements;
    std::vector<std::span<const Requirement>> asked;  ///< of each obstacle
    ConsentGround consent;
    BoxIndex estate_index, obstacle_index;
    std::unordered_map<std::string_view, std::size_t> obstacle_by_id;
    std::size_t placed_count = 0;  ///< obstacles that have a place

    State(const Inputs& inputs, RulePack rules, ZoneType type);
    std::vector<Found> in_reach(Point where, double scale) const;
    const Estate* estate_at(Point where) const;
    WhyRow row_of(const ClearanceRow& row, const Site& site, double scale) const;

   private:
    std::vector<Box> estate_boxes() const;
    std::vector<Box> clearance_boxes() const;
};

Reasons::State::State(const Inputs& inputs, RulePack rules, ZoneType type)
    : pack{std::move(rules)}, setback{setback_rule(pack)}, requirements{pack, type}, consent{inputs}, estate_index{{}}, obstacle_index{{}} {
    for (Compound& compound : compounds_of(inputs, pack)) estates.push_back(estate_of(std::move(compound), inputs.crs));
    std::vector<Finding> findings;
    obstacles = obstacles_of(inputs, pack, findings);
    static_cast<void>(governing(pack, type, obstacles));  // says which classes no rule covers
    asked.reserve(obstacles.size());
    for (const Obstacle& obstacle : obstacles) asked.push_back(requirements.of(obstacle.what));
    estate_index = BoxIndex{estate_boxes()};
    const std::vector<Box> boxes = clearance_boxes();
    placed_count = static_cast<std::size_t>(std::ranges::count_if(boxes, [](const Box& box) { return !box.empty(); }));
    obstacle_index = BoxIndex{boxes};
    for (std::size_t i = 0; i < obstacles.size(); ++i) obstacle_by_id.emplace(obstacles[i].id, i);
}

WhyRow Reasons::State::row_of(const ClearanceRow& row, const Site& site, double scale) const {
    WhyRow why = geo::row_of(row, site);
    const auto found = obstacle_by_id.find(row.obst_id);
    const auto rule = std::ranges::find(pack.clearances, row.rule, &ClearanceRule::id);
    if (rule != pack.clearances.end()) {
        why.is_ban = rule->ban;
        why.clause = rule->clause;
        why.strength = rule->strength;
        why.text = rule->text;
    }
    if (found == obstacle_by_id.end()) return why;
    const Obstacle& obstacle = obstacles[found->second];
    why.obst_name = obstacle.name;
    why.name = obstacle_name(obstacle);
    why.obstacle = obstacle_words(obstacle);
    why.accuracy_m = obstacle.accuracy_m;
    why.is_presumed = obstacle.is_presumed;
    const Shape ground{site.outline, {}, {}};
    std::tie(why.here, why.there) = shortest_line(ground, obstacle, row.have_m, scale);
    const std::span<const Requirement> all = asked[found->second];
    const auto requirement = std::ranges::find_if(all, [&](const Requirement& r) { return r.rule->id == row.rule; });
    if (requirement == all.end()) return why;
    why.is_derived = requirement->is_derived;
    Kept kept{&obstacle, *requirement};
    kept.requirement.need_m = row.need_m;
    const bool is_on = row.have_m <= exact_m && row.need_m <= exact_m && row.verdict != Verdict::Complies;
    why.is_inside = is_on;
    // Inputs that changed since may give another verdict: the stored one stands, and keeps its plain cause.
    if (const Judgement now = judged({&kept, row.have_m, is_on}); now.verdict == row.verdict) why.cause = now.cause;
    return why;
}

std::vector<Box> Reasons::State::estate_boxes() const {
    std::vector<Box> boxes;
    for (const Estate& estate : estates) boxes.push_back(box_of(estate.compound.boundary));
    return boxes;
}

std::vector<Box> Reasons::State::clearance_boxes() const {
    double scale = 1.0;
    for (const Estate& estate : estates) scale = std::max(scale, estate.scale);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
        const Box box = box_of(obstacles[i].shape);
        boxes.push_back(box.empty() ? box : box.grown((asked[i].front().need_m + obstacles[i].half_width_m) * scale));
    }
    return boxes;
}

const Estate* Reasons::State::estate_at(Point where) const {
    for (const std::size_t i : estate_index.meeting({where.x, where.y, where.x, where.y}))
        if (contains(estates[i].compound.boundary, where)) return &estates[i];
    return nullptr;
}

std::vector<Found> Reasons::State::in_reach(Point where, double scale) const {
    const Box place{where.x, where.y, where.x, where.y};
    // Boxes further off than the search distance prove a margin above it; so the first margin within it governs.
    for (double search_m = certificate_reach_m + level_m;; search_m *= 2.0) {
        const std::vector<std::size_t> near = obstacle_index.meeting(place.grown(search_m * scale));
        std::vector<Found> found;
        for (const std::size_t i : near) found.push_back({&obstacles[i], asked[i], beyond_m(where, obstacles[i], scale)});
        std::erase_if(found, [](const Found& f) { return !std::isfinite(f.beyond_m); });
        double least_m = std::numeric_limits<double>::infinity();
        for (const Found& f : found) {
            const Applied first{{f.obstacle, f.asked.front()}, true, is_on(where, *f.obstacle, f.beyond_m), f.beyond_m};
            if (may_govern(first.row())) least_m = std::min(least_m, f.margin_m());
        }
        if (least_m > search_m && near.size() < placed_count && std::isfinite(search_m)) continue;
        const double reach_m = std::isfinite(least_m) ? std::max(certificate_reach_m, least_m) : certificate_reach_m;
        std::erase_if(found, [&](const Found& f) { return f.margin_m() > reach_m; });
        return found;
    }
}

Reasons::Reasons(const Inputs& inputs, RulePack pack, ZoneType type) : m_state{std::make_unique<State>(inputs, std::move(pack), type)} {}
Reasons::~Reasons() = default;

Why Reasons::at(Point where) const {
    Why why;
    why.at = where;
    const Estate* estate = m_state->estate_at(where);
    if (!estate) {
        why.summary = why_summary_outside();
        return why;
    }
    why.compound = estate->compound.id;
    why.consent = m_state->consent.at(where);

    std::vector<Applied> lines;
    for (const Found& found : m_state->in_reach(where, estate->scale)) {
        const bool on = is_on(where, *found.obstacle, found.beyond_m);
        for (const Requirement& asked : found.asked)
            lines.push_back({{found.obstacle, asked}, &asked == found.asked.data(), on, found.beyond_m});
    }
    const double to_fence_m = beyond_m(where, estate->fence, estate->scale);
    why.boundary_m = to_fence_m;
    const double setback_m = m_state->setback.distance_m;
    if ((setback_m > 0.0 && to_fence_m <= setback_m + certificate_reach_m) || to_fence_m < estate->fence.accuracy_m - exact_m)
        lines.push_back({{&estate->fence, {&m_state->setback, setback_m, false}}, true, false, to_fence_m});

    std::ranges::sort(lines, [](const Applied& a, const Applied& b) { return is_tighter(a.row(), b.row()); });
    for (const Applied& line : lines) why.rows.push_back(row_of(line, where, estate->scale));
    why.verdict = verdict_of(lines);
    why.summary = why_summary(why.verdict, deciding(why.verdict, lines, why.rows));
    return why;
}

Why Reasons::of(const Site& site, std::span<const ClearanceRow> rows) const {
    const auto estate = std::ranges::find(m_state->estates, site.compound, [](const Estate& e) -> const std::string& { return e.compound.id; });
    const double scale = estate == m_state->estates.end() ? 1.0 : estate->scale;
    Why why;
    why.at = box_of(site.outline).centre();
    why.compound = site.compound;
    why.verdict = site.verdict;
    why.consent = m_state->consent.in(site.outline);
    if (estate != m_state->estates.end()) why.boundary_m = distance(Shape{site.outline, {}, {}}, estate->fence.shape) / scale;
    for (const ClearanceRow& row : rows) why.rows.push_back(m_state->row_of(row, site, scale));
    // What governs comes first, as in the certificate.
    std::ranges::stable_sort(why.rows, {}, [](const WhyRow& r) { return std::tuple{r.is_presumed && r.verdict == Verdict::Complies, r.margin_m(), r.rule, r.obst_id}; });
    const auto because = std::ranges::find(why.rows, why.verdict, &WhyRow::verdict);
    if (because == why.rows.end() && why.verdict == Verdict::ToVerify && !why.rows.empty())
        why.summary = why_summary_of_site(site);
    else
        why.summary = why_summary(why.verdict, why.rows.empty() ? nullptr : because == why.rows.end() ? &why.rows.front() : &*because);
    return why;
}

}  // namespace geo
