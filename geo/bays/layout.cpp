#include "geo/bays/layout.hpp"

#include "geo/bays/rectangle.hpp"
#include "geo/bays/search.hpp"

#include <cmath>
#include <tuple>

namespace geo {
namespace {

using namespace rows;

/// What surrounds the rings of one zone.
struct Surroundings {
    const Zone& zone;
    const MultiPolygon legal;
    const MultiPolygon& boundary;
    std::vector<const Polygon*> no_aisle;  ///< near the zone
    bool aisle_may_leave;
};

Surroundings surroundings(const Zone& zone, const BayModule& module, const Sizes& sizes, const MultiPolygon& boundary,
                          std::span<const MultiPolygon> no_aisle) {
    Surroundings around{zone, {zone.legal}, boundary, {}, module.aisle_may_leave_zone};
    const Box near = box_of(zone.legal.outer).grown(2.0 * sizes.aisle_two);
    for (const MultiPolygon& areas : no_aisle)
        for (const Polygon& area : areas)
            if (area.outer.size() >= 3 && box_of(area.outer).meets(near)) around.no_aisle.push_back(&area);
    return around;
}

Terrain aisle_ground(const Surroundings& around, Point origin) {
    Terrain ground{origin};
    ground.require(around.boundary);
    if (!around.aisle_may_leave) ground.require(around.legal);
    for (const Polygon* area : around.no_aisle) ground.ban(*area);
    return ground;
}

/// Draws an arrangement back into the working CRS.
class Drawing {
public:
    Drawing(const Arrangement& arrangement, const Sizes& sizes, Point origin)
        : m_arrangement{arrangement}, m_sizes{sizes}, m_origin{origin} {}

    void draw(Site& site) {
        int group = 0;
        for (const Block& block : m_arrangement.blocks) {
            const int groups = groups_of(block, m_sizes);
            const double above = block.y + m_sizes.depth;
            const double length = block.bays * m_sizes.width;
            row(site, block, block.y, group + 1);
            if (block.aisle == Aisle::Twin) row(site, block, above + m_sizes.aisle_two, group + groups);
            if (block.aisle == Aisle::Twin) aisle(site, {block.x, above}, length, m_sizes.aisle_two, group + 1);
            if (block.aisle == Aisle::Above) aisle(site, {block.x, above}, length, m_sizes.aisle_one, group + 1);
            if (block.aisle == Aisle::Below)
                aisle(site, {block.x, block.y - m_sizes.aisle_one}, length, m_sizes.aisle_one, group + 1);
            group += groups;
        }
        site.bay_count = m_number;
        site.group_count = group;
    }

private:
    Polygon rectangle(double x0, double y0, double x1, double y1) const {
        Polygon out;
        for (Point p : {Point{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}) {
            const Point turned = out_of_frame(p, m_arrangement.angle);
            out.outer.push_back({turned.x + m_origin.x, turned.y + m_origin.y});
        }
        return out;
    }

    void row(Site& site, const Block& block, double y, int group) {
        const auto x = [&](int i) { return block.x + i * m_sizes.width; };
        site.outline.push_back(rectangle(x(0), y, x(block.bays), y + m_sizes.depth));
        for (int i = 0; i < block.bays; ++i)
            site.bays.push_back({site.id, group, ++m_number, false, rectangle(x(i), y, x(i + 1), y + m_sizes.depth)});
    }

    void aisle(Site& site, Point corner, double length, double width, int group) const {
        site.bays.push_back(
            {site.id, group, 0, true, rectangle(corner.x, corner.y, corner.x + length, corner.y + width)});
    }

    const Arrangement& m_arrangement;
    const Sizes& m_sizes;
    Point m_origin;
    int m_number = 0;
};

/// Checks the drawn site by other means than those that found it.
bool is_sound(const Site& site, const MultiPolygon& ring, const Surroundings& around) {
    for (const Polygon& row : site.outline)
        if (!lies_in(row.outer, ring)) return false;
    for (const Bay& bay : site.bays) {
        if (!bay.is_aisle) continue;
        if (!lies_in(bay.outline.outer, around.boundary)) return false;
        if (!around.aisle_may_leave && !lies_in(bay.outline.outer, around.legal)) return false;
        for (const Polygon* area : around.no_aisle)
            if (!stays_out_of(bay.outline.outer, *area)) return false;
    }
    return true;
}

std::string site_id(const std::string& zone_id) {
    const std::size_t at = zone_id.rfind("-Z");
    return at == std::string::npos ? zone_id + "-S" : zone_id.substr(0, at) + "-S" + zone_id.substr(at + 2);
}

}  // namespace

std::optional<Site> fit_bays(const Zone& zone, const BayModule& module, double scale, const MultiPolygon& boundary,
                             std::span<const MultiPolygon> no_aisle) {
    if (zone.legal.outer.size() < 3) return std::nullopt;
    const Sizes sizes = sizes_of(module, scale);
    const Surroundings around = surroundings(zone, module, sizes, boundary, no_aisle);
    const Point centre = box_of(zone.legal.outer).centre();
    const Point origin{std::round(centre.x), std::round(centre.y)};
    const Terrain aisles = aisle_ground(around, origin);
    bool has_a_row[] = {!zone.robust.empty(), true};
    for (bool with_aisle : {true, false}) {
        for (bool in_robust : {true, false}) {
            bool& is_worth_it = has_a_row[in_robust ? 0 : 1];
            if (!is_worth_it) continue;
            const MultiPolygon& ring = in_robust ? zone.robust : around.legal;
            const Found found = search(ring, aisles, sizes, with_aisle);
            is_worth_it = found.has_a_row;
            if (found.best.bays < sizes.least) continue;
            Site site;
            site.id = site_id(zone.id);
            site.zone_id = zone.id;
            site.compound = zone.compound;
            site.type = zone.type;
            site.in_robust = in_robust;
            site.has_aisle = with_aisle;
            Drawing{found.best, sizes, origin}.draw(site);
            for (const Bay& bay : site.bays) site.area_m2 += area(bay.outline) / (scale * scale);
            if (is_sound(site, ring, around)) return site;
        }
    }
    return std::nullopt;
}

}  // namespace geo
