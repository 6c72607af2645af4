#include "geo/geometry/box_index.hpp"

#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <iterator>

namespace geo {
namespace {

namespace bg = boost::geometry;
using RPoint = bg::model::d2::point_xy<double>;
using RBox = bg::model::box<RPoint>;
using Entry = std::pair<RBox, std::size_t>;

RBox to_boost(const Box& b) { return {{b.min_x, b.min_y}, {b.max_x, b.max_y}}; }

}  // namespace

struct BoxIndex::Tree {
    bg::index::rtree<Entry, bg::index::quadratic<16>> tree;
};

BoxIndex::BoxIndex(std::span<const Box> boxes) {
    std::vector<Entry> entries;
    entries.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!boxes[i].empty()) entries.emplace_back(to_boost(boxes[i]), i);
    m_tree = std::make_unique<Tree>(Tree{{entries.begin(), entries.end()}});
}

BoxIndex::~BoxIndex() = default;
BoxIndex::BoxIndex(BoxIndex&&) noexcept = default;
BoxIndex& BoxIndex::operator=(BoxIndex&&) noexcept = default;

std::vector<std::size_t> BoxIndex::meeting(const Box& box) const {
    std::vector<std::size_t> found;
    if (box.empty()) return found;
    for (auto it = m_tree->tree.qbegin(bg::index::intersects(to_boost(box))); it != m_tree->tree.qend(); ++it) found.push_back(it->second);
    std::ranges::sort(found);
    return found;
}

}  // namespace geo
