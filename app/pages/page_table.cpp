#include "app/pages/page_table.hpp"

#include "app/pages/page_legend.hpp"
#include "app/pages/page_text.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double column_gap = 2.4;  // Between two columns' words.
constexpr double foot = 1.2;
constexpr double chip_width = 13.0;
constexpr double bar_height = 2.2, bar_arrow = 1.4;

double total_height(const PageTable& table) { return table.total ? table.row_mm : 0.0; }

/// Columns that fill a place.
std::vector<TableColumn> filling(std::vector<TableColumn> columns, double width) {
    double sum = 0.0;
    for (const TableColumn& column : columns) sum += column.width;
    for (TableColumn& column : columns) column.width *= width / sum;
    return columns;
}

/// A length about zero, in the cell's colour.
void write_bar(PageWriter& writer, const QRectF& cell, double value, const QColor& colour) {
    const double zero = cell.center().x(), half = 0.5 * cell.width() - bar_arrow, height = bar_height;
    const double end = zero + std::clamp(value, -1.0, 1.0) * half, top = cell.center().y() - 0.5 * height;
    writer.box(QRectF{QPointF{std::min(zero, end), top}, QPointF{std::max(zero, end), top + height}}, colour);
    if (std::abs(value) > 1.0) {
        const double tip = end + (value > 0.0 ? bar_arrow : -bar_arrow);
        QPainterPath arrow{{end, top - 0.3}};
        arrow.lineTo(tip, cell.center().y());
        arrow.lineTo(end, top + height + 0.3);
        arrow.closeSubpath();
        writer.path(arrow, colour);
    }
    writer.line({zero, cell.top() + 0.4}, {zero, cell.bottom() - 0.4}, writer.looks().strokes.row, writer.looks().colours.second);
}

void write_cells(PageWriter& writer, const std::vector<TableColumn>& columns, const std::vector<TableCell>& cells, double left, double middle) {
    double x = left;
    for (std::size_t c = 0; c < columns.size() && c < cells.size(); ++c) {
        const TableColumn& column = columns[c];
        const TableCell& cell = cells[c];
        const bool is_last = c + 1 == columns.size();
        const double width = column.width - (is_last ? 0.0 : column_gap);
        if (cell.chip) {
            writer.chip({x, middle}, *cell.chip, std::min(width, chip_width));
        } else if (cell.bar) {
            write_bar(writer, {x, middle - 2.2, width, 4.4}, *cell.bar, cell.colour);
        } else {
            const double at = column.align == Align::Left ? x : column.align == Align::Right ? x + width : x + 0.5 * width;
            const double base = base_in_middle(middle, cell.type);
            const QRectF room = writer.text({at, base}, cell.text, cell.type, column.align, width, cell.colour);
            const double rest = x + width - room.right() - 1.0;
            if (!cell.second.isEmpty() && column.align == Align::Left && text_width(cell.second, Type::TableSecond) <= rest)
                writer.text({room.right() + 1.0, base}, cell.second, Type::TableSecond);
        }
        x += column.width;
    }
}

}  // namespace

double table_head_height(const PageWriter& writer, const PageTable& table) {
    const double title = table.title.zh.empty() ? 0.0 : writer.looks().rows.block;
    return title + writer.looks().rows.head * (writer.words().isBilingual() ? 1.85 : 1.2);
}

double table_height(const PageWriter& writer, const PageTable& table) {
    return table_head_height(writer, table) + static_cast<double>(table.rows.size() - table.next) * table.row_mm + total_height(table) + foot;
}

double write_table(PageWriter& writer, PageTable& table, const QRectF& room) {
    const double head = table_head_height(writer, table), rest = room.height() - head - foot;
    const std::size_t left = table.rows.size() - table.next;
    auto fits = static_cast<std::size_t>(std::max(0.0, std::floor(rest / table.row_mm + 1e-9)));
    if (fits < left + (table.total ? 1 : 0)) fits = std::min(fits, left - (left > 0 && table.total ? 1 : 0));
    const std::size_t count = std::min(fits, left);
    if (count == 0 || (count < left && count < 2)) return room.top();

    const PageLooks& looks = writer.looks();
    double y = room.top();
    if (!table.title.zh.empty()) {
        geo::Message title = table.title;
        if (table.next > 0) title = {title.zh + "（续）", title.en + " (continued)"};
        write_block_heading(writer, title, room.left(), y, room.width());
        y += looks.rows.block;
    }
    const std::vector<TableColumn> columns = filling(table.columns, room.width());
    double x = room.left();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const TableColumn& column = columns[c];
        const double width = column.width - (c + 1 == columns.size() ? 0.0 : column_gap);
        const double at = column.align == Align::Left ? x : column.align == Align::Right ? x + width : x + 0.5 * width;
        writer.text({at, y + 1.2}, writer.words().first(column.title), Type::TableHead, column.align, width);
        writer.text({at, y + 1.2 + 0.85 * looks.rows.head}, writer.words().second(column.title), Type::TableSecond, column.align, width);
        x += column.width;
    }
    y = room.top() + head;
    writer.line({room.left(), y}, {room.right(), y}, looks.strokes.head, looks.colours.line);
    for (std::size_t i = 0; i < count; ++i) {
        write_cells(writer, columns, table.rows[table.next + i], room.left(), y + 0.5 * table.row_mm);
        y += table.row_mm;
        writer.line({room.left(), y}, {room.right(), y}, looks.strokes.row, looks.colours.row);
    }
    table.next += count;
    if (table.isDone() && table.total) {
        write_cells(writer, columns, *table.total, room.left(), y + 0.5 * table.row_mm);
        y += table.row_mm;
    }
    return y + foot;
}

}  // namespace app
