#include "app/pages/sheet_source.hpp"

#include "geo/density/hazard_density.hpp"

namespace app {
namespace {

std::shared_ptr<const geo::Heat> heat_of(const geo::Project& project, const geo::HeatSettings& settings, int threads, const geo::Progress& progress) {
    const auto reports = geo::hazard_reports(project.inputs);
    if (reports.empty()) return nullptr;
    auto heat = std::make_shared<geo::Heat>(geo::hazard_density(reports, settings, project.inputs.crs, threads, progress));
    return heat->reports > 0 ? heat : nullptr;
}

}  // namespace

SheetSource sheet_source(std::shared_ptr<const geo::Project> project, std::shared_ptr<const geo::Results> results, const geo::HeatSettings* heat, int threads,
                         const geo::Progress& progress) {
    SheetSource source{.project = std::move(project), .results = std::move(results), .heat = nullptr, .map = nullptr, .title = {}};
    source.title = QString::fromStdString(source.project->name);
    if (heat) source.heat = heat_of(*source.project, *heat, threads, progress.part(0.0, 0.5));
    source.map = std::make_shared<MapData>(source.project, source.results, MapStyle::standard(), progress.part(0.5, 1.0));
    return source;
}

}  // namespace app
