#include "app/tables/copied_rows.hpp"

#include "app/tables/record_model.hpp"

#include <QStringList>

#include <algorithm>

namespace app {
namespace {

QString safe(QString cell) {
    for (QChar& c : cell)
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    bool is_number = false;
    cell.toDouble(&is_number);
    return !is_number && !cell.isEmpty() && QStringLiteral("=+-@").contains(cell.front()) ? '\'' + cell : cell;
}

}  // namespace

QString copied_rows(QModelIndexList rows) {
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QString lines;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < row.model()->columnCount(); ++column)
            cells << safe(row.siblingAtColumn(column).data(RecordModel::CopyRole).toString());
        lines += cells.join('\t') + '\n';
    }
    return lines;
}

}  // namespace app
