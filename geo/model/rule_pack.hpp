#pragma once

#include "geo/core/message.hpp"
#include "geo/model/obstacle.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo {

enum class ZoneType { OpenAir, Shed, ChargingCabinet, SwapCabinet };
std::string_view zone_type_name(ZoneType type);  ///< `open_air`, `shed`, `charging_cabinet`, `swap_cabinet`
std::optional<ZoneType> zone_type_named(std::string_view name);

enum class Status { Verified, Secondary, Unverified, Assumption };
std::string_view status_name(Status status);
std::optional<Status> status_named(std::string_view name);
enum class Strength { Must, Should };  ///< 应 / 宜
std::string_view strength_name(Strength strength);  ///< `must`, `should`
std::optional<Strength> strength_named(std::string_view name);

/// Where a number comes from; printed wherever the number is.
struct Clause {
    std::string pack;      ///< id of the pack that states it
    std::string number;    ///< `4.2`; may be empty
    std::string source;    ///< document, as a reader would look it up
    Status status = Status::Unverified;
    std::string mandatory_now;  ///< `yes`, `no`, `unknown`
    std::string superseded_by;  ///< empty when nothing is known to
    std::string label() const;  ///< one line: source and number

    bool operator==(const Clause&) const = default;
};

/// Which obstacles a rule speaks of; an empty list or absent bound does not restrict.
struct ObstacleMatch {
    std::vector<std::string> kinds;
    std::vector<FireGrade> fire_grades;
    std::vector<HeightClass> height_classes;
    std::vector<std::string> uses;
    std::vector<std::string> not_uses{};  ///< the use must be known and none of these
    std::vector<Facade> facades{};        ///< of exceptions: the wall must be known to be one of these
    std::optional<double> quantity_over, quantity_to;  ///< over < quantity ≤ to
    std::optional<double> voltage_over, voltage_to;    ///< kV
    std::optional<double> pressure_over, pressure_to;  ///< MPa

    bool operator==(const ObstacleMatch&) const = default;
};

/// A least distance (or, as a ban, ground excluded outright) for some zone types from some obstacles.
struct ClearanceRule {
    std::string id;
    std::vector<ZoneType> zones;  ///< empty: all
    ObstacleMatch from;
    double distance_m = 0.0;  ///< ground metres, edge to edge in plan, ≥ 0
    bool ban = false;         ///< excluded outright, whatever the zone
    bool is_missing = false;  ///< the pack asks for the number and states none
    std::vector<std::string> instead_of{};  ///< an exception: rules that it stands in for where every condition is known to hold
    bool is_share = false;    ///< of an exception: `distance_m` is the share (0…1) of the distance it stands in for
    double barrier_h = 0.0;   ///< of an exception: holds where the zone gets a divider of this fire rating, hours; 0: needs none
    Strength strength = Strength::Must;
    Clause clause;
    Message text;

    bool operator==(const ClearanceRule&) const = default;
};

/// A single number of the pack: group and bay sizes, setback.
struct ParameterRule {
    std::string id;  ///< `bay.width`, `group.max_bays` …, also its key
    double value = 0.0;
    bool is_missing = false;  ///< the pack asks for the number and states none
    std::string unit = "count";  ///< of `value`: `m`, `m2`, `count` or `flag` (1: yes)
    Strength strength = Strength::Must;
    Clause clause;
    Message text;

    bool operator==(const ParameterRule&) const = default;
};

/// A duty of a site that is no distance: a number to keep, or an item to be seen to on the spot.
struct DutyRule {
    std::string id;
    std::string duty;  ///< what is looked at, code of `data/codelists/duties.json`
    std::vector<ZoneType> zones;  ///< empty: all
    std::optional<double> value;  ///< in `unit`; nothing: an item without a number
    std::string unit = "none";    ///< `m`, `m2`, `count` or `none`
    std::optional<double> bays_over, area_over_m2;  ///< asked only of sites above either
    bool is_indoor = false;       ///< of the list for compounds that must charge indoors by way of exception
    Strength strength = Strength::Must;
    Clause clause;
    Message text;

    bool operator==(const DutyRule&) const = default;
};

/// A pack with everything it extends already folded in.
struct RulePack {
    std::string id;
    Message title;
    Message jurisdiction;
    std::string edition;
    std::vector<std::string> lineage;  ///< itself first, `cn-base` or `generic` last
    std::vector<ClearanceRule> clearances;         ///< sorted by id
    std::map<std::string, ParameterRule> parameters;
    std::vector<DutyRule> duties;                  ///< sorted by id
    std::string sha256;  ///< of the resolved text
};

}  // namespace geo
