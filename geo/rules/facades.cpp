#include "geo/rules/facades.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

namespace geo {
namespace {

template <typename T>
struct Word {
    std::string_view text;
    T meaning;
};

// Longer words stand before those that they hold.
constexpr std::array<Word<Facade>, 15> facade_words_known{{{"few_openings", Facade::FewOpenings}, {"少开口", Facade::FewOpenings}, {"protected", Facade::Protected},
                                                           {"甲级防火门窗", Facade::Protected}, {"防火门窗", Facade::Protected}, {"甲级门窗", Facade::Protected},
                                                           {"防火窗", Facade::Protected}, {"水幕", Facade::Protected}, {"防火卷帘", Facade::Protected},
                                                           {"firewall", Facade::Firewall}, {"防火墙", Facade::Firewall}, {"blank", Facade::Blank},
                                                           {"无窗墙", Facade::Blank}, {"无开口", Facade::Blank}, {"实墙", Facade::Blank}}};
constexpr std::array<Word<Side>, 18> side_words{{{"north", Side::North}, {"east", Side::East}, {"south", Side::South}, {"west", Side::West},
                                                 {"gable", Side::Gable}, {"山墙", Side::Gable}, {"全部", Side::All}, {"四周", Side::All}, {"四面", Side::All},
                                                 {"all", Side::All}, {"北", Side::North}, {"东", Side::East}, {"南", Side::South}, {"西", Side::West},
                                                 {"n", Side::North}, {"e", Side::East}, {"s", Side::South}, {"w", Side::West}}};
constexpr std::array<std::string_view, 21> fillers{"and", "和", "及", "与", " ", "\t", ":", "：", ",", "，", "、", ";", "；", "/", "+", "侧", "面", "墙", "wall", "为", "side"};
// Between two of these a slip of the pen would turn one wall into another: 东北 is neither.
constexpr std::array<std::string_view, 12> diagonals{"东北", "北东", "东南", "南东", "西北", "北西", "西南", "南西", "northeast", "northwest", "southeast", "southwest"};

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// The clauses of an attribute, cut at semicolons.
std::vector<std::string> clauses(const std::string& text) {
    std::vector<std::string> parts{{}};
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view{text}.substr(at);
        const std::size_t cut = rest.starts_with("；") ? std::string_view{"；"}.size() : rest.starts_with(';') || rest.starts_with('\n') ? 1 : 0;
        if (cut > 0) parts.emplace_back();
        else parts.back() += text[at];
        at += cut > 0 ? cut : 1;
    }
    return parts;
}

template <typename T, std::size_t N>
const Word<T>* word_at(const std::array<Word<T>, N>& words, std::string_view rest) {
    const auto found = std::ranges::find_if(words, [&](const Word<T>& word) { return rest.starts_with(word.text); });
    return found == words.end() ? nullptr : &*found;
}

/// Adds what one clause notes; false where it cannot be understood.
bool read_clause(std::string_view clause, std::vector<WallNote>& notes) {
    std::vector<Side> sides;
    std::vector<Facade> facades;
    for (std::string_view rest = clause; !rest.empty();) {
        if (std::ranges::any_of(diagonals, [&](std::string_view word) { return rest.starts_with(word); })) return false;
        if (const auto* facade = word_at(facade_words_known, rest)) {
            facades.push_back(facade->meaning);
            rest.remove_prefix(facade->text.size());
        } else if (const auto* side = word_at(side_words, rest)) {
            // 东山墙 is the east wall, not every gable.
            if (side->meaning != Side::Gable || sides.empty()) sides.push_back(side->meaning);
            rest.remove_prefix(side->text.size());
        } else if (const auto filler = std::ranges::find_if(fillers, [&](std::string_view word) { return rest.starts_with(word); }); filler != fillers.end()) {
            rest.remove_prefix(filler->size());
        } else {
            return false;
        }
    }
    if (facades.size() > 1) return false;
    if (facades.empty() && sides.empty()) return true;
    const Facade facade = facades.empty() ? Facade::Blank : facades.front();
    if (sides.empty()) sides.push_back(Side::All);
    for (const Side side : sides) notes.push_back({facade, side});
    return true;
}

/// Direction of the longest wall, radians.
double long_axis(const MultiPolygon& footprint) {
    double longest = 0.0, axis = 0.0;
    for (const Polygon& polygon : footprint)
        for (std::size_t i = 0; i < polygon.outer.size(); ++i) {
            const Point &a = polygon.outer[i], &b = polygon.outer[(i + 1) % polygon.outer.size()];
            if (const double length = std::hypot(b.x - a.x, b.y - a.y); length > longest) longest = length, axis = std::atan2(b.y - a.y, b.x - a.x);
        }
    return axis;
}

constexpr double eighth = std::numbers::pi / 4;

/// Angle between two directions, 0…π.
double between(double a, double b) { return std::abs(std::remainder(a - b, 2 * std::numbers::pi)); }

bool faces(double normal, Side side, double axis) {
    switch (side) {
        case Side::North: return between(normal, 2 * eighth) < eighth;
        case Side::East: return between(normal, 0.0) < eighth;
        case Side::South: return between(normal, -2 * eighth) < eighth;
        case Side::West: return between(normal, 4 * eighth) < eighth;
        case Side::Gable: return between(normal, axis) < eighth || between(normal, axis + 4 * eighth) < eighth;
        case Side::All: return true;
    }
    return false;
}

Facade facade_of(double normal, const std::vector<WallNote>& notes, double axis) {
    Facade best = Facade::Unknown;
    for (const WallNote& note : notes)
        if (faces(normal, note.side, axis)) best = std::max(best, note.facade);
    return best;
}

}  // namespace

std::optional<std::vector<WallNote>> wall_notes(std::string_view text) {
    const std::string words = lower(text);
    std::vector<WallNote> notes;
    if (words.empty() || words == "无" || words == "否" || words == "no" || words == "none" || words == "0") return notes;
    for (const std::string& clause : clauses(words))
        if (!read_clause(clause, notes)) return std::nullopt;
    if (notes.empty()) return std::nullopt;
    return notes;
}

std::vector<Walls> walls_of(const MultiPolygon& footprint, const std::vector<WallNote>& notes) {
    std::array<Walls, 5> by_facade{};
    for (std::size_t i = 0; i < by_facade.size(); ++i) by_facade[i].facade = static_cast<Facade>(i);
    const double axis = long_axis(footprint);
    const auto add = [&](const Ring& ring, bool is_hole) {
        // Outward is right of a counter-clockwise outline, and of a clockwise courtyard.
        const double right = (signed_area(ring) > 0.0) != is_hole ? -2 * eighth : 2 * eighth;
        Facade before = Facade::Unknown;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
            if (a.x == b.x && a.y == b.y) continue;
            const Facade facade = facade_of(std::atan2(b.y - a.y, b.x - a.x) + right, notes, axis);
            std::vector<Line>& lines = by_facade[static_cast<std::size_t>(facade)].lines;
            if (i == 0 || facade != before || lines.empty()) lines.push_back({a});
            lines.back().push_back(b);
            before = facade;
        }
    };
    for (const Polygon& polygon : footprint) {
        add(polygon.outer, false);
        for (const Ring& hole : polygon.holes) add(hole, true);
    }
    std::vector<Walls> result;
    for (Walls& walls : by_facade)
        if (!walls.lines.empty()) result.push_back(std::move(walls));
    return result;
}

}  // namespace geo
