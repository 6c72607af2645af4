#include "data/samples/hazard_csv.hpp"

namespace samples {

std::string hazard_csv(const geo::Layer& hazards) {
    const geo::Transform to_degrees{hazards.crs, "EPSG:4490"};
    const auto text = [&](const geo::Feature& report, std::string_view field) { return geo::text_of(hazards.role, report, field); };
    std::string csv = "\xEF\xBB\xBF编号,日期,类型,等级,状态,来源,经度,纬度\r\n";
    for (const geo::Feature& report : hazards.features) {
        const geo::Point lonlat = to_degrees(report.shape.points.front());
        csv += fmt::format("{},{},{},{},{},{},{:.6f},{:.6f}\r\n", report.id, text(report, "date"), text(report, "type"),
                           text(report, "severity"), text(report, "status"), text(report, "source"), lonlat.x, lonlat.y);
    }
    return csv;
}

}  // namespace samples
