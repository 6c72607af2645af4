#include "app/panels/inspector/reason_list.hpp"

#include "app/panels/inspector/reason_delegate.hpp"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QMouseEvent>

#include <functional>
#include <utility>

namespace app {

/// Rows are drawn by the delegate; the model tells them to screen readers, tool tips and keys.
class ReasonList::Model : public QAbstractListModel {
   public:
    Model(const std::vector<Reason>& reasons, QObject* parent) : QAbstractListModel{parent}, m_reasons{reasons} {}

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : m_count; }

    QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
        const Reason& reason = m_reasons[static_cast<std::size_t>(index.row())];
        switch (role) {
            case Qt::DisplayRole: return reason.name;
            case Qt::ToolTipRole: return reason.tip;
            case Qt::AccessibleTextRole:
                return wordsOf(reason).join(", ");
            default: return {};
        }
    }

    void swap(const std::function<void()>& change) {
        beginResetModel();
        change();
        m_count = static_cast<int>(m_reasons.size());
        endResetModel();
    }

   private:
    const std::vector<Reason>& m_reasons;
    int m_count = 0;
};

ReasonList::ReasonList(QWidget* parent)
    : QListView{parent}, m_model{new Model{m_reasons, this}}, m_delegate{new ReasonDelegate{this}} {
    setModel(m_model);
    m_delegate->show(m_reasons, font());
    setItemDelegate(m_delegate);
    setMouseTracking(true);
    setSelectionMode(NoSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
}

void ReasonList::showReasons(std::vector<Reason> reasons, bool keep_lines) {
    m_model->swap([&] { m_reasons = std::move(reasons); });
    ensurePolished();  // The style sheet's font, though the list may not have been seen yet.
    m_delegate->show(m_reasons, font());
    m_hovered = m_pressed = -1;
    if (!keep_lines) m_kept.clear();
    std::erase_if(m_kept, [&](int row) { return row >= static_cast<int>(m_reasons.size()); });
    m_delegate->setKept(m_kept);
    emit linesChanged();
}

void ReasonList::dropLines() {
    if (lines().empty()) return;
    m_kept.clear();
    m_hovered = -1;
    m_delegate->setKept({});
    m_delegate->setHovered(-1);
    viewport()->update();
    emit linesChanged();
}

std::vector<MarkLine> ReasonList::lines() const {
    std::vector<MarkLine> lines;
    const auto add = [&](int row, bool is_kept) {
        const Reason& reason = m_reasons[static_cast<std::size_t>(row)];
        if (reason.line) lines.push_back({reason.line->first, reason.line->second, reason.line_text, is_kept});
    };
    for (const int row : m_kept) add(row, true);
    if (m_hovered >= 0 && !m_kept.contains(m_hovered)) add(m_hovered, false);
    return lines;
}

QRect ReasonList::linkRect(int row) const { return m_delegate->linkRect(visualRect(m_model->index(row)), row, font()); }

int ReasonList::rowOfLinkAt(QPoint place) const {
    const QModelIndex index = indexAt(place);
    return index.isValid() && linkRect(index.row()).contains(place) ? index.row() : -1;
}

void ReasonList::hover(int row) {
    if (m_hovered == row) return;
    m_hovered = row;
    m_delegate->setHovered(row);
    viewport()->update();
    emit linesChanged();
}

void ReasonList::toggle(int row) {
    if (row < 0) return;
    if (!m_kept.erase(row)) m_kept.insert(row);
    m_delegate->setKept(m_kept);
    viewport()->update();
    emit linesChanged();
}

void ReasonList::mouseMoveEvent(QMouseEvent* event) {
    const QPoint place = event->position().toPoint();
    hover(indexAt(place).row());
    viewport()->setCursor(rowOfLinkAt(place) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ReasonList::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()).row() : -1;
}

void ReasonList::mouseReleaseEvent(QMouseEvent* event) {
    const QPoint place = event->position().toPoint();
    const int row = indexAt(place).row(), pressed = std::exchange(m_pressed, -1);
    if (event->button() != Qt::LeftButton || row < 0 || row != pressed) return;
    if (rowOfLinkAt(place) == row) {
        emit clauseClicked(m_reasons[static_cast<std::size_t>(row)].rule);
        return;
    }
    setCurrentIndex(m_model->index(row));
    toggle(row);
}

void ReasonList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return toggle(currentIndex().row());
    QListView::keyPressEvent(event);
}

bool ReasonList::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) hover(-1);
    return QListView::viewportEvent(event);
}

void ReasonList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    hover(current.row());
}

}  // namespace app
