#include "app/panels/phases/phase_list.hpp"

#include "app/panels/phases/phase_delegate.hpp"

#include <QAbstractListModel>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <functional>

namespace app {

/// Rows are drawn by the delegate; the model tells them to screen readers, tool tips and keys.
class PhaseList::Model : public QAbstractListModel {
   public:
    Model(const std::vector<PhaseRow>& rows, QObject* parent) : QAbstractListModel{parent}, m_rows{rows} {}

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : m_count; }

    QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
        const PhaseRow& row = m_rows[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole) return PhaseDelegate::title(row);
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return QStringList{PhaseDelegate::title(row), PhaseDelegate::counts(row), PhaseDelegate::dates(row.phase)}.join(", ");
        return {};
    }

    void swap(const std::function<void()>& change) {
        beginResetModel();
        change();
        m_count = static_cast<int>(m_rows.size());
        endResetModel();
    }

   private:
    const std::vector<PhaseRow>& m_rows;
    int m_count = 0;
};

PhaseList::PhaseList(QWidget* parent) : QListView{parent}, m_model{new Model{m_rows, this}} {
    setObjectName("phaseList");
    setModel(m_model);
    setItemDelegate(new PhaseDelegate{m_rows, this});
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(this, &QListView::doubleClicked, this, &PhaseList::zoomAsked);
}

const PhaseRow* PhaseList::chosen() const {
    const int row = currentIndex().row();
    return row >= 0 && row < std::ssize(m_rows) ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

void PhaseList::showRows(std::vector<PhaseRow> rows) {
    const PhaseRow* before = chosen();
    const std::string id = before ? before->phase.id : geo::phase_id(0);
    {
        const QScopedValueRollback quiet{m_tells, false};
        m_model->swap([&] { m_rows = std::move(rows); });
        choose(id);
        if (!chosen() && !m_rows.empty()) setCurrentIndex(m_model->index(0));
    }
    updateGeometry();
    emit chosenChanged();
}

void PhaseList::choose(const std::string& id) {
    for (int row = 0; row < std::ssize(m_rows); ++row)
        if (m_rows[static_cast<std::size_t>(row)].phase.id == id) setCurrentIndex(m_model->index(row));
}

void PhaseList::retranslate() {
    if (m_rows.empty()) return;
    emit m_model->dataChanged(m_model->index(0), m_model->index(m_model->rowCount({}) - 1));
}

QSize PhaseList::sizeHint() const {
    int height = 0;
    for (int row = 0; row < m_model->rowCount({}); ++row) height += sizeHintForRow(row);
    return {300, height};
}

void PhaseList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return emit zoomAsked();
    QListView::keyPressEvent(event);
}

void PhaseList::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse && !indexAt(event->pos()).isValid()) return;
    if (chosen()) emit menuAsked(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                                             : viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

void PhaseList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (m_tells) emit chosenChanged();
}

}  // namespace app
