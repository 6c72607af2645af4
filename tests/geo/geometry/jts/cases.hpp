#pragma once

#include "geo/geometry/shapes.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace geo::jts {

/// One operation of a JTS or GEOS test case with the result that it asks for. Geometries as they are written: neither repaired nor moved.
struct Case {
    std::string file, name;  ///< `general/TestBuffer.xml`; `TestBuffer.xml 12: a line, buffer 10`
    std::string operation;   ///< lower case, without the suffix of the overlay that is meant
    double grid = 0.0;        ///< the result is to be rounded to multiples of this; 0: not at all
    Shape a, b;               ///< the operands in the order of the arguments; `b` empty where there is one
    std::vector<double> numbers;  ///< further arguments
    std::string expected;         ///< as written
    std::optional<Shape> shape;   ///< `expected`, where it is a geometry
};

/// Tests of all XML files in the folder and below, by the files' names; those whose operands GDAL does not understand are counted only.
struct Suite {
    std::vector<Case> cases;
    int unreadable = 0;
};
Suite read_suite(const std::filesystem::path& folder);

/// The folder of the cases; nothing when `ANCHONG_REAL_DATA` is unset.
std::optional<std::filesystem::path> folder_of_cases();

}  // namespace geo::jts
