#include "geo/checks/site_checks.hpp"

#include "geo/checks/certificate.hpp"
#include "geo/checks/within.hpp"

#include <cmath>
#include <map>

namespace geo {
namespace {

template <typename... Args>
Finding found(const std::string& code, std::string_view where, const Site& site, std::string_view zh,
              std::string_view en, const Args&... args) {
    return {code, std::string{where}, site.id, say(zh, en, site.id, args...)};
}

bool is_close(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

void check_ring(const Site& site, const MultiPolygon& ring, const Message& name, double scale, double tolerance_m,
                Tally& tally) {
    const double out = depth_outside(site.outline, ring, EdgeSet{ring}, tolerance_m * scale);
    if (!(out > 0.0)) return;
    tally.add({"site-outside-zone",
               "sites",
               site.id,
               {say("点位 {} 伸出区域 {} 的{} {:.6f} m，应为 0 m。请重新运行 plan。", "", site.id, site.zone_id,
                    name.zh, out / scale)
                    .zh,
                say("", "Site {0} leaves the {2} of zone {1} by {3:.6f} m; 0 m is allowed. Run `plan` again.", site.id,
                    site.zone_id, name.en, out / scale)
                    .en}});
}

void compare(const Site& site, const ClearanceRow& stored, const ClearanceRow& computed, double tolerance_m,
             Tally& tally) {
    if (!is_close(stored.need_m, computed.need_m, tolerance_m) ||
        !is_close(stored.have_m, computed.have_m, tolerance_m)) {
        tally.add(found(
            "row-differs", "clearances", site,
            "点位 {} 与障碍 {}：证明表记为应有 {:.6f} m、实有 {:.6f} m，重算为应有 {:.6f} m、实有 {:.6f} m。请重新运行 "
            "plan。",
            "Site {} and obstacle {}: the certificate says {:.6f} m needed, {:.6f} m measured; recomputed {:.6f} m and "
            "{:.6f} m. Run `plan` again.",
            stored.obst_id, stored.need_m, stored.have_m, computed.need_m, computed.have_m));
    }
    const bool same_rule = stored.rule.empty() || stored.rule == computed.rule;
    if (!same_rule || stored.clause != computed.clause || stored.obst_kind != computed.obst_kind) {
        tally.add(found(
            "row-differs", "clearances", site,
            "点位 {} 与障碍 {}：证明表记为类别“{}”、条文“{}”、规则“{}”，重算为“{}”、“{}”、“{}”。请重新运行 plan。",
            "Site {} and obstacle {}: the certificate names kind \"{}\", clause \"{}\", rule \"{}\"; recomputed "
            "\"{}\", "
            "\"{}\", \"{}\". Run `plan` again.",
            stored.obst_id, stored.obst_kind, stored.clause, stored.rule, computed.obst_kind, computed.clause,
            computed.rule));
    }
    // What an earlier program wrote tells neither, and is read as the worst: unverified, and 应.
    const bool is_untold = stored.status == Status::Unverified && stored.strength == Strength::Must;
    if (!is_untold && (stored.status != computed.status || stored.strength != computed.strength)) {
        tally.add(found("row-differs", "clearances", site,
                        "点位 {} 与障碍 {}：证明表记其条文为 {}、{}，重算为 {}、{}。请重新运行 plan。",
                        "Site {} and obstacle {}: the certificate says that its number is {} and {}; recomputed {} and {}. Run `plan` again.", stored.obst_id,
                        status_name(stored.status), strength_name(stored.strength), status_name(computed.status), strength_name(computed.strength)));
    }
    if (stored.verdict != computed.verdict) {
        const auto text = [&](auto name) { return std::pair{name(stored.verdict), name(computed.verdict)}; };
        const auto [was_zh, is_zh] = text(verdict_name);
        const auto [was_en, is_en] = text(verdict_name_en);
        tally.add({"verdict-differs",
                   "clearances",
                   site.id,
                   {say("点位 {} 与障碍 {}（应有 {:.6f} m、实有 {:.6f} m）：记为{}，重算为{}。请重新运行 plan。", "",
                        site.id, stored.obst_id, computed.need_m, computed.have_m, was_zh, is_zh)
                        .zh,
                    say("",
                        "Site {} and obstacle {} ({:.6f} m needed, {:.6f} m measured): stored as \"{}\", recomputed "
                        "\"{}\". Run "
                        "`plan` again.",
                        site.id, stored.obst_id, computed.need_m, computed.have_m, was_en, is_en)
                        .en}});
    }
}

std::string metres(const std::optional<double>& m) { return m ? fmt::format("{:.6f} m", *m) : "–"; }

}  // namespace

Tally check_place(const Site& site, const Zone* zone, double scale, double tolerance_m) {
    Tally tally;
    if (!zone) {
        tally.add(found("site-outside-zone", "sites", site, "点位 {} 的区域 {} 不存在。请重新运行 plan。",
                        "Site {} names zone {}, which is not stored. Run `plan` again.", site.zone_id));
        return tally;
    }
    if (site.outline.empty()) {
        tally.add(found("site-outside-zone", "sites", site, "点位 {} 没有几何图形，无法核对。请重新运行 plan。",
                        "Site {} has no outline that could be measured. Run `plan` again."));
        return tally;
    }
    check_ring(site, MultiPolygon{zone->legal}, {"合规环", "legal ring"}, scale, tolerance_m, tally);
    if (site.in_robust) check_ring(site, zone->robust, {"稳妥环", "robust ring"}, scale, tolerance_m, tally);
    const EdgeSet outline{site.outline};
    for (const Bay& bay : site.bays) {
        if (bay.is_aisle) continue;
        const double out = depth_outside({bay.outline}, site.outline, outline, tolerance_m * scale);
        if (!(out > 0.0)) continue;
        tally.add(found("bay-outside-site", "sites", site,
                        "点位 {} 的 {} 号车位伸出受测范围 {:.6f} m，应为 0 m。请重新运行 plan。",
                        "Site {}: bay {} leaves the measured ground by {:.6f} m; 0 m is allowed. Run `plan` again.",
                        bay.number, out / scale));
    }
    return tally;
}

Tally check_rows(const Site& site, std::span<const ClearanceRow* const> stored, std::span<const Measured> in_reach,
                 double tolerance_m) {
    Tally tally;
    const double tolerance = std::max(tolerance_m, exact_m);
    std::map<std::string, const ClearanceRow*> by_obstacle;
    const auto extra = [&](const ClearanceRow& row) {
        tally.add(found(
            "row-extra", "clearances", site,
            "点位 {} 的证明表多出障碍 {}（应有 {:.6f} m、实有 {:.6f} m），重算中没有。请重新运行 plan。",
            "Site {}: the certificate has obstacle {} ({:.6f} m needed, {:.6f} m measured), the recomputation has not. "
            "Run `plan` again.",
            row.obst_id, row.need_m, row.have_m));
    };
    for (const ClearanceRow* row : stored)
        if (!by_obstacle.emplace(row->obst_id, row).second) extra(*row);
    const std::vector<ClearanceRow> rows = clearance_rows(site, in_reach);
    tally.rows = rows.size();
    for (const ClearanceRow& row : rows) {
        const auto it = by_obstacle.find(row.obst_id);
        if (it == by_obstacle.end()) {
            tally.add(found(
                "row-missing", "clearances", site,
                "点位 {} 的证明表缺少障碍 {}（应有 {:.6f} m、实有 {:.6f} m）。请重新运行 plan。",
                "Site {}: the certificate lacks obstacle {} ({:.6f} m needed, {:.6f} m measured). Run `plan` again.",
                row.obst_id, row.need_m, row.have_m));
            continue;
        }
        compare(site, *it->second, row, tolerance, tally);
        by_obstacle.erase(it);
    }
    for (const auto& [id, row] : by_obstacle) extra(*row);

    Site again = site;
    judge(again, in_reach);
    const bool same_margin = site.margin_m.has_value() == again.margin_m.has_value() &&
                             is_close(site.margin_m.value_or(0.0), again.margin_m.value_or(0.0), tolerance);
    if (site.verdict != again.verdict || site.governing != again.governing || !same_margin) {
        tally.add({"verdict-differs",
                   "sites",
                   site.id,
                   {say("点位 {}：记为{}（控制规则 {}，余量 {}），重算为{}（{}，{}）。请重新运行 plan。", "", site.id,
                        verdict_name(site.verdict), site.governing, metres(site.margin_m), verdict_name(again.verdict),
                        again.governing, metres(again.margin_m))
                        .zh,
                    say("",
                        "Site {}: stored as \"{}\" (governed by {}, margin {}); recomputed \"{}\" ({}, {}). Run `plan` "
                        "again.",
                        site.id, verdict_name_en(site.verdict), site.governing, metres(site.margin_m),
                        verdict_name_en(again.verdict), again.governing, metres(again.margin_m))
                        .en}});
    }
    return tally;
}

}  // namespace geo
