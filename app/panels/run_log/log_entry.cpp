#include "app/panels/run_log/log_entry.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace app {
namespace {

constexpr std::array<std::string_view, 6> put_right{"ring-repaired",      "line-closed",       "height-derived",
                                                    "fire-grade-derived", "voltage-in-volts", "buildings-outside"};

}  // namespace

LogEntry entry_of(const geo::Finding& finding, const QDateTime& time) {
    const bool is_note = std::ranges::count(put_right, finding.code) > 0;
    return {.time = time, .severity = is_note ? LogEntry::Severity::Note : LogEntry::Severity::Warning, .text = finding.text,
            .where = finding.where, .feature = finding.feature};
}

std::optional<Selected> subject_of(const LogEntry& entry, const geo::Project& project, const geo::Results& results) {
    if (entry.feature.empty()) return std::nullopt;
    const QString id = QString::fromStdString(entry.feature);
    const auto role = geo::role_named(entry.where);
    if (!role) {
        const auto site = std::ranges::find(results.sites, entry.feature, &geo::Site::id);
        if (site == results.sites.end()) return std::nullopt;
        return Selected{Selected::Kind::Site, id, geo::box_of(site->outline).centre()};
    }
    for (const geo::Layer& layer : project.inputs.layers) {
        if (layer.role != *role) continue;
        const auto feature = std::ranges::find(layer.features, entry.feature, &geo::Feature::id);
        if (feature == layer.features.end()) continue;
        const auto kind = *role == geo::Role::Compound ? Selected::Kind::Compound : Selected::Kind::Feature;
        return Selected{kind, id, geo::box_of(feature->shape).centre()};
    }
    return std::nullopt;
}

}  // namespace app
