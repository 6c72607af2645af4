#pragma once

#include <QModelIndexList>
#include <QString>

namespace app {

/// Rows as tab-separated lines for a spreadsheet: numbers plain, one line a row; texts that a spreadsheet would take for a formula begin with `'`.
/// @param rows  one index of each row
QString copied_rows(QModelIndexList rows);

}  // namespace app
