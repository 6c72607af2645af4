#pragma once

#include "app/pages/page_writer.hpp"

#include <variant>

namespace app {

struct TableCell {
    QString text = {};
    Type type = Type::Table;
    QColor colour = {};                      ///< not valid: the type's
    std::optional<geo::Verdict> chip = {};   ///< instead of text
    QString second = {};                     ///< behind the text, grey, where there is room
    std::optional<double> bar = {};          ///< instead of text: from the middle of the column, −1…1; beyond that it ends in an arrow
};

struct TableColumn {
    geo::Message title;
    double width = 10.0;  ///< share of the place, as millimetres of a narrow one
    Align align = Align::Left;
};

/// A table that may go on over several places.
struct PageTable {
    geo::Message title = {};  ///< without: no heading
    std::vector<TableColumn> columns = {};
    std::vector<std::vector<TableCell>> rows = {};
    double row_mm = 4.6;
    std::optional<std::vector<TableCell>> total = {};  ///< under the last row
    std::size_t next = 0;                              ///< first row not yet written

    bool isDone() const { return next >= rows.size(); }
};

/// Height of heading and column titles.
double table_head_height(const PageWriter& writer, const PageTable& table);
/// Of what is not yet written.
double table_height(const PageWriter& writer, const PageTable& table);

/// Writes as many rows as fit. Nothing where not even two would, unless that is all there is. @return y of its lower end
double write_table(PageWriter& writer, PageTable& table, const QRectF& room);

}  // namespace app
