#include "geo/io/building_join.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/inscribed_circle.hpp"

#include <map>

namespace geo::reading {
namespace {

/// Buildings by what a table may call them; null where several bear a name.
class BuildingNames {
   public:
    void add(const Layer& layer) {
        if (layer.role != Role::Building) return;
        for (const Feature& building : layer.features) {
            if (building.shape.areas.empty()) continue;
            m_by_id.emplace(building.id, &building);
            if (building.name.empty()) continue;
            const auto [at, is_new] = m_by_name.emplace(building.name, &building);
            if (!is_new) at->second = nullptr;
        }
    }
    bool empty() const { return m_by_id.empty(); }

    struct Found {
        const Feature* building = nullptr;
        bool is_ambiguous = false;
    };
    Found find(const std::string& word) const {
        if (const auto at = m_by_id.find(word); at != m_by_id.end()) return {at->second};
        const auto at = m_by_name.find(word);
        return at == m_by_name.end() ? Found{} : Found{at->second, at->second == nullptr};
    }

   private:
    std::map<std::string, const Feature*> m_by_id, m_by_name;
};

/// Where a report of this building is shown: well inside its largest part.
Point place_in(const Feature& building) {
    constexpr double tolerance_m = 0.5;
    Circle largest;
    for (const Polygon& part : building.shape.areas)
        if (const Circle circle = inscribed_circle(part, tolerance_m); circle.radius > largest.radius) largest = circle;
    return largest.radius > 0 ? largest.centre : box_of(building.shape).centre();
}

Finding left_out(const SourceLayer& table, std::size_t i, bool is_ambiguous) {
    const std::int64_t row = table.numbers[i] + 1;
    const std::string& word = table.buildings[i];
    return {is_ambiguous ? "building-ambiguous" : "building-unknown", table.where, std::to_string(table.numbers[i]),
            is_ambiguous ? say("{} 第 {} 行：有几幢建筑都叫“{}”，未读入。请改用建筑编号。", "{}, row {}: several buildings are called \"{}\"; left out. Use their ids.",
                               table.where, row, word)
                         : say("{} 第 {} 行：没有编号或名称为“{}”的建筑，未读入。", "{}, row {}: there is no building with the id or name \"{}\"; left out.",
                               table.where, row, word)};
}

}  // namespace

void join_to_buildings(SourceLayer& table, std::span<const SourceLayer> sources, std::span<const Layer> existing, const CrsName& crs) {
    BuildingNames names;
    for (const Layer& layer : existing) names.add(layer);
    for (const SourceLayer& source : sources) names.add(source.layer);
    if (names.empty())
        throw InvalidInput{say("导入 {}：表中只写明建筑而没有坐标，但没有建筑图层可以对应。请一并给出 --role building=文件。",
                               "Importing {}: the table names buildings and has no coordinates, but there is no building layer. Give --role building=FILE too.",
                               table.where)};
    Layer& layer = table.layer;
    std::map<const Feature*, Point> places;
    std::vector<Feature> kept;
    for (std::size_t i = 0; i < layer.features.size(); ++i) {
        const auto [building, is_ambiguous] = names.find(table.buildings[i]);
        if (!building) {
            table.findings.push_back(left_out(table, i, is_ambiguous));
            continue;
        }
        auto place = places.find(building);
        if (place == places.end()) place = places.emplace(building, place_in(*building)).first;
        layer.features[i].shape.points = {place->second};
        kept.push_back(std::move(layer.features[i]));
    }
    if (kept.empty())
        throw InvalidInput{say("导入 {}：没有一行的建筑能在建筑图层中找到（如“{}”）。请用 --map hazard.building=列名 指定建筑编号或名称的列。",
                               "Importing {}: no row's building is found in the building layer (such as \"{}\"). Give the column of building ids or names with "
                               "--map hazard.building=COLUMN.",
                               table.where, table.buildings.front())};
    layer.features = std::move(kept);
    layer.crs = layer.provenance.crs = crs;
    layer.provenance.dropped = layer.provenance.read - static_cast<std::int64_t>(layer.features.size());
}

}  // namespace geo::reading
