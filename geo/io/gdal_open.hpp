#pragma once

#include <gdal.h>
#include <ogr_api.h>

#include <memory>
#include <string>
#include <vector>

namespace geo::reading {

struct CloseDataset {
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, CloseDataset>;

struct DestroyFeature {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<void, DestroyFeature>;

/// Keeps GDAL from printing; its last message stays readable.
class Quiet {
   public:
    Quiet();
    ~Quiet();
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
};

/// GDAL's last message on one line, without the paths of temporary copies; empty when there is none.
std::string last_gdal_message();

/// Opens read-only with one of the allowed vector drivers; null when none takes it.
/// @param path  absolute, so that no driver reads a prefix into it
Dataset open_allowed(const std::string& path, const std::vector<std::string>& options);

}  // namespace geo::reading
