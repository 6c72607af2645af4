#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace app {

/// One sentence within a dialog, with at most one thing to do about it.
class NoticeBar : public QFrame {
    Q_OBJECT

   public:
    enum class Kind { Note, Warning, Error };

    explicit NoticeBar(QWidget* parent = nullptr);
    void say(Kind kind, const QString& sentence, const QString& action = {});
    void clear();
    QString sentence() const;

   signals:
    void actionAsked();

   private:
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
};

}  // namespace app
