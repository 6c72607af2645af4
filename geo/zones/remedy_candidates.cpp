#include "geo/zones/remedy_candidates.hpp"

#include "geo/zones/better_class.hpp"
#include "geo/zones/taken_words.hpp"
#include "geo/zones/why_words.hpp"

#include <algorithm>
#include <array>

namespace geo {
namespace {

constexpr double less_m = 1e-9;

/// The obstacles of one feature.
using Parts = std::vector<std::size_t>;

/// Candidates of one feature, as they arise.
class FeatureWays {
   public:
    FeatureWays(const RemedyTask& task, RequirementsByClass& known, const Parts& parts) : m_task{task}, m_known{known}, m_parts{parts} {}

    std::vector<Candidate> all() {
        walls();
        survey();
        remove();
        replace();
        depart();
        return std::move(m_found);
    }

   private:
    const Nearby& near(std::size_t i) const { return m_task.ground.nearby()[i]; }

    void keep(Candidate candidate) {
        candidate.names = {obstacle_name(*near(m_parts.front()).obstacle)};
        candidate.remedy.condition = condition_of(candidate);
        m_found.push_back(std::move(candidate));
    }

    /// @param ask  what a part's rules ask once it is so; nothing: it stays as it is
    template <typename Ask>
    std::optional<Candidate> changed(RemedyKind kind, std::string family, Ask&& ask) const {
        Candidate candidate;
        candidate.family = std::move(family);
        Remedy& remedy = candidate.remedy;
        remedy.kind = kind;
        for (const std::size_t i : m_parts) {
            if (near(i).obstacle->is_presumed) continue;
            const std::optional<Requirement> asked = ask(near(i));
            const Requirement& before = near(i).asked.front();
            if (!asked || !(asked->need_m < before.need_m - less_m)) continue;
            candidate.edits.push_back({i, asked->need_m});
            remedy.obstacles.push_back(near(i).obstacle->id);
            if (!remedy.need_before_m || before.need_m > *remedy.need_before_m) remedy.need_before_m = before.need_m, remedy.rule_before = before.rule->id;
            if (remedy.need_after_m && asked->need_m <= *remedy.need_after_m) continue;
            remedy.need_after_m = asked->need_m;
            remedy.rule_after = asked->rule->id;
            remedy.clause = asked->rule->clause;
            candidate.wall_asks = *asked;
        }
        if (candidate.edits.empty()) return std::nullopt;
        return candidate;
    }

    void walls() {
        std::optional<double> least_m;
        for (const Facade facade : {Facade::FewOpenings, Facade::Protected, Facade::Blank, Facade::Firewall}) {
            if (!has_exception_for(m_task.pack, facade)) continue;
            Message survey;
            const auto asks = [&](const Nearby& near, bool surveyed) -> std::optional<Requirement> {
                ObstacleClass what = near.obstacle->what;
                if (what.role != Role::Building || what.part == BuildingPart::Footprint || what.part == BuildingPart::Projection || what.facade >= facade) return std::nullopt;
                what.facade = facade;
                if (!surveyed) return asked_of_wall(m_known, what);
                const auto better = if_surveyed(m_known, m_task.pack, what);
                if (!better) return std::nullopt;
                survey = better->known;
                return asked_of_wall(m_known, better->what);
            };
            auto wall = changed(RemedyKind::Wall, "wall-" + std::to_string(static_cast<int>(facade)), [&](const Nearby& n) { return asks(n, false); });
            // Exceptions mostly hold for buildings of a known grade only: where it is not, both have to be shown.
            const auto both = changed(RemedyKind::Wall, "wall-known-" + std::to_string(static_cast<int>(facade)), [&](const Nearby& n) { return asks(n, true); });
            const bool needs_both = both && (!wall || *both->remedy.need_after_m < *wall->remedy.need_after_m - less_m);
            if (needs_both && is_exception(*both)) add_wall(*both, facade, survey, least_m);
            if (wall) add_wall(*wall, facade, {}, least_m);
        }
    }

    bool is_exception(const Candidate& candidate) const {
        const auto rule = std::ranges::find(m_task.pack.clearances, candidate.remedy.rule_after, &ClearanceRule::id);
        return rule != m_task.pack.clearances.end() && !rule->from.facades.empty();
    }

    /// A stronger wall that gains nothing over a weaker one is no way of its own.
    void add_wall(Candidate wall, Facade facade, const Message& survey, std::optional<double>& least_m) {
        if (least_m && *wall.remedy.need_after_m >= *least_m - less_m) return;
        least_m = *wall.remedy.need_after_m;
        wall.facade = facade;
        wall.survey = survey;
        keep(std::move(wall));
    }

    void survey() {
        Message known;
        auto found = changed(RemedyKind::Survey, "survey", [&](const Nearby& near) -> std::optional<Requirement> {
            const auto better = if_surveyed(m_known, m_task.pack, near.obstacle->what);
            if (!better) return std::nullopt;
            known = better->known;
            return better->asked;
        });
        if (!found) return;
        found->survey = known;
        keep(std::move(*found));
    }

    void remove() {
        const ObstacleClass& what = near(m_parts.front()).obstacle->what;
        if (what.role != Role::Combustible && !what.is_illegal) return;
        Candidate gone;
        gone.family = what.is_illegal ? "remove-illegal" : "remove-combustible";
        gone.remedy.kind = RemedyKind::Remove;
        for (const std::size_t i : m_parts) {
            const Requirement& before = near(i).asked.front();
            gone.edits.push_back({i, std::nullopt});
            gone.remedy.obstacles.push_back(near(i).obstacle->id);
            if (gone.remedy.need_before_m && before.need_m <= *gone.remedy.need_before_m) continue;
            gone.remedy.need_before_m = before.need_m;
            gone.remedy.rule_before = before.rule->id;
            gone.remedy.clause = before.rule->clause;
        }
        gone.is_illegal = what.is_illegal;
        keep(std::move(gone));
    }

    void replace() {
        auto found = changed(RemedyKind::Replace, "replace", [&](const Nearby& near) -> std::optional<Requirement> {
            ObstacleClass what = near.obstacle->what;
            if (what.part != BuildingPart::Projection) return std::nullopt;
            what.part = BuildingPart::Footprint;
            what.is_material_unknown = false;
            return asked_of(m_known, what);
        });
        if (!found) return;
        found->is_material_unknown = near(m_parts.front()).obstacle->what.is_material_unknown;
        keep(std::move(*found));
    }

    void depart() {
        const Requirement* should = nullptr;
        auto found = changed(RemedyKind::Depart, {}, [&](const Nearby& near) -> std::optional<Requirement> {
            const Requirement& first = near.asked.front();
            if (first.rule->strength != Strength::Should || first.rule->ban) return std::nullopt;
            should = &first;
            const auto next = std::ranges::find_if(near.asked, [&](const Requirement& r) { return r.rule->id != first.rule->id; });
            return next != near.asked.end() ? *next : Requirement{first.rule, 0.0, false};
        });
        if (!found || !should) return;
        found->family = "depart-" + should->rule->id;
        found->remedy.clause = should->rule->clause;
        keep(std::move(*found));
    }

    const RemedyTask& m_task;
    RequirementsByClass& m_known;
    const Parts& m_parts;
    std::vector<Candidate> m_found;
};

/// Obstacles of the same feature, in the order of the first.
std::vector<Parts> features_of(const std::vector<Nearby>& nearby, const std::string& feature) {
    std::vector<Parts> parts;
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < nearby.size(); ++i) {
        const std::string_view id = feature_of(nearby[i].obstacle->id);
        if (nearby[i].obstacle->what.role == Role::Compound || (!feature.empty() && id != feature)) continue;
        const auto [place, is_new] = places.emplace(id, parts.size());
        if (is_new) parts.emplace_back();
        parts[place->second].push_back(i);
    }
    return parts;
}

}  // namespace

std::vector<Candidate> feature_candidates(const RemedyTask& task, const std::string& feature) {
    RequirementsByClass known{task.pack, task.type};
    std::vector<Candidate> candidates;
    for (const Parts& parts : features_of(task.ground.nearby(), feature))
        for (Candidate& candidate : FeatureWays{task, known, parts}.all()) candidates.push_back(std::move(candidate));
    return candidates;
}

std::vector<Candidate> together(const std::vector<Candidate>& singles, bool forced_only) {
    std::map<std::string, std::vector<const Candidate*>> families;
    for (const Candidate& single : singles)
        if (!forced_only || single.is_forced) families[single.family].push_back(&single);
    std::vector<Candidate> all;
    for (const auto& [family, members] : families) {
        if (members.size() < 2) continue;
        Candidate joint = *members.front();
        for (const Candidate* member : members) {
            if (member == members.front()) continue;
            joint.edits.insert(joint.edits.end(), member->edits.begin(), member->edits.end());
            joint.names.insert(joint.names.end(), member->names.begin(), member->names.end());
            if (!(joint.survey == member->survey)) joint.survey = {};
            joint.remedy.obstacles.insert(joint.remedy.obstacles.end(), member->remedy.obstacles.begin(), member->remedy.obstacles.end());
            const auto keep_equal = [](auto& ours, const auto& theirs) {
                if (ours != theirs) ours = {};
            };
            keep_equal(joint.remedy.need_before_m, member->remedy.need_before_m);
            keep_equal(joint.remedy.need_after_m, member->remedy.need_after_m);
            keep_equal(joint.remedy.rule_before, member->remedy.rule_before);
            keep_equal(joint.remedy.rule_after, member->remedy.rule_after);
        }
        joint.is_forced = forced_only;
        joint.wall_asks.reset();
        joint.remedy.condition = condition_of(joint);
        all.push_back(std::move(joint));
    }
    return all;
}

std::vector<Candidate> scenario_candidates(const RemedyTask& task) {
    std::vector<Candidate> candidates;
    for (const OtherRules& other : task.others) {
        RequirementsByClass known{other.pack, other.type};
        Candidate candidate;
        candidate.remedy.kind = other.kind;
        for (std::size_t i = 0; i < task.ground.nearby().size(); ++i) {
            const Nearby& near = task.ground.nearby()[i];
            if (near.obstacle->what.role == Role::Compound || near.obstacle->is_presumed) continue;
            const auto asked = asked_of(known, near.obstacle->what);
            if (!asked) {
                candidate.edits.clear();
                break;
            }
            if (asked->need_m == near.asked.front().need_m) continue;
            candidate.edits.push_back({i, asked->need_m});
            const bool is_first = candidate.remedy.rule_after.empty();
            const bool is_divider = asked->rule->barrier_h > 0.0;
            if (is_first || (other.kind == RemedyKind::Divider && is_divider)) candidate.remedy.rule_after = asked->rule->id, candidate.remedy.clause = asked->rule->clause;
        }
        if (candidate.edits.empty()) continue;
        candidate.remedy.condition = scenario_condition(other, candidate.remedy.clause);
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

std::optional<Candidate> on_side(const RemedyTask& task, const Candidate& wall, Side side) {
    if (!wall.wall_asks || wall.edits.size() != 1) return std::nullopt;
    const std::size_t at = wall.edits.front().nearby;
    const Nearby& near = task.ground.nearby()[at];
    if (near.shape.areas.empty() || near.obstacle->what.part != BuildingPart::Whole) return std::nullopt;
    const std::vector<Walls> walls = walls_of(near.shape.areas, {{wall.facade, side}});
    if (walls.size() < 2) return std::nullopt;
    Candidate sided = wall;
    sided.edits = {{at, 0.0}};
    for (const Walls& part : walls) {
        const double need_m = part.facade == wall.facade ? wall.wall_asks->need_m : near.asked.front().need_m;
        sided.edits.front().further.push_back({{{}, part.lines, {}}, need_m * task.ground.scale()});
    }
    return sided;
}

Message condition_of(const Candidate& candidate, std::optional<Side> side) {
    const Remedy& remedy = candidate.remedy;
    switch (remedy.kind) {
        case RemedyKind::Wall: return wall_condition(candidate.names, candidate.facade, side, candidate.survey, remedy);
        case RemedyKind::Survey: return survey_condition(candidate.names, candidate.survey, remedy);
        case RemedyKind::Remove: return remove_condition(candidate.names, candidate.is_illegal, remedy);
        case RemedyKind::Replace: return replace_condition(candidate.names, candidate.is_material_unknown, remedy);
        case RemedyKind::Depart: return depart_condition(candidate.names, remedy);
        case RemedyKind::ZoneType:
        case RemedyKind::Divider: break;  // told by the scenario's own
    }
    return remedy.condition;
}

Distances distances_of(const RemedyTask& task, const Candidate& candidate) {
    Distances distances = task.now.ruled;
    for (const Edit& edit : candidate.edits) {
        distances.need_m[edit.nearby] = edit.need_m;
        distances.further.insert(distances.further.end(), edit.further.begin(), edit.further.end());
    }
    return distances;
}

}  // namespace geo
