#include "geo/bays/arrange.hpp"

#include <algorithm>
#include <cmath>

namespace geo::rows {
namespace {

constexpr double touch_m = 1e-7;  ///< less overlap than this is mere touching

struct Range {
    double lo, hi;
    bool meets(const Range& other) const { return lo < other.hi - touch_m && other.lo < hi - touch_m; }
    Range grown(double by) const { return {lo - by, hi + by}; }
};

/// What a block covers across its rows.
struct Profile {
    Range rows[2];
    int row_count;
    Range aisle;  ///< empty when lo ≥ hi

    Range all_rows() const { return {rows[0].lo, rows[row_count - 1].hi}; }
};

Profile profile(double y, Aisle aisle, const Sizes& s) {
    Profile p{{{y, y + s.depth}, {}}, 1, {0.0, 0.0}};
    if (aisle == Aisle::Above) p.aisle = {y + s.depth, y + s.depth + s.aisle_one};
    if (aisle == Aisle::Below) p.aisle = {y - s.aisle_one, y};
    if (aisle == Aisle::Twin) {
        p.aisle = {y + s.depth, y + s.depth + s.aisle_two};
        p.rows[p.row_count++] = {p.aisle.hi, p.aisle.hi + s.depth};
    }
    return p;
}

int most_bays(Aisle aisle, const Sizes& s, int left) {
    return aisle == Aisle::Twin ? std::min(s.twin_bays, left / 2) : std::min(s.row_bays, left);
}

int fitting(Aisle aisle, const Span& span, const Sizes& s, int left) {
    const double room = std::floor(span.length() / s.width + 1e-12);
    return static_cast<int>(std::min(room, static_cast<double>(most_bays(aisle, s, left))));
}

/// Bays of each of a block's groups.
int group_bays(const Block& block, const Sizes& s) { return block.bays * block.rows() / groups_of(block, s); }

/// Bays of all rows of the largest block that can stand in the slot.
int capacity(const Slot& slot, const Sizes& s) {
    return fitting(slot.aisle, slot.span, s, s.site_bays) * (slot.aisle == Aisle::Twin ? 2 : 1);
}

/// Grows a site from one block. The slots come by falling capacity.
class Growth {
public:
    Growth(const Survey& survey, const std::vector<Slot>& slots, bool may_twin)
        : m_survey{survey}, m_sizes{survey.sizes()}, m_slots{slots}, m_may_twin{may_twin} {}

    Arrangement from(const Slot& seed, bool at_right) {
        const int bays = fitting(seed.aisle, seed.span, m_sizes, m_sizes.site_bays);
        place({at_right ? seed.span.hi - bays * m_sizes.width : seed.span.lo, seed.y, seed.aisle, bays});
        while (grow()) {
        }
        return finish();
    }

private:
    struct Choice {
        Block block;
        double value = -1e300, off = 0.0;
    };

    Range extent(const Block& block) const { return {block.x, block.x + block.bays * m_sizes.width}; }

    void place(const Block& block) {
        m_blocks.push_back(block);
        m_profiles.push_back(profile(block.y, block.aisle, m_sizes));
        m_bays += block.bays * block.rows();
        m_largest = std::max(m_largest, group_bays(block, m_sizes));
        const Profile& p = m_profiles.back();
        const Range x = extent(block);
        m_box.add(Point{x.lo, p.all_rows().lo});
        m_box.add(Point{x.hi, p.all_rows().hi});
        // Rows as close above and below as gap and aisles allow.
        const double up = p.all_rows().hi + m_sizes.gap, down = p.all_rows().lo - m_sizes.gap;
        const bool has_aisle = p.aisle.lo < p.aisle.hi;
        const double aisle_top = has_aisle ? p.aisle.hi : up, aisle_bottom = has_aisle ? p.aisle.lo : down;
        const double d = m_sizes.depth, a = m_sizes.aisle_one;
        look_at(std::max(up, aisle_top));
        look_at(std::max(up, aisle_top + a));
        look_at(std::min(down, aisle_bottom) - d);
        look_at(std::min(down, aisle_bottom - a) - d);
        look_at(std::min(down, aisle_bottom) - 2.0 * d - m_sizes.aisle_two);
    }

    void look_at(double y) {
        for (double seen : m_looked_at)
            if (std::abs(seen - y) < touch_m) return;
        m_looked_at.push_back(y);
        m_survey.slots_at(y, m_near_slots);
    }

    bool grow() {
        if (m_sizes.site_bays - m_bays < m_sizes.further) return false;
        Choice best;
        for (const Slot& slot : m_near_slots) consider(slot, best);
        for (const Slot& slot : m_slots) {
            if (capacity(slot, m_sizes) < best.value) break;
            consider(slot, best);
        }
        if (best.block.bays == 0) return false;
        place(best.block);
        return true;
    }

    void consider(const Slot& slot, Choice& best) {
        if (slot.aisle == Aisle::Twin && !m_may_twin) return;
        if (slot.y > m_box.max_y + m_sizes.reach) return;
        if (slot.y < m_box.min_y - m_sizes.reach - 2.0 * m_sizes.depth - m_sizes.aisle_two) return;
        if (slot.span.lo > m_box.max_x + m_sizes.reach || slot.span.hi < m_box.min_x - m_sizes.reach) return;
        const int rows = slot.aisle == Aisle::Twin ? 2 : 1;
        const int most = fitting(slot.aisle, slot.span, m_sizes, m_sizes.site_bays - m_bays);
        if (most < m_sizes.least || most * rows < std::max(best.value, 1.0 * least_further())) return;
        const Profile p = profile(slot.y, slot.aisle, m_sizes);
        m_taken.clear();
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const Range x = extent(m_blocks[i]);
            const Profile& q = m_profiles[i];
            if (p.all_rows().grown(m_sizes.gap).meets(q.all_rows())) {
                m_taken.push_back(x.grown(m_sizes.gap));
            } else if (clash(p, q)) {
                m_taken.push_back(x);
            }
        }
        std::sort(m_taken.begin(), m_taken.end(), [](const Range& a, const Range& b) { return a.lo < b.lo; });
        double from = std::max(slot.span.lo, m_box.min_x - m_sizes.reach - most * m_sizes.width);
        const double end = std::min(slot.span.hi, m_box.max_x + m_sizes.reach + most * m_sizes.width);
        for (const Range& taken : m_taken) {
            weigh(slot, p, {from, std::min(taken.lo, end)}, best);
            from = std::max(from, taken.hi);
        }
        weigh(slot, p, {from, end}, best);
    }

    static bool clash(const Profile& p, const Profile& q) {
        const bool p_has = p.aisle.lo < p.aisle.hi, q_has = q.aisle.lo < q.aisle.hi;
        if (p_has && q_has && p.aisle.meets(q.aisle)) return true;
        return (p_has && p.aisle.meets(q.all_rows())) || (q_has && q.aisle.meets(p.all_rows()));
    }

    void weigh(const Slot& slot, const Profile& p, const Span& span, Choice& best) const {
        if (span.length() < m_sizes.least * m_sizes.width) return;
        Block block{0.0, slot.y, slot.aisle, fitting(slot.aisle, span, m_sizes, m_sizes.site_bays - m_bays)};
        if (block.bays < m_sizes.least || group_bays(block, m_sizes) < least_further()) return;
        const double length = block.bays * m_sizes.width;
        // Flush with the first block where there is room, else as near to it as there is.
        block.x = std::max(span.lo, std::min(m_blocks.front().x, span.hi - length));
        const Range x = extent(block), y = p.all_rows();
        double nearest = 1e300;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const Range u = extent(m_blocks[i]), v = m_profiles[i].all_rows();
            const double dx = std::max({0.0, u.lo - x.hi, x.lo - u.hi}), dy = std::max({0.0, v.lo - y.hi, y.lo - v.hi});
            nearest = std::min(nearest, std::hypot(dx, dy));
        }
        if (nearest > m_sizes.reach) return;
        // Two metres of needless distance are worth one bay, so that a wall is followed but the site stays one place.
        const double value = block.bays * block.rows() - 0.5 * std::max(0.0, nearest - m_sizes.gap);
        const Point c = m_box.centre();
        const double off = std::abs(0.5 * (x.lo + x.hi) - c.x) + std::abs(0.5 * (y.lo + y.hi) - c.y);
        if (value > best.value + 1e-9 || (value > best.value - 1e-9 && off < best.off - 1e-6))
            best = {block, value, off};
    }

    int least_further() const {
        return std::max(m_sizes.further, static_cast<int>(std::ceil(m_sizes.further_share * m_largest)));
    }

    Arrangement finish() {
        Arrangement result;
        result.angle = m_survey.angle();
        Box box;
        for (const Block& block : m_blocks) {
            // Groups that came before the largest were held against a smaller one.
            const int bays = group_bays(block, m_sizes);
            if (bays < m_largest && bays < least_further()) continue;
            result.blocks.push_back(block);
            result.bays += block.bays * block.rows();
            result.groups += groups_of(block, m_sizes);
            const Range x = extent(block), y = profile(block.y, block.aisle, m_sizes).all_rows();
            box.add(Point{x.lo, y.lo});
            box.add(Point{x.hi, y.hi});
        }
        std::sort(result.blocks.begin(), result.blocks.end(),
                  [](const Block& a, const Block& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
        result.worth = result.bays - m_sizes.group_cost * (result.groups - 1);
        result.spread = box.max_x - box.min_x + box.max_y - box.min_y;
        return result;
    }

    const Survey& m_survey;
    const Sizes& m_sizes;
    const std::vector<Slot>& m_slots;
    bool m_may_twin;
    std::vector<Block> m_blocks;
    std::vector<Profile> m_profiles;
    std::vector<Slot> m_near_slots;
    std::vector<double> m_looked_at;
    std::vector<Range> m_taken;
    Box m_box;  ///< of the rows
    int m_bays = 0, m_largest = 0;
};

/// Slots to begin with, the first of those given, no two of them close to each other.
std::vector<Slot> seeds(const std::vector<Slot>& slots, const Sizes& sizes, bool twins) {
    constexpr std::size_t most = 6;
    std::vector<Slot> chosen;
    for (const Slot& slot : slots) {
        if ((slot.aisle == Aisle::Twin) != twins || capacity(slot, sizes) < sizes.least) continue;
        const bool is_apart = std::none_of(chosen.begin(), chosen.end(), [&](const Slot& other) {
            return std::abs(other.y - slot.y) < sizes.depth && other.span.lo < slot.span.hi &&
                   slot.span.lo < other.span.hi;
        });
        if (is_apart) chosen.push_back(slot);
        if (chosen.size() == most) break;
    }
    return chosen;
}

}  // namespace

int groups_of(const Block& block, const Sizes& sizes) {
    return block.aisle == Aisle::Twin && 2 * block.bays > sizes.group_bays ? 2 : 1;
}

bool is_full(const Arrangement& arrangement, const Sizes& sizes) {
    const int fewest_groups = (sizes.site_bays + sizes.row_bays - 1) / sizes.row_bays;
    return arrangement.bays == sizes.site_bays && arrangement.groups <= fewest_groups;
}

bool is_better(const Arrangement& a, const Arrangement& b) {
    if (a.worth != b.worth) return a.worth > b.worth;
    if (a.groups != b.groups) return a.groups < b.groups;
    return a.spread < b.spread - 1e-3;
}

Arrangement arrange(const Survey& survey, const std::vector<double>& more_heights) {
    const Sizes& sizes = survey.sizes();
    std::vector<double> heights = survey.heights(0.25 * sizes.depth);
    heights.insert(heights.end(), more_heights.begin(), more_heights.end());
    std::sort(heights.begin(), heights.end());
    std::vector<Slot> slots;
    for (double y : heights) survey.slots_at(y, slots);
    std::stable_sort(slots.begin(), slots.end(),
                     [&](const Slot& a, const Slot& b) { return capacity(a, sizes) > capacity(b, sizes); });
    Arrangement best;
    for (bool twins : {true, false}) {
        for (const Slot& seed : seeds(slots, sizes, twins)) {
            const bool has_play = seed.span.length() > (capacity(seed, sizes) / (twins ? 2 : 1) + 1) * sizes.width;
            for (bool at_right : {false, true}) {
                if (at_right && !has_play) continue;
                Arrangement next = Growth{survey, slots, twins}.from(seed, at_right);
                if (is_better(next, best)) best = std::move(next);
            }
            // No other start does better by more than inches.
            if (is_full(best, sizes)) return best;
        }
    }
    return best;
}

}  // namespace geo::rows
