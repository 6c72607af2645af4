#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace app {

/// What a panel says while it has nothing to show: what belongs here, why it is empty, and one thing to do about it.
struct EmptyText {
    QString what;
    QString why;
    QString action;  ///< empty: no button
};

class EmptyState : public QWidget {
    Q_OBJECT

   public:
    explicit EmptyState(QWidget* parent = nullptr);
    void say(const EmptyText& text);

   signals:
    void actionAsked();

   private:
    QLabel* m_what;
    QLabel* m_why;
    QPushButton* m_action;
};

}  // namespace app
