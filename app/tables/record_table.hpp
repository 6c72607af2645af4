#pragma once

#include "app/tables/empty_state.hpp"
#include "app/tables/records.hpp"

#include <QWidget>

class QMenu;
class QStackedLayout;
class QTableView;
class QTimer;

namespace app {

class RecordModel;

/// A table of records that can be sorted, filtered and copied (Ctrl+C), or an empty state where there are none.
class RecordTable : public QWidget {
    Q_OBJECT

   public:
    explicit RecordTable(QWidget* parent = nullptr);

    /// Keeps what is chosen, the filter, the sorting and the widths of the columns.
    void showRecords(Records records);
    void setEmptyText(const EmptyText& text);
    void setFilter(const QString& words);  ///< takes effect when the typing pauses
    void retranslate();                    ///< texts of the cells and heads

    int shownCount() const;
    int totalCount() const;
    QString currentId() const;
    /// Chooses a row and shows it, without `chosen`; none when the record is not there.
    void setCurrentId(const QString& id);
    QStringList selectedIds() const;  ///< from the top
    QString selectedText() const;  ///< chosen rows as tab-separated lines

    RecordModel* model() const { return m_model; }
    QTableView* view() const { return m_view; }

   signals:
    void chosen(const QString& id);      ///< by the user, with mouse or keys
    void zoomAsked(const QString& id);   ///< double click, Enter
    void emptyActionAsked();
    void menuAsked(QMenu* menu);         ///< of the rows that are chosen; others may add to it before it opens
    void countsChanged();                ///< shown or all

   protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

   private:
    void setUpColumns();
    void copy() const;
    void openMenu(const QPoint& at);
    void changeRows(const std::function<void()>& change);
    void tell(int row);
    void restore(const QStringList& ids, const QString& current);

    RecordModel* m_model;
    QTableView* m_view;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    QTimer* m_typing;
    QString m_filter;
    QStringList m_column_ids;
    bool m_tells = true;
    bool m_is_telling = false;  ///< what comes back of what was just told is known
};

}  // namespace app
