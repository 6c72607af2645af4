#include "geo/checks/duty_measures.hpp"

#include "geo/checks/layout_checks.hpp"
#include "geo/checks/road_width.hpp"
#include "geo/core/error.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/shared_ground.hpp"
#include "geo/rules/accuracy.hpp"
#include "geo/rules/consent_label.hpp"
#include "geo/rules/presumed_ground.hpp"
#include "geo/rules/row_verdict.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace geo {
namespace {

constexpr double least_taken_m2 = 0.01;  ///< of consent ground; less is the same edge
constexpr std::array<std::string_view, 4> flammable{"gas_pipe", "gas_pipe_high", "oil_pipe", "pipeline"};

struct Spot {
    Point at;
    double accuracy_m;
};

struct ConsentItem {
    const Feature* feature;
    double half_width_m;
    std::string label;
};

/// Rows and aisles: all that a site takes.
MultiPolygon ground_of(const Site& site) {
    MultiPolygon ground = site.outline;
    for (const Bay& bay : site.bays)
        if (bay.is_aisle) ground.push_back(bay.outline);
    return ground;
}

double furthest(const MultiPolygon& ground, Point from) {
    double most = 0.0;
    for (const Polygon& piece : ground)
        for (const Point p : piece.outer) most = std::max(most, std::hypot(p.x - from.x, p.y - from.y));
    return most;
}

double nearest(const MultiPolygon& ground, Point to) { return distance(Shape{ground, {}, {}}, Shape{{}, {}, {to}}); }

}  // namespace

struct DutyMeasures::State {
    State(const Results& of_results, const Inputs& inputs, const RulePack& of_pack) : results{of_results}, pack{of_pack}, roads{inputs} {}

    const Results& results;
    const RulePack& pack;
    RoadWidths roads;
    std::vector<Spot> hydrants, power;
    std::vector<Point> exits;
    std::map<std::string, std::size_t> exit_counts;  ///< of compounds
    std::vector<const Obstacle*> pipes;
    bool has_pipes_layer = false, has_consent_layer = false;
    std::vector<ConsentItem> consent;
    std::optional<BoxIndex> consent_index, site_index;
    std::map<std::string, double> scales;

    double scale_of(const Site& site) const {
        const auto found = scales.find(site.compound);
        return found == scales.end() ? 1.0 : found->second;
    }

    /// @param far  to the furthest place of the site, else to the nearest
    DutyMeasure to_spots(const Site& site, const std::vector<Spot>& spots, bool far) const {
        if (spots.empty()) return {.is_missing = true};
        const MultiPolygon ground = ground_of(site);
        DutyMeasure measure{.value = std::numeric_limits<double>::infinity()};
        for (const Spot& spot : spots) {
            const double m = (far ? furthest(ground, spot.at) : nearest(ground, spot.at)) / scale_of(site);
            if (m < *measure.value) measure.value = m, measure.accuracy_m = spot.accuracy_m;
        }
        return measure;
    }

    DutyMeasure group_gap(const Site& site, double need) const {
        const double k = scale_of(site);
        std::optional<double> gap = least_group_gap_m(site, k);
        const Shape own{site.outline, {}, {}};
        for (const std::size_t i : site_index->meeting(box_of(site.outline).grown((need + certificate_reach_m) * k))) {
            const Site& other = results.sites[i];
            if (other.id == site.id) continue;
            gap = std::min(gap.value_or(std::numeric_limits<double>::infinity()), distance(own, Shape{other.outline, {}, {}}) / k);
        }
        return {.value = gap, .holds = !gap};
    }

    DutyMeasure lane_width(const Site& site, double need) const {
        if (roads.empty()) return {.is_missing = true};
        const auto left = roads.left_beside(ground_of(site), need, scale_of(site));
        if (!left) return {.holds = true};
        if (left->has_unknown && !(left->width_m > 0.0) && !left->is_taken) return {.is_missing = true};
        // What was too narrow before, or is estimated, is no proof that the site breaks the rule.
        const bool is_doubtful = left->has_unknown || ((left->was_narrow || left->is_estimated) && left->width_m < need);
        return {.value = left->width_m, .is_doubtful = is_doubtful};
    }

    DutyMeasure pipes_inside(const Site& site) const {
        if (!has_pipes_layer) return {.is_missing = true};
        const Shape ground{ground_of(site), {}, {}};
        double count = 0.0;
        for (const Obstacle* pipe : pipes) count += distance(ground, pipe->shape) <= 0.0;
        return {.value = count};
    }

    void count_exits(const Inputs& inputs) {
        if (exits.empty()) return;
        std::vector<Box> boxes;
        for (const Point p : exits) boxes.push_back({p.x, p.y, p.x, p.y});
        const BoxIndex index{boxes};
        for (const Layer& layer : inputs.layers) {
            if (layer.role != Role::Compound) continue;
            for (const Feature& feature : layer.features)
                for (const std::size_t i : index.meeting(box_of(feature.shape.areas)))
                    if (contains(feature.shape.areas, exits[i])) ++exit_counts[feature.id];
        }
    }

    DutyMeasure exit_signs(const Site& site) const {
        DutyMeasure measure;
        if (const auto count = exit_counts.find(site.compound); count != exit_counts.end()) measure.need = static_cast<double>(count->second);
        return measure;
    }

    std::vector<DutyMeasure> consent_of(const Site& site) const {
        if (!has_consent_layer) return {{.is_missing = true}};
        const double k = scale_of(site);
        const MultiPolygon ground = ground_of(site);
        std::map<std::string, double> taken;
        for (const std::size_t i : consent_index->meeting(box_of(ground))) {
            const ConsentItem& item = consent[i];
            double m2 = 0.0;
            bool is_refused = false;  // A refused overlay must not hide that somebody has to be asked.
            for (const Polygon& piece : ground) {
                try {
                    m2 += shared_m2({piece}, item.feature->shape.areas);
                } catch (const GeometryError&) {
                    is_refused = true;
                }
            }
            const Shape lines{{}, item.feature->shape.lines, item.feature->shape.points};
            const bool is_crossed = !lines.empty() && distance(Shape{ground, {}, {}}, lines) <= item.half_width_m * k;
            if (m2 > least_taken_m2 || is_crossed || is_refused) taken[item.label] += m2 / (k * k);
        }
        std::vector<DutyMeasure> measures;
        for (const auto& [label, m2] : taken)
            measures.push_back({.value = m2 > least_taken_m2 ? std::optional{m2} : std::nullopt, .whose = label});
        if (measures.empty()) measures.push_back({.value = 0.0, .holds = true});
        return measures;
    }

    DutyMeasure extinguishers(const Site& site, std::optional<double> least) const {
        const auto area_per_a = stated(pack, "extinguisher.area_per_a"), rating = stated(pack, "extinguisher.rating");
        DutyMeasure measure{.need = least};
        if (area_per_a && rating && *area_per_a > 0.0 && *rating > 0.0)
            measure.need = std::max(least.value_or(0.0), std::ceil(site.area_m2 / *area_per_a / *rating - 1e-9));
        return measure;
    }
};

DutyMeasures::DutyMeasures(const Results& results, const Inputs& inputs, const RulePack& pack, std::span<const Obstacle> obstacles)
    : m_state{std::make_unique<State>(results, inputs, pack)} {
    State& s = *m_state;
    std::vector<Box> consent_boxes, site_boxes;
    for (const Layer& layer : inputs.layers) {
        s.has_pipes_layer = s.has_pipes_layer || layer.role == Role::Utility;
        s.has_consent_layer = s.has_consent_layer || takes_consent(layer.role);
        for (const Feature& feature : layer.features) {
            const auto& points = feature.shape.points;
            for (const Point p : points) {
                if (layer.role == Role::Hydrant) s.hydrants.push_back({p, accuracy_of(layer.provenance, pack)});
                if (layer.role == Role::PowerSource) s.power.push_back({p, accuracy_of(layer.provenance, pack)});
                if (layer.role == Role::Exit) s.exits.push_back(p);
            }
            if (!takes_consent(layer.role)) continue;
            s.consent.push_back({&feature, 0.5 * number_of(layer.role, feature, "width").value_or(0.0), consent_label(layer.role, feature)});
            consent_boxes.push_back(box_of(feature.shape).grown(s.consent.back().half_width_m * 1.01));
        }
    }
    s.count_exits(inputs);
    for (const Obstacle& obstacle : obstacles)
        if (std::ranges::find(flammable, obstacle.what.kind) != flammable.end()) s.pipes.push_back(&obstacle);
    for (const Site& site : results.sites) site_boxes.push_back(box_of(site.outline));
    for (const Ground& ground : results.grounds) s.scales.emplace(ground.compound, ground.scale);
    s.consent_index.emplace(consent_boxes);
    s.site_index.emplace(site_boxes);
}

DutyMeasures::~DutyMeasures() = default;

std::vector<DutyMeasure> DutyMeasures::of(const Site& site, const std::string& duty, std::optional<double> need) const {
    const State& s = *m_state;
    if (duty == "group_bays") {
        std::map<int, int> sizes;
        for (const Bay& bay : site.bays) sizes[bay.group] += !bay.is_aisle;
        int most = 0;
        for (const auto& [group, size] : sizes) most = std::max(most, size);
        return {{.value = most}};
    }
    if (duty == "group_length") return {{.value = longest_row_m(site, s.scale_of(site))}};
    if (duty == "group_gap") return {s.group_gap(site, need.value_or(0.0))};
    if (duty == "site_bays") return {{.value = site.bay_count}};
    if (duty == "area_per_bay") return {{.value = site.bay_count > 0 ? std::optional{site.area_m2 / site.bay_count} : std::nullopt}};
    if (duty == "lane_width") return {s.lane_width(site, need.value_or(0.0))};
    if (duty == "extinguishers") return {s.extinguishers(site, need)};
    if (duty == "hydrant_reach") return {s.to_spots(site, s.hydrants, true)};
    if (duty == "power_distance") return {s.to_spots(site, s.power, false)};
    if (duty == "pipes") return {s.pipes_inside(site)};
    if (duty == "exit_signs") return {s.exit_signs(site)};
    if (duty == "consent") return s.consent_of(site);
    return {{}};
}

}  // namespace geo
