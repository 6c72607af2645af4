#pragma once

#include "app/pages/page_legend.hpp"
#include "app/pages/page_notes.hpp"
#include "app/pages/page_table.hpp"

namespace app {

/// The right column of a page from the top: legend, tables, notes; the disclaimer stands at its foot. What does not fit stays in the tables and notes.
class PageColumn {
   public:
    explicit PageColumn(PageWriter& writer);

    /// @param wanted_below  for what follows: rows move closer where that is more than there would be
    void legend(const std::vector<LegendLine>& rows, double wanted_below = 0.0);
    /// The first table takes what it needs; notes stand here only as a whole; the second table has what they leave.
    void tablesAndNotes(PageTable& first, PageTable& second, PageNotes& notes);
    double heightOf(const PageTable& first, const PageTable& second, const PageNotes& notes) const;
    /// Any block of a height that the caller writes at the given y.
    template <typename F>
    void block(double height, F&& write) {
        rule();
        write(m_y);
        m_y += height;
    }
    double left() const { return m_writer.page().column.left; }
    double width() const { return m_writer.page().column.right - left(); }
    double rest() const { return m_bottom - m_y; }

   private:
    void rule();
    QRectF room(double height) const { return {left(), m_y, width(), height}; }
    void place(PageTable& table, double height);

    PageWriter& m_writer;
    double m_y, m_bottom;
};

}  // namespace app
