#include "app/panels/compare/comparison_table.hpp"

#include "app/panels/compare/comparison_delegate.hpp"
#include "app/panels/compare/comparison_model.hpp"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace app {
namespace {

constexpr int row_px = 28;
/// Least width of each of the first columns; what is left over goes to the title and the bar.
constexpr int least_px[] = {190, 48, 116, 116, 110, 78, 150, 110};
constexpr int further_px = 104;

}  // namespace

ComparisonTable::ComparisonTable(QWidget* parent) : QTableView{parent}, m_model{new ComparisonModel{this}} {
    setObjectName("comparison");
    setModel(m_model);
    setItemDelegate(new ComparisonDelegate{this});
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row_px);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
}

void ComparisonTable::showIndicators(std::vector<geo::Indicator> indicators, const QStringList& names) {
    m_model->show(std::move(indicators), names);
    arrange();
}

void ComparisonTable::arrange() {
    const int further = m_model->columnCount() - ComparisonModel::first_further;
    int taken = further * further_px;
    for (const int width : least_px) taken += width;
    const int left = std::max(0, viewport()->width() - taken);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int width = column < ComparisonModel::first_further ? least_px[column] : further_px;
        // Numbers stay near their titles: the room goes to title, bar and, a little, to the columns of numbers.
        if (column == ComparisonModel::Title) width += left * 3 / 10;
        if (column == ComparisonModel::Bar) width += left * 3 / 10;
        if (column >= ComparisonModel::A && column <= ComparisonModel::Percent) width += left / 10;
        setColumnWidth(column, width);
    }
}

QString ComparisonTable::copiedText() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines, cells;
    const auto end_line = [&] { lines << std::exchange(cells, {}).join('\t'); };
    for (int c = 0; c < m_model->columnCount(); ++c)
        if (c != ComparisonModel::Bar) cells << m_model->headerData(c, Qt::Horizontal).toString().simplified();
    end_line();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!rows.isEmpty() && std::ranges::find(rows, row, &QModelIndex::row) == rows.end()) continue;
        for (int c = 0; c < m_model->columnCount(); ++c) {
            if (c == ComparisonModel::Bar) continue;
            // Spreadsheets take neither the thin space nor the true minus for parts of a number.
            cells << m_model->index(row, c).data().toString().remove(QChar{0x2009}).replace(QChar{0x2212}, QLatin1Char{'-'});
        }
        end_line();
    }
    return lines.join('\n') + '\n';
}

void ComparisonTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return QApplication::clipboard()->setText(copiedText());
    QTableView::keyPressEvent(event);
}

void ComparisonTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    arrange();
}

void ComparisonTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) m_model->retranslate();
    QTableView::changeEvent(event);
}

}  // namespace app
