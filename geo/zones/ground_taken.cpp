#include "geo/zones/ground_taken.hpp"

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/rules/accuracy.hpp"
#include "geo/zones/near_ground.hpp"
#include "geo/zones/remedies.hpp"
#include "geo/zones/taken_words.hpp"
#include "geo/zones/why_words.hpp"
#include "geo/zones/wide_parts.hpp"

#include <cmath>
#include <functional>
#include <map>
#include <set>

namespace geo {
namespace {

constexpr double seen_m2 = 0.02;  ///< less may come of the tenths of a millimetre by which the engine tells its sources apart

/// A difference of two overlays.
double difference_m2(double more, double less) { return more - less > seen_m2 ? more - less : 0.0; }

/// The distance of an obstacle when one of its rules is not asked.
std::optional<double> without(const Nearby& near, const std::string& rule) {
    for (const Requirement& asked : near.asked)
        if (asked.rule->id != rule) return asked.need_m;
    return near.has_own_ground() ? std::optional{0.0} : std::nullopt;
}

/// What is compared with, and how: rows look at the surroundings of their obstacle only.
struct Measuring {
    const NearGround& ground;
    Distances ruled = ground.as_ruled(), own = ground.own_ground();

    void row(std::size_t at, const Requirement& asked, TakenRow& row) const {
        const Box window = ground.reach(at, asked.need_m);
        Distances with = own;
        with.need_m[at] = asked.need_m;
        row.alone_m2 = difference_m2(ground.free_m2(own, &window), ground.free_m2(with, &window));
        if (!row.governs) return;
        Distances less = ruled;
        less.need_m[at] = without(ground.nearby()[at], asked.rule->id);
        row.only_m2 = difference_m2(ground.free_m2(less, &window), ground.free_m2(ruled, &window));
    }

    void rule(const std::string& id, double open_m2, double free_m2, TakenRule& taken) const {
        Distances with = own, less = ruled;
        for (std::size_t i = 0; i < ground.nearby().size(); ++i) {
            const Nearby& near = ground.nearby()[i];
            const auto asked = std::ranges::find(near.asked, id, [](const Requirement& r) -> const std::string& { return r.rule->id; });
            if (near.obstacle->is_presumed || asked == near.asked.end()) continue;
            with.need_m[i] = asked->need_m;
            if (asked == near.asked.begin()) less.need_m[i] = without(near, id);
        }
        taken.alone_m2 = difference_m2(open_m2, ground.free_m2(with));
        taken.only_m2 = difference_m2(ground.free_m2(less), free_m2);
    }

    void presumed(std::size_t at, PresumedGround& taken) const {
        const double need_m = ground.nearby()[at].asked.front().need_m;
        const Box window = ground.reach(at, need_m);
        Distances with = own, more = ruled;
        with.need_m[at] = more.need_m[at] = need_m;
        taken.open_m2 = difference_m2(ground.free_m2(own, &window), ground.free_m2(with, &window));
        taken.free_m2 = difference_m2(ground.free_m2(ruled, &window), ground.free_m2(more, &window));
    }
};

TakenRow row_of(const Nearby& near, const Requirement& asked) {
    TakenRow row;
    row.obst_id = near.obstacle->id;
    row.obst_kind = near.obstacle->what.kind;
    row.name = obstacle_name(*near.obstacle);
    row.obstacle = near.obstacle->what.role == Role::Compound ? row.name : obstacle_words(*near.obstacle);
    row.rule = *asked.rule;
    row.need_m = asked.need_m;
    row.is_derived = asked.is_derived;
    row.governs = &asked == near.asked.data();
    return row;
}

/// The rules that ask for a distance here.
std::vector<TakenRule> rules_of(const std::vector<Nearby>& nearby) {
    std::map<std::string, TakenRule> by_id;
    for (const Nearby& near : nearby) {
        if (near.obstacle->is_presumed) continue;
        for (const Requirement& asked : near.asked) {
            if (!(asked.need_m > 0.0)) continue;
            TakenRule& rule = by_id[asked.rule->id];
            if (rule.obstacles == 0) rule.rule = *asked.rule, rule.least_m = rule.most_m = asked.need_m;
            ++rule.obstacles;
            rule.least_m = std::min(rule.least_m, asked.need_m);
            rule.most_m = std::max(rule.most_m, asked.need_m);
        }
    }
    std::vector<TakenRule> rules;
    for (auto& [id, rule] : by_id) rules.push_back(std::move(rule));
    return rules;
}

/// Rows that take nothing go, the others by what they take, then by the ground that only they take.
template <typename Row, typename Name>
void rank(std::vector<Row>& rows, double open_m2, Name name) {
    std::erase_if(rows, [](const Row& row) { return !(row.alone_m2 > 0.0); });
    for (Row& row : rows) row.alone_share = open_m2 > 0.0 ? std::min(1.0, row.alone_m2 / open_m2) : 0.0;
    std::ranges::sort(rows, [&](const Row& a, const Row& b) {
        return a.alone_m2 != b.alone_m2 ? a.alone_m2 > b.alone_m2 : a.only_m2 != b.only_m2 ? a.only_m2 > b.only_m2 : name(a) < name(b);
    });
}

}  // namespace

struct Takings::State {
    RulePack pack;
    ZoneType type;
    ClearanceRule setback;
    std::vector<OtherRules> others;
    std::vector<Estate> estates;
    std::vector<Obstacle> obstacles;
    std::vector<Box> reaches;  ///< of each obstacle: where its distances may matter
    BoxIndex obstacle_index{{}};

    std::vector<const Obstacle*> near(const Estate& estate) const;
    void measure(const Estate& estate, const Focus& focus, int threads, const Progress& progress, GroundTaken& taken) const;
};

Takings::Takings(const Inputs& inputs, RulePack pack, ZoneType type, std::vector<OtherRules> others) : m_state{std::make_unique<State>()} {
    State& state = *m_state;
    state.pack = std::move(pack);
    state.type = type;
    state.others = std::move(others);
    state.setback = setback_rule(state.pack);
    for (Compound& compound : compounds_of(inputs, state.pack)) state.estates.push_back(estate_of(std::move(compound), inputs.crs));
    std::vector<Finding> findings;
    state.obstacles = obstacles_of(inputs, state.pack, findings);
    // Grid metres exceed ground metres by far less than 1 % wherever a working CRS is used.
    for (const Kept& kept : governing(state.pack, type, state.obstacles))
        state.reaches.push_back(box_of(kept.obstacle->shape).grown((kept.requirement.need_m + kept.obstacle->half_width_m) * 1.01 + 1.0));
    state.obstacle_index = BoxIndex{state.reaches};
}
Takings::~Takings() = default;
Takings::Takings(Takings&&) noexcept = default;

std::vector<const Obstacle*> Takings::State::near(const Estate& estate) const {
    std::vector<const Obstacle*> found;
    for (const std::size_t i : obstacle_index.meeting(box_of(estate.compound.boundary))) found.push_back(&obstacles[i]);
    return found;
}

void Takings::State::measure(const Estate& estate, const Focus& focus, int threads, const Progress& progress, GroundTaken& taken) const {
    const std::vector<const Obstacle*> obstacles_near = near(estate);
    const NearGround ground{estate, obstacles_near, pack, setback, type};
    const Measuring measuring{ground};
    const Now now = ground_now(ground, measuring.ruled, pack);
    taken.compound_m2 = ground.compound_m2();
    taken.open_m2 = ground.free_m2(measuring.own);
    taken.free_m2 = now.free_m2;
    taken.taken_m2 = difference_m2(taken.open_m2, taken.free_m2);
    taken.taken_share = taken.open_m2 > 0.0 ? taken.taken_m2 / taken.open_m2 : 0.0;
    taken.zones = now.zones;
    taken.zones_m2 = now.zones_m2;
    taken.widest_m = now.widest_m;

    std::vector<std::size_t> presumed;
    std::vector<std::pair<std::size_t, const Requirement*>> asked;
    for (std::size_t i = 0; i < ground.nearby().size(); ++i) {
        const Nearby& near = ground.nearby()[i];
        if (!focus.feature.empty() && feature_of(near.obstacle->id) != focus.feature) continue;
        if (near.obstacle->is_presumed) {
            presumed.push_back(i);
            continue;
        }
        for (const Requirement& requirement : near.asked)
            if (requirement.need_m > 0.0) asked.emplace_back(i, &requirement);
    }
    for (const auto& [i, requirement] : asked) taken.rows.push_back(row_of(ground.nearby()[i], *requirement));
    if (focus.feature.empty()) taken.rules = rules_of(ground.nearby());
    for (const std::size_t i : presumed) {
        const Nearby& near = ground.nearby()[i];
        taken.presumed.push_back({.obst_id = near.obstacle->id, .name = obstacle_name(*near.obstacle), .rule = *near.asked.front().rule});
    }
    const std::size_t rows = taken.rows.size(), rules = taken.rules.size();
    in_parallel(rows + rules + presumed.size(), threads, progress.part(0.0, 0.5), [&](std::size_t i) {
        if (i < rows) measuring.row(asked[i].first, *asked[i].second, taken.rows[i]);
        else if (i < rows + rules) measuring.rule(taken.rules[i - rows].rule.id, taken.open_m2, taken.free_m2, taken.rules[i - rows]);
        else measuring.presumed(presumed[i - rows - rules], taken.presumed[i - rows - rules]);
    });
    rank(taken.rows, taken.open_m2, [](const TakenRow& r) { return r.obst_id + r.rule.id; });
    rank(taken.rules, taken.open_m2, [](const TakenRule& r) -> const std::string& { return r.rule.id; });
    std::erase_if(taken.presumed, [](const PresumedGround& p) { return !(p.open_m2 > 0.0); });
    std::ranges::stable_sort(taken.presumed, std::greater{}, &PresumedGround::free_m2);
    taken.remedies = remedies({ground, pack, type, others, now}, focus, threads, progress.part(0.5, 1.0));
}

GroundTaken Takings::of(const std::string& compound, const Focus& focus, int threads, const Progress& progress) const {
    const auto estate = std::ranges::find(m_state->estates, compound, [](const Estate& e) -> const std::string& { return e.compound.id; });
    if (estate == m_state->estates.end()) throw InvalidInput{say("没有小区 {}。", "There is no compound {}.", compound)};
    GroundTaken taken;
    taken.compound = compound;
    taken.name = estate->compound.name;
    taken.scale = estate->scale;
    try {
        m_state->measure(*estate, focus, threads, progress, taken);
        add_sentences(taken, least_width_m(m_state->pack));
    } catch (const GeometryError& error) {
        taken = {.compound = compound, .name = estate->compound.name, .is_computed = false, .reason = error.message(), .scale = estate->scale};
        taken.summary = not_computed_words(taken);
    }
    return taken;
}

std::vector<GroundTaken> Takings::by_feature(const std::string& feature, int threads, const Progress& progress) const {
    std::vector<Box> reaches;
    for (std::size_t i = 0; i < m_state->obstacles.size(); ++i)
        if (feature_of(m_state->obstacles[i].id) == feature) reaches.push_back(m_state->reaches[i]);
    std::vector<const Estate*> reached;
    for (const Estate& estate : m_state->estates)
        if (std::ranges::any_of(reaches, [box = box_of(estate.compound.boundary)](const Box& reach) { return reach.meets(box); })) reached.push_back(&estate);
    std::vector<GroundTaken> takings;
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const double from = static_cast<double>(i) / static_cast<double>(reached.size()), to = static_cast<double>(i + 1) / static_cast<double>(reached.size());
        takings.push_back(of(reached[i]->compound.id, {.feature = feature}, threads, progress.part(from, to)));
    }
    std::erase_if(takings, [](const GroundTaken& t) { return t.is_computed && t.rows.empty() && t.presumed.empty(); });
    std::ranges::stable_sort(takings, std::greater{}, [](const GroundTaken& t) { return t.rows.empty() ? 0.0 : t.rows.front().alone_m2; });
    return takings;
}

std::vector<std::string> Takings::features() const {
    std::set<std::string> ids;
    for (const Obstacle& obstacle : m_state->obstacles) ids.emplace(feature_of(obstacle.id));
    return {ids.begin(), ids.end()};
}

}  // namespace geo
