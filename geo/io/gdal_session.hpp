#pragma once

#include "geo/crs/crs.hpp"

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

// GDAL's handles, without its headers.
using GDALDatasetH = void*;
using OGRLayerH = void*;
using OGRFeatureH = void*;
using OGRSpatialReferenceH = void*;

namespace geo::storage {

/// Registers GDAL's drivers once; every file is opened with a list of the drivers allowed for it.
void register_gdal();

/// Collects what GDAL reports in this thread while it lives: many failures show nowhere else, some only at closing.
class GdalErrors {
   public:
    GdalErrors();
    ~GdalErrors();
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    bool any() const { return !m_errors.empty(); }
    /// The first failure as GDAL words it, since the later ones follow from it; `otherwise` when there was none.
    std::string first(const std::string& otherwise = "unknown") const { return any() ? m_errors.front() : otherwise; }
    void clear() { m_errors.clear(); }
    void add(std::string text) { m_errors.push_back(std::move(text)); }

   private:
    std::vector<std::string> m_errors;
};

/// Sets a GDAL option for this thread while it lives.
class GdalOption {
   public:
    GdalOption(std::string key, const std::string& value);
    ~GdalOption();
    GdalOption(const GdalOption&) = delete;
    GdalOption& operator=(const GdalOption&) = delete;

   private:
    std::string m_key;
    std::string m_before;
    bool m_was_set = false;
};

struct CloseDataset {
    void operator()(GDALDatasetH dataset) const;
};
struct DestroyFeature {
    void operator()(OGRFeatureH feature) const;
};
struct ReleaseSrs {
    void operator()(OGRSpatialReferenceH srs) const;
};
using Dataset = std::unique_ptr<void, CloseDataset>;
using OgrFeature = std::unique_ptr<void, DestroyFeature>;
using Srs = std::unique_ptr<void, ReleaseSrs>;

/// The CRS as GDAL knows it, east/longitude first. @throws CrsError
Srs gdal_srs(const CrsName& name);

/// GDAL's string lists from ours.
class StringList {
   public:
    StringList(std::initializer_list<std::string> items) : m_items{items} {
        for (std::string& item : m_items) m_pointers.push_back(item.data());
        m_pointers.push_back(nullptr);
    }
    StringList(const StringList&) = delete;
    StringList& operator=(const StringList&) = delete;
    char** data() { return m_pointers.data(); }

   private:
    std::vector<std::string> m_items;
    std::vector<char*> m_pointers;
};

/// Today's date (`2026-11-22`) and moment (`2026-11-22T08:30:00.000Z`) as GDAL's options take them.
std::string date_for_gdal();
std::string moment_for_gdal();

}  // namespace geo::storage
