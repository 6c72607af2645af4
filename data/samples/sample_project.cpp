#include "data/samples/sample_project.hpp"

#include "data/samples/township.hpp"
#include "geo/report/new_project.hpp"

namespace samples {
namespace {

/// The sample is drawn as a 1:500 survey would have it, whose plans are good to a quarter of a metre.
constexpr double survey_accuracy_m = 0.25;

}  // namespace

SampleProject make_sample_project(const std::filesystem::path& folder, bool overwrite, const geo::Progress& progress) {
    SampleProject sample{.project = folder / "town.gpkg", .files = write_township(township(), folder, overwrite), .requests = {}, .findings = {}};
    for (const SampleFile& file : sample.files) {
        geo::LayerRequest request;
        request.role = file.role;
        request.file = file.file;
        if (!file.layer.empty()) request.layer = file.layer;
        request.accuracy_m = survey_accuracy_m;
        sample.requests.push_back(std::move(request));
    }
    sample.findings = geo::make_project(sample.project, sample.requests, false, std::string{sample_rules}, overwrite, progress).findings;
    return sample;
}

}  // namespace samples
