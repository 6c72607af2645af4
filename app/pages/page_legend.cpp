#include "app/pages/page_legend.hpp"

#include "app/pages/map_content.hpp"
#include "app/render/map_layers.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double heading_base = 6.6;   // From a block's top to the base line of its heading.
constexpr double text_gap = 2.6;       // Between key and words.
constexpr double column_gap = 2.0;
constexpr double foot = 1.6;
constexpr double least_pitch = 4.6;    // Of rows with two languages.

/// A layer's words: of the page's looks, else its own, else its group's.
geo::Message title_of(const MapStyle::Layers& style, const StyleLayer& layer) {
    const auto& titles = page_looks().legend.titles;
    if (const auto own = titles.find(layer.id); own != titles.end()) return own->second;
    if (layer.legend) return *layer.legend;
    return style.groups[layer.group].title;
}

std::size_t place_of(const MapStyle::Layers& style, std::size_t layer) {
    const auto& order = page_looks().legend.order;
    const std::string& group = style.groups[style.layers[layer].group].id;
    return static_cast<std::size_t>(std::ranges::find(order, group) - order.begin());
}

double pitch_of(const PageWriter& writer) { return writer.words().isBilingual() ? writer.looks().rows.legend : writer.looks().rows.legend_one; }

}  // namespace

std::vector<LegendRow> legend_rows(const SheetSource& source, const std::vector<MapOnPage>& maps) {
    const MapStyle::Layers& style = source.map->style().layers();
    std::set<std::size_t> drawn;
    for (const MapOnPage& map : maps) drawn.merge(drawn_layers(source, map.map));
    const PageLooks::Legend& looks = page_looks().legend;
    std::vector<LegendRow> rows;
    for (const std::size_t layer : drawn) {
        const StyleLayer& shown = style.layers[layer];
        if (looks.unlisted.contains(shown.id)) continue;
        LegendRow row{title_of(style, shown), layer, {}};
        if (const auto key = looks.keys.find(shown.id); key != looks.keys.end()) {
            const auto under = std::ranges::find(style.layers, key->second, &StyleLayer::id);
            if (under != style.layers.end()) row.under = static_cast<std::size_t>(under - style.layers.begin());
        }
        // Ground and mark of one thing have one row: the mark, which comes later, stands for both.
        const auto same = std::ranges::find(rows, row.title, &LegendRow::title);
        if (same != rows.end())
            *same = std::move(row);
        else
            rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, {}, [&](const LegendRow& row) { return place_of(style, row.layer); });
    return rows;
}

double legend_height(const PageWriter& writer, const std::vector<LegendRow>& rows) {
    return writer.looks().rows.block + std::ceil(static_cast<double>(rows.size()) / 2.0) * pitch_of(writer) + foot;
}

double write_legend(PageWriter& writer, const std::vector<LegendRow>& rows, double top, double bottom) {
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
        writer.key({{left, middle - 0.5 * key.height()}, key}, rows[i].layer, rows[i].under);
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
