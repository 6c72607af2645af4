#pragma once

#include "app/tables/record_table.hpp"

#include <QDockWidget>

class QLabel;
class QLineEdit;

namespace app {

/// A dock that holds a table of records; its title bar has the title, how many there are, and the filter field (Ctrl+F).
class TableDock : public QDockWidget {
    Q_OBJECT

   public:
    /// @param name  key of the saved window layout
    explicit TableDock(const QString& name, QWidget* parent = nullptr);

    RecordTable* table() const { return m_table; }
    QLineEdit* filterField() const { return m_filter; }

   protected:
    void changeEvent(QEvent* event) override;
    /// Sets the title and the empty state; called when the language changes, before the table's own texts. Subclasses call it once they are made.
    virtual void retranslate() = 0;
    void addToTitleBar(QWidget* widget);  ///< between the count and the filter field

   private:
    void tellCounts();

    RecordTable* m_table;
    QLabel* m_title;
    QLabel* m_counts;
    QLineEdit* m_filter;
};

}  // namespace app
