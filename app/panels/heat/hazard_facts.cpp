#include "app/panels/heat/hazard_facts.hpp"

#include <algorithm>

namespace app {

HazardFacts hazard_facts(const geo::Inputs& inputs, const geo::Progress& progress) {
    HazardFacts facts;
    facts.crs = inputs.crs;
    facts.reports = geo::hazard_reports(inputs);
    progress.at(0.5);
    for (const geo::HazardReport& report : facts.reports) {
        ++facts.types[report.type];
        ++facts.statuses[report.status];
        ++facts.severities[report.severity];
        if (!report.date) {
            ++facts.undated;
            continue;
        }
        facts.first = facts.first ? std::min(*facts.first, *report.date) : *report.date;
        facts.last = facts.last ? std::max(*facts.last, *report.date) : *report.date;
    }
    progress.at(1.0);
    return facts;
}

}  // namespace app
