#include "app/tables/table_dock.hpp"

#include "app/theme/language.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>

namespace app {

TableDock::TableDock(const QString& name, QWidget* parent)
    : QDockWidget{parent}, m_table{new RecordTable{this}}, m_title{new QLabel}, m_counts{new QLabel}, m_filter{new QLineEdit} {
    setObjectName(name);
    setWidget(m_table);
    auto* bar = new QWidget{this};
    bar->setObjectName("tableDockTitle");
    auto* row = new QHBoxLayout{bar};
    row->setContentsMargins(12, 2, 8, 2);
    row->setSpacing(8);
    m_title->setProperty("role", "section");
    m_counts->setProperty("role", "second");
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(220);
    row->addWidget(m_title);
    row->addWidget(m_counts);
    row->addStretch(1);
    row->addWidget(m_filter);
    setTitleBarWidget(bar);

    connect(this, &QDockWidget::windowTitleChanged, m_title, &QLabel::setText);
    connect(m_filter, &QLineEdit::textChanged, m_table, &RecordTable::setFilter);
    connect(m_table, &RecordTable::countsChanged, this, &TableDock::tellCounts);
    auto* find = new QShortcut{QKeySequence::Find, this, m_filter, qOverload<>(&QWidget::setFocus)};
    find->setContext(Qt::WidgetWithChildrenShortcut);
}

void TableDock::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_table->retranslate();
        tellCounts();
    }
    QDockWidget::changeEvent(event);
}

void TableDock::addToTitleBar(QWidget* widget) {
    auto* row = static_cast<QHBoxLayout*>(titleBarWidget()->layout());
    row->insertWidget(row->count() - 1, widget);
}

void TableDock::tellCounts() {
    const int shown = m_table->shownCount(), total = m_table->totalCount();
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setToolTip(tr("Shows rows that have every word (Ctrl+F)"));
    m_counts->setText(shown == total ? number(total, 0) : tr("%1 of %2").arg(number(shown, 0), number(total, 0)));
}

}  // namespace app
