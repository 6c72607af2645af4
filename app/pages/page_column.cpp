#include "app/pages/page_column.hpp"

#include "app/pages/page_frame.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double disclaimer_gap = 3.0;  // Above and below its box.
constexpr double gap = 1.0;             // Below a block.

}  // namespace

PageColumn::PageColumn(PageWriter& writer) : m_writer{writer}, m_y{writer.page().column.top} {
    const double foot = writer.page().title_block.top() - disclaimer_gap;
    write_disclaimer(writer, foot);
    m_bottom = foot - writer.page().disclaimer.height() - disclaimer_gap;
}

void PageColumn::rule() {
    const PageTemplate& page = m_writer.page();
    if (m_y <= page.column.top + 0.01) return;
    m_writer.line({page.column.x, m_y}, {page.frame.right(), m_y}, m_writer.looks().strokes.divider, m_writer.looks().colours.line);
}

void PageColumn::legend(const std::vector<LegendLine>& rows, double wanted_below) {
    if (rows.empty()) return;
    const double all = legend_height(m_writer, rows), least = least_legend_height(m_writer, rows);
    const double height = std::clamp(m_bottom - m_y - wanted_below, least, std::max(least, all));
    m_y = write_legend(m_writer, rows, m_y, std::min(m_y + height, m_writer.page().column.legend_bottom));
}

void PageColumn::place(PageTable& table, double height) {
    if (table.isDone() || height <= 0.0) return;
    const std::size_t before = table.next, items = m_writer.content().items.size();
    rule();
    const double end = write_table(m_writer, table, room(height));
    if (table.next == before)
        m_writer.content().items.resize(items, PageShape{});  // The dividing line of nothing.
    else
        m_y = end + gap;
}

void PageColumn::tablesAndNotes(PageTable& first, PageTable& second, PageNotes& notes) {
    if (!first.isDone()) place(first, rest());
    const double notes_mm = notes_height(m_writer, notes, width());
    const bool has_notes = notes_mm > 0.0 && notes_mm <= rest();
    place(second, rest() - (has_notes ? notes_mm + gap : 0.0));
    if (!has_notes) return;
    rule();
    m_y = write_notes(m_writer, notes, room(rest()));
}

double PageColumn::heightOf(const PageTable& first, const PageTable& second, const PageNotes& notes) const {
    double height = notes_height(m_writer, notes, width()) + gap;
    for (const PageTable* table : {&first, &second})
        if (!table->isDone()) height += table_height(m_writer, *table) + gap;
    return height;
}

}  // namespace app
