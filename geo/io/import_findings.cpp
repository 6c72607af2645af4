#include "geo/io/import_findings.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/io/layer_crs.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace geo::reading {
namespace {

std::string reason_zh(const std::string& reason) {
    static const std::map<std::string, std::string> words{{"self-intersection", "面自相交"},
                                                          {"ring self-intersection", "环自相交"},
                                                          {"hole lies outside shell", "内环在外环之外"},
                                                          {"holes are nested", "内环互相嵌套"},
                                                          {"nested shells", "外环互相嵌套"},
                                                          {"duplicate rings", "环重复"},
                                                          {"interior is disconnected", "内部不连通"},
                                                          {"too few points in geometry component", "环的点数不足"},
                                                          {"too few points", "环的点数不足"},
                                                          {"invalid", "面无效"},
                                                          {"not finite", "坐标不是有限数"},
                                                          {"empty", "没有几何"}};
    const auto it = words.find(reason);
    return it == words.end() ? reason : it->second;
}

std::string label(const Compound& compound) { return compound.name.empty() ? compound.id : compound.name; }

bool touches(const Shape& shape, const MultiPolygon& boundary) {
    bool is_inside = false;
    each_vertex(shape, [&](const Point& p) { is_inside = is_inside || contains(boundary, p); });
    return is_inside || distance(shape, Shape{boundary, {}, {}}) <= 0.0;
}

std::vector<Point> places_of(const Layer& layer) {
    std::vector<Point> places;
    for (const Feature& feature : layer.features)
        if (const Box box = box_of(feature.shape); !box.empty()) places.push_back(box.centre());
    return places;
}

double gap(const Box& a, const Box& b) {
    const double dx = std::max({0.0, a.min_x - b.max_x, b.min_x - a.max_x});
    const double dy = std::max({0.0, a.min_y - b.max_y, b.min_y - a.max_y});
    return std::hypot(dx, dy);
}

}  // namespace

std::vector<Finding> repair_finding(const Repair& repair, const std::string& shown, std::int64_t number) {
    const std::string feature = std::to_string(number);
    const std::string zh = reason_zh(repair.reason);
    const double change_m2 = std::abs(repair.area_change_m2) < 0.005 ? 0.0 : repair.area_change_m2;  // no "-0.00"
    switch (repair.kind) {
        case Repair::Kind::None: return {};
        case Repair::Kind::Repaired:
            return {{"ring-repaired", shown, feature,
                     {fmt::format("{} 第 {} 个要素：{}，已修复，面积变化 {:.2f} m²。", shown, number, zh, change_m2),
                      fmt::format("{}, feature {}: {} repaired, area changed by {:.2f} m².", shown, number, repair.reason, change_m2)}}};
        case Repair::Kind::Hull:
            return {{"ring-hull", shown, feature,
                     {fmt::format("{} 第 {} 个要素：{}，无法修复，以其凸包代替，面积变化 {:.2f} m²。请在源数据中改正。", shown, number, zh,
                                  change_m2),
                      fmt::format("{}, feature {}: {}, not repairable; its convex hull stands in for it, area changed by {:.2f} m². Correct the source.",
                                  shown, number, repair.reason, change_m2)}}};
        case Repair::Kind::Dropped: break;
    }
    return {{"feature-dropped", shown, feature,
             {fmt::format("{} 第 {} 个要素：{}，没有可用的几何，未读入。请在源数据中改正。", shown, number, zh),
              fmt::format("{}, feature {}: {}, no usable geometry; left out. Correct the source.", shown, number, repair.reason)}}};
}

std::vector<Finding> overlap_findings(std::span<const Compound> compounds, const CrsName& crs) {
    constexpr double noticed_m2 = 0.5;     // common boundaries digitised twice overlap by less
    constexpr double same_share = 0.999;
    std::vector<Box> boxes;
    for (const Compound& c : compounds) boxes.push_back(box_of(c.boundary));
    const BoxIndex index{boxes};
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < compounds.size(); ++i) {
        if (boxes[i].empty()) continue;
        for (const std::size_t j : index.meeting(boxes[i])) {
            if (j <= i) continue;
            const Compound &a = compounds[i], &b = compounds[j];
            const std::string where = std::string{role_info(Role::Compound).name};
            const Point origin = boxes[i].centre();
            double shared = 0.0;
            try {
                shared = area(intersection(moved(a.boundary, -origin.x, -origin.y), moved(b.boundary, -origin.x, -origin.y)));
            } catch (const GeometryError&) {
                findings.push_back({"compounds-overlap", where, a.id,
                                    say("小区“{}”与“{}”是否重叠无法计算，请检查边界。",
                                        "Whether compounds \"{}\" and \"{}\" overlap could not be computed; check their boundaries.", label(a), label(b))});
                continue;
            }
            if (shared <= noticed_m2) continue;
            const double scale = scale_factor(crs, origin);
            const double shared_m2 = shared / (scale * scale);
            const bool is_same = shared >= same_share * area(a.boundary) && shared >= same_share * area(b.boundary);
            if (is_same)
                findings.push_back({"compound-duplicate", where, b.id,
                                    say("小区“{}”（{}）与“{}”（{}）边界相同，疑为重复。请删去其一。",
                                        "Compounds \"{}\" ({}) and \"{}\" ({}) have the same boundary; one seems a duplicate. Remove one.", label(a), a.id,
                                        label(b), b.id)});
            else
                findings.push_back({"compounds-overlap", where, a.id,
                                    say("小区“{}”（{}）与“{}”（{}）重叠 {:.1f} m²。请核对边界。",
                                        "Compounds \"{}\" ({}) and \"{}\" ({}) overlap by {:.1f} m². Check their boundaries.", label(a), a.id, label(b), b.id,
                                        shared_m2)});
        }
    }
    return findings;
}

std::vector<Finding> outside_findings(std::span<const Compound> compounds, std::span<const Layer* const> layers) {
    if (compounds.empty()) return {};
    std::vector<Box> boxes;
    for (const Compound& c : compounds) boxes.push_back(box_of(c.boundary));
    const BoxIndex index{boxes};
    constexpr std::size_t shown_ids = 5;
    std::size_t outside = 0, all = 0;
    std::string ids;
    for (const Layer* layer : layers) {
        if (layer->role != Role::Building) continue;
        for (const Feature& feature : layer->features) {
            ++all;
            const auto near = index.meeting(box_of(feature.shape));
            if (std::ranges::any_of(near, [&](std::size_t i) { return touches(feature.shape, compounds[i].boundary); })) continue;
            if (outside++ < shown_ids) ids += (ids.empty() ? "" : ", ") + feature.id;
        }
    }
    if (outside == 0) return {};
    if (outside > shown_ids) ids += " …";
    return {{"buildings-outside", std::string{role_info(Role::Building).name}, "",
             say("{} 幢建筑（共 {} 幢）不在任何小区内，仅作为相邻障碍物：{}。", "{} of {} buildings lie in no compound and count as neighbours' obstacles only: {}.",
                 outside, all, ids)}};
}

std::vector<Finding> far_findings(std::span<const Layer* const> layers) {
    Box home;
    for (const Layer* layer : layers)
        if (layer->role == Role::Compound) home.add(robust_box(places_of(*layer)));
    if (home.empty() && !layers.empty()) home = robust_box(places_of(*layers.front()));
    std::vector<Finding> findings;
    if (home.empty()) return findings;
    constexpr double far_m = 20000.0;
    for (const Layer* layer : layers) {
        const Box box = robust_box(places_of(*layer));
        const double away = box.empty() ? 0.0 : gap(home, box);
        if (away <= far_m) continue;
        findings.push_back({"layer-far", layer->provenance.file, "",
                            say("{}：距其他图层 {:.0f} km，坐标系（{}）可能有误。请核对，或用 --crs {}=EPSG:n 指定。",
                                "{}: lies {:.0f} km from the other layers; its CRS ({}) may be wrong. Check it, or give --crs {}=EPSG:n.",
                                layer->provenance.file, away / 1000.0, crs_info(layer->provenance.crs).title, role_info(layer->role).name)});
    }
    return findings;
}

}  // namespace geo::reading
