#pragma once

#include "geo/core/finding.hpp"
#include "geo/crs/crs.hpp"
#include "geo/geometry/shapes.hpp"
#include "geo/model/role.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace geo {

/// An attribute's value; `monostate` is unknown, which is not zero.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// One thing of an input layer.
struct Feature {
    std::string id;    ///< unique in the project
    std::string name;
    Shape shape;       ///< in the layer's CRS, repaired
    std::vector<Value> values;  ///< as `role_info(role).fields`
    std::string source;         ///< all attributes of the source as a JSON object
    bool is_hull = false;       ///< could not be repaired: its convex hull stands in for it

    bool operator==(const Feature&) const = default;
};

/// Where a layer came from and how it was read.
struct Provenance {
    std::string file;    ///< as given, without folder
    std::string layer;
    std::string sha256;  ///< of the file (of the .shp for shapefiles)
    CrsName crs;         ///< of the source
    std::string crs_from;       ///< `file`, `option`, `guessed`
    std::string encoding;       ///< `GBK`, `UTF-8` …
    std::string encoding_from;  ///< `cpg`, `ldid`, `utf8-valid`, `default`, `option`, `format`
    std::string mapping;        ///< JSON: role field → source column
    double accuracy_m = 3.0;    ///< positional accuracy assumed or known
    std::string accuracy_from;  ///< `option`, `assumed`
    std::string imported_at;
    std::int64_t read = 0;      ///< features read
    std::int64_t repaired = 0;
    std::int64_t hulls = 0;
    std::int64_t dropped = 0;

    bool operator==(const Provenance&) const = default;
};

/// An input layer: features of one role in one CRS.
struct Layer {
    Role role = Role::Background;
    CrsName crs;
    Provenance provenance;
    std::vector<Feature> features;
};

/// Value of a field by name; monostate when the role has no such field or the value is unknown.
Value value_of(Role role, const Feature& feature, std::string_view field);
std::optional<double> number_of(Role role, const Feature& feature, std::string_view field);
std::string text_of(Role role, const Feature& feature, std::string_view field);

}  // namespace geo
