#include "geo/zones/remedies.hpp"

#include "geo/core/parallel.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/zones/ground_taken.hpp"
#include "geo/zones/remedy_candidates.hpp"
#include "geo/zones/taken_words.hpp"
#include "geo/zones/wide_parts.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace geo {
namespace {

constexpr std::size_t most_measured = 12;  ///< single ways that are measured in the whole compound
constexpr double gain_m2 = 0.05;           ///< less is no gain
constexpr double nearly_all = 0.95;        ///< of the gain that naming one side of a wall may cost

/// Ground gained round the obstacle, whether or not a site fits into it.
double gain_nearby(const RemedyTask& task, const Candidate& candidate) {
    Box window;
    for (const Edit& edit : candidate.edits) window.add(task.ground.reach(edit.nearby, task.ground.nearby()[edit.nearby].asked.front().need_m));
    return task.ground.free_m2(distances_of(task, candidate), &window) - task.ground.free_m2(task.now.ruled, &window);
}

bool stands_against(const RemedyTask& task, const Candidate& candidate, Point place) {
    const Shape here{{}, {}, {{place.x - task.ground.origin().x, place.y - task.ground.origin().y}}};
    return std::ranges::any_of(candidate.edits, [&](const Edit& edit) {
        const Nearby& near = task.ground.nearby()[edit.nearby];
        return distance(here, near.shape) < (near.asked.front().need_m + near.obstacle->half_width_m) * task.ground.scale();
    });
}

/// Fills in what the compound would have.
void measure(const RemedyTask& task, const Focus& focus, Candidate& candidate) {
    Remedy& remedy = candidate.remedy;
    const double k = task.ground.scale();
    const WideParts parts = wide_parts(task.ground.free(distances_of(task, candidate)), task.now.least_width_m * k);
    remedy.zones = parts.parts.size();
    remedy.zones_m2 = remedy.widest_m = 0.0;
    remedy.ground.clear();
    for (const WidePart& part : parts.parts) {
        remedy.zones_m2 += task.ground.grid_to_m2(area(part.polygon));
        remedy.widest_m = std::max(remedy.widest_m, 2 * part.circle.radius / k);
        remedy.ground.push_back(part.polygon);
    }
    remedy.ground = moved(std::move(remedy.ground), task.ground.origin().x, task.ground.origin().y);
    remedy.gained_m2 = remedy.zones_m2 - task.now.zones_m2;
    remedy.frees_place = focus.at && contains(remedy.ground, *focus.at);
}

/// The one side that gains nearly what all walls would, where there is one.
void name_side(const RemedyTask& task, const Focus& focus, Candidate& wall) {
    std::optional<Candidate> best;
    for (const Side side : {Side::North, Side::East, Side::South, Side::West, Side::Gable}) {
        std::optional<Candidate> sided = on_side(task, wall, side);
        if (!sided) continue;
        measure(task, focus, *sided);
        const bool is_enough = sided->remedy.gained_m2 >= nearly_all * wall.remedy.gained_m2 && sided->remedy.frees_place == wall.remedy.frees_place;
        if (!is_enough || (best && sided->remedy.gained_m2 <= best->remedy.gained_m2)) continue;
        sided->remedy.condition = condition_of(*sided, side);
        best = std::move(sided);
    }
    if (best) wall = std::move(*best);
}

/// What is measured in the whole compound.
std::vector<Candidate> chosen(const RemedyTask& task, const Focus& focus, int threads, const Progress& progress) {
    std::vector<Candidate> singles = feature_candidates(task, focus.feature);
    std::vector<double> gains(singles.size());
    in_parallel(singles.size(), threads, progress, [&](std::size_t i) {
        gains[i] = gain_nearby(task, singles[i]);
        singles[i].is_forced = focus.at && stands_against(task, singles[i], *focus.at);
    });
    std::vector<Candidate> all;
    if (focus.feature.empty()) {
        all = together(singles, false);
        for (Candidate& joint : together(singles, true)) all.push_back(std::move(joint));
        for (Candidate& other : scenario_candidates(task)) all.push_back(std::move(other));
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < singles.size(); ++i)
        if (gains[i] > gain_m2 || singles[i].is_forced) order.push_back(i);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return gains[a] > gains[b]; });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        if (rank < most_measured || singles[order[rank]].is_forced) all.push_back(std::move(singles[order[rank]]));
    return all;
}

/// A way for several obstacles that gains no more than one of them alone is not told.
bool is_idle(const Remedy& remedy, const std::vector<Remedy>& all) {
    if (remedy.obstacles.size() < 2) return false;
    return std::ranges::any_of(all, [&](const Remedy& other) {
        if (&other == &remedy || other.kind != remedy.kind || other.obstacles.empty() || other.obstacles.size() > remedy.obstacles.size()) return false;
        if (other.obstacles.size() == remedy.obstacles.size() && &other > &remedy) return false;
        const bool is_part = std::ranges::all_of(other.obstacles, [&](const std::string& id) { return std::ranges::find(remedy.obstacles, id) != remedy.obstacles.end(); });
        return is_part && other.gained_m2 >= remedy.gained_m2 - gain_m2 && other.frees_place == remedy.frees_place;
    });
}

}  // namespace

Now ground_now(const NearGround& ground, const Distances& ruled, const RulePack& pack) {
    Now now{.ruled = ruled, .least_width_m = least_width_m(pack)};
    const MultiPolygon free = ground.free(ruled);
    now.free_m2 = ground.grid_to_m2(area(free));
    for (const WidePart& part : wide_parts(free, now.least_width_m * ground.scale()).parts) {
        ++now.zones;
        now.zones_m2 += ground.grid_to_m2(area(part.polygon));
        now.widest_m = std::max(now.widest_m, 2 * part.circle.radius / ground.scale());
    }
    return now;
}

std::vector<Remedy> remedies(const RemedyTask& task, const Focus& focus, int threads, const Progress& progress) {
    std::vector<Candidate> candidates = chosen(task, focus, threads, progress.part(0.0, 0.4));
    in_parallel(candidates.size(), threads, progress.part(0.4, 1.0), [&](std::size_t i) {
        measure(task, focus, candidates[i]);
        if (candidates[i].remedy.kind == RemedyKind::Wall && candidates[i].remedy.gained_m2 > gain_m2) name_side(task, focus, candidates[i]);
    });
    std::vector<Remedy> found;
    for (Candidate& candidate : candidates)
        if (candidate.remedy.gained_m2 > gain_m2) found.push_back(std::move(candidate.remedy));
    std::vector<Remedy> told;
    for (const Remedy& remedy : found)
        if (!is_idle(remedy, found)) told.push_back(remedy);
    // What departs from a recommendation comes after what keeps every rule. Areas to a tenth, so that equal ones stay in order.
    const auto key = [](const Remedy& r) {
        return std::tuple{!r.frees_place, r.kind == RemedyKind::Depart, -std::round(10.0 * r.gained_m2), r.obstacles.size()};
    };
    std::ranges::sort(told, [&](const Remedy& a, const Remedy& b) { return key(a) != key(b) ? key(a) < key(b) : std::tie(a.kind, a.obstacles) < std::tie(b.kind, b.obstacles); });
    for (Remedy& remedy : told) remedy.text = remedy_sentence(remedy, task.now.zones);
    return told;
}

}  // namespace geo
