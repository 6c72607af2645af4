#pragma once

#include "geo/model/inputs.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A hazard report (隐患) as the density sees it.
struct HazardReport {
    std::string id;
    Point where;  ///< working CRS
    std::optional<std::chrono::sys_days> date;
    std::string type, severity, status;  ///< as the source has them; empty when unknown
    double weight = 1.0;                 ///< what the source says it counts for; finite, ≥ 0
};

/// Something counted at a place.
struct WeightedPoint {
    double x = 0.0, y = 0.0;  ///< metres of a projected CRS, or of a plane
    double weight = 1.0;      ///< finite, ≥ 0
};

/// Every point of the hazard layers, in input order.
std::vector<HazardReport> hazard_reports(const Inputs& inputs);

/// Whether the status says that the hazard is gone: `已销号`, `已整改`, `关闭`, `closed` … What is not known to be gone is open: `登记`, `整改中`, `待复核`,
/// `反弹`, `未整改`, nothing at all.
bool is_closed(const HazardReport& report);

/// `2024-05-01`, `2024/5/1`, `20240501`, `2024年5月1日`, each with or without a time of day behind it; nothing for anything else.
std::optional<std::chrono::sys_days> date_in(std::string_view text);

/// Weighting function of distance.
enum class Kernel { Quartic, Epanechnikov, Uniform, Triangular, Gaussian };
std::string_view kernel_name(Kernel kernel);  ///< `quartic`, `epanechnikov`, `uniform`, `triangular`, `gaussian`
std::optional<Kernel> kernel_named(std::string_view name);

/// Which reports count; an absent list or bound does not restrict. A report without a date passes only when no date is asked.
struct HazardFilter {
    std::optional<std::set<std::string>> types, statuses;
    std::optional<std::chrono::sys_days> from, to;  ///< both inclusive

    bool passes(const HazardReport& report) const;
    bool operator==(const HazardFilter&) const = default;
};

/// What a report counts for.
struct HazardWeights {
    std::map<std::string, double> by_severity;    ///< severities not listed count 1
    std::optional<double> half_life_days;         ///< weight halves with each such age; undated reports keep theirs
    std::optional<std::chrono::sys_days> as_of;   ///< age counts from here; absent: the latest report

    bool operator==(const HazardWeights&) const = default;
};

/// How a density of hazard reports is made.
struct HeatSettings {
    Kernel kernel = Kernel::Quartic;
    double bandwidth_m = 50.0;      ///< reach of the kernel (of the Gaussian: its standard deviation), ground metres, > 0
    std::optional<double> cell_m;   ///< side of a cell, ground metres; absent: chosen from the bandwidth and extent
    HazardFilter filter;
    HazardWeights weights;

    bool operator==(const HeatSettings&) const = default;
};

}  // namespace geo
