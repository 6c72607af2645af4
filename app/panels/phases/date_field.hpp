#pragma once

#include <QLineEdit>

#include <string>

class QCalendarWidget;
class QMenu;

namespace app {

/// A day that may be left unset: typed in any usual way, or chosen from a calendar.
class DateField : public QLineEdit {
    Q_OBJECT

   public:
    explicit DateField(QWidget* parent = nullptr);

    void showDay(const std::string& day);  ///< `2026-03-01`; empty: not set
    const std::string& day() const { return m_day; }
    bool isWrong() const { return m_is_wrong; }  ///< what is typed is no day

   signals:
    void changed();  ///< by the user: another day, or none

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void take();
    void openCalendar();
    void setWrong(bool is_wrong);
    void retranslate();

    std::string m_day;
    bool m_is_wrong = false;
    QAction* m_open;
    QMenu* m_popup;
    QCalendarWidget* m_calendar;
};

}  // namespace app
