#include "app/tables/record_table.hpp"

#include "app/tables/chip_delegate.hpp"
#include "app/tables/copied_rows.hpp"
#include "app/tables/record_model.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSet>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>

#include <algorithm>

namespace app {
namespace {

constexpr int row_height = 27;
constexpr int head_height = 28;
constexpr int typing_pause_ms = 150;

}  // namespace

RecordTable::RecordTable(QWidget* parent)
    : QWidget{parent},
      m_model{new RecordModel{this}},
      m_view{new QTableView{this}},
      m_empty{new EmptyState{this}},
      m_pages{new QStackedLayout{this}},
      m_typing{new QTimer{this}} {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ChipDelegate{m_view});
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(row_height);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setFixedHeight(head_height);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    m_view->installEventFilter(this);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_pages->setCurrentWidget(m_empty);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typing_pause_ms);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (m_tells && now.isValid()) tell(now.row());
    });
    // A click on the row that is current already may come after something else was chosen on the map.
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex& at) {
        const QModelIndexList rows = m_view->selectionModel()->selectedRows();
        // A click with Ctrl may have taken the row out of those that are chosen.
        const bool is_out = !rows.isEmpty() && !m_view->selectionModel()->isRowSelected(at.row());
        tell(is_out ? std::ranges::min(rows, {}, &QModelIndex::row).row() : at.row());
    });
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex& at) { emit zoomAsked(m_model->idAt(at.row())); });
    connect(m_view, &QTableView::customContextMenuRequested, this, &RecordTable::openMenu);
    connect(m_empty, &EmptyState::actionAsked, this, &RecordTable::emptyActionAsked);
    connect(m_typing, &QTimer::timeout, this, [this] { changeRows([this] { m_model->setFilter(m_filter); }); });
}

void RecordTable::showRecords(Records records) {
    changeRows([&] { m_model->show(std::move(records)); });
    setUpColumns();
    m_pages->setCurrentWidget(m_model->total() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
}

void RecordTable::setEmptyText(const EmptyText& text) { m_empty->say(text); }

void RecordTable::setFilter(const QString& words) {
    m_filter = words;
    m_typing->start();
}

void RecordTable::retranslate() {
    changeRows([this] { m_model->retranslate(); });
}

int RecordTable::shownCount() const { return m_model->rowCount(); }
int RecordTable::totalCount() const { return m_model->total(); }
QString RecordTable::currentId() const { return m_model->idAt(m_view->currentIndex().row()); }

void RecordTable::setCurrentId(const QString& id) {
    if (m_is_telling) return;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (!id.isEmpty() && id == currentId() && rows.size() == 1 && rows.front().row() == m_view->currentIndex().row()) return;
    const QScopedValueRollback quiet{m_tells, false};
    const int row = id.isEmpty() ? -1 : m_model->rowOf(id);
    if (row < 0) {
        m_view->clearSelection();
        m_view->setCurrentIndex({});
        return;
    }
    const QModelIndex index = m_model->index(row, 0);
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
}

QStringList RecordTable::selectedIds() const {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList ids;
    for (const QModelIndex& row : rows) ids << m_model->idAt(row.row());
    return ids;
}

QString RecordTable::selectedText() const { return copied_rows(m_view->selectionModel()->selectedRows()); }

bool RecordTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
            emit zoomAsked(currentId());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Widths are the user's once columns are shown; other columns start with their own.
void RecordTable::setUpColumns() {
    QStringList ids;
    for (const Column& column : m_model->columns()) ids << column.id;
    if (ids == m_column_ids) return;
    m_column_ids = ids;
    QHeaderView* head = m_view->horizontalHeader();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const Column& column = m_model->columns()[static_cast<std::size_t>(i)];
        head->setSectionResizeMode(i, column.stretches ? QHeaderView::Stretch : QHeaderView::Interactive);
        head->resizeSection(i, column.width_px);
    }
}

void RecordTable::copy() const {
    if (const QString text = selectedText(); !text.isEmpty()) QGuiApplication::clipboard()->setText(text);
}

void RecordTable::openMenu(const QPoint& at) {
    if (!m_view->indexAt(at).isValid()) return;
    QMenu menu;
    QAction* zoom = menu.addAction(tr("Zoom to it"), this, [this] { emit zoomAsked(currentId()); });
    zoom->setShortcut(Qt::Key_Return);
    menu.addAction(tr("Copy rows"), this, [this] { copy(); })->setShortcut(QKeySequence::Copy);
    menu.addAction(tr("Select all"), m_view, &QTableView::selectAll)->setShortcut(QKeySequence::SelectAll);
    emit menuAsked(&menu);
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void RecordTable::tell(int row) {
    const QScopedValueRollback telling{m_is_telling, true};
    emit chosen(m_model->idAt(row));
}

/// Chooses the rows of these, as far as they are there. @param current  has the keyboard; need not be one of them
void RecordTable::restore(const QStringList& ids, const QString& current) {
    const QScopedValueRollback quiet{m_tells, false};
    const QSet<QString> wanted{ids.begin(), ids.end()};
    QItemSelection selection;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (wanted.contains(m_model->idAt(row))) selection.select(m_model->index(row, 0), m_model->index(row, 0));
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const int row = m_model->rowOf(current);
    if (row < 0) return;
    m_view->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
    m_view->scrollTo(m_model->index(row, 0));
}

/// Rows are reset by a change; what was chosen stays so where it is still there.
void RecordTable::changeRows(const std::function<void()>& change) {
    const QString id = currentId();
    const QStringList ids = selectedIds();
    {
        const QScopedValueRollback quiet{m_tells, false};
        change();
    }
    if (!ids.isEmpty()) restore(ids, id);
    emit countsChanged();
}

}  // namespace app
