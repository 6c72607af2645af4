#include "app/pages/page_legend.hpp"

#include "app/pages/sheet_maps.hpp"
#include "app/render/map_layers.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double heading_base = 6.6;   // From a block's top to the base line of its heading.
constexpr double text_gap = 2.6;       // Between key and words.
constexpr double column_gap = 2.0;
constexpr double foot = 1.6;
constexpr double least_pitch = 5.7;    // Of rows with two languages, which still keep apart.

std::size_t place_of(const MapStyle::Layers& style, const std::string& id) {
    const auto& order = page_looks().legend.order;
    const auto layer = std::ranges::find(style.layers, id, &StyleLayer::id);
    const std::string& group = style.groups[layer->group].id;
    return static_cast<std::size_t>(std::ranges::find(order, group) - order.begin());
}

double pitch_of(const PageWriter& writer) { return writer.words().isBilingual() ? writer.looks().rows.legend : writer.looks().rows.legend_one; }

double height_with(const PageWriter& writer, const std::vector<LegendLine>& rows, double pitch) {
    return writer.looks().rows.block + std::ceil(static_cast<double>(rows.size()) / 2.0) * pitch + foot;
}

}  // namespace

std::vector<LegendLine> legend_rows(const SheetSource& source, const std::vector<MapOnPage>& maps) {
    const MapStyle::Layers& style = source.map->style().layers();
    std::vector<std::string> drawn;
    for (const MapOnPage& map : maps)
        for (std::string& layer : shown_layers(scene_of(map.source.value_or(source), map.map, geo::Language::Chinese)))
            if (std::ranges::find(drawn, layer) == drawn.end()) drawn.push_back(std::move(layer));
    std::vector<LegendLine> rows = legend_lines(source.map->style(), drawn);
    // Densities have a legend of their own, with numbers.
    std::erase_if(rows, [&](const LegendLine& row) { return std::ranges::find(style.layers, row.layer, &StyleLayer::id)->type == LayerType::Heatmap; });
    std::ranges::stable_sort(rows, {}, [&](const LegendLine& row) { return place_of(style, row.layer); });
    return rows;
}

double legend_height(const PageWriter& writer, const std::vector<LegendLine>& rows) { return height_with(writer, rows, pitch_of(writer)); }

double least_legend_height(const PageWriter& writer, const std::vector<LegendLine>& rows) { return height_with(writer, rows, least_pitch); }

double write_legend(PageWriter& writer, const std::vector<LegendLine>& rows, double top, double bottom) {
    const PageTemplate::Column& column = writer.page().column;
    const PageLooks& looks = writer.looks();
    write_block_heading(writer, {"图例", "Legend"}, column.left, top, column.right - column.left);
    const std::size_t lines = (rows.size() + 1) / 2;
    const double begin = top + looks.rows.block, room = bottom - begin - foot;
    const double pitch = std::max(least_pitch, std::min(pitch_of(writer), room / static_cast<double>(std::max<std::size_t>(lines, 1))));
    const double half = 0.5 * (column.right - column.left);
    const QSizeF key{looks.legend.key.width(), std::min(looks.legend.key.height(), pitch - 1.2)};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double left = column.left + (i < lines ? 0.0 : half);
        const double middle = begin + (static_cast<double>(i % lines) + 0.5) * pitch;
        writer.key({{left, middle - 0.5 * key.height()}, key}, rows[i].layer);
        const double x = left + key.width() + text_gap, width = half - key.width() - text_gap - column_gap;
        const double second_mm = looks.face(Type::TableSecond).mm;
        if (writer.words().second(rows[i].title).isEmpty())
            writer.text({x, base_in_middle(middle, Type::Table)}, writer.words().first(rows[i].title), Type::Table, Align::Left, width);
        else
            writer.stack({x, middle - 0.15}, rows[i].title, Type::Table, Type::TableSecond, second_mm + 0.45, Align::Left, width);
    }
    return begin + static_cast<double>(lines) * pitch + foot;
}

void write_block_heading(PageWriter& writer, const geo::Message& title, double left, double top, double width) {
    writer.pair({left, top + heading_base}, title, Type::Block, Type::BlockSecond, width);
}

}  // namespace app
