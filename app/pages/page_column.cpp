#include "app/pages/page_column.hpp"

#include "app/pages/page_frame.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double disclaimer_gap = 3.0;  // Above and below its box.
constexpr double gap = 1.0;             // Below a block.
constexpr std::size_t least_rows = 3;   // Worth a heading of their own.

double least_height(const PageWriter& writer, const PageTable& table) {
    PageTable few = table;
    if (few.rows.size() > few.next + least_rows) few.rows.resize(few.next + least_rows);
    return table_height(writer, few);
}

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

void PageColumn::legend(const std::vector<LegendLine>& rows) {
    if (rows.empty()) return;
    m_y = write_legend(m_writer, rows, m_y, m_writer.page().column.legend_bottom);
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

void PageColumn::tablesAndNotes(const std::vector<PageTable*>& tables, PageNotes& notes) {
    const double notes_mm = notes_height(m_writer, notes, width());
    const double for_tables = rest() - notes_mm - gap;
    double least_others = 0.0;
    for (std::size_t t = 1; t < tables.size(); ++t)
        if (!tables[t]->isDone()) least_others += least_height(m_writer, *tables[t]) + gap;
    double used_to = m_y + for_tables;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        if (tables[t]->isDone()) continue;
        const double all = table_height(m_writer, *tables[t]) + gap, there = used_to - m_y;
        const double kept = t == 0 && all <= there ? 0.0 : t == 0 ? std::min(least_others, 0.4 * there) : 0.0;
        place(*tables[t], std::min(all, there - kept));
    }
    if (notes.isDone()) return;
    const std::size_t items = m_writer.content().items.size();
    const std::size_t before = notes.next;
    rule();
    const double end = write_notes(m_writer, notes, room(rest()));
    if (notes.next == before)
        m_writer.content().items.resize(items, PageShape{});
    else
        m_y = end;
}

}  // namespace app
