#pragma once

#include "geo/geometry/shapes.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace geo::storage {

/// What the geometry column of a table holds.
enum class GeometryKind {
    None,  ///< a table without geometry
    OnePoint, Points, Lines, OneArea, Areas,
    Any    ///< rows differ: each is written as the simplest type that holds it
};

/// The narrowest kind that holds all shapes added.
class KindOf {
   public:
    void add(const Shape& shape);
    /// `None` when all were empty.
    GeometryKind kind() const;
    bool has_points() const { return m_points; }
    bool has_lines() const { return m_lines; }
    bool has_areas() const { return m_areas; }

   private:
    bool m_points = false, m_lines = false, m_areas = false, m_many_points = false;
};

/// Well-known binary (little-endian, 2D, rings closed); coordinates bit for bit. Only really mixed shapes become collections.
/// Empty for an empty shape.
void to_wkb(const Shape& shape, GeometryKind kind, std::vector<unsigned char>& wkb);

/// The shape of any 2D, 3D or measured well-known binary; Z and M are dropped, rings opened.
/// @return nothing when it is cut off or of a type that is no point, line, area or collection of them
std::optional<Shape> shape_from_wkb(std::span<const unsigned char> wkb);

}  // namespace geo::storage
