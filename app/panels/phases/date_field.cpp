#include "app/panels/phases/date_field.hpp"

#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "geo/model/hazard.hpp"

#include <QAction>
#include <QCalendarWidget>
#include <QEvent>
#include <QMenu>
#include <QStyle>
#include <QWidgetAction>

namespace app {
namespace {

QString iso(std::chrono::sys_days day) {
    return QDate{1970, 1, 1}.addDays(day.time_since_epoch().count()).toString(Qt::ISODate);
}

}  // namespace

DateField::DateField(QWidget* parent)
    : QLineEdit{parent}, m_open{addAction(icon("calendar"), TrailingPosition)}, m_popup{new QMenu{this}}, m_calendar{new QCalendarWidget} {
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setGridVisible(false);
    auto* content = new QWidgetAction{m_popup};
    content->setDefaultWidget(m_calendar);
    m_popup->addAction(content);
    connect(m_open, &QAction::triggered, this, &DateField::openCalendar);
    connect(this, &QLineEdit::editingFinished, this, &DateField::take);
    for (const auto chosen : {&QCalendarWidget::clicked, &QCalendarWidget::activated})
        connect(m_calendar, chosen, this, [this](QDate day) {
            m_popup->close();
            setText(day.toString(Qt::ISODate));
            take();
        });
    retranslate();
}

void DateField::showDay(const std::string& day) {
    m_day = day;
    setWrong(false);
    setText(QString::fromStdString(day));
    setCursorPosition(0);
}

void DateField::take() {
    const QString typed = text().trimmed();
    const auto read = geo::date_in(typed.toStdString());
    setWrong(!typed.isEmpty() && !read);
    if (m_is_wrong) return;
    const std::string day = read ? iso(*read).toStdString() : std::string{};
    setText(QString::fromStdString(day));
    if (day == m_day) return;
    m_day = day;
    emit changed();
}

void DateField::openCalendar() {
    const QDate shown = QDate::fromString(QString::fromStdString(m_day), Qt::ISODate);
    m_calendar->setLocale(language() == geo::Language::Chinese ? QLocale{QLocale::Chinese, QLocale::China} : QLocale{QLocale::English, QLocale::UnitedKingdom});
    m_calendar->setSelectedDate(shown.isValid() ? shown : QDate::currentDate());
    m_popup->popup(mapToGlobal(QPoint{0, height()}));
    m_calendar->setFocus();
}

void DateField::setWrong(bool is_wrong) {
    if (std::exchange(m_is_wrong, is_wrong) == is_wrong) return;
    setProperty("wrong", is_wrong);
    style()->unpolish(this);
    style()->polish(this);
    retranslate();
}

void DateField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QLineEdit::changeEvent(event);
}

void DateField::retranslate() {
    setPlaceholderText(tr("not set"));
    setToolTip(m_is_wrong ? tr("This is no day. Write it like 2026-03-01, or leave it empty.") : tr("A day like 2026-03-01; empty: not set"));
    m_open->setToolTip(tr("Choose from a calendar"));
}

}  // namespace app
