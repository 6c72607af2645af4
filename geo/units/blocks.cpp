#include "geo/units/blocks.hpp"

#include "geo/geometry/overlay.hpp"
#include "geo/units/tidy.hpp"

#include <algorithm>

namespace geo::units {
namespace {

constexpr double pocket_m2 = 5'000.0;
constexpr double trace_m2 = 1e-4;

/// The buildings' box with room for every outline, as lines' frame of the mosaic.
Ring frame_of(std::span<const Item> items, double margin_m) {
    Box box;
    for (const Item& item : items) box.add(box_of(item.outline));
    box = box.grown(3.0 * margin_m + 10.0);
    return {{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}};
}

int face_at(const MultiPolygon& faces, const BoxIndex& index, Point p) {
    for (std::size_t f : index.meeting({p.x, p.y, p.x, p.y}))
        if (contains(faces[f], p)) return static_cast<int>(f);
    return nobody;
}

/// What joining neighbouring blocks would make.
class Joiner {
public:
    Joiner(const MultiPolygon& faces, std::span<const int> labels, std::span<const Item> items,
           std::span<const int> face_of_item, int count, const Targets& targets)
        : m_grounds(count), m_hulls(count), m_lots(count), m_targets{targets} {
        for (std::size_t f = 0; f < faces.size(); ++f)
            if (labels[f] != nobody) m_grounds[labels[f]].push_back(faces[f]);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (face_of_item[i] == nobody || labels[face_of_item[i]] == nobody) continue;
            const int label = labels[face_of_item[i]];
            m_lots[label].buildings++;
            m_hulls[label].insert(m_hulls[label].end(), items[i].outline.begin(), items[i].outline.end());
        }
        for (int label = 0; label < count; ++label) {
            m_hulls[label] = hull(std::move(m_hulls[label]));
            m_lots[label].m2 = built_m2(std::vector{label});
        }
    }
    const std::vector<Lot>& lots() const { return m_lots; }

    std::optional<Lot> operator()(std::span<const int> a, std::span<const int> b) const {
        Lot both;
        std::vector<int> members(a.begin(), a.end());
        members.insert(members.end(), b.begin(), b.end());
        for (int label : members) both.buildings += m_lots[label].buildings;
        if (both.buildings > m_targets.most_buildings) return {};
        both.m2 = built_m2(members);
        // Far more ground together than apart: the buildings are not neighbours, whatever their blocks are.
        if (both.m2 > m_targets.most_m2 || both.m2 > 1.5 * (built_m2(a) + built_m2(b)) + 2'000.0) return {};
        return both;
    }

private:
    double built_m2(std::span<const int> labels) const {
        std::vector<Point> points;
        for (int label : labels) points.insert(points.end(), m_hulls[label].begin(), m_hulls[label].end());
        if (points.empty()) return 0.0;
        const auto reach = grown(hull(std::move(points)), m_targets.margin_m);
        double sum = 0.0;
        for (int label : labels) sum += area_inside(m_grounds[label], reach);
        return sum;
    }
    std::vector<MultiPolygon> m_grounds;
    std::vector<Ring> m_hulls;
    std::vector<Lot> m_lots;
    Targets m_targets;
};

/// Adds a building that no unit takes whole to each block that it meets.
void add_parts(Blocks& result, const Item& item, const MultiPolygon& building) {
    const Box box = box_of(building);
    for (Block& block : result.blocks) {
        if (!box_of(block.ground).meets(box)) continue;
        for (const Polygon& face : block.ground) {
            if (!box_of(face.outer).meets(box)) continue;
            for (Polygon& part : intersection(building, {face}, OverlayEngine::Geos)) {
                if (area(part) <= trace_m2) continue;
                block.items.push_back(item);
                block.items.back().at = inner_point(part);
                block.items.back().outline = std::move(part.outer);
            }
        }
    }
}

}  // namespace

std::vector<Box> boxes_of(const MultiPolygon& faces) {
    std::vector<Box> boxes;
    for (const Polygon& face : faces) boxes.push_back(box_of(face.outer));
    return boxes;
}

int Blocks::at(const BoxIndex& index, Point p) const {
    const int face = face_at(faces, index, p);
    return face == nobody ? nobody : block_of_face[face];
}

Blocks blocks_between(std::span<const Line> roads, std::span<const Item> items, std::span<const MultiPolygon> buildings,
                      const Targets& targets) {
    const Ring frame = frame_of(items, targets.margin_m);
    if (roads.empty()) return {{{{{frame, {}}}, {items.begin(), items.end()}}}, {}, {{frame, {}}}, {0}};

    std::vector<Line> lines(roads.begin(), roads.end());
    for (std::size_t i = 0; i < frame.size(); ++i) lines.push_back({frame[i], frame[(i + 1) % frame.size()]});
    const Mosaic mosaic{faces(lines, grid_m)};
    const BoxIndex index{boxes_of(mosaic.faces())};
    std::vector<int> labels(mosaic.faces().size(), nobody), face_of_item;
    for (const Item& item : items) {
        face_of_item.push_back(face_at(mosaic.faces(), index, item.at));
        if (face_of_item.back() != nobody) labels[face_of_item.back()] = 0;
        if (item.is_whole) continue;
        for (std::size_t f : index.meeting(box_of(item.outline))) {
            if (area(intersection(buildings[item.building], {mosaic.faces()[f]}, OverlayEngine::Geos)) > trace_m2)
                labels[f] = 0;
        }
    }
    int count = 0;
    for (int& label : labels)
        if (label != nobody) label = count++;
    const Joiner joiner{mosaic.faces(), labels, items, face_of_item, count, targets};
    labels = join_small(mosaic, std::move(labels), joiner.lots(), [&](auto a, auto b) { return joiner(a, b); });
    fill_pockets(mosaic, labels, pocket_m2);

    Blocks result{std::vector<Block>(static_cast<std::size_t>(renumber(labels))), mosaic.edges_between(labels),
                  mosaic.faces(), labels};
    for (std::size_t f = 0; f < labels.size(); ++f)
        if (labels[f] != nobody) result.blocks[labels[f]].ground.push_back(mosaic.faces()[f]);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].is_whole)
            add_parts(result, items[i], buildings[items[i].building]);
        else if (face_of_item[i] != nobody)
            result.blocks[labels[face_of_item[i]]].items.push_back(items[i]);
    }
    return result;
}

}  // namespace geo::units
