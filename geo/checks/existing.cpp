#include "geo/checks/existing.hpp"

#include "geo/checks/certificate.hpp"
#include "geo/checks/existing_groups.hpp"
#include "geo/checks/existing_place.hpp"
#include "geo/checks/surroundings.hpp"
#include "geo/core/parallel.hpp"
#include "geo/rules/accuracy.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace geo {
namespace {

struct Facility {
    ExistingFacility told;
    Place place;
    double scale = 1.0;
    const FacilityGroup* group = nullptr;
    std::vector<ClearanceRow> rows;
    std::vector<Finding> findings;

    void add(const char* code, Message text) { findings.push_back({code, told.file, told.id, std::move(text)}); }
};

/// Facilities that are there, which are those that are obstacles.
std::vector<Facility> facilities_of(const Inputs& inputs, const RulePack& pack, std::span<const Obstacle> obstacles, std::size_t& removed) {
    std::set<std::string_view> present;
    for (const Obstacle& obstacle : obstacles)
        if (obstacle.what.role == Role::Charging) present.insert(obstacle.id);
    std::vector<Facility> facilities;
    for (const Layer& layer : inputs.layers) {
        if (layer.role != Role::Charging) continue;
        for (const Feature& feature : layer.features) {
            if (!present.contains(feature.id)) {
                removed += !feature.shape.empty();
                continue;
            }
            ExistingFacility told{.id = feature.id, .name = feature.name, .file = layer.provenance.file, .ground = feature.shape, .compound = {}, .bays = {},
                                  .status = text_of(Role::Charging, feature, "status"), .accuracy_m = accuracy_of(layer.provenance, pack), .governing = {}, .margin_m = {}};
            if (const auto bays = number_of(Role::Charging, feature, "bays"); bays && *bays >= 0) told.bays = static_cast<int>(*bays);
            facilities.push_back({.told = std::move(told), .place = {}, .rows = {}, .findings = {}});
        }
    }
    return facilities;
}

void find_places(std::vector<Facility>& facilities, std::span<const Compound> compounds, const CrsName& crs) {
    const std::vector<double> scale = scales(compounds, crs);
    const Places places{compounds};
    for (Facility& f : facilities) {
        f.place = places.of(f.told.ground, exact_m);
        f.told.where = f.place.where;
        if (f.place.compound) f.told.compound = compounds[*f.place.compound].id;
        f.scale = f.place.compound ? scale[*f.place.compound] : scale_factor(crs, box_of(f.told.ground).centre());
    }
}

std::vector<FacilityGroup> groups_of(std::vector<Facility>& facilities, const LayoutLimits& limits) {
    std::vector<ExistingFacility> told;
    std::vector<double> scale;
    for (const Facility& f : facilities) told.push_back(f.told), scale.push_back(f.scale);
    return facility_groups(told, scale, limits);
}

/// What was measured, with the facility's own accuracy in it: the obstacles as this facility sees them.
class Seen {
   public:
    Seen(const Facility& facility, const std::set<std::string_view>& companions, std::span<const Measured> measured) {
        m_obstacles.reserve(measured.size()), m_kept.reserve(measured.size());
        for (const Measured& m : measured) {
            const Obstacle& met = *m.kept->obstacle;
            const bool may_be_one = companions.contains(met.id) && facility.group->size == GroupSize::Unknown;
            m_obstacles.push_back({.id = met.id, .name = met.name, .what = met.what, .shape = {}, .half_width_m = met.half_width_m,
                                   .half_width_assumed = met.half_width_assumed,
                                   .is_presumed = met.is_presumed || may_be_one,
                                   .accuracy_m = met.accuracy_m + facility.told.accuracy_m});
            m_kept.push_back({&m_obstacles.back(), m.kept->requirement});
            rows.push_back({&m_kept.back(), m.have_m, m.overlaps});
        }
    }
    Seen(const Seen&) = delete;
    Seen& operator=(const Seen&) = delete;

    std::vector<Measured> rows;

   private:
    std::vector<Obstacle> m_obstacles;
    std::vector<Kept> m_kept;
};

void judge_against_obstacles(Facility& f, const Surroundings& surroundings, const std::set<std::string_view>& companions) {
    const bool is_one_group = f.group && f.group->size == GroupSize::Allowed;
    const Seen seen{f, companions, surroundings.in_reach(f.told.ground, f.scale, is_one_group ? companions : std::set<std::string_view>{f.told.id})};
    Site site{.id = f.told.id, .zone_id = {}, .compound = f.told.compound, .outline = f.told.ground.areas, .bays = {}, .cost = {}, .demand_cov = {},
              .phase = {}, .governing = {}, .margin_m = {}};
    site.in_robust = !f.told.is_point();  // Whose ground is not known cannot be judged to the end.
    judge(site, seen.rows);
    f.rows = clearance_rows(site, seen.rows);
    f.told.verdict = site.verdict;
    f.told.governing = site.governing;
    f.told.margin_m = site.margin_m;
    if (f.told.is_point())
        f.add("drawn-as-point", say("现有设施 {} 只画成点，范围不明，最多为待核实；请补画其范围。",
                                    "Existing facility {} is drawn as a point: how far it reaches is not known, so it is to be verified at best. Draw its outline.", f.told.id));
    for (const Measured& m : seen.rows) {
        const Obstacle& met = *m.kept->obstacle;
        if (m.overlaps && met.what.role == Role::Building)
            f.add("on-building", say("现有设施 {} 位于建筑 {} 之内。若该建筑就是车棚本身，请从建筑图层中删除它；否则设施在室内。",
                                     "Existing facility {} stands on building {}. If that building is the shed itself, take it out of the building layer; else the facility is indoors.",
                                     f.told.id, met.id));
    }
}

void judge_place(Facility& f, const ParameterRule& setback) {
    if (f.told.where == Whereabouts::Outside)
        return f.add("outside-compounds", say("现有设施 {} 不在任何小区内。", "Existing facility {} stands in no compound.", f.told.id));
    if (f.told.where == Whereabouts::Crossing)
        f.add("across-boundary", say("现有设施 {0} 伸出小区 {1} 的边界 {2:.2f} m。", "Existing facility {0} reaches {2:.2f} m over the boundary of compound {1}.", f.told.id,
                                     f.told.compound, f.place.beyond / f.scale));
    const double margin_m = (f.told.where == Whereabouts::Inside ? f.place.to_boundary : -f.place.beyond) / f.scale - setback.value;
    if (!(setback.value > 0.0) || margin_m >= -exact_m) return;
    f.told.verdict = std::max(f.told.verdict, setback.strength == Strength::Must ? Verdict::Fails : Verdict::ToVerify);
    f.add("too-near-boundary", say("现有设施 {0} 距小区 {1} 的边界比要求的 {2} m 少 {3:.2f} m（{4}）。",
                                   "Existing facility {0} is {3:.2f} m nearer to the boundary of compound {1} than the {2} m asked for ({4}).", f.told.id, f.told.compound,
                                   setback.value, -margin_m, setback.clause.label()));
}

/// Once a group, with its first member.
void tell_groups(std::vector<Facility>& facilities, std::span<const FacilityGroup> groups, const LayoutLimits& limits) {
    for (const FacilityGroup& group : groups) {
        std::vector<std::string> ids;
        for (const std::size_t i : group.members) ids.push_back(facilities[i].told.id);
        const std::string list = fmt::format("{}", fmt::join(ids, ", "));
        const auto [zh, en] = [&]() -> Message {
            switch (group.size) {
                case GroupSize::Allowed: return {"在一组的限值之内，相互不要求间距", "within the limits of one group: no gap is asked between them"};
                case GroupSize::Unknown: return {"车位或范围不全知，是否为一组待核实", "bays or outlines are not all known, so whether it is one group is to be verified"};
                case GroupSize::TooLarge: break;
            }
            return {"超过一组的限值，组间距不足", "more than one group may have: the gap between groups is not kept"};
        }();
        facilities[group.members.front()].add(
            "one-group", say("现有设施 {0} 相距不足组间距 {1} m，视为一组（{2} 个车位、{3:.1f} m；限 {4} 个、{5} m）：{6}。",
                             "Existing facilities {0} stand nearer than the gap between groups of {1} m and count as one group ({2} bays, {3:.1f} m; the limits are {4} and {5} m): {7}.",
                             list, limits.group_gap_m, group.bays, group.length_m, limits.group_max_bays, limits.group_max_length_m, zh, en));
    }
}

}  // namespace

ExistingFacilities check_existing(const Inputs& inputs, const RulePack& pack, ZoneType type, int threads, const Progress& progress) {
    ExistingFacilities result;
    result.type = type;
    std::vector<Finding> of_inputs;  // Listed when the inputs were read.
    const std::vector<Obstacle> obstacles = obstacles_of(inputs, pack, of_inputs);
    const std::vector<Kept> kept = governing(pack, type, obstacles);
    const std::vector<Compound> compounds = compounds_of(inputs, pack);
    const LayoutLimits limits = layout_limits(pack);
    parameter(pack, "setback");  // Refuses a pack without.
    const ParameterRule& setback = pack.parameters.at("setback");

    std::vector<Facility> facilities = facilities_of(inputs, pack, obstacles, result.removed);
    find_places(facilities, compounds, inputs.crs);
    const std::vector<FacilityGroup> groups = groups_of(facilities, limits);
    for (const FacilityGroup& group : groups)
        for (const std::size_t i : group.members) facilities[i].group = &group;

    double greatest_scale = 1.0;
    for (const Facility& f : facilities) greatest_scale = std::max(greatest_scale, f.scale);
    const Surroundings surroundings{kept, greatest_scale};
    in_parallel(facilities.size(), threads, progress, [&](std::size_t i) {
        std::set<std::string_view> companions;  // Itself among them.
        if (facilities[i].group)
            for (const std::size_t j : facilities[i].group->members) companions.insert(facilities[j].told.id);
        judge_against_obstacles(facilities[i], surroundings, companions);
        judge_place(facilities[i], setback);
    });
    tell_groups(facilities, groups, limits);
    for (Facility& f : facilities) {
        std::ranges::move(f.rows, std::back_inserter(result.clearances));
        std::ranges::move(f.findings, std::back_inserter(result.findings));
        result.facilities.push_back(std::move(f.told));
    }
    return result;
}

}  // namespace geo
