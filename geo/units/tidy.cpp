#include "geo/units/tidy.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace geo::units {
namespace {

constexpr double least_border_m = 5.0;

/// Labels joined into one, and how long their borders with other groups are.
struct Group {
    std::vector<int> members;
    std::map<int, double> borders;
    Lot lot;
};

void join(std::vector<Group>& groups, int from, int into, Lot lot) {
    Group &a = groups[from], &b = groups[into];
    b.lot = lot;
    b.members.insert(b.members.end(), a.members.begin(), a.members.end());
    for (const auto& [other, length] : a.borders) {
        groups[other].borders.erase(from);
        if (other == into) continue;
        b.borders[other] += length;
        groups[other].borders[into] += length;
    }
    a = {};
}

}  // namespace

int renumber(std::vector<int>& labels) {
    std::map<int, int> numbers;
    for (int& label : labels) {
        if (label != nobody) label = numbers.try_emplace(label, static_cast<int>(numbers.size())).first->second;
    }
    return static_cast<int>(numbers.size());
}

std::vector<int> join_small(const Mosaic& mosaic, std::vector<int> labels, std::vector<Lot> lots,
                            const Together& together) {
    std::vector<Group> groups(lots.size());
    std::set<std::pair<std::size_t, int>> small;  // fewest buildings first
    for (int g = 0; g < static_cast<int>(groups.size()); ++g) {
        groups[g].members = {g};
        groups[g].lot = lots[g];
        if (lots[g].is_small()) small.insert({lots[g].buildings, g});
    }
    for (const Border& border : mosaic.borders()) {
        if (border.other == Mosaic::outside) continue;
        const int a = labels[border.face], b = labels[border.other];
        if (a != b && a != nobody && b != nobody) groups[a].borders[b] += border.length_m;
    }
    while (!small.empty()) {
        const int g = small.begin()->second;
        small.erase(small.begin());
        std::vector<std::pair<double, int>> neighbours;
        for (const auto& [other, length] : groups[g].borders)
            if (length >= least_border_m) neighbours.push_back({-length, other});
        std::ranges::sort(neighbours);
        for (const auto& [length, other] : neighbours) {
            const auto lot = together(groups[g].members, groups[other].members);
            if (!lot) continue;
            small.erase({groups[other].lot.buildings, other});
            join(groups, g, other, *lot);
            if (lot->is_small()) small.insert({lot->buildings, other});
            break;
        }
    }
    std::vector<int> group_of(groups.size(), nobody);
    for (int g = 0; g < static_cast<int>(groups.size()); ++g)
        for (int member : groups[g].members) group_of[member] = g;
    for (int& label : labels)
        if (label != nobody) label = group_of[label];
    renumber(labels);
    return labels;
}

void fill_pockets(const Mosaic& mosaic, std::vector<int>& labels, double most_m2) {
    const std::vector<int> parts = mosaic.parts(labels);
    const std::size_t count = parts.empty() ? 0 : static_cast<std::size_t>(*std::ranges::max_element(parts)) + 1;
    std::vector<std::set<int>> around(count);
    std::vector<double> m2(count, 0.0);
    for (std::size_t f = 0; f < labels.size(); ++f)
        if (labels[f] == nobody) m2[parts[f]] += area(mosaic.faces()[f]);
    for (const Border& border : mosaic.borders()) {
        const int there = border.other == Mosaic::outside ? nobody : labels[border.other];
        if (labels[border.face] == nobody && (border.other == Mosaic::outside || there != nobody))
            around[parts[border.face]].insert(there);
    }
    for (std::size_t f = 0; f < labels.size(); ++f) {
        if (labels[f] != nobody) continue;
        const auto& neighbours = around[parts[f]];
        if (neighbours.size() == 1 && m2[parts[f]] <= most_m2) labels[f] = *neighbours.begin();
    }
}

}  // namespace geo::units
