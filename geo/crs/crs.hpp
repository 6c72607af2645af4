#pragma once

#include "geo/core/error.hpp"
#include "geo/geometry/shapes.hpp"

#include <memory>
#include <optional>
#include <string>

namespace geo {

/// A CRS as the user or a file names it: `EPSG:4544`, WKT, PROJJSON. Coordinates are always east/longitude first.
using CrsName = std::string;

struct CrsInfo {
    CrsName name;             ///< `EPSG:n` where the CRS is (or clearly equals) one of EPSG, else WKT2
    std::string title;        ///< `CGCS2000 / 3-degree Gauss-Kruger CM 105E`
    bool geographic = false;  ///< degrees
    bool projected = false;
    double metres_per_unit = 1.0;  ///< of a projected CRS
};

/// @throws CrsError when PROJ does not know it
CrsInfo crs_info(const CrsName& name);

/// WKT for a file: WKT1 in ESRI's dialect for `.prj`, WKT2:2019 otherwise. @throws CrsError
std::string crs_wkt(const CrsName& name, bool esri = false);

/// The conformal CRS to work in near a place: CGCS2000 3-degree zone in its CM variant (EPSG:4534–4554) in China, else the
/// WGS 84 UTM zone (EPSG:326xx / 327xx). @param lonlat degrees @throws CrsError beyond ±84° or not finite
CrsName working_crs(Point lonlat);

/// What the coordinates of a file without CRS look like, by domain rules: degrees; zone-prefixed or 6-digit Gauss–Krüger
/// easting. Nothing when it cannot be told (local or swapped axes).
struct CrsGuess {
    CrsName name;
    Message reason;
};
/// @param hint_lonlat  where the project's other layers are, if known: tells the central meridian of 6-digit eastings
std::optional<CrsGuess> guess_crs(const Box& extent, std::optional<Point> hint_lonlat = {});

/// Transforms coordinates; one object per thread. @throws CrsError on construction when there is no way from one to the other
class Transform {
   public:
    Transform(const CrsName& from, const CrsName& to);
    ~Transform();
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;

    /// Not-finite coordinates where PROJ cannot transform the point.
    Point operator()(Point p) const;
    /// All vertices in place; those that cannot be transformed become not finite, for `repair` to drop.
    void apply(Shape& shape) const;

   private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Grid metres per ground metre at a place of a conformal projected CRS (1.0 on its central meridian; 0.9996 for UTM).
/// @param projected  coordinates in that CRS @throws CrsError
double scale_factor(const CrsName& crs, Point projected);

}  // namespace geo
