#include "tests/geo/units/real_town.hpp"

#include "geo/crs/crs.hpp"
#include "geo/geometry/repair.hpp"

#include <ogrsf_frmts.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace test {
namespace {

geo::Line points_of(const OGRSimpleCurve& curve) {
    geo::Line line;
    for (int i = 0; i < curve.getNumPoints(); ++i) line.push_back({curve.getX(i), curve.getY(i)});
    return line;
}

geo::Ring ring_of(const OGRSimpleCurve& curve) {
    geo::Ring ring = points_of(curve);
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring;
}

void add(geo::Shape& shape, const OGRGeometry& geometry) {
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPolygon: {
            const OGRPolygon& polygon = *geometry.toPolygon();
            if (polygon.IsEmpty()) return;
            shape.areas.push_back({ring_of(*polygon.getExteriorRing()), {}});
            for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
                shape.areas.back().holes.push_back(ring_of(*polygon.getInteriorRing(i)));
            return;
        }
        case wkbLineString:
            shape.lines.push_back(points_of(*geometry.toLineString()));
            return;
        case wkbMultiPolygon:
        case wkbMultiLineString:
        case wkbGeometryCollection:
            for (const OGRGeometry* part : *geometry.toGeometryCollection()) add(shape, *part);
            return;
        default:
            return;
    }
}

std::vector<geo::Shape> shapes_of(GDALDataset& data, const char* layer_name) {
    std::vector<geo::Shape> shapes;
    OGRLayer* layer = data.GetLayerByName(layer_name);
    if (!layer) return shapes;
    for (const auto& feature : *layer) {
        shapes.emplace_back();
        if (const OGRGeometry* geometry = feature->GetGeometryRef()) add(shapes.back(), *geometry);
    }
    return shapes;
}

}  // namespace

std::optional<RealTown> real_town(const std::string& file) {
    const char* folder = std::getenv("ANCHONG_REAL_DATA");
    if (!folder) return {};
    GDALAllRegister();
    const std::string path = std::string{folder} + "/" + file;
    const std::unique_ptr<GDALDataset> data{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY)};
    if (!data) throw std::runtime_error{"cannot open " + path};
    std::vector<geo::Shape> buildings = shapes_of(*data, "buildings"), roads = shapes_of(*data, "roads");
    geo::Box box;
    for (const geo::Shape& shape : buildings) box.add(geo::box_of(shape));
    const geo::Transform project{"EPSG:4326", geo::working_crs(box.centre())};
    RealTown town;
    for (geo::Shape& shape : buildings) {
        project.apply(shape);
        geo::repair(shape);
        if (!shape.areas.empty()) town.buildings.push_back(std::move(shape.areas));
    }
    for (geo::Shape& shape : roads) {
        project.apply(shape);
        for (geo::Line& line : shape.lines)
            if (line.size() > 1) town.roads.push_back(std::move(line));
    }
    return town;
}

}  // namespace test
