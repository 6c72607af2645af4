#pragma once

#include "geo/core/finding.hpp"
#include "geo/geometry/shapes.hpp"
#include "geo/model/rule_pack.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo {

enum class Verdict { Complies, ToVerify, Fails };  ///< 符合, 待核实, 不符合
std::string_view verdict_name(Verdict verdict);     ///< as written to tables: the Chinese term
std::string_view verdict_name_en(Verdict verdict);
std::optional<Verdict> verdict_named(std::string_view name);  ///< either language

/// Ground where charging may stand: a connected part that can hold a least site.
struct Zone {
    std::string id;
    std::string compound;
    ZoneType type = ZoneType::Shed;
    Polygon legal;        ///< keeps every clearance; working CRS
    MultiPolygon robust;  ///< keeps clearance + accuracy of each obstacle's source; parts inside `legal`; may be empty
    double legal_m2 = 0.0, robust_m2 = 0.0;            ///< ground square metres
    double legal_width_m = 0.0, robust_width_m = 0.0;  ///< diameter of the largest circle that fits, ground metres
    std::string consent;  ///< kinds of consent ground it covers, `绿地(业主);道路`; empty when none
};

/// How the ground of one compound was found.
struct Ground {
    std::string compound;
    double scale = 1.0;  ///< grid metres per ground metre at the compound's centre
    std::vector<Zone> zones;  ///< largest first
    bool is_computed = true;
    Message reason;      ///< why not computed
    std::string way;     ///< `coverage`, or the fallback that was needed: `coverage-again`, `boost`, `geos` …
    double legal_m2 = 0.0;  ///< legal ground before any part was dropped, ground square metres
    int dropped_parts = 0;  ///< parts too small for a least site
    double dropped_m2 = 0.0;
};

/// One bay or aisle of a site.
struct Bay {
    std::string site_id;
    int group = 1;
    int number = 0;  ///< within the site, from 1; 0 for aisles
    bool is_aisle = false;
    Polygon outline;
};

/// A bay layout fitted into a zone.
struct Site {
    std::string id;
    std::string zone_id;
    std::string compound;
    ZoneType type = ZoneType::Shed;
    MultiPolygon outline;  ///< the measured ground: the rows of bays, without aisles
    std::vector<Bay> bays;  ///< bays and aisles drawn singly
    int bay_count = 0;
    int group_count = 0;
    double area_m2 = 0.0;  ///< bays and aisles, ground square metres
    bool in_robust = false;  ///< lies in the robust ring
    bool has_aisle = true;
    std::optional<double> cost;        ///< known once siting has costs
    std::optional<double> demand_cov;  ///< share of the compound's demand it covers, once there is demand
    std::string phase;  ///< id of the phase it is built in; empty: none
    Verdict verdict = Verdict::ToVerify;
    std::string governing;         ///< rule id of the tightest clearance
    std::optional<double> margin_m;  ///< measured less needed, of the governing
};

/// A row of the certificate: one site × one obstacle in reach.
struct ClearanceRow {
    std::string site_id;
    std::string obst_id;
    std::string obst_kind;
    double need_m = 0.0;
    double have_m = 0.0;
    std::string clause;
    Verdict verdict = Verdict::ToVerify;
    std::string rule;  ///< id of the rule behind need_m
    Status status = Status::Unverified;  ///< of the number
    Strength strength = Strength::Must;

    bool operator==(const ClearanceRow&) const = default;
};

/// A duty of a site that is no distance.
struct CheckRow {
    std::string site_id;
    std::string duty;
    std::optional<double> value, need;
    std::string unit;
    std::string clause;
    Verdict verdict = Verdict::ToVerify;
};

/// A named set of rules and assumptions.
struct Scenario {
    std::string name = "base";
    std::string pack;
    ZoneType zone_type = ZoneType::Shed;
    std::map<std::string, double> clearances{};  ///< rule id → ground metres that this scenario assumes in the place of the pack's
    double barrier_h = 0.0;  ///< fire rating of the dividers that it builds beside zones and between groups, hours; 0: none

    bool operator==(const Scenario&) const = default;
};

/// What a scenario was computed to.
struct Results {
    std::string scenario = "base";
    std::string basis;            ///< hash of the rules that they were made by (`basis_of`); empty: made before that was noted
    std::vector<Ground> grounds;  ///< by compound, in input order
    std::vector<Site> sites;
    std::vector<ClearanceRow> clearances;
    std::vector<CheckRow> checks;
    std::vector<Finding> findings;
};

}  // namespace geo
